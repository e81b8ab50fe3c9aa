/**
 * Plain dates as whole numbers. A `Day` counts days since 1970-01-01, so that adding, comparing and
 * indexing are integer arithmetic; nothing here knows a clock, a zone or a `Date` object.
 */

/** Days since 1970-01-01 (which is 0). Years 1900 to 2199 are accepted by {@link toDay}. */
export type Day = number;
/** Minutes since midnight, 0–1440; a shift past midnight ends above 1440. */
export type Minute = number;
/** Local wall-clock minutes: `day * 1440 + minute`. Comparable within one zone only. */
export type WallMinute = number;
/** `2027-03` */
export type MonthKey = string;
/** `2027-W09` (ISO 8601 week) */
export type WeekKey = string;
/** Bit `1 << (weekday - 1)`, Monday = 1 … Sunday = 7. */
export type DayMask = number;

/** A part of a day: minutes since midnight, `end` above 1440 when it runs past midnight. */
export interface Span {
  readonly start: Minute;
  readonly end: Minute;
}

export const MINUTES_A_DAY = 1440;
export const EVERY_DAY: DayMask = 0b1111111;
export const MON_FRI: DayMask = 0b0011111;

/** Names of the months, January first. */
export const MONTHS: readonly string[] = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** A civil date. `month` 1–12, `date` 1–31. */
export interface Civil {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

/** Days since 1970-01-01 of a civil date; Howard Hinnant's `days_from_civil`. */
export function dayOf(year: number, month: number, date: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

/** The civil date of a day; Howard Hinnant's `civil_from_days`. */
export function civilOf(day: Day): Civil {
  const z = day + 719468;
  const era = Math.floor(z / 146097);
  const dayOfEra = z - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const mp = Math.floor((5 * dayOfYear + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    date: dayOfYear - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** Reads `2027-03-02`; undefined for anything else, a 30 February or a year outside 1900–2199. */
export function toDay(text: string): Day | undefined {
  if (text.length !== 10 || text[4] !== '-' || text[7] !== '-') return undefined;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const date = twoDigits(text, 8);
  if (!(year >= 1900 && year <= 2199 && month >= 1 && month <= 12 && date >= 1)) return undefined;
  return date <= 28 || date <= daysIn(year, month) ? dayOf(year, month, date) : undefined;
}

/** NaN where they are none. */
function twoDigits(text: string, at: number): number {
  const [tens, ones] = [text.charCodeAt(at) - 48, text.charCodeAt(at + 1) - 48];
  return tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9 ? 10 * tens + ones : Number.NaN;
}

/** Days of a month. */
function daysIn(year: number, month: number): number {
  return dayOf(month === 12 ? year + 1 : year, (month % 12) + 1, 1) - dayOf(year, month, 1);
}

/** `2027-03-02` */
export function isoDate(day: Day): string {
  const { year, month, date } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** ISO weekday: Monday 1 … Sunday 7. 1970-01-01 was a Thursday. */
export function weekday(day: Day): number {
  return ((((day + 3) % 7) + 7) % 7) + 1;
}

/** Whether a day's weekday is in a mask. */
export function inMask(mask: DayMask, day: Day): boolean {
  return (mask & (1 << (weekday(day) - 1))) !== 0;
}

/** Monday of the ISO week a day falls in. */
export function mondayOf(day: Day): Day {
  return day - (weekday(day) - 1);
}

/** ISO week number and the year it belongs to. */
export function isoWeek(day: Day): { readonly year: number; readonly week: number } {
  const thursday = mondayOf(day) + 3;
  const { year } = civilOf(thursday);
  return { year, week: Math.floor((thursday - dayOf(year, 1, 1)) / 7) + 1 };
}

/** `2027-W09` */
export function weekKey(day: Day): WeekKey {
  const { year, week } = isoWeek(day);
  return `${pad(year, 4)}-W${pad(week, 2)}`;
}

/** `2027-03` */
export function monthKey(day: Day): MonthKey {
  const { year, month } = civilOf(day);
  return `${pad(year, 4)}-${pad(month, 2)}`;
}

/** First day of the month `offset` months after the one `day` falls in. */
export function monthStart(day: Day, offset = 0): Day {
  const { year, month } = civilOf(day);
  const index = year * 12 + (month - 1) + offset;
  return dayOf(Math.floor(index / 12), (index % 12) + 1, 1);
}

/** `09:30`; 24 h and more are folded into the day (`1500` → `01:00`). */
export function clock(minute: Minute): string {
  const m = ((minute % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  return `${pad(Math.floor(m / 60), 2)}:${pad(m % 60, 2)}`;
}

/** The clock at which something ends: `24:00` at the end of a day, which as `00:00` would read as its beginning. */
export function endClock(minute: Minute): string {
  return minute % MINUTES_A_DAY === 0 ? '24:00' : clock(minute);
}

/** `09:30-17:00`, `22:00-06:00`, `00:00-24:00`: hours as they are written. */
export function spanText({ start, end }: Span): string {
  return `${clock(start)}-${endClock(end)}`;
}

/** `2027-03-02T09:30`, the wall-clock time without a zone. */
export function wallText(wall: WallMinute): string {
  return `${isoDate(Math.floor(wall / MINUTES_A_DAY))}T${clock(wall)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
