/**
 * Who or what is taken when: for each resource and day a short chain of entries in one flat array, so that a
 * question looks at one day or two, however long the year is, and asking allocates nothing.
 */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Gaps } from '../problem/gaps.ts';
import { Crowd, doubled } from './overlap-profile.ts';

/** Numbers of an entry. */
const START = 0;
const END = 1;
const A = 2;
const B = 3;
const SESSION = 4;
const NEXT = 5;
const WIDTH = 6;

/** Entries carry two numbers whose meaning is the resource's: members first and last, heads and cap, a site. */
export class Timeline {
  /** Where the chain of each resource and day begins; 0: nothing there. */
  private readonly heads: Int32Array;
  private entries = new Int32Array(64 * WIDTH);
  /** Number 0 is no entry. */
  private used = WIDTH;
  /** Chain of entries that were taken out. */
  private free = 0;
  /** First minute of the first day. */
  private readonly origin: number;
  private readonly days: number;
  /** Longest entry or gap: how far before a start an entry can begin and still matter. */
  private readonly reach: number;
  private readonly crowd = new Crowd();

  constructor(resources: number, firstDay: number, days: number, reach: number) {
    this.heads = new Int32Array(resources * days);
    this.origin = firstDay * MINUTES_A_DAY;
    this.days = days;
    this.reach = reach;
  }

  add(resource: number, start: number, end: number, a: number, b: number, session: number): void {
    const slot = this.slot(resource, start);
    const at = this.room();
    const { entries, heads } = this;
    entries[at + START] = start;
    entries[at + END] = end;
    entries[at + A] = a;
    entries[at + B] = b;
    entries[at + SESSION] = session;
    entries[at + NEXT] = heads[slot]!;
    heads[slot] = at;
  }

  /** Takes out one entry of a session; `a` tells two of them apart. */
  remove(resource: number, start: number, a: number, session: number): void {
    const { entries, heads } = this;
    const slot = this.slot(resource, start);
    let before = 0;
    for (let at = heads[slot]!; at !== 0; before = at, at = entries[at + NEXT]!) {
      if (entries[at + SESSION] !== session || entries[at + A] !== a) continue;
      if (before === 0) heads[slot] = entries[at + NEXT]!;
      else entries[before + NEXT] = entries[at + NEXT]!;
      entries[at + NEXT] = this.free;
      this.free = at;
      return;
    }
    throw new Error(`session ${session} is not on this timeline`);
  }

  /** Whether anything lies in `[start, end)`, with a gap around it. */
  busy(resource: number, start: number, end: number, gap: number): boolean {
    const { entries, heads } = this;
    const to = this.lastSlot(resource, end + gap);
    for (let slot = this.firstSlot(resource, start); slot <= to; slot++) {
      for (let at = heads[slot]!; at !== 0; at = entries[at + NEXT]!) {
        if (entries[at + START]! < end + gap && entries[at + END]! + gap > start) return true;
      }
    }
    return false;
  }

  /** As {@link busy} where `a` of entries is a place, with the gap between that and another. */
  busyPlaces(resource: number, start: number, end: number, gaps: Gaps, place: number): boolean {
    const { entries, heads } = this;
    const to = this.lastSlot(resource, end + gaps.most);
    for (let slot = this.firstSlot(resource, start); slot <= to; slot++) {
      for (let at = heads[slot]!; at !== 0; at = entries[at + NEXT]!) {
        const apart = gaps.between(place, entries[at + A]!);
        if (entries[at + START]! < end + apart && entries[at + END]! + apart > start) return true;
      }
    }
    return false;
  }

  /** The lowest member within `first`…`last` who is taken (entries are ranges a…b); 0 when all are free. */
  lowestTaken(
    resource: number,
    start: number,
    end: number,
    gap: number,
    first: number,
    last: number,
  ): number {
    let lowest = 0;
    const { entries, heads } = this;
    const to = this.lastSlot(resource, end + gap);
    for (let slot = this.firstSlot(resource, start); slot <= to; slot++) {
      for (let at = heads[slot]!; at !== 0; at = entries[at + NEXT]!) {
        if (entries[at + START]! >= end + gap || entries[at + END]! + gap <= start) continue;
        if (entries[at + B]! < first || entries[at + A]! > last) continue;
        const taken = Math.max(first, entries[at + A]!);
        if (lowest === 0 || taken < lowest) lowest = taken;
      }
    }
    return lowest;
  }

