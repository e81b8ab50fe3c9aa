/** Placing people who wait without pushing anybody: free seats in sessions that are there, then free starts. */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { isOpen } from '../constraints/not-closed.ts';
import { ANY, type Inserter, type Unit } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import type { Req } from '../problem/problem.ts';
import { freeSeats, without } from '../solution/seats.ts';
import type { Session } from '../solution/state.ts';

/** Existing sessions of the pool that are asked for a free seat. */
const ASKED = 200;

export class Settler {
  private readonly inserter: Inserter;
  private readonly random: Random;
  private readonly latest: Int32Array;

  /** @param latest for each requirement the last day that leaves one to what follows on it */
  constructor(inserter: Inserter, random: Random, latest: Int32Array) {
    this.inserter = inserter;
    this.random = random;
    this.latest = latest;
  }

  /** Free seats and free starts, as far as they go; what is left of the unit. */
  settle(unit: Unit): Unit[] {
    let rest: Unit[] = [unit];
    for (;;) {
      const next = rest[0];
      if (!next) return [];
      const joined = this.joinAny(next);
      if (joined) {
        rest = [...without(next, joined), ...rest.slice(1)];
        continue;
      }
      if (!this.open(rest)) return rest;
    }
  }

  /** A session of its own for the first: early enough for what follows where that can be. */
  private open(waiting: Unit[]): boolean {
    const { inserter } = this;
    const { req } = waiting[0]!;
    const salt = this.random(1000);
    const window = { from: req.from, by: this.latest[req.index]! };
    if (window.by < req.by && inserter.open(waiting, { ...ANY, window }, salt)) return true;
    return inserter.open(waiting, ANY, salt) !== undefined;
  }

  private joinAny(unit: Unit): Session | undefined {
    const { pool } = unit.req;
    if (pool.seats <= 1) return undefined;
    const { state } = this.inserter;
    let asked = 0;
    // Backwards: who is tried moves to the end.
    const ids = state.byPool[pool.index]!;
    for (let i = ids.length - 1; i >= 0; i--) {
      const session = state.sessions[ids[i]!]!;
      if (session.fixed) continue;
      if (freeSeats(session) < 1 || !couldCome(unit.req, session)) continue;
      if (++asked > ASKED) return undefined;
      const fuller = this.inserter.join(unit, session);
      if (fuller) return fuller;
    }
    return undefined;
  }
}

/** Whether the day and hours of a session suit a requirement, whoever else is in it. */
export function couldCome(
  req: Req,
  { pool, start, meeting }: Pick<Session, 'pool' | 'start' | 'meeting'>,
): boolean {
  const day = Math.floor(pool.clock.wall(start) / MINUTES_A_DAY);
  if (day < req.from || day > req.by) return false;
  return isOpen(req, start, meeting < 0 ? -1 : meeting - pool.meetings);
}
