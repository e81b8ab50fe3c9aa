/**
 * How many are somewhere at once, of those who are there at some time of a session: what floors, hosts, leaders and
 * roles are limited by. Mostly nobody is, and never more than a few.
 */

/** Numbers of one entry. */
const START = 0;
const END = 1;
const HEADS = 2;
const CAP = 3;
const WIDTH = 4;

/** Entries of so many heads from a start to an end (UTC minutes), each under a cap of its own. */
export class Crowd {
  private entries = new Int32Array(16 * WIDTH);
  /** Numbers of {@link entries} that are filled. */
  private used = 0;

  clear(): void {
    this.used = 0;
  }

  add(start: number, end: number, heads: number, cap: number): void {
    if (this.used === this.entries.length) this.entries = doubled(this.entries);
    const { entries, used } = this;
    entries[used + START] = start;
    entries[used + END] = end;
    entries[used + HEADS] = heads;
    entries[used + CAP] = cap;
    this.used += WIDTH;
  }

  /** The most heads at any minute from `start` on. */
  peak(start: number): number {
    return this.peakUpTo(Number.POSITIVE_INFINITY, start, 0);
  }

  /**
   * How many more fit in from `start` on under a cap of their own, where the largest cap counts. Stays true when any
   * of them leaves again: for every cap c, those with a cap of at most c are at most c.
   */
  spareUnderLargest(start: number, cap: number): number {
    const { entries, used } = this;
    let spare = cap - this.peakUpTo(cap, start, 0);
    for (let i = 0; i < used; i += WIDTH) {
      const limit = entries[i + CAP]!;
      if (limit <= cap || this.hasCap(limit, i)) continue;
      spare = Math.min(spare, limit - this.peakUpTo(limit, start, limit - spare));
    }
    return spare;
  }

  /** As {@link spareUnderLargest} where the smallest cap of those there counts. */
  spareUnderSmallest(start: number, cap: number): number {
    const { entries, used } = this;
    let spare = cap;
    for (let i = 0; i < used; i += WIDTH) {
      const at = Math.max(start, entries[i + START]!);
      let [sum, least] = [0, cap];
      for (let j = 0; j < used; j += WIDTH) {
        if (entries[j + START]! > at || entries[j + END]! <= at) continue;
        sum += entries[j + HEADS]!;
        if (entries[j + CAP]! < least) least = entries[j + CAP]!;
      }
      if (least - sum < spare) spare = least - sum;
    }
    return spare;
  }

  /** Whether any of the entries before a place has this cap. */
  private hasCap(cap: number, before: number): boolean {
    for (let i = 0; i < before; i += WIDTH) if (this.entries[i + CAP] === cap) return true;
    return false;
  }

  /**
   * The most heads at any minute from `start` on, of entries whose cap is at most `limit`; or, where that is no more
   * than `enough`, what they are together.
   */
  private peakUpTo(limit: number, start: number, enough: number): number {
    const { entries, used } = this;
    let all = 0;
    for (let i = 0; i < used; i += WIDTH) if (entries[i + CAP]! <= limit) all += entries[i + HEADS]!;
    if (all <= enough) return all;
    let most = this.headsAt(start, limit);
    for (let i = 0; i < used; i += WIDTH) {
      // Whatever began before is there at the start.
      if (entries[i + START]! > start) most = Math.max(most, this.headsAt(entries[i + START]!, limit));
    }
    return most;
  }

  /** Heads at a minute, of entries whose cap is at most `limit`. */
  private headsAt(minute: number, limit: number): number {
    const { entries, used } = this;
    let sum = 0;
    for (let i = 0; i < used; i += WIDTH) {
      if (entries[i + START]! > minute || entries[i + END]! <= minute || entries[i + CAP]! > limit) continue;
      sum += entries[i + HEADS]!;
    }
    return sum;
  }
}

/** The same numbers, with as much room again. */
export function doubled(array: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(2 * array.length);
  larger.set(array);
  return larger;
}