  /** As {@link lowestTaken} of people who go from place to place. @param gapTo minutes between theirs and another session */
  lowestTakenAway(
    resource: number,
    start: number,
    end: number,
    most: number,
    first: number,
    last: number,
    gapTo: (session: number) => number,
  ): number {
    let lowest = 0;
    const { entries, heads } = this;
    const to = this.lastSlot(resource, end + most);
    for (let slot = this.firstSlot(resource, start); slot <= to; slot++) {
      for (let at = heads[slot]!; at !== 0; at = entries[at + NEXT]!) {
        if (entries[at + START]! >= end + most || entries[at + END]! + most <= start) continue;
        if (entries[at + B]! < first || entries[at + A]! > last) continue;
        const gap = gapTo(entries[at + SESSION]!);
        if (entries[at + START]! >= end + gap || entries[at + END]! + gap <= start) continue;
        const taken = Math.max(first, entries[at + A]!);
        if (lowest === 0 || taken < lowest) lowest = taken;
      }
    }
    return lowest;
  }

  /** The largest sum of `a` at any minute of `[start, end)`. */
  peak(resource: number, start: number, end: number): number {
    return this.gather(resource, start, end) ? this.crowd.peak(start) : 0;
  }

  /**
   * How many more fit into `[start, end)` under a cap of their own, where each entry holds `a` people under
   * a cap `b` and the largest cap counts.
   */
  spareUnderLargest(resource: number, start: number, end: number, cap: number): number {
    return this.gather(resource, start, end) ? this.crowd.spareUnderLargest(start, cap) : cap;
  }

  /** As {@link spareUnderLargest} where the smallest cap of those there counts. */
  spareUnderSmallest(resource: number, start: number, end: number, cap: number): number {
    return this.gather(resource, start, end) ? this.crowd.spareUnderSmallest(start, cap) : cap;
  }

  /** Sessions in `[start, end)` with a gap around it, day by day, what was added last first. */
  sessions(resource: number, start: number, end: number, gap: number): number[] {
    const out: number[] = [];
    const { entries, heads } = this;
    const to = this.lastSlot(resource, end + gap);
    for (let slot = this.firstSlot(resource, start); slot <= to; slot++) {
      for (let at = heads[slot]!; at !== 0; at = entries[at + NEXT]!) {
        if (entries[at + START]! < end + gap && entries[at + END]! + gap > start)
          out.push(entries[at + SESSION]!);
      }
    }
    return out;
  }

  /** Makes those who are there at some minute of `[start, end)` the crowd; false when nobody is, as is usual. */
  private gather(resource: number, start: number, end: number): boolean {
    const { entries, heads, crowd } = this;
    let any = false;
    const to = this.lastSlot(resource, end);
    for (let slot = this.firstSlot(resource, start); slot <= to; slot++) {
      for (let at = heads[slot]!; at !== 0; at = entries[at + NEXT]!) {
        if (entries[at + START]! >= end || entries[at + END]! <= start) continue;
        if (!any) crowd.clear();
        any = true;
        crowd.add(entries[at + START]!, entries[at + END]!, entries[at + A]!, entries[at + B]!);
      }
    }
    return any;
  }

  /** Where a new entry can stand. */
  private room(): number {
    const at = this.free;
    if (at !== 0) {
      this.free = this.entries[at + NEXT]!;
      return at;
    }
    if (this.used === this.entries.length) this.entries = doubled(this.entries);
    this.used += WIDTH;
    return this.used - WIDTH;
  }

  private slot(resource: number, at: number): number {
    return resource * this.days + this.dayOf(at);
  }

  /** The first and the last slot in which entries that matter for a time can stand. */
  private firstSlot(resource: number, start: number): number {
    return resource * this.days + Math.max(0, this.dayOf(start - this.reach));
  }

  private lastSlot(resource: number, end: number): number {
    return resource * this.days + Math.min(this.days - 1, this.dayOf(end));
  }

  /** Number of the day; what lies before the first one counts to it. In whole numbers, which divide fastest. */
  private dayOf(minute: number): number {
    return ((minute - this.origin) / MINUTES_A_DAY) | 0;
  }
}
