/** Limits that would have to give way: a week's minutes, busy times, guests, a trainer's day. As the planner tried them, as edits. */
import { clock, endClock } from '../../calendar/date.ts';
import type { PlanUnscheduled } from '../../model/made/plan.ts';
import type { Module, ShiftTime } from '../../model/model.ts';
import type { Edit, Patch, PatchContext } from '../patch.ts';

/** One patch for each such limit that was tried and can be written. */
export function* limits(
  context: PatchContext,
  module: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  const changes = entries.flatMap(({ relaxations }) => relaxations.map(({ change }) => change));
  if (changes.some((change) => change.startsWith('a higher minutesPerWeek ')))
    yield fullerWeeks(context, module, entries[0]!);
  if (changes.includes('one more place at the host') && module.host)
    yield set(
      `Let the host of “${module.name}” take ${module.host.guests + 1} guests at once`,
      ['modules', module.id, 'host', 'guests'],
      module.host.guests + 1,
      'Ask the host first.',
    );
  if (changes.some((change) => change.startsWith('busy times of '))) yield* quieter(context, module, entries);
  yield* longerDays(context, changes);
}

/** More minutes a week, where the limit of those people is written. */
function fullerWeeks(
  { model, written, groups }: PatchContext,
  module: Module,
  entry: PlanUnscheduled,
): Patch {
  const { role, department, site, shift } = groups.get(entry.group)!;
  const now = model.posts.get(`${role}.${site}.${shift}`)?.minutesPerWeek ?? model.policy.minutesPerWeek;
  const places: Edit['pointer'][] = [
    ['roles', role, 'minutesPerWeek'],
    ['departments', department, 'minutesPerWeek'],
    ['policy', 'minutesPerWeekByLevel', model.roles.get(role)?.level ?? ''],
  ];
  const own = places.find((place) => written(place) !== undefined);
  return set(
    `Let people learn for ${now + module.minutes} minutes in a week`,
    own ?? ['policy', 'minutesPerWeek'],
    now + module.minutes,
    own ? 'Ask the heads of department.' : 'It holds for everybody: ask the heads of department.',
  );
}

function set(title: string, pointer: Edit['pointer'], value: unknown, note: string): Patch {
  return { title, edits: [{ pointer, op: 'set', value }], note };
}

/** Busy times that let the module in. */
function* quieter(
  context: PatchContext,
  { minutes }: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  const department = context.model.departments.get(context.groups.get(entries[0]!.group)!.department)!;
  const written = context.written(['departments', department.id, 'busy']);
  if (!Array.isArray(written)) return;
  const edits = department.busy.flatMap(({ allowUpTo }, i): Edit[] =>
    allowUpTo >= minutes
      ? []
      : [{ pointer: ['departments', department.id, 'busy', i, 'allowUpTo'], op: 'set', value: minutes }],
  );
  if (edits.length === 0) return;
  yield {
    title: `Let busy times of ${department.name} allow ${minutes} minutes`,
    edits,
    note: 'The head of department has to agree.',
  };
}

/** A trainer at work earlier or later, as `longerDay` says it. */
function* longerDays({ model }: PatchContext, changes: readonly string[]): Generator<Patch> {
  for (const { id, name, works } of model.facilitators.values()) {
    const [{ hours }, ...more] = works as [ShiftTime, ...ShiftTime[]];
    // Which of several stretches would be longer is for a person to say.
    if (more.length > 0) continue;
    const own = changes.filter((change) => change.startsWith(`${name} `) && change.includes(' instead of '));
    if (own.length === 0) continue;
    const times = (word: string) =>
      own
        .flatMap((change) => new RegExp(`\\b${word} (\\d\\d:\\d\\d) instead of`).exec(change)?.[1] ?? [])
        .sort();
    const from = times('from')[0] ?? clock(hours.start);
    const to = times('until').at(-1) ?? endClock(hours.end);
    yield set(
      `Have ${name} at work from ${from} to ${to}`,
      ['facilitators', id, 'hours'],
      `${from}-${to}`,
      `Ask ${name} first.`,
    );
  }
}
