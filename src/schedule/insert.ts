/**
 * Finding a session for people who have none: a new one at the best of a few possible starts, filled up with
 * others who wait for the same, or a free seat in one that exists.
 */
import { mayLead, mayUse, seatLimit } from './constraints/index.ts';
import { Draft } from './draft.ts';
import { doneAt } from './links.ts';
import type { FacilitatorInfo, Pool, Req, RoomInfo } from './problem.ts';
import { mixed } from './random.ts';
import { scan, type Verdict, type Window } from './scan.ts';
import type { Objective } from './score.ts';
import type { Seat, Session, State } from './state.ts';

/** Members of a requirement who wait for a place. */
export interface Unit {
  readonly req: Req;
  readonly first: number;
  readonly last: number;
}

export interface Attempt {
  /** How many feasible starts to compare. */
  readonly compare: number;
  /** How many starts to look at before giving up. */
  readonly looks: number;
  /** Whether groups may be split although they would fit as a whole. */
  readonly split: boolean;
  readonly window?: Window;
}

export const QUICK: Attempt = { compare: 5, looks: 500, split: false };
export const ANY: Attempt = { compare: 1, looks: Number.POSITIVE_INFINITY, split: true };

/** Others of the pool are tried for a session until so many in a row do not fit. */
const MISSES = 40;

export class Inserter {
  readonly state: State;
  readonly objective: Objective;
  readonly draft: Draft;

  constructor(state: State, objective: Objective) {
    this.state = state;
    this.objective = objective;
    this.draft = new Draft(state);
  }

  /**
   * Places a new session for the first of the waiting units (and others of them) and takes those seated off
   * the list. Undefined when no start was found.
   */
  open(waiting: Unit[], attempt: Attempt, salt: number): Session | undefined {
    const lead = waiting[0]!;
    const found = this.onOpenedDay(lead, waiting, attempt, salt) ?? this.best(lead, waiting, attempt, salt);
    if (!found) return undefined;
    const session = { ...found, id: this.state.newId() };
    this.state.place(session);
    takeOff(waiting, session);
    return session;
  }

  /** Days that are bought are used up before another is begun. */
  private onOpenedDay(
    lead: Unit,
    waiting: readonly Unit[],
    attempt: Attempt,
    salt: number,
  ): Session | undefined {
    const bought = lead.req.pool.able.filter(({ facilitator }) => facilitator.totalDays !== undefined);
    if (bought.length === 0) return undefined;
    const { ledDay, problem } = this.state;
    const opened = (start: number): boolean =>
      bought.some(
        ({ index, clock }) => ledDay[index * problem.days + clock.day(start) - problem.firstDay]! > 0,
      );
    return this.best(lead, waiting, { ...attempt, looks: Number.POSITIVE_INFINITY }, salt, opened);
  }

  /** The best of the first feasible starts. @param only asked once a day: other days are left out */
  private best(
    lead: Unit,
    waiting: readonly Unit[],
    attempt: Attempt,
    salt: number,
    only?: (start: number) => boolean,
  ): Session | undefined {
    let best: Session | undefined;
    let [lowest, looks, found] = [Number.POSITIVE_INFINITY, 0, 0];
    const window = attempt.window ?? lead.req;
    const turn = mixed(lead.req.group.group.id, salt) % 9973;
    const ready = readyOn(this.state, lead);
    scan(this.state, lead.req, lead.first, window, turn, (start, meeting): Verdict => {
      if (++looks > attempt.looks) return 'stop';
      const day = lead.req.pool.clock.day(start);
      if (day < ready || !hoursLeft(this.state, lead.req.pool, day) || (only && !only(start))) return 'day';
      const session = this.at(lead, waiting, attempt, start, meeting);
      if (!session) return 'next';
      // Seats are what is scarce: fuller sessions first, whatever the weights, then the better hour.
      const fuller = session.heads - (best?.heads ?? 0);
      if (fuller >= 0) {
        const cost = this.objective.marginal(this.state, session);
        if (fuller > 0 || cost < lowest) [best, lowest] = [session, cost];
      }
      return ++found >= attempt.compare ? 'stop' : 'day';
    });
    return best;
  }

