/**
 * Making good what got another place: short searches, until one finds nothing better. Most absences are done with
 * soon, and those that are not go on for longer than one search with all its moves would. (docs/decisions/budgets.md)
 */
import { budgetOf, Improver } from '../anneal/anneal.ts';
import type { Inserter } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';

/** Rounds at most, and how many of them have the moves of one search. */
const ROUNDS = 8;
const SHARE = 4;

/**
 * The number of moves that were tried.
 * @param movable numbers of the sessions that may be moved; asked before each round, as some may have been split
 * @param each moves a session
 */
export async function improve(
  inserter: Inserter,
  random: Random,
  movable: () => readonly number[],
  each: number,
): Promise<number> {
  let moves = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const ids = movable();
    const budget = Math.ceil(budgetOf(ids.length, each) / SHARE);
    const made = await new Improver(inserter, random).run(ids, budget, () => {});
    moves += made.moves;
    if (made.gain < 1e-9) break;
  }
  return moves;
}
