/** Who sits with whom: people of one cohort join another of their pool, two cohorts become one, or one becomes two. */
import { seatLimit } from '../constraints/index.ts';
import type { Inserter } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import { pickStart, type Spot } from '../construct/scan-starts.ts';
import { redraft, sortSeats } from '../solution/seats.ts';
import { asBefore } from '../solution/session.ts';
import type { Seat, Session, State } from '../solution/state.ts';

/** Other cohorts that are looked at for one with free seats. */
const ASKED = 8;

export interface RepackMove {
  /** What the soft cost changes by. */
  readonly delta: number;
  /** Number of a session that is new. */
  readonly opened?: number;
}

export class Repacker {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly random: Random;
  private readonly spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };

  constructor(inserter: Inserter, random: Random) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
  }

  /** Changes the state by one move on a cohort; undefined (the caller undoes what was begun) when it is not possible. */
  tryOne(session: Session): RepackMove | undefined {
    const { pool, seats } = session;
    if (pool.module.format === 'self-paced') return undefined;
    const seat = seats[this.random(seats.length)]!;
    if (seats.length > 1 && this.random(4) === 0) return this.split(session, seat);
    const whole = seats.length < 4 && this.random(2) === 0;
    const moving = whole ? seats : [seat];
    const other = this.roomier(session, moving);
    return other && this.transfer(session, moving, other);
  }

  /** A cohort of the pool that has seats for so many more. */
  private roomier(session: Session, moving: readonly Seat[]): Session | undefined {
    const { pool } = session;
    const heads = moving.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const ids = this.state.byPool[pool.index]!;
    if (ids.length < 2 || heads >= pool.seats) return undefined;
    for (let i = 0; i < ASKED; i++) {
      const other = this.state.sessions[ids[this.random(ids.length)]!]!;
      if (other === session || other.fixed || other.heads + heads > pool.seats) continue;
      return other;
    }
    return undefined;
  }

  private transfer(from: Session, moving: readonly Seat[], to: Session): RepackMove | undefined {
    const { state, inserter } = this;
    const { draft, objective } = inserter;
    state.lift(from);
    let delta = -objective.marginal(state, from);
    // Those who stay take what they took: whoever joins the others may come only beside them.
    delta += this.placeRest(from, moving);
    state.lift(to);
    delta -= objective.marginal(state, to);
    redraft(draft, to);
    for (const { req, first, last } of moving) {
      if (seatLimit(draft, req, first, last) < last) return undefined;
      draft.add(req, first, last);
    }
    if (!inserter.findRoom(draft, to.room)) return undefined;
    if (draft.room !== to.room && asBefore(to)) return undefined;
    sortSeats(draft);
    draft.before = to.before;
    delta += objective.marginal(state, draft);
    state.place(draft.session(to.id, to.before));
    return { delta };
  }

  /** Those of a lifted cohort who stay, if any; what they cost. */
  private placeRest(session: Session, leaving: readonly Seat[]): number {
    if (leaving.length === session.seats.length) return 0;
    const { state, inserter } = this;
    const { draft, objective } = inserter;
    redraft(draft, session, leaving[0]);
    draft.before = session.before;
    const cost = objective.marginal(state, draft);
    state.place(draft.session(session.id, session.before));
    return cost;
  }

  private split(session: Session, seat: Seat): RepackMove | undefined {
    const { state, inserter } = this;
    const { draft, objective } = inserter;
    const { req, first, last } = seat;
    const { spot } = this;
    if (!pickStart(req, this.random, spot)) return undefined;
    state.lift(session);
    const cost = objective.marginal(state, session);
    const rest = this.placeRest(session, [seat]);
    draft.begin(session.pool, spot.start, spot.meeting, spot.day);
    draft.heed(req.group);
    if (!inserter.findLeader(draft) || seatLimit(draft, req, first, last) < last) return undefined;
    draft.add(req, first, last);
    if (!inserter.findRoom(draft)) return undefined;
    draft.before = state.before.of(req, first);
    const delta = rest + objective.marginal(state, draft) - cost;
    const opened = state.newId();
    state.place(draft.session(opened, draft.before));
    return { delta, opened };
  }
}
