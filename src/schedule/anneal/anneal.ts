/**
 * Making a feasible plan a good one: seeded moves, each checked against every hard constraint before its soft
 * cost is asked. A session is lifted once and then tried at several starts, with other leaders and in other
 * rooms, so that a try costs no bookkeeping. The budget counts tries, never seconds.
 */

import type { Inserter } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import { pickStart, type Spot } from '../construct/scan-starts.ts';
import { refit, refitLeader, refitRoom } from '../moves/relocate.ts';
import { Repacker } from '../moves/repack-cohorts.ts';
import { Turns } from '../moves/rotation.ts';
import { Swapper } from '../moves/swap-starts.ts';
import type { Session, State } from '../solution/state.ts';
import { type Acceptance, annealing } from './acceptance.ts';

/** Tries of one lifted session: many more would leave too many where they are (docs/decisions/turns.md). */
const TRIES = 12;
/** One in so many of them is swapped with another then. */
const SWAPS = 4;
/** One in so many tries that change nothing is taken: they open ways, but cost a session's bookkeeping each. */
const PLATEAU = 3;
/** So many moves are made before it is told how far things are. */
const TELL = 4097;

/**
 * Moves that a component with few sessions gets all the same, and how many of them each session at most: within 0.6 % of
 * the optimum (docs/decisions/budgets.md). A firm of many small components pays each of them in full.
 */
const LEAST = { all: 10_000, each: 1000 };

/** Moves for a part of so many sessions; what else there is in the year does not matter. @param each a session */
export function budgetOf(sessions: number, each: number): number {
  return Math.max(each * sessions, Math.min(LEAST.all, LEAST.each * sessions));
}

export interface Improvement {
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
  private readonly swapper: Swapper;
  private turns!: Turns;
  private readonly spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };
  private budget = 0;
  private moves = 0;
  /** What the soft cost has changed by, and by how much in the best plan so far. */
  private cost = 0;
  private best = Number.POSITIVE_INFINITY;

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
    this.swapper = new Swapper(inserter, random);
  }

  /** Tries `budget` moves on the sessions with these numbers; ends with the best plan that was seen. */
  async run(
    movable: readonly number[],
    budget: number,
    onMove: (gain: number) => void | Promise<void>,
  ): Promise<Improvement> {
    const { state, random } = this;
    this.turns = new Turns(state, movable, random);
    this.swapper.among(this.turns);
    this.acceptance = this.make(budget);
    this.budget = budget;
    while (this.stretch(Math.min(budget, this.moves + TELL))) await onMove(-this.cost);
    this.keepBest();
    state.undo();
    state.forget();
    return { moves: this.moves, gain: -this.best };
  }

  /**
   * Takes turns until so many moves were made; false when that is all of them, or nobody is left to have one. Apart
   * from {@link run}, as V8 compiles it anew whenever an `await` comes between.
   */
  private stretch(moves: number): boolean {
    const { random, turns } = this;
    while (this.moves < moves) {
      this.keepBest();
      const session = turns.next();
      if (!session) return false;
      if (random(16) === 0) this.repack(session);
      else this.tryOthers(session);
    }
    return this.moves < this.budget;
  }

  /** Nobody goes back behind the best plan so far. Asked before a turn: the first one is the first best. */
  private keepBest(): void {
    if (this.cost >= this.best - 1e-9) return;
    this.best = this.cost;
    this.state.mark();
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
      const delta = objective.change(state, session, draft, now);
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

  /** Puts another place for a lifted session into the draft, where it breaks nothing. */
  private propose(session: Session): boolean {
    const { random, inserter } = this;
    const { able, rooms } = session.pool;
    const kind = random(16);
    if (kind < 2 && session.facilitator && able.length > 1) {
      const one = able[random(able.length)]!;
      const others = session.facilitator.coFacilitators.length;
      const place = others === 0 ? 0 : random(others + 1);
      const by = this.state.problem.crews.instead(session.facilitator, place, one);
      return by !== undefined && refitLeader(inserter, session, by);
    }
    if (kind === 2 && session.room && rooms.length > 1) {
      const room = rooms[random(rooms.length)]!;
      return room !== session.room && refitRoom(inserter, session, room);
    }
    const { req } = session.seats[random(session.seats.length)]!;
    if (!pickStart(req, random, this.spot)) return false;
    const { start, meeting } = this.spot;
    if (start === session.start && meeting === session.meeting) return false;
    return refit(inserter, session, this.spot);
  }

  /** Has a lifted session and another one change places; false, and nothing else done, where that is not taken. */
  private swap(session: Session): boolean {
    this.moves++;
    return this.state.attempt(() => {
      const delta = this.swapper.tryOne(session);
      if (delta === undefined || !this.acceptance.takes(delta)) return false;
      this.cost += delta;
      return true;
    });
  }

  private repack(session: Session): void {
    this.moves++;
    const taken = this.state.attempt(() => {
      const tried = this.repacker.tryOne(session);
      if (tried === undefined) this.acceptance.skip();
      return tried && this.acceptance.takes(tried.delta) ? tried : undefined;
    });
    if (!taken) return;
    this.cost += taken.delta;
    if (taken.opened !== undefined) this.turns.add(taken.opened);
  }
}
