/**
 * The days and weeks of one supply as nodes of a flow, made when somebody wants them; for each length of sessions those
 * of all that are as long or longer: a morning that holds one session of two hours holds no half of another, however
 * many minutes are left of it for shorter ones.
 */
import { type Day, mondayOf } from '../../calendar/date.ts';
import type { Flow } from './flow.ts';
import { eachSlice } from './stretches.ts';
import { Offer, type Supply, type Wish } from './supply.ts';

/** Wishes with longer windows are counted by weeks, others by days. */
const SHORT_WINDOW = 7;

/** Leads from the wishes' nodes through the days and weeks of a supply to the sink. */
export function connect(
  flow: Flow,
  supply: Supply,
  wishes: readonly Wish[],
  nodes: ReadonlyMap<Wish, number>,
): void {
  const lengths = [...new Set(wishes.map(({ minutes }) => minutes))].sort((a, b) => a - b);
  let bins: Bins | undefined;
  for (const length of lengths) {
    const asLong = wishes.filter(({ minutes }) => minutes >= length);
    bins = new Bins(flow, new Offer(supply, asLong), bins);
    for (const wish of asLong) if (wish.minutes === length) bins.connect(wish, nodes.get(wish)!);
  }
}

class Bins {
  private readonly flow: Flow;
  private readonly offer: Offer;
  /** Those of shorter sessions too. */
  private readonly wider: Bins | undefined;
  private readonly days = new Map<Day, number>();
  private readonly weeks = new Map<Day, number>();
  private readonly perWeek = new Map<Day, number>();
  private readonly total: number | undefined;

  constructor(flow: Flow, offer: Offer, wider: Bins | undefined) {
    this.flow = flow;
    this.offer = offer;
    this.wider = wider;
    for (const [day, minutes] of offer.days) add(this.perWeek, mondayOf(day), minutes);
    if (wider || offer.supply.totalDays === undefined) return;
    this.total = flow.node();
    flow.toSink(this.total, offer.inAll([...offer.days.values()]));
  }

  connect(wish: Wish, node: number): void {
    const { flow, offer } = this;
    const { minutes } = wish;
    const { clock, gap, width } = offer.supply;
    const short = isShort(wish);
    const arcs = new Map<Day, number>();
    eachSlice(offer.shared(wish), clock, minutes, (day, stretch) => {
      const sessions = Math.floor((stretch + gap) / (minutes + gap));
      if (sessions > 0) add(arcs, short ? day : mondayOf(day), width * sessions * minutes);
    });
    for (const [at, most] of arcs) flow.arc(node, short ? this.day(at) : this.week(at), most);
  }

  private day(day: Day): number {
    const { wider } = this;
    if (wider && this.inDay(day) >= wider.inDay(day)) return wider.day(day);
    const parent = () => (wider ? wider.day(day) : this.week(mondayOf(day)));
    return this.node(this.days, day, this.inDay(day), parent);
  }

  private week(monday: Day): number {
    const { wider } = this;
    if (wider && this.inWeek(monday) >= wider.inWeek(monday)) return wider.week(monday);
    return this.node(this.weeks, monday, this.inWeek(monday), () => wider?.week(monday) ?? this.total);
  }

  private inDay(day: Day): number {
    return this.offer.days.get(day) ?? 0;
  }

  private inWeek(monday: Day): number {
    return this.offer.inWeek(this.perWeek.get(monday) ?? 0);
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
