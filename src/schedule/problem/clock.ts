/** A zone's wall clock over the programme: a few changes of offset, looked up a million times. */
import { type Day, MINUTES_A_DAY, type WallMinute } from '../../calendar/date.ts';
import { clip, type Spans, spansOf } from '../../calendar/spans.ts';
import { toUtc, toWall, transitions, type UtcMinute } from '../../calendar/zone.ts';

export class ZoneClock {
  readonly zone: string;
  /** `offsets[i]` holds before `changes[i]`; the last one after all of them. */
  private readonly changes: readonly UtcMinute[];
  private readonly offsets: readonly number[];

  /** @param first,last the days that anybody will ask about */
  constructor(zone: string, first: Day, last: Day) {
    this.zone = zone;
    this.changes = transitions(zone, first - 1, last + 1).map(({ utc }) => utc);
    const probes = [...this.changes.map((utc) => utc - 1), (last + 2) * MINUTES_A_DAY];
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

  /** RFC 5545, 3.3.5: of a time that is shown twice the first, a skipped one as much later as the clocks go forward. */
  utc(wall: WallMinute): UtcMinute {
    return toUtc(this.zone, wall).utc;
  }

  /** UTC stretches at whose minutes the clock shows one of these: an hour less or more where they hold a change of clocks. */
  utcSpans(wall: Spans): number[] {
    return spansOf(
      this.steady().flatMap(({ from, to, offset }) =>
        clip(
          wall.map((minute) => minute - offset),
          from,
          to,
        ),
      ),
    );
  }

  /** The stretches between changes of clocks, in order. */
  steady(): readonly OffsetStretch[] {
    return this.offsets.map((offset, i) => {
      const from = this.changes[i - 1] ?? Number.NEGATIVE_INFINITY;
      const twice = i === 0 ? 0 : Math.max(0, this.offsets[i - 1]! - offset);
      return { from, to: this.changes[i] ?? Number.POSITIVE_INFINITY, offset, begins: from + twice };
    });
  }
}

/** A stretch of one offset. */
export interface OffsetStretch {
  readonly from: UtcMinute;
  readonly to: UtcMinute;
  readonly offset: number;
  /** From here on sessions may begin: what the clock shows for the second time is not meant (RFC 5545, 3.3.5). */
  readonly begins: UtcMinute;
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
