/** Contradictions in `programme`: its span, its journey. */
import { isoDate } from '../../../calendar/date.ts';
import type { Phase } from '../../../model/model.ts';
import type { Check, Ground } from './types.ts';

const LONGEST_DAYS = 3 * 366;
const PHASES: readonly Phase[] = ['before', 'during', 'after'];

function endsAfterStart({ model: { programme }, report }: Ground): void {
  const { starts, ends } = programme;
  if (ends < starts) {
    report({
      code: 'programme-ends-first',
      at: ['programme', 'ends'],
      message: `the programme ends on ${isoDate(ends)}, before it starts on ${isoDate(starts)}`,
      fix: 'swap the two, or correct the year',
      related: [{ message: 'it starts here', at: ['programme', 'starts'] }],
    });
  } else if (ends - starts > LONGEST_DAYS) {
    report({
      code: 'programme-too-long',
      at: ['programme', 'ends'],
      message: `the programme runs from ${isoDate(starts)} to ${isoDate(ends)}, longer than three years`,
      fix: 'plan a year at a time, three at most',
      related: [{ message: 'it starts here', at: ['programme', 'starts'] }],
    });
  }
}

function journeyListsOnce({ written: { programme }, report }: Ground): void {
  const first = new Map<string, number>();
  (programme.journey ?? []).forEach((stage, i) => {
    const before = first.get(stage);
    if (before === undefined) first.set(stage, i);
    else {
      report({
        code: 'listed-twice',
        at: ['programme', 'journey', i],
        message: `stage "${stage}" stands twice in the journey`,
        fix: 'keep one',
        related: [{ message: 'the first one', at: ['programme', 'journey', before] }],
      });
    }
  });
}

function journeyIsWhole({ written, report }: Ground): void {
  const { journey } = written.programme;
  if (journey === undefined) return;
  const listed = new Set(journey);
  for (const id of written.stages.keys()) {
    if (listed.has(id)) continue;
    report({
      code: 'journey-incomplete',
      severity: 'warn',
      at: ['stages', id],
      key: true,
      message: `stage "${id}" is not in the programme's journey; it is taken to come last`,
      fix: `add ${id} to programme.journey`,
      related: [{ message: 'the journey', at: ['programme', 'journey'], key: true }],
    });
  }
}

function phasesFollow({ written, model, report }: Ground): void {
  if (written.programme.journey === undefined) return;
  let last: { id: string; phase: Phase } | undefined;
  for (const { id, phase } of model.stages.values()) {
    if (phase === undefined) continue;
    if (last && PHASES.indexOf(phase) < PHASES.indexOf(last.phase)) {
      report({
        code: 'phase-order',
        severity: 'warn',
        at: ['stages', id, 'phase'],
        message: `stage "${id}" is ${phase} being a customer, but comes after "${last.id}", which is ${last.phase}`,
        fix: 'correct the phase, or the order in programme.journey',
        related: [{ message: `"${last.id}" is ${last.phase}`, at: ['stages', last.id, 'phase'] }],
      });
    }
    last = { id, phase };
  }
}

export const PROGRAMME_CHECKS: readonly Check[] = [
  { needs: [], spoils: ['programme'], check: endsAfterStart },
  { needs: [], check: journeyListsOnce },
  { needs: [], check: journeyIsWhole },
  { needs: ['programme', 'stages'], check: phasesFollow },
];
