/**
 * Sessions that last as long take each other's start. Nobody gains or loses a place by it, and it changes a
 * plan in which nothing is free: whoever waits finds other things in the way then.
 */
import type { Inserter } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import type { Spot } from '../construct/scan-starts.ts';
import type { Session, State } from '../solution/state.ts';
import { refit } from './relocate.ts';
import { couldSwap, placeOf } from './swap-starts.ts';

/** Pairs that are looked at for one that changes places. */
const LOOKS = 10;

/** Has some pairs change places, as many as are found in a few looks. */
export function shuffle(inserter: Inserter, random: Random, pairs: number): void {
  const { state } = inserter;
  const spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };
  for (let look = 0, done = 0; look < LOOKS * pairs && done < pairs; look++) {
    const [one, other] = [anySession(state, random), anySession(state, random)];
    if (one && other && changePlaces(inserter, one, other, spot)) done++;
  }
}

/** Of any pool, whatever its size: a pool of few is as hard to seat as one of many. */
function anySession({ byPool, sessions }: State, random: Random): Session | undefined {
  const ids = byPool[random(byPool.length)]!;
  return ids.length === 0 ? undefined : sessions[ids[random(ids.length)]!];
}

function changePlaces(inserter: Inserter, one: Session, other: Session, spot: Spot): boolean {
  if (one.fixed || other.fixed || one.pool.minutes !== other.pool.minutes) return false;
  if (!couldSwap(one, other)) return false;
  const { state, draft } = inserter;
  return state.attempt(() => {
    state.pickUp(one);
    state.pickUp(other);
    for (const [session, to] of [
      [one, other],
      [other, one],
    ] as const) {
      if (!refit(inserter, session, placeOf(to, session, spot))) return false;
      state.putDown(draft.session(session.id, session.before));
    }
    return true;
  });
}
