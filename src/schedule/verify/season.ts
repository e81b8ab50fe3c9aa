/** On which days something regular falls, read plainly: weeks are numbered through from the first Monday of all. */
import { type Day, weekday } from '../../calendar/date.ts';
import type { Pattern, Season } from '../../calendar/season.ts';

/** Whether it falls on a day: the day of the week, the weeks, and between the days that are named. */
export function isDayOf(pattern: Pattern, day: Day): boolean {
  return ((pattern.days >> (weekday(day) - 1)) & 1) === 1 && isTimeOf(pattern, day);
}

/** The same, whatever the day of the week. */
export function isTimeOf({ from, to, weeks }: Season, day: Day): boolean {
  if (from !== undefined && from > day) return false;
  if (to !== undefined && to < day) return false;
  return !weeks || Math.abs(weekNumber(day) - weekNumber(weeks.from)) % weeks.every === 0;
}

/** 29 December 1969 was a Monday: day −3. */
function weekNumber(day: Day): number {
  return Math.floor((day + 3) / 7);
}
