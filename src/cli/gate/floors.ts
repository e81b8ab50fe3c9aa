/** Who must reach which score: the floors of the workspace, or one for all from the command line. */
import type { Locate } from '../../diagnostics/diagnostic.ts';
import { type Floor, type Result, scoreText } from '../../diagnostics/verdict.ts';
import type { Gaps } from '../../model/gaps.ts';
import type { Model } from '../../model/model.ts';
import { ownRule } from './rules.ts';

/**
 * Every floor there is, the organisation's first; kept when the score, as shown with one decimal, reaches it.
 *
 * @param everyone from the command line: one floor for the organisation and every department
 */
export function floorsOf({ policy }: Model, gaps: Gaps, everyone: number | undefined): Floor[] {
  const { organisation, department, departments } = policy.minCoverage;
  const floors = [
    { ...gaps.organisation, id: '', name: 'The organisation', floor: everyone ?? organisation },
    ...gaps.departments.map((one) => ({
      ...one,
      floor: everyone ?? departments.get(one.id) ?? department,
    })),
  ];
  return floors.flatMap(({ id, name, score, floor }) =>
    floor === undefined
      ? []
      : [{ id, name, score, floor, ok: score === null || Number(score.toFixed(1)) >= floor }],
  );
}

/** The floors that are not kept, as results. */
export function belowFloor(floors: readonly Floor[], locate: Locate, fromFlag: boolean): Result[] {
  const { id: code, severity, why } = ownRule('below-floor')!;
  return floors
    .filter(({ ok }) => !ok)
    .map(({ id, name, score, floor }) => {
      const pointer = ['policy', 'minCoverage', ...(id === '' ? ['organisation'] : ['departments', id])];
      const at = fromFlag ? undefined : placeOf(pointer, locate);
      return {
        code,
        severity,
        message: `${name} has ${scoreText(score)} of 100, below its floor of ${floor}.`,
        ...(at && { at }),
        key: `${code}:${id === '' ? 'organisation' : id}`,
        status: 'open',
        remedy: `Close gaps ${id === '' ? 'of the lowest departments (cxplan gaps shows them)' : `of the department (cxplan gaps --department ${id} shows them)`}, or agree another floor in policy.minCoverage.`,
        why,
      };
    });
}

/** Where the floor is written; a department's own place when the floor is the one that all have by default. */
function placeOf(pointer: readonly string[], locate: Locate) {
  return locate(pointer) ?? locate(['departments', pointer.at(-1)!], { key: true }) ?? locate(['programme']);
}
