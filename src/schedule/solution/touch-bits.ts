/**
 * In which weeks people have a touch that counts, as bits: what a further one would cover is asked at nearly every
 * move, and read off the few weeks around it in a step or two.
 */

/** Weeks in a word of bits. */
const WORD = 32;
/** So many weeks before the first one are kept free, and as many after the last: what is near never leaves a row. */
const NEAR = WORD / 2;
/** Further away than any week. */
const FAR = 1 << 20;

/** People are numbered among all members of all groups, weeks from that of the first Monday; both from 0. */
export class Touched {
  /** A row of `words` for each member; bit {@link NEAR} of it is week 0. */
  private readonly bits: Int32Array;
  private readonly words: number;
  /** A touch is good for so many weeks, and for none after the last of the programme. */
  private readonly within: number;
  private readonly lastWeek: number;

  constructor(members: number, weeks: number, within: number, lastWeek: number) {
    this.words = Math.ceil((weeks + 2 * NEAR) / WORD);
    this.bits = new Int32Array(members * this.words);
    this.within = within;
    this.lastWeek = lastWeek;
  }

  /** Says whether a member has a touch in a week. */
  set(member: number, week: number, has: boolean): void {
    const bit = 1 << ((week + NEAR) & 31);
    const word = member * this.words + ((week + NEAR) >> 5);
    if (has) this.bits[word]! |= bit;
    else this.bits[word]! &= ~bit;
  }

  /**
   * Weeks that come within reach of a touch when members who follow each other have one in `week`: of the first
   * alone, times their number, where all of them are alike; else of each.
   */
  gain(member: number, heads: number, week: number, alike: boolean): number {
    if (this.within > NEAR) return this.gainFar(member, heads, week, alike);
    const { bits, words } = this;
    const shift = (week + 1) & 31;
    let word = member * words + ((week + 1) >> 5);
    let near = (bits[word]! >>> shift) | ((bits[word + 1]! << 1) << (WORD - 1 - shift));
    let own = this.gainNear(near, week);
    if (alike) return heads * own;
    let all = own;
    for (let i = 1; i < heads; i++) {
      word += words;
      const next = (bits[word]! >>> shift) | ((bits[word + 1]! << 1) << (WORD - 1 - shift));
      // Most neighbours have touches in the same weeks.
      if (next !== near) own = this.gainNear(next, week);
      near = next;
      all += own;
    }
    return all;
  }

  /** @param near weeks with a touch: the lower half up to this week, the upper half from the next one on */
  private gainNear(near: number, week: number): number {
    const { within, lastWeek } = this;
    const before = near & 0xffff;
    const after = near >>> NEAR;
    const since = Math.clz32(before) - NEAR;
    const until = after === 0 ? within : WORD - Math.clz32(after & -after);
    return Math.max(0, Math.min(within, lastWeek - week + 1, until) - Math.max(0, within - since));
  }

  /** As {@link gain} where a touch is good for longer than what is near. */
  private gainFar(member: number, heads: number, week: number, alike: boolean): number {
    const { within, lastWeek } = this;
    const asked = alike ? 1 : heads;
    let all = 0;
    for (let i = member; i < member + asked; i++) {
      const from = Math.max(week, this.last(i, week) + within);
      const to = Math.min(week + within - 1, lastWeek, this.next(i, week) - 1);
      all += Math.max(0, to - from + 1);
    }
    return alike ? heads * all : all;
  }

  /** The last week up to this one in which a member has a touch; long ago when there is none. */
  last(member: number, week: number): number {
    const { bits, words } = this;
    const row = member * words;
    const at = week + NEAR;
    let word = row + (at >> 5);
    let found = bits[word]! & (-1 >>> (WORD - 1 - (at & 31)));
    while (found === 0 && word > row) found = bits[--word]!;
    return found === 0 ? -FAR : WORD * (word - row) + WORD - 1 - Math.clz32(found) - NEAR;
  }

  /** The first week from this one on in which a member has a touch; far away when there is none. */
  next(member: number, week: number): number {
    const { bits, words } = this;
    const row = member * words;
    const at = week + NEAR;
    let word = row + (at >> 5);
    let found = bits[word]! & (-1 << (at & 31));
    while (found === 0 && ++word < row + words) found = bits[word]!;
    return found === 0 ? FAR : WORD * (word - row) + WORD - 1 - Math.clz32(found & -found) - NEAR;
  }
}
