/** On which days something regular falls, read plainly: weeks are numbered through from the first Monday of all. */
import { type Day, weekday } from '../calendar/date.ts';
import type { Pattern, Season } from '../calendar/season.ts';
import type { Department, Id, ShiftTime, Site } from '../model/model.ts';

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

/**
 * A shift's times at a site. Saturdays and Sundays that are worked in lieu there have the hours of the Friday before,
 * where the shift is on from Monday to Friday of that week, and not on that day anyway.
 */
export function timesOf(department: Department, shift: Id, site: Site | undefined): ShiftTime[] {
  const own = [...(department.shifts.get(shift)?.times ?? [])];
  const more: ShiftTime[] = [];
  for (const day of site?.worked ?? []) {
    let friday = day;
    while (weekday(friday) !== 5) friday--;
    const isOn = (other: Day) => own.some((time) => isDayOf(time, other));
    const before = [friday - 4, friday - 3, friday - 2, friday - 1, friday];
    if (friday === day || weekday(day) < 5 || isOn(day) || !before.every(isOn)) continue;
    for (const time of own)
      if (isDayOf(time, friday)) more.push({ days: 127, hours: time.hours, from: day, to: day });
  }
  return [...own, ...more];
}

/** 29 December 1969 was a Monday: day −3. */
function weekNumber(day: Day): number {
  return Math.floor((day + 3) / 7);
}