  /** The session that would be held at a start; undefined where the lead unit cannot come. */
  at(
    lead: Unit,
    waiting: readonly Unit[],
    attempt: Attempt,
    start: number,
    meeting: number,
  ): Session | undefined {
    const { draft } = this;
    const { pool } = lead.req;
    draft.begin(pool, start, meeting);
    const wanted = attempt.split ? 1 : Math.min(lead.last - lead.first + 1, wholeHeads(lead.req));
    const most = Math.min(lead.last, lead.first + pool.seats - 1);
    let last = seatLimit(draft, lead.req, lead.first, most);
    if (last - lead.first + 1 < wanted) return undefined;
    const seats = this.capacity(draft);
    if (seats < wanted || !this.findLeader(draft)) return undefined;
    last = Math.min(seatLimit(draft, lead.req, lead.first, last), lead.first + seats - 1);
    if (last - lead.first + 1 < wanted) return undefined;
    draft.add(lead.req, lead.first, last);
    this.fill(lead, waiting, seats, attempt.split);
    if (!this.findRoom(draft)) return undefined;
    sortSeats(draft);
    const [{ req, first }] = draft.seats as [Unit];
    return draft.session(-1, this.state.before.of(req, first));
  }

  /** Seats others who wait, whole groups wherever a group can be seated whole. */
  private fill(lead: Unit, waiting: readonly Unit[], seats: number, split: boolean): void {
    const { draft } = this;
    if (lead.req.pool.module.format === 'self-paced') return;
    let misses = 0;
    for (const unit of waiting) {
      if (draft.heads >= seats || misses >= MISSES) return;
      if (unit === lead) continue;
      const { req, first } = unit;
      const heads = unit.last - first + 1;
      const wanted = split ? 1 : Math.min(heads, wholeHeads(req));
      const room = Math.min(heads, seats - draft.heads);
      if (room < wanted && heads <= wholeHeads(req)) {
        misses++;
        continue;
      }
      const last = seatLimit(draft, req, first, first + room - 1);
      if (last - first + 1 < Math.min(wanted, room)) misses++;
      else {
        draft.add(req, first, last);
        misses = 0;
      }
    }
  }

  /** Most people that the draft can seat: its module's seats and the largest room that is free. */
  capacity(draft: Draft): number {
    const { pool } = draft;
    if (!pool.roomed) return pool.seats;
    for (let i = pool.rooms.length - 1; i >= 0; i--) {
      if (mayUse(draft, pool.rooms[i]!)) return Math.min(pool.seats, pool.rooms[i]!.room.seats);
    }
    return 0;
  }

  /** Gives the draft the smallest free room that fits. False when there is none. */
  findRoom(draft: Draft, kept?: RoomInfo): boolean {
    const { pool } = draft;
    if (!pool.roomed) return true;
    draft.room = undefined;
    if (kept && pool.rooms.includes(kept) && fits(draft, kept)) draft.room = kept;
    for (let i = 0; draft.room === undefined && i < pool.rooms.length; i++) {
      if (fits(draft, pool.rooms[i]!)) draft.room = pool.rooms[i];
    }
    return draft.room !== undefined;
  }

  /** Gives the draft whoever can lead it and has done least so far. False when nobody can. */
  findLeader(draft: Draft, kept?: FacilitatorInfo): boolean {
    const { pool } = draft;
    if (!pool.led) return true;
    if (kept && pool.able.includes(kept) && mayLead(draft, kept)) {
      draft.facilitator = kept;
      return true;
    }
    let lowest = Number.POSITIVE_INFINITY;
    draft.facilitator = undefined;
    for (const one of pool.able) {
      const cost = this.leaderCost(draft, one);
      if (cost >= lowest || !mayLead(draft, one)) continue;
      lowest = cost;
      draft.facilitator = one;
    }
    return draft.facilitator !== undefined;
  }

  /** Those who can lead little else first; bought days are filled up; then whoever has led least. */
  private leaderCost(draft: Draft, { index, clock, facilitator, range }: FacilitatorInfo): number {
    const { state, start } = draft;
    const { days, firstDay } = state.problem;
    const today = state.ledDay[index * days + clock.day(start) - firstDay]!;
    const newDay = facilitator.totalDays !== undefined && today === 0 ? 100_000 : 0;
    return newDay + 2000 * range + state.ledTotal[index]! - (today > 0 ? 60 : 0);
  }

