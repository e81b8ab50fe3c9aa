/**
 * Days, months and numbers as people say them in the programme's locale (`programme.locale`). The day-first English of most of
 * the world is ours, the same on every machine and without loading anything; every other locale speaks as `Intl` does,
 * in the Gregorian calendar and with Latin digits.
 */
import { civilOf, type Day, isoDate, MINUTES_A_DAY, MONTHS, type MonthKey, toDay, weekday } from './date.ts';

export interface Say {
  /** Whether words around a date may be joined as English joins them (`Tuesdays 2, 16 and 30 Mar`). */
  readonly dayFirst: boolean;
  /** `Tue 2 Mar` */
  readonly day: (day: Day) => string;
  /** `2 March 2027` */
  readonly date: (day: Day) => string;
  /** In lists: `2027-03-02`; elsewhere the locale's own, `02.03.2027`, `2 mars 2027`. */
  readonly dateShort: (day: Day) => string;
  /** `2 March` */
  readonly dayMonth: (day: Day) => string;
  /** `2 Mar` */
  readonly dayMonthShort: (day: Day) => string;
  /** `March` of `2027-03` */
  readonly month: (month: MonthKey) => string;
  /** `March 2027` */
  readonly monthYear: (month: MonthKey) => string;
  /** `Tuesday` */
  readonly weekday: (day: Day) => string;
  /** `Tue` */
  readonly weekdayShort: (day: Day) => string;
  /** At most one decimal, no thousands lost: `72.8`, `1,090`. */
  readonly number: (value: number) => string;
  /** So many decimals, one where it is not said: `98.0`, `4.20`. */
  readonly figure: (value: number, decimals?: number) => string;
  /** With the decimals that it has: `0.694`, `0.4`. */
  readonly exact: (value: number) => string;
}

/** How a locale writes numbers. */
export type Numbers = Pick<Say, 'number' | 'figure' | 'exact'>;

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
/** English that writes the day before the month. */
const OURS = /^en-(?:AU|GB|IE|IN|NZ|SG|ZA)$/;

/** How a locale says days; the same for the same locale. A locale that `Intl` does not know speaks as its language's root does. */
export function sayIn(locale: string): Say {
  return OURS.test(locale) ? ENGLISH : spoken(locale);
}

const ENGLISH: Say = {
  dayFirst: true,
  day: (day) => `${short(weekdayName(day))} ${civilOf(day).date} ${short(monthName(day))}`,
  date: (day) => `${civilOf(day).date} ${monthName(day)} ${civilOf(day).year}`,
  dateShort: isoDate,
  dayMonth: (day) => `${civilOf(day).date} ${monthName(day)}`,
  dayMonthShort: (day) => `${civilOf(day).date} ${short(monthName(day))}`,
  month: (month) => monthName(firstOf(month)),
  monthYear: (month) => `${monthName(firstOf(month))} ${month.slice(0, 4)}`,
  weekday: weekdayName,
  weekdayShort: (day) => short(weekdayName(day)),
  number: decimal,
  figure: (value, decimals = 1) => value.toFixed(decimals),
  exact: String,
};

/** Numbers where no programme says how: in messages about files, and in calendars, whose words may not change with it. */
export const PLAIN_NUMBERS: Numbers = ENGLISH;

/** `72.8`, `1,090`: the same on every machine. */
export function decimal(value: number): string {
  if (Number.isInteger(value) && value >= 0 && value < 1000) return String(value);
  const [whole, part] = (Math.round(value * 10) / 10).toFixed(1).split('.') as [string, string];
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return part === '0' ? grouped : `${grouped}.${part}`;
}

function weekdayName(day: Day): string {
  return WEEKDAYS[weekday(day) - 1]!;
}

function monthName(day: Day): string {
  return MONTHS[civilOf(day).month - 1]!;
}

function short(name: string): string {
  return name.slice(0, 3);
}

function firstOf(month: MonthKey): Day {
  return toDay(`${month.slice(0, 7)}-01`)!;
}

function spoken(locale: string): Say {
  const by = (options: Intl.DateTimeFormatOptions): ((day: Day) => string) => {
    const format = new Intl.DateTimeFormat(locale, {
      ...options,
      timeZone: 'UTC',
      calendar: 'gregory',
      numberingSystem: 'latn',
    });
    return (day) => format.format(day * MINUTES_A_DAY * 60_000);
  };
  const month = by({ month: 'long' });
  const monthYear = by({ month: 'long', year: 'numeric' });
  return {
    dayFirst: false,
    day: by({ weekday: 'short', day: 'numeric', month: 'short' }),
    date: by({ day: 'numeric', month: 'long', year: 'numeric' }),
    dateShort: by({ dateStyle: 'medium' }),
    dayMonth: by({ day: 'numeric', month: 'long' }),
    dayMonthShort: by({ day: 'numeric', month: 'short' }),
    month: (key) => month(firstOf(key)),
    monthYear: (key) => monthYear(firstOf(key)),
    weekday: by({ weekday: 'long' }),
    weekdayShort: by({ weekday: 'short' }),
    ...numbersOf(locale),
  };
}

/** Formats are made when they are needed: whole numbers of three digits at most are the same everywhere. */
function numbersOf(locale: string): Numbers {
  const formats = new Map<string, Intl.NumberFormat>();
  const write = (value: number, least: number, most: number): string => {
    const key = `${least} ${most}`;
    const format =
      formats.get(key) ??
      new Intl.NumberFormat(locale, {
        numberingSystem: 'latn',
        minimumFractionDigits: least,
        maximumFractionDigits: most,
      });
    formats.set(key, format);
    return format.format(value);
  };
  return {
    number: (value) =>
      Number.isInteger(value) && value >= 0 && value < 1000
        ? String(value)
        : write(Math.round(value * 10) / 10, 0, 1),
    figure: (value, decimals = 1) => write(value, decimals, decimals),
    exact: (value) => write(value, 0, 20),
  };
}
