/**
 * Making room pushes some about who stood as before; how many hangs on who was looked at first. So a replan that pushes
 * anybody is tried a few times from where it began: most people with a place, then fewest sessions pushed.
 */
import type { Homes } from './homes.ts';
import { held, restore } from './snapshot.ts';
import type { State } from './state.ts';

/** Requirements that are looked at anew in all, and tries at most: beyond a few thousand one search takes long enough. */
const ANEW = 12_000;
const TRIES = 12;

/**
 * Places who lost their place, several times where that may push fewer.
 * @param begin places what it can, by a salt; returns the moves it took
 * @returns moves of all tries
 */
export async function gentlest(
  state: State,
  homes: Homes,
  seed: number,
  begin: (salt: number) => Promise<number>,
): Promise<number> {
  const before = held(state);
  let moves = await begin(seed);
  let [best, most, fewest] = [held(state), state.placedHeads, homes.left().length];
  const tries = Math.min(TRIES, Math.floor(ANEW / state.problem.reqs.length));
  for (let again = 1; again < tries && fewest > 0; again++) {
    restore(state, before);
    moves += await begin(seed + again);
    const pushed = homes.left().length;
    if (state.placedHeads < most || (state.placedHeads === most && pushed >= fewest)) continue;
    [best, most, fewest] = [held(state), state.placedHeads, pushed];
  }
  restore(state, best);
  return moves;
}
