/**
 * What the weeks of every person hold: minutes, sessions, and touches that count. Members of a group lie side by
 * side, its weeks one after the other; weeks with a touch are kept as bits too, so that the nearest one is found
 * in a step or two.
 */
import type { GroupInfo, Problem } from './problem.ts';

/** Weeks in a word of bits. */
const WORD = 32;
/** Further away than any week. */
const FAR = 1 << 20;

export class Weeks {
  /** Minutes and sessions of each member in each week, huddles apart. Index: {@link cellOf}. */
  readonly minutes: Uint16Array;
  readonly sessions: Uint8Array;
  /** Counting touches of each member in each week. */
  readonly touches: Uint8Array;
  /** Weeks with a touch, `words` for each member. */
  private readonly touched: Int32Array;
  private readonly words: number;
  private readonly weeks: number;
  /** Groups of which some have ever been in a session without the others. */
  private readonly parted: Uint8Array;
  /** A touch is good for so many weeks, and for none after the last of the programme. */
  private readonly within: number;
  private readonly lastWeek: number;

  constructor({ members, weeks, groups, model, firstMonday }: Problem) {
    this.parted = new Uint8Array(groups.length);
    this.within = model.policy.reinforceWithinWeeks;
    this.lastWeek = Math.floor((model.programme.ends - firstMonday) / 7);
    this.weeks = weeks;
    this.words = Math.ceil(weeks / WORD);
    this.minutes = new Uint16Array(members * weeks);
    this.sessions = new Uint8Array(members * weeks);
    this.touches = new Uint8Array(members * weeks);
    this.touched = new Int32Array(members * this.words);
  }

  /** Index into the tallies. */
  cellOf({ memberBase, heads }: GroupInfo, member: number, week: number): number {
    return memberBase * this.weeks + week * heads + member - 1;
  }

  /** Counts (or with −1 takes back) a session that members attend in a week. */
  add(group: GroupInfo, first: number, last: number, week: number, minutes: number, by: 1 | -1): void {
    const from = this.cellOf(group, first, week);
    for (let cell = from; cell <= from + last - first; cell++) {
      this.minutes[cell]! += by * minutes;
      this.sessions[cell]! += by;
    }
  }

  /** Counts (or takes back) a touch of members in a week. */
  touch(group: GroupInfo, first: number, last: number, week: number, by: 1 | -1): void {
    const { touches, touched, words } = this;
    const bit = 1 << (week & 31);
    let cell = this.cellOf(group, first, week);
    let word = (group.memberBase + first - 1) * words + (week >> 5);
    for (let member = first; member <= last; member++, cell++, word += words) {
      touches[cell]! += by;
      if (touches[cell] === 0) touched[word]! &= ~bit;
      else touched[word]! |= bit;
    }
  }

  /** The last week up to this one in which a member has a touch; long ago when there is none. @param member of all */
  lastTouch(member: number, week: number): number {
    const { touched, words } = this;
    const row = member * words;
    let word = row + (week >> 5);
    let bits = touched[word]! & (-1 >>> (WORD - 1 - (week & 31)));
    while (bits === 0 && word > row) bits = touched[--word]!;
    return bits === 0 ? -FAR : WORD * (word - row) + WORD - 1 - Math.clz32(bits);
  }

  /** The first week from this one on in which a member has a touch; far away when there is none. */
  nextTouch(member: number, week: number): number {
    const { touched, words } = this;
    const row = member * words;
    let word = row + (week >> 5);
    if (word >= row + words) return FAR;
    let bits = touched[word]! & (-1 << (week & 31));
    while (bits === 0 && ++word < row + words) bits = touched[word]!;
    return bits === 0 ? FAR : WORD * (word - row) + WORD - 1 - Math.clz32(bits & -bits);
  }

  /** Person-weeks that come within reach of a touch when these members have one in `week`. */
  newlyCovered(group: GroupInfo, first: number, last: number, week: number): number {
    const from = group.memberBase + first - 1;
    let own = this.gainOf(from, week);
    if (this.together(group)) return (last - first + 1) * own;
    let all = own;
    for (let member = from + 1; member < group.memberBase + last; member++) {
      if (!this.likeTheOneBefore(member)) own = this.gainOf(member, week);
      all += own;
    }
    return all;
  }

  /** Whether a member has touches in the same weeks as the one before, as most neighbours have. */
  private likeTheOneBefore(member: number): boolean {
    const { touched, words } = this;
    for (let word = member * words; word < (member + 1) * words; word++) {
      if (touched[word] !== touched[word - words]) return false;
    }
    return true;
  }

  /** Weeks that a touch in `week` adds to those within reach of one. @param member of all */
  private gainOf(member: number, week: number): number {
    const { within, lastWeek } = this;
    const from = Math.max(week, this.lastTouch(member, week) + within);
    const to = Math.min(week + within - 1, lastWeek, this.nextTouch(member, week) - 1);
    return Math.max(0, to - from + 1);
  }

  /** Minutes of some members in a week, all together. */
  minutesOf(group: GroupInfo, first: number, last: number, week: number): number {
    const from = this.cellOf(group, first, week);
    const heads = last - first + 1;
    if (this.together(group)) return heads * this.minutes[from]!;
    let sum = 0;
    for (let cell = from; cell < from + heads; cell++) sum += this.minutes[cell]!;
    return sum;
  }

  /** Whether the people of a group have always been in the same sessions: what holds for one holds for all. */
  together({ index }: GroupInfo): boolean {
    return this.parted[index] === 0;
  }

  /** Some of a group are, or are no longer, in a session: asked of everything that they attend. */
  part({ index, heads }: GroupInfo, first: number, last: number): void {
    if (last - first + 1 < heads) this.parted[index] = 1;
  }
}
