/** What would make room in meetings, huddles and rooms: the relaxations that the planner tried, as edits. */

import { clock, endClock, toDay, weekday } from '../../calendar/date.ts';
import { sum } from '../../collections/sums.ts';
import type { PlanUnscheduled } from '../../model/made/plan.ts';
import type { Id, Module, Room, TimeRange } from '../../model/model.ts';
import type { Patch, PatchContext } from '../patch.ts';

const MEETING = /^a (?:further )?meeting of /;
const SEATS = /^`seats` (\d+) instead of /;
const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const DAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const A_DAY = 1440;
/** No meeting is made longer than an hour. */
const LONGEST = 60;

/**
 * One further meeting for everybody of the department's shift who waits for one, whatever the module: as long as the
 * longest of them, then long enough for all one after the other.
 */
export function* meetings(context: PatchContext, entries: readonly PlanUnscheduled[]): Generator<Patch> {
  const first = entries.find((entry) => startsOf([entry], MEETING).length > 0);
  const group = first && context.groups.get(first.group);
  if (!group) return;
  const alike = context.plan.unscheduled.filter((entry) => {
    const other = context.groups.get(entry.group);
    return other?.department === group.department && other.shift === group.shift;
  });
  const [at, day] = usual(startsOf(alike, MEETING));
  const modules = new Set(
    alike.filter((one) => startsOf([one], MEETING).length > 0).map((one) => one.module),
  );
  const minutes = [...modules].map((id) => context.model.modules.get(id)!.minutes);
  const lengths = [Math.max(...minutes), Math.min(LONGEST, sum(minutes))].map((n) => Math.ceil(n / 5) * 5);
  const { name, shifts, meetings } = context.model.departments.get(group.department)!;
  const { base = group.shift, team } = shifts.get(group.shift) ?? {};
  // A team with meetings of its own attends no others.
  const own = team === undefined ? [] : ['teams', team];
  const section = ['departments', group.department, ...own, 'meetings'];
  const pointer =
    context.written(section) === undefined ? ['departments', group.department, 'meetings'] : section;
  const several = [...shifts.values()].filter((shift) => shift.team === undefined).length > 1;
  const id = freshId(new Set(meetings.map((meeting) => meeting.id)), several ? base : 'further');
  const who = several ? `the ${base} shift of ${name}` : name;
  for (const length of new Set(lengths)) {
    yield {
      title: `Give ${who} a meeting on ${DAY_NAMES[DAYS.indexOf(day)]}s at ${at}, ${length} minutes`,
      edits: [
        {
          pointer: [...pointer, id],
          op: 'set',
          value: { day, at, minutes: length, ...(several && { shifts: [base] }) },
        },
      ],
      note: 'The head of department has to agree to hold it; any other weekday and time of that shift does as well.',
    };
  }
}

/** Enough seats in the huddles that are held to take in everybody, spread over them as well as may be. */
export function* seats(
  context: PatchContext,
  module: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  const { max, min } = module.seats;
  const tried = entries.flatMap(({ relaxations }) =>
    relaxations.flatMap(({ change }) => Number(SEATS.exec(change)?.[1] ?? []) || []),
  );
  if (max === undefined || tried.length === 0) return;
  const people = sum(entries.map(({ first, last }) => last - first + 1));
  const occurrences = new Set(entries.map(({ occurrence }) => occurrence));
  const held = context.plan.sessions.filter(
    (one) => one.module === module.id && occurrences.has(one.occurrence) && one.status === 'confirmed',
  ).length;
  const spread = max + Math.ceil(people / Math.max(1, held));
  for (const most of new Set([spread, Math.max(...tried), max + people].sort((a, b) => a - b))) {
    yield {
      title: `Let ${most} people into one session of “${module.name}”`,
      edits: [
        {
          pointer: ['modules', module.id, 'seats'],
          op: 'set',
          value: min === undefined ? most : { min, max: most },
        },
      ],
    };
  }
}

/** The room open at the hours that were tried, where it is closed by one plain range of hours. */
export function* openings(
  context: PatchContext,
  module: Module,
  entries: readonly PlanUnscheduled[],
): Generator<Patch> {
  for (const room of context.model.rooms.values()) {
    const starts = startsOf(entries, { test: (change) => change.startsWith(`${room.name} open `) });
    const written = context.written(['rooms', room.id, 'closed']);
    const range = plainRange(room);
    if (starts.length === 0 || !range?.hours || !Array.isArray(written) || written.length !== 1) continue;
    const { start, end } = range.hours;
    const begins = starts.map(minuteOf).map((minute) => (minute < start ? minute + A_DAY : minute));
    const [from, to] = [Math.min(...begins), Math.max(...begins) + module.minutes];
    const left = [
      [start, from],
      [to, end],
    ].filter(([a, b]) => a! < b!);
    yield {
      title: `Open ${room.name} from ${clock(from % A_DAY)} to ${clock(to % A_DAY)}`,
      edits: [
        left.length === 0
          ? { pointer: ['rooms', room.id, 'closed'], op: 'remove' }
          : {
              pointer: ['rooms', room.id, 'closed'],
              op: 'set',
              value: left.map(([a, b]) => ({
                ...(written[0] as object),
                hours: `${clock(a! % A_DAY)}-${endClock(endOf(b!))}`,
              })),
            },
      ],
      note: 'Ask whoever locks it first.',
    };
  }
}

/** The only range, of hours and perhaps days. */
function plainRange({ closed }: Room): TimeRange | undefined {
  const [range] = closed;
  return closed.length === 1 && range && !range.monthEnd && !range.quarterEnd ? range : undefined;
}

function endOf(minute: number): number {
  return minute > A_DAY ? minute - A_DAY : minute;
}

/** `2027-01-05T09:00` of each relaxation of a kind. */
function startsOf(entries: readonly PlanUnscheduled[], words: Pick<RegExp, 'test'>): string[] {
  return entries.flatMap(({ relaxations }) =>
    relaxations.flatMap(({ change, start }) => (words.test(change) ? start : [])),
  );
}

function minuteOf(start: string): number {
  return Number(start.slice(11, 13)) * 60 + Number(start.slice(14, 16));
}

/** The time and the weekday of most of them; the earliest of those equal. */
function usual(starts: readonly string[]): readonly [string, string] {
  const slots = starts.map((start) => `${start.slice(11)} ${DAYS[weekday(toDay(start.slice(0, 10))!) - 1]}`);
  const counts = new Map<string, number>();
  for (const slot of slots) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  const [most] = [...counts].sort(([, a], [, b]) => b - a)[0]!;
  return most.split(' ') as [string, string];
}

function freshId(known: ReadonlySet<Id>, wanted: string): Id {
  for (let n = 1; ; n++) {
    const id = n === 1 ? wanted : `${wanted}-${n}`;
    if (!known.has(id)) return id;
  }
}
