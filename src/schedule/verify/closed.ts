/** When not, minute by minute: plain readings of `closed`, `busy`, `away` and of holidays. */
import { civilOf, type Day, type DayMask, MINUTES_A_DAY, monthStart, weekday } from '../../calendar/date.ts';
import type { Id, Model, Site, TimeRange } from '../../model/model.ts';

type Working = (day: Day) => boolean;

/** Whether the range holds at a minute of the wall clock. */
export type At = (wall: number) => boolean;

/** Monday to Friday, no whole holiday of the site, not closed there all day. */
export function isWorkingDay(model: Model, siteId: Id, day: Day): boolean {
  const site = model.sites.get(siteId);
  if (!site) return weekday(day) <= 5;
  if (!isPlainWorkingDay(site, day)) return false;
  return !site.closed.some((range) => {
    const whole = !range.hours || (range.hours.start <= 0 && range.hours.end >= MINUTES_A_DAY);
    return whole && holdsOn(range, (d) => isPlainWorkingDay(site, d))(day);
  });
}

/** Monday to Friday and no holiday from morning to night: what month ends of a site's own `closed` count. */
export function isPlainWorkingDay(site: Site, day: Day): boolean {
  if (weekday(day) > 5) return false;
  if (!site.holidays.has(day)) return true;
  for (let minute = 0; minute < MINUTES_A_DAY; minute++) {
    if (!inHoliday(site, day * MINUTES_A_DAY + minute)) return true;
  }
  return false;
}

/** Whether a holiday of the site lasts at a minute of its wall clock. */
export function inHoliday(site: Site, wall: number): boolean {
  const day = Math.floor(wall / MINUTES_A_DAY);
  const minute = wall - day * MINUTES_A_DAY;
  const list = site.holidays.get(day) ?? [];
  return list.some(({ hours }) => hours.start <= minute && minute < hours.end);
}

/** Tells for any minute whether one of the ranges holds; undefined when there are none. */
export function anyRange(ranges: readonly TimeRange[], working: Working): At | undefined {
  if (ranges.length === 0) return undefined;
  const tests = ranges.map((range) => rangeAt(range, working));
  return (wall) => tests.some((test) => test(wall));
}

function rangeAt(range: TimeRange, working: Working): At {
  const holds = holdsOn(range, working);
  const known = new Map<Day, boolean>();
  const on = (day: Day): boolean => {
    let answer = known.get(day);
    if (answer === undefined) {
      answer = holds(day);
      known.set(day, answer);
    }
    return answer;
  };
  const { start, end } = range.hours ?? { start: 0, end: MINUTES_A_DAY };
  return (wall) => {
    const day = Math.floor(wall / MINUTES_A_DAY);
    const minute = wall - day * MINUTES_A_DAY;
    if (minute >= start && minute < end && on(day)) return true;
    // Hours past midnight belong to the day before.
    return minute + MINUTES_A_DAY < end && on(day - 1);
  };
}

/** Whether the range holds on a day, hours apart. */
function holdsOn(range: TimeRange, working: Working): Working {
  return (day) => {
    if (range.from !== undefined && day < range.from) return false;
    if (range.to !== undefined && day > range.to) return false;
    if (range.days !== undefined && !hasWeekday(range.days, day)) return false;
    if (range.monthEnd && !nearEnd(range.monthEnd, 1, day, working)) return false;
    if (range.quarterEnd && !nearEnd(range.quarterEnd, 3, day, working)) return false;
    return true;
  };
}

/** Whether a day lies between so many working days before and after the last one of some month or quarter. */
function nearEnd(
  { before, after }: { readonly before: number; readonly after: number },
  months: number,
  day: Day,
  working: Working,
): boolean {
  for (let offset = -4; offset <= 5; offset++) {
    const next = monthStart(day, offset);
    if ((civilOf(next).month - 1) % months !== 0) continue;
    let last = next - 1;
    while (!working(last) && last > next - 400) last--;
    if (day <= last && workingDays(day, last - 1, working) + (working(day) ? 0 : 1) <= before) return true;
    if (day > last && workingDays(last + 1, day, working) + (working(day) ? 0 : 1) <= after) return true;
  }
  return false;
}

function workingDays(from: Day, to: Day, working: Working): number {
  let count = 0;
  for (let day = from; day <= to; day++) if (working(day)) count++;
  return count;
}

function hasWeekday(mask: DayMask, day: Day): boolean {
  return ((mask >> (weekday(day) - 1)) & 1) === 1;
}
