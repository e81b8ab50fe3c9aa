/**
 * Making a feasible plan a good one: seeded moves, each checked against every hard constraint before its soft
 * cost is asked. A session is lifted once and then tried at several starts, with other leaders and in other
 * rooms, so that a try costs no bookkeeping. The budget counts tries, never seconds.
 */
import { MINUTES_A_DAY } from '../calendar/date.ts';
import { type Acceptance, annealing } from './accept.ts';
import type { Inserter } from './insert.ts';
import { isInTime } from './previous.ts';
import type { Random } from './random.ts';
import { refit, refitLeader, refitRoom } from './refit.ts';
import { Repacker } from './repack.ts';
import { pickStart, type Spot } from './scan.ts';
import type { Session, State } from './state.ts';
import { Turns } from './turns.ts';

/**
 * Tries of one lifted session. With 40 moves a session at 10,000 people, 8, 12 and 16 come to a soft cost (mean of
 * three seeds) of 17,568, 17,578 and 17,563 in 1.40 s of processor time each; many more would lift less, but leave
 * too many sessions where they are.
 */
const TRIES = 12;
/** One in so many of them is swapped with another then. */
const SWAPS = 4;
/** One in so many tries that change nothing is taken: they open ways, but cost a session's bookkeeping each. */
const PLATEAU = 3;

/**
 * Moves that a part with few sessions gets all the same, and how many of them each session at most. Beside the
 * optima of twenty years of 4–16 sessions (three seeds), 20,000 cost 0.6 % more on average, 10,000 as much, 5,000
 * 1.0 % and 6 % at worst; with 42 sessions, 10,000 cost 0.4 % more than 20,000, and 5,000 1.1 %. A firm of many
 * small parts pays each of them in full.
 */
const LEAST = { all: 10_000, each: 1000 };

/** Moves for a part of so many sessions; what else there is in the year does not matter. @param each a session */
export function budgetOf(sessions: number, each: number): number {
  return Math.max(each * sessions, Math.min(LEAST.all, LEAST.each * sessions));
}

export interface Improved {
  readonly moves: number;
  /** What the soft cost changed by. */
  readonly gain: number;
}

