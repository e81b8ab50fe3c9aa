/** Dates and times of calendars: on somebody's wall, in UTC, or whole days; with durations. */
import { civilOf, type Day, dayOf } from '../../calendar/date.ts';
import { CalendarProblem, type Property } from './lines.ts';

/** Seconds since 1970-01-01T00:00 of a clock: of UTC, of the zone that is named, or of whoever looks. */
export interface CalendarTime {
  readonly seconds: number;
  readonly isDate: boolean;
  readonly isUtc: boolean;
  readonly tzid: string | undefined;
}

export const DAY = 86_400;

/** One value of a property such as DTSTART. @throws CalendarProblem for what is no time */
export function timeIn(value: string, { params, line, name }: Property): CalendarTime {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})?(Z)?)?$/i.exec(value.trim());
  const day = match && civilDay(Number(match[1]), Number(match[2]), Number(match[3]));
  if (!match || day === undefined || day === null)
    throw new CalendarProblem(line, `${name} "${value}" is no date`, 'export the calendar again');
  const [, , , , hours, minutes, seconds = '0', utc] = match;
  if (hours === undefined) return { seconds: day * DAY, isDate: true, isUtc: false, tzid: undefined };
  const clock = Number(hours) * 3600 + Number(minutes) * 60 + Math.min(59, Number(seconds));
  if (Number(hours) > 24 || Number(minutes) > 59)
    throw new CalendarProblem(line, `${name} "${value}" is no time`, 'export the calendar again');
  return {
    seconds: day * DAY + clock,
    isDate: false,
    isUtc: utc !== undefined,
    tzid: utc === undefined ? params.get('TZID') : undefined,
  };
}

/** Zones begin in 1601 in Windows' tables: earlier than anything else of ours. */
function civilDay(year: number, month: number, date: number): Day | undefined {
  const day = dayOf(year, month, date);
  const civil = civilOf(day);
  return civil.month === month && civil.date === date && year >= 1600 ? day : undefined;
}

/** `PT1H30M`, `P1D`, `P2W` → seconds. Days are days of the wall, but seldom meet a change of clocks. */
export function durationIn(value: string): number | undefined {
  const match =
    /^([+-])?P(?:(\d{1,4})W)?(?:(\d{1,5})D)?(?:T(?:(\d{1,6})H)?(?:(\d{1,7})M)?(?:(\d{1,8})S)?)?$/i.exec(
      value.trim(),
    );
  if (!match || match[1] === '-') return undefined;
  const [weeks, days, hours, minutes, seconds] = match.slice(2).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  return weeks * 7 * DAY + days * DAY + hours * 3600 + minutes * 60 + seconds;
}

/** `+0130` → seconds east of UTC. */
export function offsetIn(value: string): number | undefined {
  const match = /^([+-])(\d{2})(\d{2})(\d{2})?$/.exec(value.trim());
  if (!match) return undefined;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60 + Number(match[4] ?? 0);
  return match[1] === '-' ? -seconds : seconds;
}

export function dayAt(seconds: number): Day {
  return Math.floor(seconds / DAY);
}

/** First and last day of a month. */
export function monthOf(year: number, month: number): { readonly first: Day; readonly last: Day } {
  const first = dayOf(year, month, 1);
  return { first, last: (month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1)) - 1 };
}
