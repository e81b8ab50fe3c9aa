/**
 * What sessions take from others: for every person, floor, room, facilitator, host and meeting when they are taken,
 * and the sums that constraints and soft terms ask for. Counting a session and taking it back are exact inverses.
 */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import {
  type Cell,
  countsOn,
  type FacilitatorInfo,
  floorOn,
  type GroupInfo,
  type Problem,
  partOnShift,
  type Req,
} from '../problem/problem.ts';
import { Repeats } from './repeats.ts';
import { dayFor, minutesOf, type Seat, type Session } from './session.ts';
import { Timeline } from './timeline.ts';
import { Weeks } from './weeks.ts';

export class Tallies {
  readonly problem: Problem;
  /** Members first…last of each group. */
  readonly people: Timeline;
  /** Heads away from each cell's floor, under the cap of their requirement. */
  readonly floors: Timeline;
  /** One for each session that each cell's line leads. */
  readonly leaders: Timeline;
  /** Heads of each role that both learns and leads. */
  readonly roles: Timeline;
  /** Guests of each host, under the most of their module. */
  readonly hosts: Timeline;
  readonly meetings: Timeline;
  readonly rooms: Timeline;
  /** Each facilitator, at a place. */
  readonly facilitators: Timeline;
  /** Minutes, sessions and touches of each person in each week. */
  readonly weeks: Weeks;
  /** Person-minutes of all together in each week, huddles apart. */
  readonly inAll: Float64Array;
  /** Person-minutes of each cell on each day or night of its shift, huddles and joiners apart. Index: {@link shiftDayKey}. */
  readonly inShift: Int32Array;
  /** Minutes that each facilitator leads: key facilitator × days + day · × weeks + week · in all; and days with any. */
  readonly ledDay: Uint16Array;
  readonly ledWeek: Uint16Array;
  /** In each month of the calendar. */
  private readonly ledMonth: Uint16Array;
  readonly ledTotal: Int32Array;
  readonly ledDays: Int32Array;
  /** Seats of a group in sessions with a facilitator. Key: {@link metKey}. */
  readonly met: Map<number, number> = new Map();
  /** Different facilitators that each group meets. */
  readonly metCount: Int32Array;
  /** Sessions of a module in a room. Key: {@link roomKey}. */
  readonly usedRooms: Map<number, number> = new Map();
  readonly repeats: Repeats;

  constructor(problem: Problem) {
    this.problem = problem;
    const { weeks, days, firstDay, reach } = problem;
    const line = (resources: number): Timeline => new Timeline(resources, firstDay, days, reach);
    const facilitators = problem.facilitators.length;
    this.people = line(problem.groups.length);
    this.floors = line(problem.cells.length);
    this.leaders = line(problem.cells.length);
    this.roles = line(problem.roleHeads.length);
    this.hosts = line(problem.hosts);
    this.meetings = line(problem.meetings);
    this.rooms = line(problem.rooms.length);
    this.facilitators = line(facilitators);
    this.weeks = new Weeks(problem);
    this.repeats = new Repeats(problem);
    this.inAll = new Float64Array(weeks);
    this.inShift = new Int32Array(problem.cells.length * days);
    this.metCount = new Int32Array(problem.groups.length);
    this.ledDay = new Uint16Array(facilitators * days);
    this.ledWeek = new Uint16Array(facilitators * weeks);
    this.ledMonth = new Uint16Array(facilitators * problem.months);
    this.ledTotal = new Int32Array(facilitators);
    this.ledDays = new Int32Array(facilitators);
  }

  /** Number of a day's week, the first Monday's being 0. */
  weekOf(day: Day): number {
    // Never negative: whole numbers divide faster.
    return ((day - this.problem.firstMonday) / 7) | 0;
  }

