/**
 * A number of people-requirements that no plan can place, however long one searches: so that a report can say
 * "12 unplaced; at least 9 are impossible with these trainers".
 *
 * A sum of shortages: those who could not be placed even alone, and for the others what countings of one kind of
 * supply prove. Each counting is a bound for its own people-requirements, whoever else is planned, so the sum over
 * countings that have nobody in common is one for the whole. The largest shortage is taken first, and the others
 * are counted again without its people.
 */
import { isOver } from '../constraints/precedence.ts';
import type { Unit } from '../construct/insert.ts';
import type { Problem } from '../problem/problem.ts';
import type { Session } from '../solution/state.ts';
import { hopeless } from './alone.ts';
import { type Counting, type Shortage, shortageOf } from './counting.ts';
import { type Candidate, Countings } from './countings.ts';
import { Followers } from './followers.ts';

/** Wishes × supplies that are counted at most: for a firm that lacks almost everything, part of the proof will do. */
const MOST_WORK = 200_000;

/**
 * People-requirements that cannot be placed, at least; never more than those without a place in any plan that
 * keeps the fixed sessions. 0, at once, when nobody is without a place.
 */
export function lowerBound(problem: Problem, sessions: readonly Session[], missing: readonly Unit[]): number {
  if (missing.length === 0) return 0;
  const countings = new Countings(problem);
  const left = openHeads(problem, sessions);
  const wanting = new Set(missing.map(({ req }) => req));
  const whole = missing.filter(({ req, first, last }) => last - first + 1 === req.group.heads);
  let bound = 0;
  for (const { index } of hopeless(
    countings.stretches,
    whole.map(({ req }) => req),
  )) {
    bound += left[index]!;
    left[index] = 0;
  }
  const without = new Int32Array(left.length);
  for (const { req, first, last } of missing)
    if (left[req.index]! > 0) without[req.index]! += last - first + 1;
  const rest = [...wanting].filter(({ index }) => left[index]! > 0);
  if (rest.length === 0) return bound;
  const followers = new Followers();
  const candidates = countings.all(rest).map((one) => withFollowers(one, followers));
  return bound + disjoint(candidates, left, without, followers);
}

/** With those who may be lost because of its people. */
function withFollowers({ reqs, make }: Candidate, followers: Followers): Candidate {
  const more = reqs.flatMap((req) => followers.of(req));
  return more.length === 0 ? { reqs, make } : { reqs: [...new Set([...reqs, ...more])], make };
}

/** People of each requirement who are not in sessions that stay as they are; nobody is missed in what is over. */
function openHeads(problem: Problem, sessions: readonly Session[]): Int32Array {
  const left = Int32Array.from(problem.reqs, (req) => (isOver(problem, req) ? 0 : req.group.heads));
  for (const { fixed, pool, start, seats } of sessions) {
    if (!fixed && pool.clock.day(start) > problem.past) continue;
    for (const { req, first, last } of seats) if (left[req.index]! > 0) left[req.index]! -= last - first + 1;
  }
  return left;
}

interface Waiting {
  readonly candidate: Candidate;
  readonly counting?: Counting;
  readonly shortage?: Shortage;
  /** People whom the shortage is about, when it was counted. */
  readonly about?: number;
}

/**
 * Shortages that have nobody in common, largest first; whoever is counted is set to 0 in both lists. A counting is
 * made when nothing larger can come any more: many never are, because their people are counted by then.
 * @param missing people without a place in the plan at hand, by requirement
 */
function disjoint(
  candidates: readonly Candidate[],
  left: Int32Array,
  missing: Int32Array,
  followers: Followers,
): number {
  const waiting: Waiting[][] = [];
  const put = (heads: number, one: Waiting): void => {
    if (heads <= 0) return;
    const list = waiting[heads];
    if (list) list.push(one);
    else waiting[heads] = [one];
  };
  for (const candidate of candidates) put(mostOf(candidate, missing), { candidate });
  let [sum, work] = [0, 0];
  for (let heads = waiting.length - 1; heads > 0; heads--) {
    const list = waiting[heads] ?? [];
    for (let i = 0; i < list.length; i++) {
      const { candidate, shortage, counting = candidate.make(), about } = list[i]!;
      if (shortage && aboutOf(shortage, left) === about) {
        sum += heads;
        settle(shortage, left, missing);
      }
      const most = Math.min(heads, mostOf(candidate, missing));
      if (most === 0) continue;
      if (most < heads) {
        put(most, { candidate, counting });
        continue;
      }
      work += workOf(counting);
      if (work > MOST_WORK) return sum;
      const found = shortageOf(counting, left, followers);
      put(Math.min(found.heads, heads), {
        candidate,
        counting,
        shortage: found,
        about: aboutOf(found, left),
      });
    }
  }
  return sum;
}

/** No more can be short than are without a place. */
function mostOf({ reqs }: Candidate, missing: Int32Array): number {
  return reqs.reduce((sum, { index }) => sum + missing[index]!, 0);
}

function aboutOf({ reqs }: Shortage, left: Int32Array): number {
  return reqs.reduce((sum, { index }) => sum + left[index]!, 0);
}

function settle({ reqs }: Shortage, left: Int32Array, missing: Int32Array): void {
  for (const { index } of reqs) {
    left[index] = 0;
    missing[index] = 0;
  }
}

function workOf({ wishes }: Counting): number {
  return wishes.reduce((sum, { supplies }) => sum + supplies.length, 0);
}
