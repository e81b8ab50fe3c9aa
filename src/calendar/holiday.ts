/** Holidays of a place, day by day: a name, and the hours that they take of that day. */
import { type Day, MINUTES_A_DAY, type Span } from './date.ts';
import { spansOf } from './spans.ts';

/** One holiday on one day; what runs past midnight stands on both days. */
export interface Holiday {
  readonly name: string;
  /** Minutes of that day, 0–1440 for all of it. */
  readonly hours: Span;
  /** `region`: the region's calendar; `corrected`: that calendar was wrong; `own`: written in the workspace. */
  readonly source: 'region' | 'corrected' | 'own';
  /** It depends on the moon or on a yearly proclamation, and can move by a day. */
  readonly estimate?: true;
  /** Why the calendar is wrong, and who says so. */
  readonly because?: string;
}

/** Sorted by day; a day can have several, one of them for its evening only. */
export type Holidays = ReadonlyMap<Day, readonly Holiday[]>;

/** The hours of a holiday that lasts all day. */
export const ALL_DAY: Span = { start: 0, end: MINUTES_A_DAY };

/** Minutes that holidays take of the days `first` to `last`, as stretches of the wall clock. */
export function holidaySpans(holidays: Holidays, first: Day, last: Day): number[] {
  const pairs: number[] = [];
  for (const [day, list] of holidays) {
    if (day < first || day > last) continue;
    for (const { hours } of list)
      pairs.push(day * MINUTES_A_DAY + hours.start, day * MINUTES_A_DAY + hours.end);
  }
  return spansOf(pairs);
}
