/**
 * The year as numbers: groups, pools and requirements with everything that never changes while planning
 * (windows, possible starts, who could lead, which rooms), so that the search only looks up. `encode/` makes it.
 */
import { civilOf, type Day } from '../../calendar/date.ts';
import { overlaps, type Spans } from '../../calendar/spans.ts';
import type { Group, Requirement } from '../../demand/types.ts';
import {
  type AwayLimit,
  type HeadsFrom,
  type Id,
  type Model,
  type Module,
  mostAway,
  type Room,
} from '../../model/model.ts';
import type { Clocks, ZoneClock } from './clock.ts';
import type { Crews } from './crews.ts';
import type { FacilitatorInfo } from './facilitator.ts';
import type { Gaps, GapsOf, Trip } from './gaps.ts';
import type { Opens } from './open-time.ts';
import type { StartTable } from './start-table.ts';

export type { FacilitatorInfo } from './facilitator.ts';

/** Sessions of at least so many minutes want a short one that repeats them. */
export const LONG = 60;
/** Sessions of at most so many minutes can repeat one. */
export const SHORT = 30;
/** A short session repeats a long one that is so many days back. */
export const REPEATS = { soonest: 14, latest: 42 };

/** The people of one department on one shift at one site: what floors and leaders are counted by. */
export interface Cell {
  readonly index: number;
  readonly department: Id;
  readonly site: Id;
  readonly shift: Id;
  /** The most who are there at a time. */
  readonly heads: number;
  /** UTC minute at which its days begin, before its earliest shift: a night is one day. */
  readonly dawn: number;
  /** Of whoever manages its people: cells of one line share their managers. */
  readonly line: number;
  /** How many line-led sessions of the line at once, at most. */
  readonly leaders: number;
  /** UTC stretches in which the managers' shift is on, where that is another one than its own and meets it. */
  readonly managed: Spans | undefined;
  /** How many are there, and how many lead, by day; undefined where that never changes. */
  readonly steps: readonly HeadsFrom[] | undefined;
  readonly leaderSteps: readonly HeadsFrom[] | undefined;
}

export interface GroupInfo {
  readonly index: number;
  readonly group: Group;
  readonly heads: number;
  /** Most minutes of each in a week, huddles apart. */
  readonly perWeek: number;
  readonly joiner: boolean;
  readonly clock: ZoneClock;
  /** UTC stretches in which its shift is on: `[start, end, …]`. */
  readonly rostered: Int32Array;
  readonly cell: Cell;
  /** That its people understand, as bits. */
  readonly languages: number;
  /** Of the role, where a facilitator holds it; −1 else. */
  readonly role: number;
  /** Number of the first member among all members of all groups. */
  readonly memberBase: number;
  /** Number of its site. */
  readonly home: number;
  /** Whether anything asked of it is held at another site. */
  travels: boolean;
}

export interface RoomInfo {
  readonly index: number;
  readonly room: Room;
  /** Of a room that moves: how long it takes from one place to another. */
  readonly gaps: Gaps | undefined;
  /** UTC. */
  readonly closed: Spans;
}

/** Requirements that may share sessions. */
export interface Pool {
  readonly index: number;
  readonly module: Module;
  readonly occurrence: string;
  readonly part: number;
  readonly site: Id;
  /** Number of the site; −1 online. */
  readonly place: number;
  readonly clock: ZoneClock;
  readonly minutes: number;
  readonly step: number;
  /** Most in one session; `Infinity` when nothing limits it. */
  readonly seats: number;
  readonly led: boolean;
  /** How many lead a session of it together. */
  readonly leaders: number;
  readonly able: readonly FacilitatorInfo[];
  /** In which it can be held, as bits; of nobody's asking where no facilitator leads it. */
  readonly languages: number;
  /** Whether it may be held outside the shift, as overtime. */
  readonly overtime: boolean;
  /** Whether anybody says anything about the language in which it is led. */
  readonly spoken: boolean;
  readonly roomed: boolean;
  /** That have the features, smallest first. */
  readonly rooms: readonly RoomInfo[];
  readonly huddle: boolean;
  /** One leader of each cell must be free. */
  readonly line: boolean;
  /** Host's resource and places; −1 and 0 without a host. */
  readonly host: number;
  readonly guests: number;
  /** First of the resources of the department's meetings at the site; huddles only. */
  readonly meetings: number;
  /** Whether prerequisites, parts or dependants tie it to other pools. */
  readonly linked: boolean;
  readonly moduleIndex: number;
  /** Whether people of several departments could come together. */
  mixed: boolean;
  readonly reqs: Req[];
}

/** What is tied to a module for one group; one for all its occurrences and parts. */
export interface Links {
  /** Its requirements, by time and part. */
  readonly own: readonly Req[];
  /** What must come before it. */
  readonly needs: readonly Link[];
  /** What must come after it. */
  readonly followers: readonly Link[];
}

export interface Link extends Distance {
  /** Requirements of the other module, by time and part; never empty. */
  readonly reqs: readonly Req[];
}

/** Days between what comes before and what comes after it. */
export interface Distance {
  readonly atLeastDays: number;
  readonly atMostDays: number | undefined;
}

/** A module that comes after (or before) another. */
export interface Neighbour extends Distance {
  readonly module: Id;
}

