/** Contradictions in `policy` and `waivers`. */
import { isoDate } from '../../../calendar/date.ts';
import type { Check, Ground } from './types.ts';

function hoursAreInOrder({ model, report }: Ground): void {
  const { min, max } = model.policy.hoursPerPerson;
  if (min <= max) return;
  report({
    code: 'hours-min-over-max',
    at: ['policy', 'hoursPerPerson'],
    message: `policy asks for at least ${min} and at most ${max} hours per person`,
    fix: 'swap the two (the defaults are min 2 and max 40)',
  });
}

function minutesAreInOrder({ model, report }: Ground): void {
  for (const { id, expect } of model.roles.values()) {
    const { min, max } = expect.minutesAYear ?? { min: 0, max: 0 };
    if (min <= max) continue;
    report({
      code: 'minutes-min-over-max',
      at: ['roles', id, 'expect', 'minutesAYear'],
      message: `role "${id}" expects at least ${min} and at most ${max} minutes a year`,
      fix: 'swap the two',
    });
  }
}

function waiversAreAlive({ model, report }: Ground): void {
  const { starts } = model.programme;
  for (const waiver of model.waivers) {
    if (waiver.until >= starts) continue;
    report({
      code: 'waiver-over',
      at: [...waiver.pointer, 'until'],
      message: `the waiver of "${waiver.rule}" ends on ${isoDate(waiver.until)}, before the programme starts on ${isoDate(starts)}`,
      fix: 'take it out, or agree a later date',
      related: [{ message: 'the programme starts here', at: ['programme', 'starts'] }],
    });
  }
}

function waiversOnce({ model, report }: Ground): void {
  const first = new Map<string, (typeof model.waivers)[number]>();
  for (const waiver of model.waivers) {
    const subject = Object.entries(waiver.subject).sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify([waiver.rule, subject]);
    const earlier = first.get(key);
    if (!earlier) first.set(key, waiver);
    else {
      report({
        code: 'listed-twice',
        at: waiver.pointer,
        message: `the same gap is waived twice ("${waiver.rule}"${subject.map(([part, id]) => `, ${part} ${id}`).join('')})`,
        fix: 'keep one',
        related: [{ message: 'the first one', at: earlier.pointer }],
      });
    }
  }
}

export const POLICY_CHECKS: readonly Check[] = [
  { needs: [], check: hoursAreInOrder },
  { needs: ['roles'], check: minutesAreInOrder },
  { needs: ['programme'], check: waiversAreAlive },
  { needs: [], check: waiversOnce },
];
