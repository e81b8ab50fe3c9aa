/** A zone's wall clock over the programme: a few changes of offset, looked up a million times. */
import { type Day, MINUTES_A_DAY, type WallMinute } from '../calendar/date.ts';
import { toUtc, toWall, transitions, type UtcMinute } from '../calendar/zone.ts';

export class ZoneClock {
  readonly zone: string;
  /** `offsets[i]` holds before `changes[i]`; the last one after all of them. */
  private readonly changes: readonly UtcMinute[];
  private readonly offsets: readonly number[];
  private readonly first: UtcMinute;
  private readonly last: UtcMinute;

  /** @param first,last the days that anybody will ask about */
  constructor(zone: string, first: Day, last: Day) {
    this.zone = zone;
    this.first = first * MINUTES_A_DAY;
    this.last = (last + 1) * MINUTES_A_DAY;
    this.changes = transitions(zone, first - 1, last + 1).map(({ utc }) => utc);
    const probes = [...this.changes.map((utc) => utc - 1), this.last + MINUTES_A_DAY];
    this.offsets = probes.map((utc) => toWall(zone, utc) - utc);
  }

  wall(utc: UtcMinute): WallMinute {
    let i = 0;
    while (i < this.changes.length && utc >= this.changes[i]!) i++;
    return utc + this.offsets[i]!;
  }

  /** Local date of an instant. */
  day(utc: UtcMinute): Day {
    return Math.floor(this.wall(utc) / MINUTES_A_DAY);
  }

  utc(wall: WallMinute): UtcMinute {
    return toUtc(this.zone, wall).utc;
  }

  /** Wall-clock stretches that touch no change of clocks → UTC stretches. */
  utcSpans(wall: readonly number[]): number[] {
    const out: number[] = [];
    for (let i = 0; i < wall.length; i += 2) {
      const start = this.utc(wall[i]!);
      const end = this.utc(wall[i + 1]! - 1) + 1;
      if (end > start) out.push(start, end);
    }
    return out;
  }

  /**
   * UTC stretches between the changes of clocks, each with one offset. The hours that a clock shows twice
   * are left out; neighbours may touch, so that nothing spans a change.
   */
  steady(): number[] {
    const out: number[] = [];
    let from = this.first - 2 * MINUTES_A_DAY;
    this.changes.forEach((utc, i) => {
      const twice = Math.max(0, this.offsets[i]! - this.offsets[i + 1]!);
      out.push(from, utc - twice);
      from = utc + twice;
    });
    out.push(from, this.last + 2 * MINUTES_A_DAY);
    return out;
  }
}

/** One clock a zone. */
export class Clocks {
  private readonly clocks = new Map<string, ZoneClock>();
  private readonly first: Day;
  private readonly last: Day;

  constructor(first: Day, last: Day) {
    this.first = first;
    this.last = last;
  }

  of(zone: string): ZoneClock {
    let clock = this.clocks.get(zone);
    if (!clock) {
      clock = new ZoneClock(zone, this.first - 2, this.last + 2);
      this.clocks.set(zone, clock);
    }
    return clock;
  }
}
