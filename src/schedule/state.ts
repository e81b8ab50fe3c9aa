/**
 * The plan in the making: which sessions there are, and for every person, floor, room, facilitator, host and
 * meeting when they are taken. Placing and lifting are exact inverses, so that any change can be undone.
 */
import { type Day, MINUTES_A_DAY } from '../calendar/date.ts';
import { Places } from './former.ts';
import {
  type Cell,
  countsOn,
  type FacilitatorInfo,
  type GroupInfo,
  type Problem,
  type Req,
} from './problem.ts';
import { Repeats } from './repeats.ts';
import { minutesOf, type Proposal, type Seat, type Session } from './session.ts';
import { Timeline } from './timeline.ts';
import { Weeks } from './weeks.ts';

export type { Before, Proposal, Seat, Session } from './session.ts';

/** What was done to a session, as what takes it back. */
interface Change {
  readonly session: Session;
  readonly inverse: 'place' | 'lift' | 'putDown' | 'pickUp';
}

export class State {
  readonly problem: Problem;
  readonly sessions: (Session | undefined)[] = [];
  /** For each member of each requirement the session, or −1. */
  readonly places: Int32Array;
  readonly people: Timeline;
  readonly floors: Timeline;
  readonly leaders: Timeline;
  readonly roles: Timeline;
  readonly hosts: Timeline;
  readonly meetings: Timeline;
  readonly rooms: Timeline;
  readonly facilitators: Timeline;
  /** Minutes, sessions and touches of each person in each week. */
  readonly weeks: Weeks;
  /** Person-minutes of all together in each week, huddles apart. */
  readonly inAll: Float64Array;
  /** Minutes of each facilitator on each local day, in each week, in all; and days with any. */
  readonly ledDay: Uint16Array;
  readonly ledWeek: Uint16Array;
  readonly ledTotal: Int32Array;
  readonly ledDays: Int32Array;
  /** Sessions of a group with a facilitator, and of a module in a room. */
  readonly met: Map<number, number> = new Map();
  /** Different facilitators that a group meets. */
  readonly metCount: Int32Array;
  readonly usedRooms: Map<number, number> = new Map();
  readonly repeats: Repeats;
  /** Sessions of each pool. */
  readonly byPool: readonly number[][];
  /** Where a session stands in the list of its pool. */
  private readonly spots: number[] = [];
  /** Where people stood in the previous plan. */
  readonly before = new Places();
  /** Member-requirements that have a place. */
  placedHeads = 0;
  private journal: Change[] | undefined;

  constructor(problem: Problem) {
    this.problem = problem;
    const { weeks, days, firstDay, reach } = problem;
    const line = (resources: number): Timeline => new Timeline(resources, firstDay, days, reach);
    this.byPool = problem.pools.map(() => []);
    this.repeats = new Repeats(problem);
    this.places = new Int32Array(problem.places).fill(-1);
    this.people = line(problem.groups.length);
    this.floors = line(problem.cells.length);
    this.leaders = line(problem.cells.length);
    this.roles = line(problem.roleHeads.length);
    this.hosts = line(problem.hosts);
    this.meetings = line(problem.meetings);
    this.rooms = line(problem.rooms.length);
    this.facilitators = line(problem.facilitators.length);
    this.weeks = new Weeks(problem);
    this.inAll = new Float64Array(weeks);
    this.metCount = new Int32Array(problem.groups.length);
    this.ledDay = new Uint16Array(problem.facilitators.length * days);
    this.ledWeek = new Uint16Array(problem.facilitators.length * weeks);
    this.ledTotal = new Int32Array(problem.facilitators.length);
    this.ledDays = new Int32Array(problem.facilitators.length);
  }

  /** A number for a session that is new. */
  newId(): number {
    this.sessions.push(undefined);
    return this.sessions.length - 1;
  }

  weekOf(day: Day): number {
    // Never negative: whole numbers divide faster.
    return ((day - this.problem.firstMonday) / 7) | 0;
  }

  /** Whether an instant lies in the days that the timelines cover. */
  holds(utc: number): boolean {
    const day = Math.floor(utc / MINUTES_A_DAY) - this.problem.firstDay;
    return day >= 0 && day < this.problem.days - 1;
  }

  place(session: Session): void {
    this.enrol(session);
    this.sessions[session.id] = session;
    this.tally(session, 1);
    this.journal?.push({ session, inverse: 'lift' });
  }

  lift(session: Session): void {
    this.dismiss(session);
    this.sessions[session.id] = undefined;
    this.tally(session, -1);
    this.journal?.push({ session, inverse: 'place' });
  }

  /** As {@link lift} for a session that will be {@link putDown} elsewhere: its people remain its own meanwhile. */
  pickUp(session: Session): void {
    this.sessions[session.id] = undefined;
    this.tally(session, -1);
    this.journal?.push({ session, inverse: 'putDown' });
  }

  /** As {@link place} for a session that was picked up, with the same people. */
  putDown(session: Session): void {
    this.sessions[session.id] = session;
    this.tally(session, 1);
    this.journal?.push({ session, inverse: 'pickUp' });
  }

  /** From here on changes can be undone with {@link undo}. */
  mark(): void {
    this.journal = [];
  }

  /** Takes back everything since {@link mark}, or since an earlier {@link position}. */
  undo(to = 0): void {
    const journal = this.journal!;
    this.journal = undefined;
    while (journal.length > to) {
      const { session, inverse } = journal.pop()!;
      this[inverse](session);
    }
    this.journal = journal;
  }

