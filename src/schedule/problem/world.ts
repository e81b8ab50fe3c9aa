/** What all parts of a year have in common: clocks, opening times, tables of starts, and what follows what. */

import { civilOf, type Day, mondayOf, toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { linesOf } from '../../model/line.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Facilitator, Id, Model, Room } from '../../model/model.ts';
import { cellsOf } from './cells.ts';
import { Clocks } from './clock.ts';
import { gapsOf } from './gaps.ts';
import { Languages } from './languages.ts';
import { Opens } from './open-time.ts';
import type { Cell, Neighbour, Problem } from './problem.ts';

import { type StartsOf, Tables } from './start-tables.ts';
import { touchesOf } from './touches.ts';

/** Days before and after the programme that zones may reach into. */
const MARGIN = { before: 3, after: 5 };

export interface World
  extends Pick<
    Problem,
    | 'model'
    | 'clocks'
    | 'opens'
    | 'moduleIndex'
    | 'counts'
    | 'themeOfDay'
    | 'themes'
    | 'firstDay'
    | 'days'
    | 'firstMonday'
    | 'weeks'
    | 'monthOfDay'
    | 'months'
    | 'reach'
    | 'gaps'
  > {
  readonly tables: StartsOf;
  readonly languages: Languages;
  /** Modules that come after a module, and how many days. */
  readonly followers: ReadonlyMap<Id, readonly Neighbour[]>;
  readonly since: Day;
  /** Key: department, site, shift. */
  readonly cells: ReadonlyMap<string, Cell>;
  readonly lineOf: ReturnType<typeof linesOf>;
  /** Number of each site. */
  readonly places: ReadonlyMap<Id, number>;
  /** Roles that facilitators hold. */
  readonly leadingRoles: ReadonlySet<Id>;
  /** Who comes to a site; under `''` those who come to any. */
  readonly leadersOfSite: ReadonlyMap<Id, readonly Facilitator[]>;
  /** Smallest first. */
  readonly roomsOfSite: ReadonlyMap<Id, readonly Room[]>;
}

/** More than a year before the programme nothing counts. */
const LONGEST_BEFORE = 366;

/**
 * The programme's first day, or that of what the previous plan holds from before it: whoever starts the year later
 * than it began has held what was held, and nobody is asked for it twice.
 */
export function sinceOf(
  { programme: { starts } }: Model,
  sessions: readonly Pick<PlanSession, 'start' | 'status'>[] = [],
): Day {
  let since = starts;
  for (const { start, status } of sessions) {
    if (status !== 'confirmed') continue;
    const day = toDay(start.slice(0, 10));
    if (day !== undefined && day < since && day >= starts - LONGEST_BEFORE) since = day;
  }
  return since;
}

/** @param since the first day of which anything is known: see {@link sinceOf} */
export function makeWorld(model: Model, since: Day = model.programme.starts): World {
  const { ends } = model.programme;
  const clocks = new Clocks(since, ends);
  const opens = new Opens(model, clocks);
  const firstMonday = mondayOf(since) - 7;
  const firstDay: Day = since - MARGIN.before;
  const cells = cellsOf(model, clocks, firstDay);
  const days = ends - firstDay + MARGIN.after;
  const places = new Map([...model.sites.keys()].map((id, i) => [id, i]));
  return {
    model,
    since,
    clocks,
    opens,
    cells,
    lineOf: linesOf(model),
    tables: new Tables(model, opens, cellsByPlace(cells.values())),
    languages: new Languages(model),
    places,
    gaps: gapsOf(model, places),
    roomsOfSite: roomsBySite(model),
    leadersOfSite: leadersBySite(model),
    leadingRoles: new Set([...model.facilitators.values()].flatMap(({ role }) => role ?? [])),
    moduleIndex: new Map([...model.modules.keys()].map((id, i) => [id, i])),
    followers: followersOf(model),
    ...touchesOf(model, firstDay, days),
    ...monthsOf(firstDay, days),
    firstDay,
    days,
    firstMonday,
    weeks: Math.ceil((ends - firstMonday) / 7) + 2,
    reach: longest(model),
  };
}

function roomsBySite(model: Model): Map<Id, Room[]> {
  const rooms = new Map<Id, Room[]>();
  const smallestFirst = [...model.rooms.values()].sort((a, b) => a.seats - b.seats);
  for (const room of smallestFirst) for (const site of room.sites) append(rooms, site, room);
  return rooms;
}

function leadersBySite(model: Model): Map<Id, Facilitator[]> {
  const leaders = new Map<Id, Facilitator[]>();
  for (const one of model.facilitators.values()) {
    for (const site of one.sites ?? ['']) append(leaders, site, one);
  }
  return leaders;
}

function cellsByPlace(cells: Iterable<Cell>): Map<string, Cell[]> {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) append(places, `${cell.department} ${cell.site}`, cell);
  return places;
}

function followersOf(model: Model): Map<Id, Neighbour[]> {
  const followers = new Map<Id, Neighbour[]>();
  for (const module of model.modules.values()) {
    for (const { module: before, atLeastDays, atMostDays } of module.after) {
      append(followers, before, { module: module.id, atLeastDays, atMostDays });
    }
  }
  return followers;
}

/** Months of the calendar, the first day's being 0. */
function monthsOf(firstDay: Day, days: number): Pick<Problem, 'monthOfDay' | 'months'> {
  const monthOfDay = new Uint16Array(days);
  for (let i = 1; i < days; i++)
    monthOfDay[i] = monthOfDay[i - 1]! + (civilOf(firstDay + i).date === 1 ? 1 : 0);
  return { monthOfDay, months: days === 0 ? 1 : monthOfDay[days - 1]! + 1 };
}

/** Longest session with the way to it, or gap; and the longest gap on top of that. */
function longest(model: Model): number {
  const { changeoverMinutes, travelMinutes } = model.policy;
  const ways = [...model.sites.values()].flatMap(({ travel }) => [...(travel?.values() ?? [])]);
  const rooms = [...model.rooms.values()].map((room) => room.travelMinutes ?? 0);
  const way = ways.reduce((most, one) => Math.max(most, one), travelMinutes);
  const gap = rooms.reduce((most, one) => Math.max(most, one), way);
  let most = Math.max(gap, changeoverMinutes, 1);
  for (const { minutes } of model.modules.values()) most = Math.max(most, minutes + changeoverMinutes);
  const travels = ways.length > 0 || model.policy.peopleTravelMinutes > 0;
  return most + (travels ? way : 0) + gap;
}
