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
 *   under the same packing, and under the supply's own limits.
 * So the plan is a flow, and it places no more than Σ people-per-minute × minutes over the best flow. The minutes
 * that wishes can send are a polymatroid, so opening the wishes one after the other by people per minute, most
 * first, finds that best sum (Edmonds' greedy). People wanted less that sum, rounded up, cannot be placed.
 */
import { type Day, mondayOf } from '../../calendar/date.ts';
import { Flow } from './flow.ts';
import { eachSlice } from './stretches.ts';
import { Offer, type Supply, type Wish } from './supply.ts';

export interface Counting {
  readonly supplies: readonly Supply[];
  readonly wishes: readonly Wish[];
}

/** People of these wishes who have no place in any plan. */
export interface Shortage {
  readonly heads: number;
  readonly wishes: readonly Wish[];
}

/** Wishes with longer windows are counted by weeks, others by days. */
const SHORT_WINDOW = 7;
const NONE: Shortage = { heads: 0, wishes: [] };

/** @param left people who still count, by index of the requirement */
export function shortageOf(counting: Counting, left: Int32Array): Shortage {
  const all = shortage(counting, left, counting.wishes);
  if (all.heads === 0 || all.wishes.length === counting.wishes.length) return all;
  // Those who compete for what is short are as many short without the others.
  const some = shortage(counting, left, all.wishes);
  return some.heads >= all.heads ? { ...some, wishes: all.wishes } : { ...all, wishes: counting.wishes };
}

interface Part {
  readonly wish: Wish;
  readonly node: number;
  readonly minutes: number;
  /** People for each minute. */
  readonly value: number;
}

function shortage({ supplies }: Counting, left: Int32Array, asked: readonly Wish[]): Shortage {
  const wishes = asked.filter((wish) => headsOf(wish, left) > 0);
  const flow = new Flow();
  const nodes = new Map(wishes.map((wish) => [wish, flow.node()]));
  supplies.forEach((supply, index) => {
    const own = wishes.filter((wish) => wish.supplies.includes(index));
    if (own.length > 0) new Bins(flow, new Offer(supply, own)).connect(own, nodes);
  });
  const parts = wishes
    .flatMap((wish) => partsOf(wish, nodes.get(wish)!, headsOf(wish, left)))
    .sort((a, b) => b.value - a.value);
  const opened: { readonly part: Part; readonly arc: number }[] = [];
  for (let i = 0; i < parts.length; ) {
    const { value } = parts[i]!;
    for (; i < parts.length && parts[i]!.value === value; i++) {
      const part = parts[i]!;
      opened.push({ part, arc: flow.fromSource(part.node, part.minutes) });
    }
    if (!flow.run()) return NONE;
  }
  let [wanted, served] = [0, 0];
  for (const wish of wishes) wanted += headsOf(wish, left);
  for (const { part, arc } of opened) served += part.value * flow.carried(arc);
  const heads = wanted - Math.floor(served + 1e-6);
  if (heads <= 0) return NONE;
  const unmet = opened.filter(({ part, arc }) => flow.carried(arc) < part.minutes);
  const seen = flow.reachable(unmet.map(({ part }) => part.node));
  return { heads, wishes: wishes.filter((wish) => seen[nodes.get(wish)!] === 1) };
}

export function headsOf({ reqs }: Wish, left: Int32Array): number {
  return reqs.reduce((sum, { index }) => sum + left[index]!, 0);
}

/** Full sessions, and the last one with the rest. */
function partsOf(wish: Wish, node: number, heads: number): Part[] {
  const { minutes, seats } = wish;
  const full = Math.floor(heads / seats);
  const rest = heads - full * seats;
  const part = (sessions: number, people: number): Part => {
    return { wish, node, minutes: sessions * minutes, value: people / minutes };
  };
  return [...(full > 0 ? [part(full, seats)] : []), ...(rest > 0 ? [part(1, rest)] : [])];
}

/** The days and weeks of one supply as nodes, made when somebody wants them. */
class Bins {
  private readonly flow: Flow;
  private readonly offer: Offer;
  private readonly days = new Map<Day, number>();
  private readonly weeks = new Map<Day, number>();
  private readonly perWeek = new Map<Day, number>();
  private readonly total: number | undefined;

  constructor(flow: Flow, offer: Offer) {
    this.flow = flow;
    this.offer = offer;
    for (const [day, minutes] of offer.days) add(this.perWeek, mondayOf(day), minutes);
    if (offer.supply.totalDays === undefined) return;
    this.total = flow.node();
    flow.toSink(this.total, offer.inAll([...offer.days.values()]));
  }

  connect(wishes: readonly Wish[], nodes: ReadonlyMap<Wish, number>): void {
    const { flow, offer } = this;
    const { clock, gap, width } = offer.supply;
    for (const wish of wishes) {
      const { minutes } = wish;
      const short = isShort(wish);
      const arcs = new Map<Day, number>();
      eachSlice(offer.shared(wish), clock, minutes, (day, stretch) => {
        const sessions = Math.floor((stretch + gap) / (minutes + gap));
        if (sessions > 0) add(arcs, short ? day : mondayOf(day), width * sessions * minutes);
      });
      for (const [at, most] of arcs) {
        flow.arc(nodes.get(wish)!, short ? this.day(at) : this.week(at), most);
      }
    }
  }

  private day(day: Day): number {
    return this.node(this.days, day, this.offer.days.get(day) ?? 0, () => this.week(mondayOf(day)));
  }

  private week(monday: Day): number {
    const most = this.offer.inWeek(this.perWeek.get(monday) ?? 0);
    return this.node(this.weeks, monday, most, () => this.total);
  }

  /** A node from which at most so much flows on, to the sink where there is no parent. */
  private node(nodes: Map<Day, number>, key: Day, most: number, parent: () => number | undefined): number {
    const known = nodes.get(key);
    if (known !== undefined) return known;
    const node = this.flow.node();
    nodes.set(key, node);
    const to = parent();
    if (to === undefined) this.flow.toSink(node, most);
    else this.flow.arc(node, to, most);
    return node;
  }
}

function isShort({ reqs }: Wish): boolean {
  return reqs.every(({ from, by }) => by - from < SHORT_WINDOW);
}

function add(map: Map<Day, number>, key: Day, minutes: number): void {
  map.set(key, (map.get(key) ?? 0) + minutes);
}