  /** Counts what a session's time, room and leader take from others, or with −1 takes it back. */
  protected tally(session: Session, by: 1 | -1): void {
    const { pool, seats, start, end, id } = session;
    let known: Req | undefined;
    for (let i = 0; i < seats.length; i++) {
      const seat = seats[i]!;
      this.tallySeat(session, seat, by);
      if (seat.req !== known) this.repeats.tally(session, seat.req.group, by);
      known = seat.req;
    }
    if (pool.line) this.tallyLeaders(session, by);
    if (!pool.huddle) this.inAll[this.weekOf(session.day)]! += by * session.heads * minutesOf(session);
    if (pool.host >= 0) this.entry(this.hosts, pool.host, start, end, session.heads, pool.guests, id, by);
    if (session.meeting >= 0) this.entry(this.meetings, session.meeting, start, end, 0, 0, id, by);
    if (session.room) {
      this.entry(this.rooms, session.room.index, start, end, pool.place, 0, id, by);
      this.tallyRoom(session, by);
    }
    const { facilitator } = session;
    if (!facilitator) return;
    this.tallyFacilitator(session, facilitator, by);
    for (const other of facilitator.coFacilitators) this.tallyFacilitator(session, other, by);
  }

  /** Counts (or takes back) that a module is held in a room, whenever that is. */
  tallyRoom(session: Pick<Session, 'pool' | 'room'>, by: 1 | -1): void {
    count(this.usedRooms, roomKey(this.problem, session), by);
  }

  private tallySeat(session: Session, seat: Seat, by: 1 | -1): void {
    const { req, first, last } = seat;
    const { pool, start, end, day, id, facilitator } = session;
    const { group } = req;
    const heads = last - first + 1;
    this.entry(this.people, group.index, start, end, first, last, id, by);
    const { way } = req;
    const [from, to] = pool.overtime ? this.tallyOvertime(session, seat, by) : [start - way, end + way];
    if (req.floor < Number.POSITIVE_INFINITY && from < to) {
      const most = floorOn(req, dayFor(session, group));
      this.entry(this.floors, group.cell.index, from, to, heads, most, id, by);
    }
    if (req.role >= 0) this.entry(this.roles, req.role, start - way, end + way, heads, 0, id, by);
    if (facilitator) {
      this.meet(group, facilitator, by);
      for (const other of facilitator.coFacilitators) this.meet(group, other, by);
    }
    const week = this.weekOf(dayFor(session, group));
    if (!pool.huddle) {
      this.weeks.add(group, first, last, week, minutesOf(session), by);
      if (!group.joiner)
        this.inShift[shiftDayKey(this.problem, group.cell, start)]! += by * heads * minutesOf(session);
    }
    if (countsOn(this.problem, pool, day)) this.weeks.touch(group, first, last, week, by);
  }

  /** Counts minutes outside the shift; gives the part of the session in which people are missed on the floor. */
  private tallyOvertime(session: Session, { req, first, last }: Seat, by: 1 | -1): readonly [number, number] {
    const { group, way } = req;
    const { from, to, outside } = partOnShift(group, session.start - way, session.end + way);
    const week = this.weekOf(dayFor(session, group));
    if (outside > 0) this.weeks.addOvertime(group, first, last, week, by * outside);
    return [from, to];
  }

  private meet(group: GroupInfo, one: FacilitatorInfo, by: 1 | -1): void {
    this.metCount[group.index]! += count(this.met, metKey(this.problem, group, one), by);
  }

  private tallyLeaders({ seats, start, end, id }: Session, by: 1 | -1): void {
    for (let i = 0; i < seats.length; i++) {
      const { cell } = seats[i]!.req.group;
      if (!isFirstOfLine(cell, seats, i)) continue;
      const way = wayOfLine(cell, seats);
      this.entry(this.leaders, cell.line, start - way, end + way, 1, 0, id, by);
    }
  }

