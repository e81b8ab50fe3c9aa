/**
 * Making room pushes some about who stood as before; how many, and for whom it is made, hangs on who was looked at
 * first. So a replan that pushes anybody, or leaves out who lost their place, is tried a few times from where it began.
 * Fewest who lost their place come first; then whoever else finds one counts as much as a session that is pushed.
 */
import type { Homes } from '../ejection/kept-places.ts';
import { held, restore } from '../solution/snapshot.ts';
import type { State } from '../solution/state.ts';

/** Requirements that are looked at anew in all, and tries at most: beyond a few thousand one search takes long enough. */
const ANEW = 12_000;
const TRIES = 12;

/**
 * Places who lost their place, several times where that may leave out or push fewer.
 * @param begin places what it can, by a salt; returns the moves it took
 * @param lost people without a place who may push others for one
 * @returns moves of all tries
 */
export async function gentlest(
  state: State,
  homes: Homes,
  seed: number,
  begin: (salt: number) => Promise<number>,
  lost: () => number,
): Promise<number> {
  const before = held(state);
  const tries = Math.max(1, Math.min(TRIES, Math.floor(ANEW / state.problem.reqs.length)));
  let moves = 0;
  let best: Try | undefined;
  let last: Try | undefined;
  for (let again = 0; again < tries; again++) {
    if (again > 0) restore(state, before);
    moves += await begin(seed + again);
    const pushed = homes.left().length;
    last = { lost: lost(), worth: state.placedHeads - pushed, sessions: held(state) };
    if (pushed === 0 && last.lost === 0) return moves;
    if (!best || isBetter(last, best)) best = last;
  }
  if (best && best !== last) restore(state, best.sessions);
  return moves;
}

interface Try {
  readonly lost: number;
  readonly worth: number;
  readonly sessions: ReturnType<typeof held>;
}

function isBetter(one: Try, other: Try): boolean {
  return one.lost < other.lost || (one.lost === other.lost && one.worth > other.worth);
}
