/**
 * Sessions of few people are dissolved: each of their people joins another session of the pool, if need be in exchange
 * for one who joins a third (an ejection chain of two links). The first plan fills one session after the other, so
 * that those who may only come one at a time are left over; a trainer's hour for one person is what that costs.
 */
import { seatLimit } from '../constraints/index.ts';
import type { Inserter, Unit } from '../construct/insert.ts';
import type { Pool } from '../problem/problem.ts';
import { redraft, sortSeats } from '../solution/seats.ts';
import type { Seat, Session, State } from '../solution/state.ts';
import { couldCome } from './insert-free.ts';

/** Sessions that are asked for a seat, at most, for all people of one that is dissolved. */
const ASKED = 4000;

export class Dissolver {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly stays: (session: Session) => boolean;
  private delta = 0;
  private asked = 0;

  /** @param stays whether a session is not to change for it, but by more people who come */
  constructor(inserter: Inserter, stays: (session: Session) => boolean) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.stays = stays;
  }

  /** Dissolves what it can where that makes the plan a better one; nobody loses a place. */
  run(): void {
    for (const pool of this.state.problem.pools) {
      const { module, seats, huddle } = pool;
      if (seats > 1 && !huddle && module.format !== 'self-paced') this.inPool(pool);
    }
  }

  private inPool(pool: Pool): void {
    const { state } = this;
    const ids = state.byPool[pool.index]!;
    if (ids.length < 2) return;
    const most = Math.min(
      pool.seats,
      pool.roomed ? (pool.rooms.at(-1)?.room.seats ?? 0) : Number.POSITIVE_INFINITY,
    );
    const isFew = ({ heads, fixed }: Session): boolean => !fixed && 2 * heads <= most;
    const few = ids.map((id) => state.sessions[id]!).filter((one) => isFew(one) && !this.stays(one));
    few.sort((a, b) => a.heads - b.heads || a.id - b.id);
    for (const { id } of few) {
      const session = state.sessions[id];
      if (session && isFew(session)) this.dissolve(session);
    }
  }

  private dissolve(session: Session): void {
    const { state } = this;
    state.mark();
    [this.delta, this.asked] = [0, 0];
    this.lift(session);
    const done = session.seats.every((seat) => this.seatAll(seat));
    if (!done || this.delta > -1e-9) state.undo();
    state.forget();
  }

  private seatAll({ req, first, last }: Seat): boolean {
    const ids = [...this.state.byPool[req.pool.index]!];
    let next = first;
    for (const id of ids) {
      if (next > last) return true;
      next += this.join({ req, first: next, last }, id);
    }
    for (; next <= last; next++) if (!this.exchange({ req, first: next, last: next }, ids)) return false;
    return true;
  }

  /** Seats a person in the place of one who joins another session; false, and nothing changed, when that cannot be. */
  private exchange(one: Unit, ids: readonly number[]): boolean {
    const { state } = this;
    for (const id of ids) {
      const session = state.sessions[id]!;
      if (session.fixed || this.stays(session) || !couldCome(one.req, session)) continue;
      for (const { req, last } of session.seats) {
        const [position, delta] = [state.position(), this.delta];
        const leaving = { req, first: last, last };
        if (
          this.swapIn(one, leaving, id) &&
          ids.some((other) => other !== id && this.join(leaving, other) === 1)
        )
          return true;
        if (this.asked > ASKED) return false;
        state.undo(position);
        this.delta = delta;
      }
    }
    return false;
  }

  /** Seats one person in a session and takes another out of it, who has no place then. */
  private swapIn(one: Unit, leaving: Unit, id: number): boolean {
    const { state, inserter } = this;
    const { draft } = inserter;
    const session = state.sessions[id]!;
    this.asked++;
    this.lift(session);
    draft.begin(session.pool, session.start, session.meeting, session.day);
    draft.facilitator = session.facilitator;
    draft.room = session.room;
    for (const { req, first, last } of session.seats) {
      const to = req === leaving.req && last === leaving.last ? last - 1 : last;
      if (to >= first) draft.add(req, first, to);
    }
    if (draft.heads === 0 || seatLimit(draft, one.req, one.first, one.last) < one.last) return false;
    draft.add(one.req, one.first, one.last);
    this.put(session);
    return true;
  }

  /** Seats as many of a unit in a session as it can take; how many those are. */
  private join({ req, first, last }: Unit, id: number): number {
    const { state, inserter } = this;
    const { draft } = inserter;
    const session = state.sessions[id]!;
    const { pool, heads, fixed, room } = session;
    if (fixed || heads >= pool.seats || !couldCome(req, session) || ++this.asked > ASKED) return 0;
    const delta = this.delta;
    this.lift(session);
    redraft(draft, session);
    const most = inserter.capacity(draft) - heads;
    const limit = most < 1 ? first - 1 : seatLimit(draft, req, first, Math.min(last, first + most - 1));
    if (limit >= first) draft.add(req, first, limit);
    if (limit < first || !inserter.findRoom(draft, room) || (draft.room !== room && this.stays(session))) {
      state.place(session);
      this.delta = delta;
      return 0;
    }
    this.put(session);
    return limit - first + 1;
  }

  private lift(session: Session): void {
    this.state.lift(session);
    this.delta -= this.inserter.objective.marginal(this.state, session);
  }

  /** The draft takes the place of a session that was lifted. */
  private put({ id, before }: Session): void {
    const { draft, objective } = this.inserter;
    sortSeats(draft);
    draft.before = before;
    this.delta += objective.marginal(this.state, draft);
    this.state.place(draft.session(id, before));
  }
}