export interface Req {
  readonly index: number;
  readonly requirement: Requirement;
  readonly group: GroupInfo;
  readonly pool: Pool;
  readonly from: Day;
  readonly by: Day;
  /** The first day on which a session may be new to its people: not before what is over, nor in the notice period. */
  readonly opens: Day;
  readonly tables: readonly StartTable[];
  /** Where its people go for it; undefined where they stay. */
  readonly trip: Trip | undefined;
  /** Minutes of the way there, and of the way back. */
  readonly way: number;
  /** Where its members' places stand in `State.places`. */
  readonly base: number;
  /** Of linked pools only. */
  links: Links | undefined;
  /** Heads of its cell that may be away at once, at most; huddles and joiners' moments: no limit. */
  readonly floor: number;
  /** Of the role of which it takes people who may have to lead; −1: of none, as for joiners at their moments. */
  readonly role: number;
  /** The share of its cell that this is, or the number of people. */
  readonly limit: AwayLimit;
  /** UTC stretches outside the department's busy times, where those do not bind: for joiners. */
  readonly quiet: Spans | undefined;
}

export interface Problem {
  readonly model: Model;
  readonly clocks: Clocks;
  /** Between two sessions of people, and of those who lead. */
  readonly gaps: GapsOf;
  readonly opens: Opens;
  /** When the host of a pool can be visited (UTC): a session lies in one of the lists. */
  readonly hosted: (pool: Pool) => readonly Spans[];
  readonly groups: readonly GroupInfo[];
  readonly cells: readonly Cell[];
  readonly rooms: readonly RoomInfo[];
  readonly facilitators: readonly FacilitatorInfo[];
  readonly crews: Crews;
  readonly pools: readonly Pool[];
  readonly reqs: readonly Req[];
  readonly moduleIndex: ReadonlyMap<Id, number>;
  /** Whether attending counts as a touch; key: module × days + day of the programme. */
  readonly counts: Uint8Array;
  /** Number of each day's theme of the month; −1 where it has none. */
  readonly themeOfDay: Int16Array;
  /** Numbers of a module's own themes; undefined: that of the month. */
  readonly themes: readonly (readonly number[] | undefined)[];
  /** Groups with a long, themed session that short ones can repeat. */
  readonly repeatable: Uint8Array;
  readonly roleHeads: readonly number[];
  /** Of roles whose heads change: how many by day. */
  readonly roleSteps: readonly (readonly HeadsFrom[] | undefined)[];
  readonly hosts: number;
  readonly meetings: number;
  readonly members: number;
  /** People of the part of the year; more than the members where only some of it is looked at. */
  readonly everybody: number;
  readonly places: number;
  readonly firstDay: Day;
  readonly days: number;
  readonly firstMonday: Day;
  readonly weeks: number;
  /** Number of each day's month of the calendar, and how many there are. */
  readonly monthOfDay: Uint16Array;
  readonly months: number;
  /** Longest session or gap, in minutes. */
  readonly reach: number;
  /** Nothing new may start on or before this day (the past of a plan that is replaced). */
  readonly past: Day;
  /** The first day after the notice period: earlier ones are for what stands, and for what can wait no longer. */
  readonly noticed: Day;
}

/** The part of `[start, end)` in which a group's shift is on, from its first minute to its last; empty where it is not. */
export function partOnShift(
  { rostered }: GroupInfo,
  start: number,
  end: number,
): { readonly from: number; readonly to: number; readonly outside: number } {
  let [from, to, inside] = [end, start, 0];
  for (let i = firstEnding(rostered, start); i < rostered.length && rostered[i]! < end; i += 2) {
    const [begins, ends] = [Math.max(start, rostered[i]!), Math.min(end, rostered[i + 1]!)];
    from = Math.min(from, begins);
    to = Math.max(to, ends);
    inside += ends - begins;
  }
  return { from, to, outside: end - start - inside };
}

/** Index of the first stretch that ends after a minute. */
export function firstEnding(rostered: Int32Array, at: number): number {
  let [low, high] = [0, rostered.length >> 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (rostered[2 * middle + 1]! <= at) low = middle + 1;
    else high = middle;
  }
  return 2 * low;
}

/** Whether a room may be used in `[start, end)`: the site's own closures bind the groups already. */
export function roomOpen(room: RoomInfo, start: number, end: number): boolean {
  return !overlaps(room.closed, start, end);
}

/** Whether attending on a local day is a touch that counts. */
export function countsOn({ counts, days, firstDay }: Problem, { moduleIndex }: Pool, day: Day): boolean {
  return counts[moduleIndex * days + day - firstDay] === 1;
}

/** Whether the module may be held in a local day's calendar month. */
export function inMonths(module: Module, day: Day): boolean {
  const months = module.when.kind === 'every' ? module.when.months : undefined;
  return months === undefined || months.includes(civilOf(day).month);
}

/** How many are there on a day. @param steps by day, the first on or before it */
export function headsOn(steps: readonly HeadsFrom[], day: Day): number {
  let [low, high] = [0, steps.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (steps[middle]!.from <= day) low = middle + 1;
    else high = middle;
  }
  return steps[Math.max(0, low - 1)]!.heads;
}

/** How many of a requirement's cell may be away at once in a session that starts on a day of theirs. */
export function floorOn({ floor, limit, group }: Req, day: Day): number {
  const { steps } = group.cell;
  if (steps === undefined || floor === Number.POSITIVE_INFINITY) return floor;
  return Math.min(floor, mostAway(limit, headsOn(steps, day)));
}

/** How many line-led sessions at once on a day. */
export function leadersOn({ leaders, leaderSteps }: Cell, day: Day): number {
  return leaderSteps === undefined ? leaders : Math.max(1, headsOn(leaderSteps, day));
}

/** Heads of a role around a day: the fewest, as its people may live in several zones. */
export function roleHeadsAround({ roleHeads, roleSteps }: Problem, role: number, day: Day): number {
  const steps = roleSteps[role];
  if (steps === undefined) return roleHeads[role]!;
  return Math.min(headsOn(steps, day - 1), headsOn(steps, day), headsOn(steps, day + 1));
}
