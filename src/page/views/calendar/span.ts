/** Which days a calendar shows, from what the address says. */
import { type Day, isoDate, mondayOf, monthStart, toDay } from '../../../calendar/date.ts';
import type { Year } from '../../data.ts';
import type { Settings } from '../../route.ts';
import { mondayAt, today } from '../../words.ts';

/** From which day to which a calendar shows, and where earlier and later lead. */
export function spanOf(year: Year, settings: Settings, of: string) {
  const { data } = year;
  const { programme } = data;
  const { weeks, monday } = data.year;
  const day = settings.day === undefined ? undefined : toDay(settings.day);
  const month = settings.month === undefined ? undefined : toDay(`${settings.month}-01`);
  const number = settings.week === undefined ? Number.NaN : Number(settings.week);
  // A week belongs to the month of its Thursday.
  const week = Number.isInteger(number) ? monday + 7 * number + 3 : undefined;
  // Shown another way it is still the same time.
  const meant = day ?? (of === 'week' ? (week ?? month) : (month ?? week)) ?? today(year);
  const at = Math.max(programme.starts, Math.min(programme.ends, meant));
  if (of === 'week') {
    const shown = Math.max(0, Math.min(weeks - 1, (mondayOf(at) - monday) / 7));
    const from = mondayAt(year, shown);
    const key = (week: number) => ({ week: String(week), month: '', day: '' }) as Settings;
    return {
      from,
      to: from + 6,
      month: monthStart(from + 3),
      day: undefined,
      isFirst: shown === 0,
      isLast: shown === weeks - 1,
      before: key(Math.max(0, shown - 1)),
      after: key(Math.min(weeks - 1, shown + 1)),
    };
  }
  const only = of === 'list' ? day : undefined;
  const start = monthStart(at);
  const isFirst = start <= monthStart(programme.starts);
  const isLast = start >= monthStart(programme.ends);
  const key = (from: Day) => ({ month: isoDate(from).slice(0, 7), week: '', day: '' }) as Settings;
  return {
    from: only ?? start,
    to: only ?? monthStart(start, 1) - 1,
    month: start,
    day: only,
    isFirst,
    isLast,
    before: key(isFirst ? start : monthStart(start, -1)),
    after: key(isLast ? start : monthStart(start, 1)),
  };
}