  position(): number {
    return this.journal!.length;
  }

  forget(): void {
    this.journal = undefined;
  }

  /** Who is in a session that is new. */
  private enrol({ id, pool, seats, heads }: Session): void {
    const list = this.byPool[pool.index]!;
    this.spots[id] = list.length;
    list.push(id);
    this.placedHeads += heads;
    for (const { req, first, last } of seats) {
      this.places.fill(id, req.base + first - 1, req.base + last);
      this.weeks.part(req.group, first, last);
    }
  }

  private dismiss({ id, pool, seats, heads }: Session): void {
    const list = this.byPool[pool.index]!;
    const other = list.pop()!;
    if (other !== id) {
      list[this.spots[id]!] = other;
      this.spots[other] = this.spots[id]!;
    }
    this.placedHeads -= heads;
    for (const { req, first, last } of seats) this.places.fill(-1, req.base + first - 1, req.base + last);
  }

  /** What a session's time, room and leader take from others. */
  private tally(session: Session, by: 1 | -1): void {
    const { pool, start, end, id } = session;
    let known: Req | undefined;
    for (const seat of session.seats) {
      this.tallySeat(session, seat, by);
      if (seat.req !== known) this.repeats.tally(session, seat.req.group, by);
      known = seat.req;
    }
    if (pool.line) this.tallyLeaders(session, by);
    if (!pool.huddle) this.inAll[this.weekOf(session.day)]! += by * session.heads * minutesOf(session);
    if (pool.host >= 0) this.entry(this.hosts, pool.host, start, end, session.heads, pool.guests, id, by);
    if (session.meeting >= 0) this.entry(this.meetings, session.meeting, start, end, 0, 0, id, by);
    if (session.room) {
      this.entry(this.rooms, session.room.index, start, end, 0, 0, id, by);
      this.tallyRoom(session, by);
    }
    if (session.facilitator) this.tallyFacilitator(session, session.facilitator, by);
  }

  /** A module is held in a room, whenever that is. */
  tallyRoom(session: Pick<Session, 'pool' | 'room'>, by: 1 | -1): void {
    count(this.usedRooms, roomKey(this.problem, session), by);
  }

  private tallySeat(session: Session, { req, first, last }: Seat, by: 1 | -1): void {
    const { pool, start, end, day, id, facilitator } = session;
    const { group } = req;
    const heads = last - first + 1;
    this.entry(this.people, group.index, start, end, first, last, id, by);
    if (req.floor < Number.POSITIVE_INFINITY) {
      this.entry(this.floors, group.cell.index, start, end, heads, req.floor, id, by);
    }
    if (group.role >= 0) this.entry(this.roles, group.role, start, end, heads, 0, id, by);
    if (facilitator)
      this.metCount[group.index]! += count(this.met, metKey(this.problem, group, facilitator), by);
    const week = this.weekOf(dayFor(session, group));
    if (!pool.huddle) this.weeks.add(group, first, last, week, minutesOf(session), by);
    if (countsOn(this.problem, pool, day)) this.weeks.touch(group, first, last, week, by);
  }

  private tallyLeaders({ seats, start, end, id }: Session, by: 1 | -1): void {
    for (let i = 0; i < seats.length; i++) {
      const { cell } = seats[i]!.req.group;
      if (!isFirstOf(cell, seats, i)) continue;
      this.entry(this.leaders, cell.index, start, end, 1, 0, id, by);
    }
  }

  private tallyFacilitator({ pool, start, end, id }: Session, one: FacilitatorInfo, by: 1 | -1): void {
    this.entry(this.facilitators, one.index, start, end, pool.place, 0, id, by);
    if (one.role >= 0) this.entry(this.roles, one.role, start, end, 1, 0, id, by);
    this.tallyLed(one, start, end - start, by);
  }

  /** Minutes that somebody leads, wherever that is. */
  tallyLed({ index, clock }: FacilitatorInfo, start: number, minutes: number, by: 1 | -1): void {
    const day = clock.day(start);
    const at = index * this.problem.days + day - this.problem.firstDay;
    if (by === 1 && this.ledDay[at] === 0) this.ledDays[index]! += 1;
    this.ledDay[at]! += by * minutes;
    if (by === -1 && this.ledDay[at] === 0) this.ledDays[index]! -= 1;
    this.ledWeek[index * this.problem.weeks + this.weekOf(day)]! += by * minutes;
    this.ledTotal[index]! += by * minutes;
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
function isFirstOf(cell: Cell, seats: readonly Seat[], at: number): boolean {
  for (let i = 0; i < at; i++) if (seats[i]!.req.group.cell === cell) return false;
  return true;
}

/** Local date of a session's start, by a group's own clock. */
export function dayFor({ day, start, pool }: Proposal, { clock }: GroupInfo): Day {
  return clock === pool.clock ? day : clock.day(start);
}

export function metKey({ facilitators }: Problem, group: GroupInfo, one: FacilitatorInfo): number {
  return group.index * facilitators.length + one.index;
}

export function roomKey({ rooms }: Problem, { pool, room }: Pick<Session, 'pool' | 'room'>): number {
  return pool.moduleIndex * rooms.length + room!.index;
}

/** Returns 1 when the key is new, −1 when it is gone. */
function count(map: Map<number, number>, key: number, by: 1 | -1): number {
  const old = map.get(key) ?? 0;
  if (old + by === 0) map.delete(key);
  else map.set(key, old + by);
  return old === 0 || old + by === 0 ? by : 0;
}
