/**
 * Making a feasible plan a good one: seeded moves of time, facilitator and pairs of sessions, taken by late
 * acceptance (Burke and Bykov, 2017): a change stays when it is no worse than now, or than the cost some moves
 * ago. Every move keeps all hard constraints; the budget counts moves, never seconds.
 */
import { MINUTES_A_DAY } from '../calendar/date.ts';
import { isOpen } from './constraints/not-closed.ts';
import type { Inserter } from './insert.ts';
import type { Random } from './random.ts';
import { runFrom } from './starts.ts';
import type { Session, State } from './state.ts';

/** How many moves ago a cost is compared with. */
const HISTORY = 400;

export interface Improved {
  readonly moves: number;
  /** What the soft cost changed by. */
  readonly gain: number;
}

export class Improver {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly random: Random;

  constructor(inserter: Inserter, random: Random) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
  }

  /** Tries `budget` moves on the sessions with these numbers; ends with the best plan that was seen. */
  run(movable: readonly number[], budget: number, onMove: (gain: number) => void): Improved {
    if (movable.length === 0) return { moves: 0, gain: 0 };
    const { state, random } = this;
    const history = new Float64Array(HISTORY);
    state.mark();
    let [cost, best, position] = [0, 0, 0];
    for (let move = 0; move < budget; move++) {
      const session = state.sessions[movable[random(movable.length)]!];
      if (!session || session.fixed) continue;
      const before = state.position();
      const delta = this.move(session, movable);
      const slot = move % HISTORY;
      if (delta === undefined || (delta > 1e-9 && cost + delta > history[slot]!)) {
        state.undo(before);
      } else {
        cost += delta;
        if (cost < best - 1e-9) [best, position] = [cost, state.position()];
      }
      if (cost < history[slot]!) history[slot] = cost;
      if (move % 4096 === 0) onMove(-cost);
    }
    state.undo(position);
    state.forget();
    return { moves: budget, gain: -best };
  }

  /** Changes the state; what the cost changes by, or undefined when the move is not possible. */
  private move(session: Session, movable: readonly number[]): number | undefined {
    const kind = this.random(10);
    if (kind === 0 && session.pool.able.length > 1) return this.otherLeader(session);
    if (kind === 1) return this.swap(session, movable);
    return this.otherStart(session);
  }

  private otherStart(session: Session): number | undefined {
    const { req } = session.seats[this.random(session.seats.length)]!;
    const table = req.tables[this.random(req.tables.length)]!;
    const first = runFrom(table, Math.max(req.from, this.state.problem.past + 1));
    const end = runFrom(table, req.by + 1);
    if (end <= first) return undefined;
    const run = first + this.random(end - first);
    const count = (table.to[run]! - table.from[run]!) / table.step + 1;
    const start = table.from[run]! + table.step * this.random(count);
    const meeting = table.meeting < 0 ? -1 : session.pool.meetings + table.meeting;
    return this.replace(session, start, meeting);
  }

  private otherLeader(session: Session): number | undefined {
    const { able } = session.pool;
    const one = able[this.random(able.length)]!;
    if (one === session.facilitator) return undefined;
    return this.replace(session, session.start, session.meeting, one);
  }

  /** Two sessions take each other's start. */
  private swap(session: Session, movable: readonly number[]): number | undefined {
    const other = this.partner(session, movable);
    if (!other || other === session || other.fixed) return undefined;
    if (other.start === session.start || other.pool.huddle !== session.pool.huddle) return undefined;
    if (other.pool.huddle && other.pool.meetings !== session.pool.meetings) return undefined;
    const { state, inserter } = this;
    state.lift(session);
    const first = inserter.objective.marginal(state, session);
    state.lift(other);
    const second = inserter.objective.marginal(state, other);
    const here = inserter.moved(session, other.start, other.meeting);
    if (!here) return undefined;
    const third = inserter.objective.marginal(state, here);
    state.place(here);
    const there = inserter.moved(other, session.start, session.meeting);
    if (!there) return undefined;
    const fourth = inserter.objective.marginal(state, there);
    state.place(there);
    return third + fourth - first - second;
  }

  /** Somebody who meets the same people or facilitator, or anybody. */
  private partner({ seats, pool }: Session, movable: readonly number[]): Session | undefined {
    const { state, random } = this;
    if (random(2) === 0) return state.sessions[movable[random(movable.length)]!];
    const { req } = seats[random(seats.length)]!;
    const day = req.from + random(req.by - req.from + 1);
    const from = pool.clock.utc(day * MINUTES_A_DAY);
    const found = state.people.sessions(req.group.index, from, from + 7 * MINUTES_A_DAY, 0);
    return found.length === 0 ? undefined : state.sessions[found[random(found.length)]!];
  }

  private replace(
    session: Session,
    start: number,
    meeting: number,
    by?: Session['facilitator'],
  ): number | undefined {
    const { state, inserter } = this;
    if (start === session.start && meeting === session.meeting && !by) return undefined;
    if (!allOpen(session, start, meeting)) return undefined;
    state.lift(session);
    const next = inserter.moved(session, start, meeting, by);
    if (!next) return undefined;
    const delta = inserter.objective.marginal(state, next) - inserter.objective.marginal(state, session);
    state.place(next);
    return delta;
  }
}

/** Whether everybody's own time allows a start: cheaper to ask than to lift the session and see. */
function allOpen({ seats, pool }: Session, start: number, meeting: number): boolean {
  const day = Math.floor(pool.clock.wall(start) / MINUTES_A_DAY);
  const number = meeting < 0 ? -1 : meeting - pool.meetings;
  return seats.every(({ req }) => day >= req.from && day <= req.by && isOpen(req, start, number));
}
