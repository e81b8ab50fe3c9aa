/** `weeks` of the language for times that are not worked every week. */
import { dayOf, isoDate, mondayOf } from '../../../calendar/date.ts';
import type { Time } from '../shifts.ts';

/** Counted from the first Monday of the year; `{}` for every week. */
export function weeksOf({ weeks }: Time, year: number): { weeks?: { every: number; from: string } } {
  if (!weeks) return {};
  return { weeks: { every: weeks.every, from: isoDate(firstMonday(year) + 7 * weeks.first) } };
}

/** One of the first seven days is a Monday, and it begins the week of the seventh. */
function firstMonday(year: number): number {
  return mondayOf(dayOf(year, 1, 7));
}