  /** Seats members of the unit in an existing session of its pool; the one that was there is replaced. */
  join(unit: Unit, session: Session): Session | undefined {
    if (session.fixed) return undefined;
    const { draft, state } = this;
    const seats = session.room ? Math.min(session.pool.seats, session.room.room.seats) : session.pool.seats;
    if (session.heads >= seats) return undefined;
    state.lift(session);
    redraft(draft, session);
    const most = Math.min(unit.last, unit.first + seats - session.heads - 1);
    const last = seatLimit(draft, unit.req, unit.first, most);
    if (last < unit.first) {
      state.place(session);
      return undefined;
    }
    draft.add(unit.req, unit.first, last);
    sortSeats(draft);
    const fuller = draft.session(session.id, session.before);
    state.place(fuller);
    return fuller;
  }
}

function fits(draft: Draft, room: RoomInfo): boolean {
  return room.room.seats >= draft.heads && mayUse(draft, room);
}

/** The first day on which prerequisites let the unit's first member come; ∞ when one has no place. */
export function readyOn(state: State, { req, first }: Unit): number {
  let ready = Number.NEGATIVE_INFINITY;
  for (const { module, atLeastDays } of req.pool.module.after) {
    const done = doneAt(state, req.group, first, module);
    if (done === Number.NEGATIVE_INFINITY) continue;
    // A day early, for the sake of zones: whoever is asked next is exact.
    ready = Math.max(
      ready,
      done === Number.POSITIVE_INFINITY ? done : req.group.clock.day(done) + atLeastDays - 1,
    );
  }
  return ready;
}

/** Whether anybody who can lead has minutes left around a day; their own day may be a neighbour of it. */
function hoursLeft(state: State, pool: Pool, day: number): boolean {
  if (!pool.led) return true;
  const { problem, ledWeek, ledDay, ledDays } = state;
  for (const { index, facilitator, clock } of pool.able) {
    const { minutesPerWeek, totalDays } = facilitator;
    const around = clock === pool.clock ? 0 : 1;
    for (let on = day - around; on <= day + around; on++) {
      const week = ledWeek[index * problem.weeks + state.weekOf(on)]!;
      if (minutesPerWeek !== undefined && week + pool.minutes > minutesPerWeek) continue;
      if (totalDays === undefined || ledDays[index]! < totalDays) return true;
      if (ledDay[index * problem.days + on - problem.firstDay]! > 0) return true;
    }
  }
  return false;
}

/** How many of a requirement's people are seated together where nothing forbids it: floor, seats, and rooms if any. */
export function wholeHeads({ floor, pool }: Req): number {
  const largest = pool.roomed ? pool.rooms.at(-1) : undefined;
  return Math.min(floor, pool.seats, largest?.room.seats ?? Number.POSITIVE_INFINITY);
}

/** The draft as the session stands, ready for more people. @param without a seat of it that is given up */
export function redraft(draft: Draft, session: Session, without?: Seat): void {
  draft.begin(session.pool, session.start, session.meeting);
  draft.room = session.room;
  draft.facilitator = session.facilitator;
  for (const seat of session.seats) if (seat !== without) draft.add(seat.req, seat.first, seat.last);
}

/** Seats in the order of groups, neighbouring ranges joined: how a session came about does not show. */
export function sortSeats(draft: Draft): void {
  const sorted = [...draft.seats].sort((a, b) => a.req.index - b.req.index || a.first - b.first);
  draft.seats = sorted.reduce<Seat[]>((out, seat) => {
    const last = out.at(-1);
    if (last && last.req === seat.req && last.last + 1 === seat.first) {
      out[out.length - 1] = { req: seat.req, first: last.first, last: seat.last };
    } else out.push(seat);
    return out;
  }, []);
}

/** Takes the people of a session off a waiting list. */
export function takeOff(waiting: Unit[], { seats }: { readonly seats: Session['seats'] }): void {
  for (const { req, first, last } of seats) {
    for (let i = waiting.length - 1; i >= 0; i--) {
      const unit = waiting[i]!;
      if (unit.req !== req || unit.last < first || unit.first > last) continue;
      const rest: Unit[] = [];
      if (unit.first < first) rest.push({ req, first: unit.first, last: first - 1 });
      if (unit.last > last) rest.push({ req, first: last + 1, last: unit.last });
      waiting.splice(i, 1, ...rest);
    }
  }
}
