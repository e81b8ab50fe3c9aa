/**
 * Who or what is taken when: for each resource and day a short list of entries, so that a question looks at
 * one day or two, however long the year is.
 */
import { MINUTES_A_DAY } from '../calendar/date.ts';

/** start, end, a, b, session */
const WIDTH = 5;

/** Entries carry two numbers whose meaning is the resource's: members first and last, heads and cap, a site. */
export class Timeline {
  private readonly lists: (number[] | undefined)[];
  private readonly firstDay: number;
  private readonly days: number;
  /** Longest entry or gap: how far before a start an entry can begin and still matter. */
  private readonly reach: number;

  constructor(resources: number, firstDay: number, days: number, reach: number) {
    this.lists = new Array(resources * days);
    this.firstDay = firstDay;
    this.days = days;
    this.reach = reach;
  }

  add(resource: number, start: number, end: number, a: number, b: number, session: number): void {
    const at = this.slot(resource, start);
    const list = this.lists[at];
    if (list) list.push(start, end, a, b, session);
    else this.lists[at] = [start, end, a, b, session];
  }

  /** Takes out one entry of a session; `a` tells two of them apart. */
  remove(resource: number, start: number, a: number, session: number): void {
    const list = this.lists[this.slot(resource, start)]!;
    for (let i = 0; i < list.length; i += WIDTH) {
      if (list[i + 4] !== session || list[i + 2] !== a) continue;
      const last = list.length - WIDTH;
      for (let k = 0; k < WIDTH; k++) list[i + k] = list[last + k]!;
      list.length = last;
      return;
    }
    throw new Error(`session ${session} is not on this timeline`);
  }

  /** Whether anything lies in `[start, end)`, with a gap around it. */
  busy(resource: number, start: number, end: number, gap: number): boolean {
    this.look(resource, start, end + gap);
    const { from, to } = this;
    for (let slot = from; slot <= to; slot++) {
      const list = this.lists[slot];
      if (!list) continue;
      for (let i = 0; i < list.length; i += WIDTH) {
        if (list[i]! < end + gap && list[i + 1]! + gap > start) return true;
      }
    }
    return false;
  }

  /** As {@link busy}, with the wider gap to entries whose `a` (a place) is another real place. */
  busyPlaces(
    resource: number,
    start: number,
    end: number,
    gap: number,
    travel: number,
    place: number,
  ): boolean {
    this.look(resource, start, end + travel);
    const { from, to } = this;
    for (let slot = from; slot <= to; slot++) {
      const list = this.lists[slot];
      if (!list) continue;
      for (let i = 0; i < list.length; i += WIDTH) {
        const other = list[i + 2]!;
        const apart = place >= 0 && other >= 0 && other !== place ? travel : gap;
        if (list[i]! < end + apart && list[i + 1]! + apart > start) return true;
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
    this.look(resource, start, end + gap);
    const { from, to } = this;
    for (let slot = from; slot <= to; slot++) {
      const list = this.lists[slot];
      if (!list) continue;
      for (let i = 0; i < list.length; i += WIDTH) {
        if (list[i]! >= end + gap || list[i + 1]! + gap <= start) continue;
        if (list[i + 3]! < first || list[i + 2]! > last) continue;
        const taken = Math.max(first, list[i + 2]!);
        if (lowest === 0 || taken < lowest) lowest = taken;
      }
    }
    return lowest;
  }

  /** The largest sum of `a` at any minute of `[start, end)`. */
  peak(resource: number, start: number, end: number): number {
    const found = this.overlapping(resource, start, end);
    let most = 0;
    for (let i = 0; i < found.length; i += WIDTH) {
      const at = Math.max(start, found[i]!);
      let sum = 0;
      for (let j = 0; j < found.length; j += WIDTH) {
        if (found[j]! <= at && found[j + 1]! > at) sum += found[j + 2]!;
      }
      if (sum > most) most = sum;
    }
    return most;
  }

  /**
   * How many more fit into `[start, end)` under a cap of their own, where each entry holds `a` people under
   * a cap `b` and the largest cap counts. Stays true when any of them leaves again: for every cap c, those
   * with a cap of at most c are at most c.
   */
  spareUnderLargest(resource: number, start: number, end: number, cap: number): number {
    const found = this.overlapping(resource, start, end);
    if (found.length === 0) return cap;
    let spare = cap;
    for (let i = -WIDTH; i < found.length; i += WIDTH) {
      const at = i < 0 ? start : Math.max(start, found[i]!);
      for (let k = -WIDTH; k < found.length; k += WIDTH) {
        const limit = k < 0 ? cap : found[k + 3]!;
        if (limit < cap || (k >= 0 && (found[k]! > at || found[k + 1]! <= at))) continue;
        let sum = 0;
        for (let j = 0; j < found.length; j += WIDTH) {
          if (found[j]! <= at && found[j + 1]! > at && found[j + 3]! <= limit) sum += found[j + 2]!;
        }
        if (limit - sum < spare) spare = limit - sum;
      }
    }
    return spare;
  }

  /** As {@link spareUnderLargest} where the smallest cap of those there counts. */
  spareUnderSmallest(resource: number, start: number, end: number, cap: number): number {
    const found = this.overlapping(resource, start, end);
    let spare = cap;
    for (let i = 0; i < found.length; i += WIDTH) {
      const at = Math.max(start, found[i]!);
      let [sum, least] = [0, cap];
      for (let j = 0; j < found.length; j += WIDTH) {
        if (found[j]! > at || found[j + 1]! <= at) continue;
        sum += found[j + 2]!;
        if (found[j + 3]! < least) least = found[j + 3]!;
      }
      if (least - sum < spare) spare = least - sum;
    }
    return spare;
  }

  /** Sessions in `[start, end)` with a gap around it, in the order they were added or moved. */
  sessions(resource: number, start: number, end: number, gap: number): number[] {
    const out: number[] = [];
    this.look(resource, start, end + gap);
    const { from, to } = this;
    for (let slot = from; slot <= to; slot++) {
      const list = this.lists[slot];
      if (!list) continue;
      for (let i = 0; i < list.length; i += WIDTH) {
        if (list[i]! < end + gap && list[i + 1]! + gap > start) out.push(list[i + 4]!);
      }
    }
    return out;
  }

  private overlapping(resource: number, start: number, end: number): number[] {
    const found = this.found;
    found.length = 0;
    this.look(resource, start, end);
    const { from, to } = this;
    for (let slot = from; slot <= to; slot++) {
      const list = this.lists[slot];
      if (!list) continue;
      for (let i = 0; i < list.length; i += WIDTH) {
        if (list[i]! >= end || list[i + 1]! <= start) continue;
        for (let k = 0; k < WIDTH; k++) found.push(list[i + k]!);
      }
    }
    return found;
  }
  private readonly found: number[] = [];

  private slot(resource: number, at: number): number {
    return resource * this.days + Math.floor(at / MINUTES_A_DAY) - this.firstDay;
  }

  /** Sets the slots in which entries of `[start, end)` can stand. */
  private look(resource: number, start: number, end: number): void {
    const first = Math.max(0, Math.floor((start - this.reach) / MINUTES_A_DAY) - this.firstDay);
    const last = Math.min(this.days - 1, Math.floor(end / MINUTES_A_DAY) - this.firstDay);
    this.from = resource * this.days + first;
    this.to = resource * this.days + last;
  }
  private from = 0;
  private to = 0;
}
