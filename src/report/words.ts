/** Dates, numbers and lists as people say them. */
import {
  civilOf,
  type Day,
  MINUTES_A_DAY,
  MONTHS,
  monthKey,
  toDay,
  type WallMinute,
  weekday,
} from '../calendar/date.ts';
import { decimal, listWords } from '../wording/words.ts';

export {
  capital,
  counted,
  decimal,
  idWords,
  listWords,
  namesWords,
  peopleWords,
  sentence,
  someWords,
} from '../wording/words.ts';

/** What every report says of itself: nothing is claimed of what people learn, or of what customers notice. */
export const PLANNED = 'This is what is planned: seats in sessions, not what anybody has learned.';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const WEEKDAYS_LONG = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** `Tue 2 Mar`; a date that is none (which a valid plan has not) comes back as it is. */
export function dayWords(date: string): string {
  const day = toDay(date.slice(0, 10));
  return day === undefined ? date : `${WEEKDAYS[weekday(day) - 1]} ${dayOfMonth(day)}`;
}

/** `2 March 2027` */
export function dateWords(date: string): string {
  const day = toDay(date.slice(0, 10));
  return day === undefined ? date : `${civilOf(day).date} ${monthWord(day)} ${civilOf(day).year}`;
}

/** `Tue 2 Mar`, or `Tue 2 – Wed 31 Mar`, or `Tue 2 Mar – Thu 1 Apr`. */
export function daysWords(from: string, to: string): string {
  const [first, last] = [toDay(from.slice(0, 10)), toDay(to.slice(0, 10))];
  if (first === undefined || last === undefined) return `${from} – ${to}`;
  if (first === last) return dayWords(from);
  if (monthKey(first) !== monthKey(last)) return `${dayWords(from)} – ${dayWords(to)}`;
  return `${WEEKDAYS[weekday(first) - 1]} ${civilOf(first).date} – ${dayWords(to)}`;
}

/** `1 to 31 March`, `15 March to 9 April`: a window in a sentence. */
export function windowWords(from: string, by: string): string {
  const [first, last] = [toDay(from), toDay(by)];
  if (first === undefined || last === undefined) return `${from} to ${by}`;
  if (first === last) return `on ${civilOf(first).date} ${monthWord(first)}`;
  const sameMonth = monthKey(first) === monthKey(last);
  const begin = sameMonth ? `${civilOf(first).date}` : `${civilOf(first).date} ${monthWord(first)}`;
  return `from ${begin} to ${civilOf(last).date} ${monthWord(last)}`;
}

/** Dates of one month as a list: `2, 16 and 30 Mar`. */
export function datesWords(dates: readonly string[]): string {
  const days = dates.map((date) => toDay(date.slice(0, 10)) ?? 0);
  const last = days.at(-1) ?? 0;
  return `${listWords(days.map((day) => String(civilOf(day).date)))} ${monthWord(last).slice(0, 3)}`;
}

/** `Tuesday` */
export function weekdayWord(date: string): string {
  return WEEKDAYS_LONG[weekday(toDay(date.slice(0, 10)) ?? 0) - 1] ?? '';
}

/** `Tue` */
export function weekdayShort(date: string): string {
  return weekdayWord(date).slice(0, 3);
}

/** `March`, or `March 2027` where the year is not plain. */
export function monthWords(month: string, withYear = false): string {
  const name = MONTHS[Number(month.slice(5, 7)) - 1] ?? month;
  return withYear ? `${name} ${month.slice(0, 4)}` : name;
}

/** `9:30 h` is not how people talk: `45 min`, `1 h`, `1 h 30 min`. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Hours with one decimal where it says something: `9.5`, `12`. */
export function hoursWords(minutes: number): string {
  return decimal(minutes / 60);
}

/** Text between quotation marks; one that has its own is left alone. */
export function quoted(text: string): string {
  return /[“”"«»„]/.test(text) ? text : `“${text}”`;
}

/** `2027-03-02T09:30` (or `2027-03-02`, midnight) → wall minutes. */
export function toWallMinute(text: string): WallMinute {
  const day = toDay(text.slice(0, 10)) ?? 0;
  return day * MINUTES_A_DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
}

function dayOfMonth(day: Day): string {
  return `${civilOf(day).date} ${monthWord(day).slice(0, 3)}`;
}

function monthWord(day: Day): string {
  return MONTHS[civilOf(day).month - 1] ?? '';
}
