/** Who must reach which score: the thresholds of the workspace, or one for all from the command line. */
import type { Say } from '../../calendar/say.ts';
import type { Locate } from '../../diagnostics/diagnostic.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import type { Result, Threshold } from '../../diagnostics/verdict.ts';
import type { Gaps } from '../../model/made/gaps.ts';
import type { Model } from '../../model/model.ts';
import { ownRule } from './rules.ts';

/**
 * Every threshold there is, the organisation's first; kept when the score, as shown with one decimal, reaches it.
 *
 * @param everyone from the command line: one threshold for the organisation and every department
 */
export function thresholdsOf({ policy }: Model, gaps: Gaps, everyone: number | undefined): Threshold[] {
  const { organisation, department, departments } = policy.minCoverage;
  const thresholds = [
    { ...gaps.organisation, id: '', name: 'The organisation', threshold: everyone ?? organisation },
    ...gaps.departments.map((one) => ({
      ...one,
      threshold: everyone ?? departments.get(one.id) ?? department,
    })),
  ];
  return thresholds.flatMap(({ id, name, score, threshold }) =>
    threshold === undefined
      ? []
      : [{ id, name, score, threshold, ok: score === null || Number(score.toFixed(1)) >= threshold }],
  );
}

/** The thresholds that are not kept, as results; in the programme's locale, as all that is found. */
export function belowThreshold(
  thresholds: readonly Threshold[],
  locate: Locate,
  fromFlag: boolean,
  say: Say,
): Result[] {
  const { id: code, severity, why } = ownRule('below-threshold')!;
  return thresholds
    .filter(({ ok }) => !ok)
    .map(({ id, name, score, threshold }) => {
      const pointer = ['policy', 'minCoverage', ...(id === '' ? ['organisation'] : ['departments', id])];
      const at = fromFlag ? undefined : placeOf(pointer, locate);
      return {
        code,
        severity,
        message: `${name} has ${scoreWords(say, score)} of 100, below its threshold of ${say.exact(threshold)}.`,
        ...(at && { at }),
        key: `${code}:${id === '' ? 'organisation' : id}`,
        status: 'open',
        remedy: `Close gaps ${id === '' ? 'of the lowest departments (cxplan gaps shows them)' : `of the department (cxplan gaps --department ${id} shows them)`}, or agree another threshold in policy.minCoverage.`,
        why,
      };
    });
}

/** Where the threshold is written; a department's own place when the threshold is the one that all have by default. */
function placeOf(pointer: readonly string[], locate: Locate) {
  return locate(pointer) ?? locate(['departments', pointer.at(-1)!], { key: true }) ?? locate(['programme']);
}
