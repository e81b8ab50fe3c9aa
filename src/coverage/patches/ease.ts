/** What would make room for those who found no place: the relaxations that the planner tried, as edits. */
import { toDay } from '../../calendar/date.ts';
import type { Facilitator, Module } from '../../model/model.ts';
import type { PlanUnscheduled } from '../../model/plan.ts';
import type { Context } from '../context.ts';
import type { Edit, Patch } from '../patch.ts';
import { windowOf } from './months.ts';

/** One patch for each kind of relaxation, in the planner's order; what asks for a room or a person has none. */
export function* easements(
  context: Context,
  module: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  const relaxations = entries.flatMap((entry) => entry.relaxations);
  const limits = relaxations.flatMap(
    ({ change }) => /^`maxAway` (\d+(?:%| people| person))/.exec(change)?.[1] ?? [],
  );
  const most = limits.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0];
  if (most !== undefined) yield moreAway(module, most);
  const trainer = relaxations.flatMap(
    ({ change }) => /^[\d.]+ (?:h|min) more for (.+) in that week$/.exec(change)?.[1] ?? [],
  )[0];
  const facilitator = [...context.model.facilitators.values()].find(({ name }) => name === trainer);
  if (facilitator) yield* moreHours(facilitator, neededHours(module, entries));
  const starts = relaxations.map(({ start }) => toDay(start.slice(0, 10))!);
  if (module.when.kind === 'once' && starts.length > 0) {
    const { from, by } = module.when;
    const longer = windowOf(context, Math.min(from, ...starts), Math.max(by, ...starts) + 7);
    yield {
      title: `Give “${module.name}” until ${longer.by}${longer.from < windowOf(context, from, by).from ? `, from ${longer.from}` : ''}`,
      edits: [{ pointer: ['modules', module.id, 'when'], op: 'set', value: longer }],
    };
  }
}

/** The module's own share: the department keeps its promise for everything else. */
function moreAway({ id, name }: Module, most: string): Patch {
  return {
    title: `Let ${most} of a shift be away for “${name}”`,
    edits: [{ pointer: ['modules', id, 'maxAway'], op: 'set', value: most }],
    note: 'The head of department has to agree: the floor is that much thinner for these minutes.',
  };
}

/** Hours that everybody who is left out would take of one trainer. */
function neededHours({ minutes, seats }: Module, entries: readonly PlanUnscheduled[]): number {
  const people = entries.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return Math.ceil((Math.ceil(people / (seats.max ?? people)) * minutes) / 60);
}

/** The trainer's hours a week, then bought days, then both; only limits that are written can be raised. */
function* moreHours(facilitator: Facilitator, hours: number): Generator<Patch> {
  const { id, name, minutesPerWeek, minutesPerDay, totalDays } = facilitator;
  const raise = (key: string, value: number): Edit => ({
    pointer: ['facilitators', id, key],
    op: 'set',
    value,
  });
  const week =
    minutesPerWeek === undefined ? [] : [raise('hoursPerWeek', Math.ceil(minutesPerWeek / 60) + hours)];
  const days = totalDays === undefined ? [] : [raise('totalDays', totalDays + Math.ceil(hours / 6))];
  const day =
    minutesPerDay === undefined ? [] : [raise('hoursPerDay', Math.ceil(minutesPerDay / 60) + hours)];
  const note = `Ask ${name} first.`;
  if (week.length > 0) yield { title: `Give ${name} ${hours} more hours in any week`, edits: week, note };
  if (days.length > 0) yield { title: `Buy ${Math.ceil(hours / 6)} more days of ${name}`, edits: days, note };
  const all = [...week, ...days, ...day];
  if (all.length > 1)
    yield { title: `Give ${name} ${hours} more hours, in days and weeks`, edits: all, note };
}
