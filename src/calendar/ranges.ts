/**
 * "When not" in minutes: the ranges of `closed`, `busy` and `away` (from, to, days, hours, month and quarter
 * ends) as stretches of wall-clock time over a run of days.
 */
import {
  civilOf,
  type Day,
  type DayMask,
  inMask,
  MINUTES_A_DAY,
  type Minute,
  monthStart,
  type Span,
} from './date.ts';
import { inSeason, type Season } from './season.ts';
import { spansOf } from './spans.ts';

/** All parts that are given must hold at once; with none of them it is all the time. */
export interface Range extends Season {
  readonly days?: DayMask;
  /** Hours past midnight (`end` above 1440) belong to the day they begin. */
  readonly hours?: Span;
  readonly monthEnd?: PeriodEndWindow;
  readonly quarterEnd?: PeriodEndWindow;
  /** Sessions of at most so many minutes are still fine. */
  readonly allowUpTo?: Minute;
}

/** The last so many working days of each month or calendar quarter, and the first of the next. */
export interface PeriodEndWindow {
  readonly before: number;
  readonly after: number;
}

export type IsWorkingDay = (day: Day) => boolean;

/**
 * Minutes of the days `first` to `last` (wall clock) that the ranges take from a session of `minutes`.
 * `working` tells the working days that month and quarter ends count; ends run from the first of those days
 * to the last, weekends between them included.
 */
export function rangeSpans(
  ranges: readonly Range[],
  first: Day,
  last: Day,
  working: IsWorkingDay,
  minutes: Minute = Number.POSITIVE_INFINITY,
): number[] {
  const pairs: number[] = [];
  for (const range of ranges) {
    if (minutes > (range.allowUpTo ?? 0)) addRange(pairs, range, first, last, working);
  }
  return spansOf(pairs);
}

function addRange(pairs: number[], range: Range, first: Day, last: Day, working: IsWorkingDay): void {
  const holds = onDay(range, first - 1, last, working);
  const hours = range.hours ?? { start: 0, end: MINUTES_A_DAY };
  const edge = first * MINUTES_A_DAY;
  // The day before too: its hours may run past midnight.
  for (let day = first - 1; day <= last; day++) {
    if (!holds(day)) continue;
    const end = day * MINUTES_A_DAY + hours.end;
    if (end > edge) pairs.push(Math.max(day * MINUTES_A_DAY + hours.start, edge), end);
  }
}

/** Tells for each day between `first` and `last` whether the range holds on it, hours apart. */
export function onDay(range: Range, first: Day, last: Day, working: IsWorkingDay): (day: Day) => boolean {
  const { days } = range;
  const month = range.monthEnd && endDays(range.monthEnd, 1, first, last, working);
  const quarter = range.quarterEnd && endDays(range.quarterEnd, 3, first, last, working);
  return (day) =>
    inSeason(range, day) &&
    (days === undefined || inMask(days, day)) &&
    (month === undefined || month.has(day)) &&
    (quarter === undefined || quarter.has(day));
}

/** The days around each end of `months` (1 or 3) months that can touch `first` to `last`. */
function endDays(
  end: PeriodEndWindow,
  months: number,
  first: Day,
  last: Day,
  working: IsWorkingDay,
): Set<Day> {
  const out = new Set<Day>();
  const until = monthStart(last, months);
  for (let next = monthStart(first, 1 - months); next <= until; next = monthStart(next, 1)) {
    if ((civilOf(next).month - 1) % months !== 0) continue;
    const { from, to } = daysAround(next, months, end, working);
    for (let day = from; day <= to; day++) out.add(day);
  }
  return out;
}

/** From the first to the last of the days that count around the end before `next`; none of another period. */
function daysAround(next: Day, months: number, { before, after }: PeriodEndWindow, working: IsWorkingDay) {
  let [from, to] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const count = (day: Day): boolean => {
    if (!working(day)) return false;
    from = Math.min(from, day);
    to = Math.max(to, day);
    return true;
  };
  const [begin, end] = [monthStart(next, -months), monthStart(next, months)];
  for (let day = next - 1, left = before; left > 0 && day >= begin; day--) if (count(day)) left--;
  for (let day = next, left = after; left > 0 && day < end; day++) if (count(day)) left--;
  return { from, to };
}
