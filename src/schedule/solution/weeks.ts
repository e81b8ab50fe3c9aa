/**
 * What the weeks of every person hold: minutes, sessions, and touches that count. Members of a group lie side by
 * side, its weeks one after the other. Weeks are numbered from that of the problem's first Monday.
 */
import type { GroupInfo, Problem } from '../problem/problem.ts';
import { Touched } from './touch-bits.ts';

export class Weeks {
  /** Minutes and sessions of each member in each week, huddles apart. Index: {@link cellOf}. */
  readonly minutes: Uint16Array;
  readonly sessions: Uint8Array;
  /** Minutes of each member in each week outside their shift; empty where nobody may have any. */
  readonly overtime: Uint16Array;
  /** Counting touches of each member in each week. */
  readonly touches: Uint8Array;
  /** Weeks with any. */
  readonly touched: Touched;
  private readonly weeks: number;
  /** Groups of which some have ever been in a session without the others. */
  private readonly parted: Uint8Array;

  constructor({ members, weeks, groups, model, firstMonday }: Problem) {
    const lastWeek = Math.floor((model.programme.ends - firstMonday) / 7);
    this.parted = new Uint8Array(groups.length);
    this.weeks = weeks;
    this.minutes = new Uint16Array(members * weeks);
    this.sessions = new Uint8Array(members * weeks);
    this.touches = new Uint8Array(members * weeks);
    const any = [...model.modules.values()].some(({ outsideShift }) => outsideShift);
    this.overtime = new Uint16Array(any ? members * weeks : 0);
    this.touched = new Touched(members, weeks, model.policy.reinforceWithinWeeks, lastWeek);
  }

  /** Index into the tallies. */
  cellOf({ memberBase, heads }: GroupInfo, member: number, week: number): number {
    return memberBase * this.weeks + week * heads + member - 1;
  }

  /** Counts (or with −1 takes back) a session of so many minutes that members attend in a week. */
  add(group: GroupInfo, first: number, last: number, week: number, minutes: number, by: 1 | -1): void {
    const from = this.cellOf(group, first, week);
    for (let cell = from; cell <= from + last - first; cell++) {
      this.minutes[cell]! += by * minutes;
      this.sessions[cell]! += by;
    }
  }

  /** Counts (or takes back) minutes of members outside their shift in a week. */
  addOvertime(group: GroupInfo, first: number, last: number, week: number, minutes: number): void {
    const from = this.cellOf(group, first, week);
    for (let cell = from; cell <= from + last - first; cell++) this.overtime[cell]! += minutes;
  }

  /** Counts (or takes back) a touch of members in a week. */
  touch(group: GroupInfo, first: number, last: number, week: number, by: 1 | -1): void {
    const { touches, touched } = this;
    const from = this.cellOf(group, first, week);
    const base = group.memberBase + first - 1;
    for (let i = 0; i <= last - first; i++) {
      touches[from + i]! += by;
      touched.set(base + i, week, touches[from + i]! > 0);
    }
  }

  /** Person-weeks that come within reach of a touch when these members have one in `week`. */
  newlyCovered(group: GroupInfo, first: number, last: number, week: number): number {
    return this.touched.gain(group.memberBase + first - 1, last - first + 1, week, this.together(group));
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
