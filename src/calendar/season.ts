/**
 * What holds in some weeks or for a part of the year only: early shifts and late ones in turn, every other Saturday,
 * summer hours. One form for shift times, meetings, ranges and facilitators' days.
 */
import { type Day, type DayMask, dayOf, inMask, isoWeek, mondayOf } from './date.ts';

export interface Season {
  readonly from?: Day;
  /** Inclusive. */
  readonly to?: Day;
  readonly weeks?: Weeks;
}

/** Every so many weeks. */
export interface Weeks {
  /** From 1. */
  readonly every: number;
  /** Any day of a week in which it holds, before or after the day that is asked about. */
  readonly from: Day;
}

/** Days of the week, in a season. */
export interface Pattern extends Season {
  readonly days: DayMask;
}

/** Whether a day lies in the season. */
export function inSeason({ from = -Infinity, to = Infinity, weeks }: Season, day: Day): boolean {
  if (day < from || day > to) return false;
  return weeks === undefined || (mondayOf(day) - mondayOf(weeks.from)) % (7 * weeks.every) === 0;
}

/** Whether a day is one of these days of the week in the season. */
export function holdsOn(pattern: Pattern, day: Day): boolean {
  return inMask(pattern.days, day) && inSeason(pattern, day);
}

/**
 * The Monday from which a programme's fortnights are counted, both ways: that of week 1 of the ISO year of its first
 * whole week. Within one year they begin in odd weeks; after a week 53 in even ones, because a fortnight is a fortnight.
 */
export function fortnightsFrom(starts: Day): Day {
  const { year } = isoWeek(mondayOf(starts + 6));
  return mondayOf(dayOf(year, 1, 4));
}
