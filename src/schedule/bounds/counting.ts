/**
 * How many people at most can be placed, as far as one kind of supply goes: wishes flow, in minutes, through days
 * and weeks of the supplies.
 *
 * Why it is a bound. Take any plan that breaks no hard constraint, and look at the sessions of a wish: at most
 * `seats` people each, so that n people need at least ⌈n / seats⌉ of them, of which all but one are full at best.
 * Send each session's minutes along its arc to the day or week of the supply that it uses:
 * - Arcs hold, for they have the most minutes that sessions of the wish can have in those stretches, packed whole
 *   with the gap between two, `width` side by side. (Sessions of which never more than `width` overlap can be laid
 *   in `width` rows without overlap: their overlaps form an interval graph.)
 * - Days, weeks and totals hold: they have the most minutes that whole sessions of these lengths can add up to
 *   under the same packing, and under the supply's own limits; so do those of sessions of some length or more.
 * So the plan is a flow, and it places no more than Σ people-per-minute × minutes over the best flow. The minutes
 * that wishes can send are a polymatroid, so opening the wishes one after the other by people per minute, most
 * first, finds that best sum (Edmonds' greedy). People wanted less that sum, rounded up, cannot be placed.
 *
 * Whoever is lost for one thing is lost for what must come after it, too: where that is no wish of the counting, a
 * person weighs as much more. Sessions are then full of those who weigh most, so that n people of a wish still weigh
 * no more than their ⌈n / seats⌉ sessions.
 */
import type { Req } from '../problem/problem.ts';
import { connect } from './bins.ts';
import { Flow } from './flow.ts';
import type { Followers } from './followers.ts';
import type { Supply, Wish } from './supply.ts';

export interface Counting {
  readonly supplies: readonly Supply[];
  readonly wishes: readonly Wish[];
}

/** So many people-requirements of these have no place in any plan. */
export interface Shortage {
  readonly heads: number;
  readonly reqs: readonly Req[];
}

/**
 * @param left people who still count, by index of the requirement
 * @param followers who is lost with whom
 */
export function shortageOf(counting: Counting, left: Int32Array, followers: Followers): Shortage {
  const all = shortage(counting, left, followers, counting.wishes);
  if (all.heads === 0 || all.wishes.length === counting.wishes.length) return all;
  // Those who compete for what is short are as many short without the others, and what follows on them is outside.
  const some = shortage(counting, left, followers, all.wishes);
  return some.heads >= all.heads ? some : all;
}

interface Short extends Shortage {
  /** That compete for what is short. */
  readonly wishes: readonly Wish[];
}

interface Part {
  readonly wish: Wish;
  readonly node: number;
  readonly minutes: number;
  /** What is lost for each minute that is not there. */
  readonly value: number;
}

function shortage(
  { supplies }: Counting,
  left: Int32Array,
  followers: Followers,
  asked: readonly Wish[],
): Short {
  const wishes = asked.filter((wish) => headsOf(wish, left) > 0);
  const reqs = wishes.flatMap((wish) => wish.reqs.filter(({ index }) => left[index]! > 0));
  const outside = followers.outside(reqs, left);
  const flow = new Flow();
  const nodes = new Map(wishes.map((wish) => [wish, flow.node()]));
  supplies.forEach((supply, index) => {
    const own = wishes.filter((wish) => wish.supplies.includes(index));
    connect(flow, supply, own, nodes);
  });
  const parts = wishes
    .flatMap((wish) => partsOf(wish, nodes.get(wish)!, lossesOf(wish, left, outside)))
    .sort((a, b) => b.value - a.value);
  const opened: { readonly part: Part; readonly arc: number }[] = [];
  for (let i = 0; i < parts.length; ) {
    const { value } = parts[i]!;
    for (; i < parts.length && parts[i]!.value === value; i++) {
      const part = parts[i]!;
      opened.push({ part, arc: flow.fromSource(part.node, part.minutes) });
    }
    if (!flow.run()) return { heads: 0, reqs: [], wishes: [] };
  }
  let [wanted, served] = [0, 0];
  for (const { part, arc } of opened) {
    wanted += part.value * part.minutes;
    served += part.value * flow.carried(arc);
  }
  const heads = Math.round(wanted) - Math.floor(served + 1e-6);
  const unmet = opened.filter(({ part, arc }) => flow.carried(arc) < part.minutes);
  const seen = flow.reachable(unmet.map(({ part }) => part.node));
  return {
    heads: Math.max(0, heads),
    reqs: [...reqs, ...[...outside.values()].flat()],
    wishes: wishes.filter((wish) => seen[nodes.get(wish)!] === 1),
  };
}

function headsOf({ reqs }: Wish, left: Int32Array): number {
  return reqs.reduce((sum, { index }) => sum + left[index]!, 0);
}

/** People of a wish by what is lost with each, themselves included: most first. */
function lossesOf(
  { reqs }: Wish,
  left: Int32Array,
  outside: ReadonlyMap<Req, readonly Req[]>,
): [number, number][] {
  const losses = new Map<number, number>();
  for (const req of reqs) {
    const loss = 1 + (outside.get(req)?.length ?? 0);
    losses.set(loss, (losses.get(loss) ?? 0) + left[req.index]!);
  }
  return [...losses].sort(([a], [b]) => b - a);
}

/** Full sessions and the last one with the rest; those of whom most is lost first. */
function partsOf(wish: Wish, node: number, losses: readonly (readonly [number, number])[]): Part[] {
  const { minutes, seats } = wish;
  const parts: Part[] = [];
  const add = (sessions: number, lost: number): void => {
    if (sessions > 0) parts.push({ wish, node, minutes: sessions * minutes, value: lost / minutes });
  };
  let [free, mixed] = [0, 0];
  for (const [loss, heads] of losses) {
    const joining = Math.min(free, heads);
    [free, mixed] = [free - joining, mixed + joining * loss];
    if (free > 0) continue;
    add(mixed > 0 ? 1 : 0, mixed);
    const full = Math.floor((heads - joining) / seats);
    add(full, seats * loss);
    const rest = heads - joining - full * seats;
    [free, mixed] = rest > 0 ? [seats - rest, rest * loss] : [0, 0];
  }
  add(mixed > 0 ? 1 : 0, mixed);
  return parts;
}