  private tallyFacilitator({ pool, start, end, id }: Session, one: FacilitatorInfo, by: 1 | -1): void {
    this.entry(this.facilitators, one.index, start, end, pool.place, 0, id, by);
    if (one.role >= 0) this.entry(this.roles, one.role, start, end, 1, 0, id, by);
    this.tallyLed(one, start, end - start, by);
  }

  /** Counts (or takes back) minutes that somebody leads, wherever that is. @param start UTC minutes */
  tallyLed(one: FacilitatorInfo, start: number, minutes: number, by: 1 | -1): void {
    this.tallyHours(one, start, minutes, by);
    this.ledTotal[one.index]! += by * minutes;
  }

  /** Counts (or takes back) what minutes that somebody leads leave of their hours and days. */
  tallyHours({ index, clock }: FacilitatorInfo, start: number, minutes: number, by: 1 | -1): void {
    const day = clock.day(start);
    const at = index * this.problem.days + day - this.problem.firstDay;
    if (by === 1 && this.ledDay[at] === 0) this.ledDays[index]! += 1;
    this.ledDay[at]! += by * minutes;
    if (by === -1 && this.ledDay[at] === 0) this.ledDays[index]! -= 1;
    this.ledWeek[index * this.problem.weeks + this.weekOf(day)]! += by * minutes;
    this.ledMonth[index * this.problem.months + this.monthOf(day)]! += by * minutes;
  }

  /** Minutes that somebody leads in the month of a day. */
  ledIn({ index }: FacilitatorInfo, day: Day): number {
    return this.ledMonth[index * this.problem.months + this.monthOf(day)]!;
  }

  private monthOf(day: Day): number {
    return this.problem.monthOfDay[day - this.problem.firstDay]!;
  }

  private entry(
    line: Timeline,
    resource: number,
    start: number,
    end: number,
    a: number,
    b: number,
    id: number,
    by: 1 | -1,
  ): void {
    if (by === 1) line.add(resource, start, end, a, b, id);
    else line.remove(resource, start, a, id);
  }
}

/** Whether no seat before this one is of the cell. */
export function isFirstOf(cell: Cell, seats: readonly Seat[], at: number): boolean {
  for (let i = 0; i < at; i++) if (seats[i]!.req.group.cell === cell) return false;
  return true;
}

function isFirstOfLine({ line }: Cell, seats: readonly Seat[], at: number): boolean {
  for (let i = 0; i < at; i++) if (seats[i]!.req.group.cell.line === line) return false;
  return true;
}

/** Minutes of the way of those of a line who come from furthest, −1 of nobody: whoever leads them comes with them. */
export function wayOfLine({ line }: Cell, seats: readonly Seat[]): number {
  let most = -1;
  for (let i = 0; i < seats.length; i++) {
    const { group, way } = seats[i]!.req;
    if (group.cell.line === line && way > most) most = way;
  }
  return most;
}

/** Under which {@link Tallies.inShift} counts what a cell does at a UTC minute. */
export function shiftDayKey({ days }: Problem, { index, dawn }: Cell, start: number): number {
  return index * days + (((start - dawn) / MINUTES_A_DAY) | 0);
}

/** Under which {@link Tallies.met} counts the sessions of a group with somebody. */
export function metKey({ facilitators }: Problem, group: GroupInfo, one: FacilitatorInfo): number {
  return group.index * facilitators.length + one.index;
}

/** Under which {@link Tallies.usedRooms} counts the sessions of a module in a room. */
export function roomKey({ rooms }: Problem, { pool, room }: Pick<Session, 'pool' | 'room'>): number {
  return pool.moduleIndex * rooms.length + room!.index;
}

/** Counts one more or less; returns 1 when the key is new, −1 when it is gone, else 0. */
function count(map: Map<number, number>, key: number, by: 1 | -1): number {
  const old = map.get(key) ?? 0;
  if (old + by === 0) map.delete(key);
  else map.set(key, old + by);
  return old === 0 || old + by === 0 ? by : 0;
}
