/** Prerequisites that can never come before what waits for them. */
import { type Day, isoDate } from '../../../calendar/date.ts';
import { observancesBetween } from '../../../calendar/observances.ts';
import type { Model, Module } from '../../../model/model.ts';
import type { Check, Ground } from './types.ts';

function prerequisitesComeFirst({ model, report }: Ground): void {
  for (const module of model.modules.values()) {
    module.after.forEach(({ module: before, atLeastDays, atMostDays }, i) => {
      const first = model.modules.get(before);
      if (!first || !shareSomebody(module, first)) return;
      if (atMostDays !== undefined && atMostDays < atLeastDays) {
        report({
          code: 'most-below-least',
          at: ['modules', module.id, 'after', i, 'atMostDays'],
          message: `module "${module.id}" comes at least ${atLeastDays} days after "${before}", and at most ${atMostDays}`,
          fix: 'swap the two, or correct one of them',
          related: [{ message: 'at least', at: ['modules', module.id, 'after', i, 'atLeastDays'] }],
        });
        return;
      }
      const over = atMostDays === undefined ? undefined : tooLongAgo(module, first, atMostDays, model);
      if (over !== undefined) {
        report({
          code: 'prerequisite-too-early',
          at: ['modules', module.id, 'after', i],
          message: `module "${module.id}" ${over.opens} but must come within ${atMostDays} days after "${before}", which ${over.due}`,
          fix: 'move one of the two windows, or raise atMostDays',
          related: [
            { message: `when of "${module.id}"`, at: ['modules', module.id, 'when'], key: true },
            { message: `when of "${before}"`, at: ['modules', before, 'when'], key: true },
          ],
        });
        return;
      }
      const late = lateness(module, first, atLeastDays, model);
      if (late === undefined) return;
      const distance = atLeastDays > 0 ? ` and ${atLeastDays} days must lie between` : '';
      report({
        code: 'prerequisite-too-late',
        at: ['modules', module.id, 'after', i],
        message: `module "${module.id}" ${late.due} but comes after "${before}", which ${late.opens}${distance}`,
        fix: 'move one of the two windows',
        related: [
          { message: `when of "${module.id}"`, at: ['modules', module.id, 'when'], key: true },
          { message: `when of "${before}"`, at: ['modules', before, 'when'], key: true },
        ],
      });
    });
  }
}

/** A prerequisite that is not asked of anyone who needs it is met. */
function shareSomebody(a: Module, b: Module): boolean {
  if (b.format === 'interview' || a.format === 'interview') return false;
  for (const post of a.audience.posts) if (b.audience.posts.has(post)) return true;
  return false;
}

function lateness(
  module: Module,
  before: Module,
  atLeastDays: number,
  model: Model,
): { due: string; opens: string } | undefined {
  if (module.when.kind === 'moment' && before.when.kind === 'moment') {
    const [last, first] = [model.moments.get(module.when.moment)!, model.moments.get(before.when.moment)!];
    if (first.from + atLeastDays <= last.to) return undefined;
    return {
      due: `is due by day ${last.to} after joining,`,
      opens: `begins on day ${first.from} at the earliest`,
    };
  }
  const due = span(module, model)?.last;
  const opens = span(before, model)?.first;
  if (due === undefined || opens === undefined || opens + atLeastDays <= due) return undefined;
  return { due: `is due by ${isoDate(due)},`, opens: `begins on ${isoDate(opens)} at the earliest` };
}

/** Where what comes before is over so early that nothing can follow in time. */
function tooLongAgo(
  module: Module,
  before: Module,
  atMostDays: number,
  model: Model,
): { due: string; opens: string } | undefined {
  if (module.when.kind === 'moment' && before.when.kind === 'moment') {
    const [own, first] = [model.moments.get(module.when.moment)!, model.moments.get(before.when.moment)!];
    if (first.to + atMostDays >= own.from) return undefined;
    return {
      opens: `begins on day ${own.from} after joining at the earliest,`,
      due: `is due by day ${first.to}`,
    };
  }
  const opens = span(module, model)?.first;
  const due = span(before, model)?.last;
  if (due === undefined || opens === undefined || due + atMostDays >= opens) return undefined;
  return { opens: `begins on ${isoDate(opens)} at the earliest,`, due: `is due by ${isoDate(due)}` };
}

/** First and last day on which a module may be held; none for moments (joiners only) and triggers. */
function span({ when }: Module, { programme }: Model): { first: Day; last: Day } | undefined {
  if (when.kind === 'once' || when.kind === 'every') return { first: when.from, last: when.by };
  if (when.kind === 'date') return { first: when.date, last: when.date };
  if (when.kind !== 'observance') return undefined;
  const days = observancesBetween(when.observance, programme.starts, programme.ends);
  return days.length === 0 ? undefined : { first: days[0]!.from, last: days.at(-1)!.to };
}

function afterListsOnce({ model, report }: Ground): void {
  for (const module of model.modules.values()) {
    const first = new Map<string, number>();
    module.after.forEach(({ module: before }, i) => {
      const earlier = first.get(before);
      if (earlier === undefined) first.set(before, i);
      else {
        report({
          code: 'listed-twice',
          at: ['modules', module.id, 'after', i],
          message: `module "${module.id}" comes after "${before}" twice`,
          fix: 'keep one',
          related: [{ message: 'the first one', at: ['modules', module.id, 'after', earlier] }],
        });
      }
    });
  }
}

export const PREREQUISITE_CHECKS: readonly Check[] = [
  { needs: ['programme', 'audiences', 'roles', 'departments', 'moments'], check: prerequisitesComeFirst },
  { needs: [], check: afterListsOnce },
];
