/** Contradictions in `policy` and `waivers`. */
import { isoDate, spanText } from '../../../calendar/date.ts';
import { isNight } from '../../../model/working-time/time.ts';
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

/** Rest after nights that nobody works. */
function nightsAreWorked({ model, report }: Ground): void {
  if (model.policy.restAfterNight === 0) return;
  const shifts = [...model.departments.values()].flatMap(({ shifts }) => [...shifts.values()]);
  if (shifts.some(({ times }) => times.some(({ hours }) => isNight(hours.start, hours.end)))) return;
  report({
    code: 'no-night',
    severity: 'warn',
    at: ['policy', 'restAfterNightHours'],
    key: true,
    message: 'policy asks for rest after a night, and no shift has three hours between 23:00 and 06:00',
    fix: 'take it out, or correct the hours of the shift',
  });
}

/** Sessions that could never lie within the hours that are preferred for them. */
function preferredHoursHold({ model, report }: Ground): void {
  for (const [format, hours] of model.policy.preferredHours) {
    const at = ['policy', 'preferredHours', format];
    const length = hours.end - hours.start;
    if (length === 0) {
      report({
        code: 'no-length',
        at,
        message: `the hours that policy prefers for ${format} begin and end at the same time`,
        fix: 'write from when to when, or take them out where any hour will do',
      });
      continue;
    }
    const long = [...model.modules.values()].find((one) => one.format === format && one.minutes > length);
    if (!long) continue;
    report({
      code: 'longer-than-preferred',
      severity: 'warn',
      at,
      message: `policy prefers ${spanText(hours)} for ${format}, but module "${long.id}" takes ${long.minutes} minutes`,
      fix: 'widen the hours, or split the module into parts',
      related: [{ message: `module "${long.id}"`, at: ['modules', long.id, 'minutes'] }],
    });
  }
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
  { needs: ['modules'], check: preferredHoursHold },
  { needs: ['departments'], check: nightsAreWorked },
  { needs: ['roles'], check: minutesAreInOrder },
  { needs: ['programme'], check: waiversAreAlive },
  { needs: [], check: waiversOnce },
];