export class Improver {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly random: Random;
  private readonly make: (budget: number) => Acceptance;
  private acceptance!: Acceptance;
  private readonly repacker: Repacker;
  private turns!: Turns;
  private readonly spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };
  private moves = 0;
  private cost = 0;

  constructor(
    inserter: Inserter,
    random: Random,
    make = (budget: number): Acceptance => annealing(random, budget),
  ) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
    this.make = make;
    this.repacker = new Repacker(inserter, random);
  }

  /** Tries `budget` moves on the sessions with these numbers; ends with the best plan that was seen. */
  async run(
    movable: readonly number[],
    budget: number,
    onMove: (gain: number) => void | Promise<void>,
  ): Promise<Improved> {
    const { state, random } = this;
    this.turns = new Turns(state, movable, random);
    this.acceptance = this.make(budget);
    state.mark();
    let best = 0;
    for (let told = 0; this.moves < budget; ) {
      const session = this.turns.next();
      if (!session) break;
      if (random(16) === 0) this.repack(session);
      else this.tryOthers(session);
      if (this.cost < best - 1e-9) {
        best = this.cost;
        // Nobody goes back behind the best plan so far.
        state.mark();
      }
      if (this.moves - told > 4096) {
        told = this.moves;
        await onMove(-this.cost);
      }
    }
    state.undo();
    state.forget();
    return { moves: this.moves, gain: -best };
  }

  /** Tries several places for one session, until one is taken. */
  private tryOthers(session: Session): void {
    const { state, inserter, acceptance } = this;
    const { draft, objective } = inserter;
    const position = state.position();
    state.pickUp(session);
    const now = objective.marginalOf('start', state, session);
    for (let i = 0; i < TRIES; i++) {
      this.moves++;
      if (!this.propose(session)) {
        acceptance.skip();
        continue;
      }
      const delta = this.change(session, now);
      if (delta > -1e-9 && delta < 1e-9 && this.random(PLATEAU) > 0) {
        acceptance.skip();
        continue;
      }
      if (!acceptance.takes(delta)) continue;
      this.cost += delta;
      state.putDown(draft.session(session.id, session.before));
      return;
    }
    if (this.random(SWAPS) > 0 || !this.swap(session)) state.undo(position);
  }

  /** What the cost changes by with the draft instead of a lifted session. @param now what its start costs */
  private change(session: Session, now: number): number {
    const { state } = this;
    const { draft, objective } = this.inserter;
    if (session.before) return objective.marginal(state, draft) - objective.marginal(state, session);
    let delta = draft.start === session.start ? 0 : objective.marginalOf('start', state, draft) - now;
    if (draft.facilitator !== session.facilitator) {
      delta += objective.marginalOf('leader', state, draft) - objective.marginalOf('leader', state, session);
    }
    if (draft.room !== session.room) {
      delta += objective.marginalOf('room', state, draft) - objective.marginalOf('room', state, session);
    }
    return delta;
  }

  /** Puts another place for a lifted session into the draft, where it breaks nothing. */
  private propose(session: Session): boolean {
    const { random, inserter } = this;
    const { able, rooms } = session.pool;
    const kind = random(16);
    if (kind < 2 && session.facilitator && able.length > 1) {
      const one = able[random(able.length)]!;
      return one !== session.facilitator && refitLeader(inserter, session, one);
    }
    if (kind === 2 && session.room && rooms.length > 1) {
      const room = rooms[random(rooms.length)]!;
      return room !== session.room && refitRoom(inserter, session, room);
    }
    const { req } = session.seats[random(session.seats.length)]!;
    if (!pickStart(this.state, req, random, this.spot)) return false;
    const { start, meeting } = this.spot;
    if (start === session.start && meeting === session.meeting) return false;
    return refit(inserter, session, this.spot);
  }

  /** A lifted session and another one take each other's start. */
  private swap(session: Session): boolean {
    this.moves++;
    const other = this.partner(session);
    // What stands when the previous plan had it goes nowhere for a better plan.
    if (!other || other.fixed || isInTime(other) || !alike(session, other)) return false;
    const { state, inserter } = this;
    const { draft, objective } = inserter;
    const lifted = state.position();
    const now = objective.marginal(state, session);
    state.pickUp(other);
    const both = now + objective.marginal(state, other);
    if (refit(inserter, session, placeOf(other, session, this.spot))) {
      const first = objective.marginal(state, draft);
      state.putDown(draft.session(session.id, session.before));
      if (refit(inserter, other, placeOf(session, other, this.spot))) {
        const delta = first + objective.marginal(state, draft) - both;
        if (this.acceptance.takes(delta)) {
          this.cost += delta;
          state.putDown(draft.session(other.id, other.before));
          return true;
        }
      }
    }
    state.undo(lifted);
    return false;
  }

  /** Somebody who meets the same people, or anybody. */
  private partner({ seats, pool }: Session): Session | undefined {
    const { state, random } = this;
    if (random(2) === 0) return this.turns.any();
    const { req } = seats[random(seats.length)]!;
    const day = req.from + random(req.by - req.from + 1);
    const from = pool.clock.utc(day * MINUTES_A_DAY);
    const found = state.people.sessions(req.group.index, from, from + 7 * MINUTES_A_DAY, 0);
    return found.length === 0 ? undefined : state.sessions[found[random(found.length)]!];
  }

  private repack(session: Session): void {
    const position = this.state.position();
    this.moves++;
    const tried = this.repacker.tryOne(session);
    if (tried === undefined || !this.acceptance.takes(tried.delta)) {
      if (tried === undefined) this.acceptance.skip();
      this.state.undo(position);
      return;
    }
    this.cost += tried.delta;
    if (tried.opened !== undefined) this.turns.add(tried.opened);
  }
}

/** Where one session stands, as a spot for another. */
function placeOf({ start, meeting }: Session, { pool }: Session, spot: Spot): Spot {
  spot.start = start;
  spot.day = pool.clock.day(start);
  spot.meeting = meeting;
  spot.table = undefined;
  return spot;
}

/** Whether two sessions could change places at all. */
function alike(session: Session, other: Session): boolean {
  if (other === session || other.start === session.start) return false;
  if (other.pool.huddle !== session.pool.huddle) return false;
  return !other.pool.huddle || other.pool.meetings === session.pool.meetings;
}
