/**
 * A small part that leaves people out, although nothing proves that it must, is begun anew a few times: the order in
 * which things were placed first decides much where little is to spare. Then some groups of the plan that seats most
 * begin anew, again and again. The plan that seats most stays.
 */
import { lowerBound } from '../bounds/bound.ts';
import { allMissing } from '../construct/construct.ts';
import type { Inserter } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import { compact } from '../moves/left-justify.ts';
import { ruin } from '../moves/ruin.ts';
import { clear, held, restore } from '../solution/snapshot.ts';

/** Requirements that are placed anew in all: a larger part is begun once. */
const ANEW = 2400;
/** Beginnings (docs/decisions/ejection.md). */
const AGAIN = 48;
/** Beginnings in which everybody begins anew; in the others one in so many groups does. */
const FRESH = 4;
const SHARE = 5;

/**
 * Places everybody of an empty state, several times where that may seat more; ends with the plan that seats most.
 * @param begin places what it can, by a salt; returns the moves it took
 * @returns moves of all beginnings
 */
export async function bestBeginning(
  inserter: Inserter,
  seed: number,
  random: Random,
  begin: (salt: number) => Promise<number>,
): Promise<number> {
  const { state } = inserter;
  const { problem } = state;
  let moves = await begin(seed);
  const missing = allMissing(state, problem);
  const times = Math.min(AGAIN, Math.floor(ANEW / problem.reqs.length));
  if (times === 0 || missing.length === 0) return moves;
  let best = held(state);
  let most = state.placedHeads;
  const left = missing.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const enough = most + left - lowerBound(problem, best, missing);
  for (let again = 1; again <= times && most < enough; again++) {
    if (again > FRESH) {
      restore(state, best);
      ruin(state, random, SHARE);
      // What is left lies together at the end then, for those who begin anew.
      compact(inserter);
    } else clear(state);
    moves += await begin(seed + again);
    // As many, but others: that may be a better place to go on from.
    if (state.placedHeads >= most) [best, most] = [held(state), state.placedHeads];
  }
  restore(state, best);
  return moves;
}
