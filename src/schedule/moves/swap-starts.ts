/** Two sessions take each other's start, where neither could have it while the other stands there. */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Inserter } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import type { Spot } from '../construct/scan-starts.ts';
import { isInTime } from '../solution/session.ts';
import type { Session, State } from '../solution/state.ts';
import { refit } from './relocate.ts';
import type { Turns } from './rotation.ts';

export class Swapper {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly random: Random;
  private readonly spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };
  private turns!: Turns;

  constructor(inserter: Inserter, random: Random) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
  }

  /** Whose sessions are swapped with. */
  among(turns: Turns): void {
    this.turns = turns;
  }

  /**
   * Has a session that is picked up and another one change places; what the soft cost changes by, or undefined (the
   * caller undoes what was begun) when it is not possible.
   */
  tryOne(session: Session): number | undefined {
    const other = this.partner(session);
    // What stands when the previous plan had it goes nowhere for a better plan.
    if (!other || other.fixed || isInTime(other) || !couldSwap(session, other)) return undefined;
    const { state } = this;
    const { objective } = this.inserter;
    const now = objective.marginal(state, session);
    state.pickUp(other);
    const both = now + objective.marginal(state, other);
    const first = this.moved(session, other);
    if (first === undefined) return undefined;
    const second = this.moved(other, session);
    return second === undefined ? undefined : first + second - both;
  }

  /** Puts a session down where another one stood; what it costs there, undefined where it cannot stand. */
  private moved(session: Session, to: Session): number | undefined {
    const { state, inserter } = this;
    const { draft, objective } = inserter;
    if (!refit(inserter, session, placeOf(to, session, this.spot))) return undefined;
    const cost = objective.marginal(state, draft);
    state.putDown(draft.session(session.id, session.before));
    return cost;
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
}

/** Where one session stands, as a spot for another. */
export function placeOf({ start, meeting }: Session, { pool }: Session, spot: Spot): Spot {
  spot.start = start;
  spot.day = pool.clock.day(start);
  spot.meeting = meeting;
  spot.table = undefined;
  return spot;
}

/** Whether two sessions could change places at all. */
export function couldSwap(session: Session, other: Session): boolean {
  if (other === session || other.start === session.start) return false;
  if (other.pool.huddle !== session.pool.huddle) return false;
  return !other.pool.huddle || other.pool.meetings === session.pool.meetings;
}
