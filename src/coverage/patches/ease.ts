/** What would make room for those who found no place: the relaxations that the planner tried, as edits. */
import { toDay } from '../../calendar/date.ts';
import type { PlanUnscheduled } from '../../model/made/plan.ts';
import type { Facilitator, Module } from '../../model/model.ts';
import { type Edit, joined, type Patch, type PatchContext } from '../patch.ts';
import { limits } from './ease-limits.ts';
import { meetings, openings, seats } from './ease-places.ts';
import { windowOf } from './months.ts';

/**
 * One patch for each kind of relaxation, in the planner's order; what asks for a room or a person has none. Two changes
 * that only help together make one patch.
 */
export function* easements(
  context: PatchContext,
  module: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  const alone = entries.map((entry) => {
    return { ...entry, relaxations: entry.relaxations.filter(({ change }) => !change.includes(BOTH)) };
  });
  yield* single(context, module, alone);
  for (const entry of entries) {
    const pair = entry.relaxations.find(({ change }) => change.includes(BOTH));
    if (!pair) continue;
    const [a, b] = pair.change.split(BOTH).map((change) => {
      const one = { ...entry, relaxations: [{ change, start: pair.start }] };
      return [...single(context, module, [one])][0];
    });
    if (!a || !b) continue;
    yield joined([a, b]);
    return;
  }
}

/** Between two changes that only help together. */
const BOTH = '; and ';

function* single(
  context: PatchContext,
  module: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  const relaxations = entries.flatMap((entry) => entry.relaxations);
  const shares = relaxations.flatMap(
    ({ change }) => /^`maxAway` (\d+(?:%| people| person))/.exec(change)?.[1] ?? [],
  );
  const most = shares.sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))[0];
  if (most !== undefined) yield moreAway(module, most);
  const trainer = relaxations.flatMap(
    ({ change }) => /^[\d.]+ (?:h|min) more for (.+) in that week$/.exec(change)?.[1] ?? [],
  )[0];
  const facilitator = [...context.model.facilitators.values()].find(({ name }) => name === trainer);
  if (facilitator) yield* moreHours(facilitator, neededHours(module, entries));
  yield* meetings(context, entries);
  yield* seats(context, module, entries);
  yield* openings(context, module, entries);
  yield* limits(context, module, entries);
  const longer = relaxations.filter(({ change }) => /longer window|another day/.test(change));
  const starts = (longer.length > 0 ? longer : relaxations).map(({ start }) => toDay(start.slice(0, 10))!);
  if (module.when.kind === 'once' && !module.when.offers && starts.length > 0) {
    const { from, by } = module.when;
    const wider = windowOf(context, Math.min(from, ...starts), Math.max(by, ...starts) + 7);
    yield {
      title: `Give “${module.name}” until ${wider.by}${wider.from < windowOf(context, from, by).from ? `, from ${wider.from}` : ''}`,
      edits: [{ pointer: ['modules', module.id, 'when'], op: 'set', value: wider }],
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
