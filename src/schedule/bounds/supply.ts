/** Time that is there for sessions: of a facilitator, a room, a floor, a person's weeks, a host, a line manager. */
import { type Day, mondayOf } from '../../calendar/date.ts';
import { intersect, type Spans, spansOf } from '../../calendar/spans.ts';
import type { ZoneClock } from '../problem/clock.ts';
import type { Req } from '../problem/problem.ts';
import { Packing } from './packing.ts';
import { eachSlice } from './stretches.ts';

export interface Supply {
  /** When it is there (UTC); undefined: whenever those who want it are. */
  readonly spans: Spans | undefined;
  /** Whose days and weeks count. */
  readonly clock: ZoneClock;
  /** How many at once: 1 for a person who leads, heads for a floor. */
  readonly width: number;
  /** Minutes between two. */
  readonly gap: number;
  readonly perDay?: number | undefined;
  readonly perWeek?: number | undefined;
  readonly totalDays?: number | undefined;
  /** One session longer than `perWeek` may stand alone in its week. */
  readonly alone?: boolean;
}

/** Sessions of one pool that want time of one of several supplies. */
export interface Wish {
  /** Whose places these are; no other wish of the same counting has any of them. */
  readonly reqs: readonly Req[];
  readonly minutes: number;
  /** Most people who share those minutes. */
  readonly seats: number;
  /** In which stretches its sessions lie. */
  readonly spans: Spans;
  /** Indexes of the supplies of which one serves. */
  readonly supplies: readonly number[];
}

/** What a supply offers to some wishes, by its own days and weeks; never less than any plan can use. */
export class Offer {
  readonly supply: Supply;
  readonly packing: Packing;
  private readonly sums: Packing;
  private readonly cut = new Map<Spans, Spans>();
  /** Minutes on each day. */
  readonly days = new Map<Day, number>();

  constructor(supply: Supply, wishes: readonly Wish[]) {
    this.supply = supply;
    const lengths = new Set(wishes.map(({ minutes }) => minutes));
    this.packing = new Packing(lengths, supply.gap);
    this.sums = new Packing(lengths, 0);
    this.fill(wishes);
  }

  /** The stretches of a wish in which the supply is there. */
  shared({ spans }: Wish): Spans {
    const { supply } = this;
    if (!supply.spans) return spans;
    let cut = this.cut.get(spans);
    if (!cut) {
      cut = intersect(spans, supply.spans);
      this.cut.set(spans, cut);
    }
    return cut;
  }

  /** Most minutes in a week, of whose days `days` minutes are there. */
  inWeek(days: number): number {
    const { perWeek, width, alone } = this.supply;
    if (perWeek === undefined) return days;
    const usual = this.sums.most(perWeek);
    const most = alone && this.packing.longest > perWeek ? Math.max(usual, this.packing.longest) : usual;
    return Math.min(days, width * most);
  }

  /** Most minutes in all. @param days minutes of each day */
  inAll(days: readonly number[]): number {
    const { totalDays } = this.supply;
    const most = totalDays === undefined ? days : [...days].sort((a, b) => b - a).slice(0, totalDays);
    return most.reduce((sum, minutes) => sum + minutes, 0);
  }

  /** Most minutes from one day to another, both included. */
  between(from: Day, by: Day): number {
    const weeks = new Map<Day, number>();
    const inside: number[] = [];
    for (const [day, minutes] of this.days) {
      if (day < from || day > by) continue;
      inside.push(minutes);
      weeks.set(mondayOf(day), (weeks.get(mondayOf(day)) ?? 0) + minutes);
    }
    let sum = 0;
    for (const minutes of weeks.values()) sum += this.inWeek(minutes);
    return Math.min(sum, this.inAll(inside));
  }

  private fill(wishes: readonly Wish[]): void {
    const { clock, width, perDay } = this.supply;
    const seen = new Set(wishes.map((wish) => this.shared(wish)));
    const all = seen.size === 1 ? [...seen][0]! : spansOf([...seen].flat());
    eachSlice(all, clock, this.packing.longest, (day, minutes) => {
      this.days.set(day, (this.days.get(day) ?? 0) + width * this.packing.most(minutes));
    });
    if (perDay === undefined) return;
    const most = width * this.sums.most(perDay);
    for (const [day, minutes] of this.days) this.days.set(day, Math.min(minutes, most));
  }
}
