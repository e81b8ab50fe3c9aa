/** Dates, numbers and lists as people say them. */
import { civilOf, type Day, MINUTES_A_DAY, monthKey, toDay, type WallMinute } from '../calendar/date.ts';
import type { Say } from '../calendar/say.ts';
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

/** `Tue 2 Mar`; a date that is none (which a valid plan has not) comes back as it is. */
export function dayWords(say: Say, date: string): string {
  return told(date, say.day);
}

/** `2 March 2027` */
export function dateWords(say: Say, date: string): string {
  return told(date, say.date);
}

/** `Tue 2 Mar`, or `Tue 2 – Wed 31 Mar`, or `Tue 2 Mar – Thu 1 Apr`. */
export function daysWords(say: Say, from: string, to: string): string {
  const [first, last] = [toDay(from.slice(0, 10)), toDay(to.slice(0, 10))];
  if (first === undefined || last === undefined) return `${from} – ${to}`;
  if (first === last) return say.day(first);
  if (!say.dayFirst || monthKey(first) !== monthKey(last)) return `${say.day(first)} – ${say.day(last)}`;
  return `${say.weekdayShort(first)} ${civilOf(first).date} – ${say.day(last)}`;
}

/** `2027-03-02`, as lists have it; `02.03.2027` in German. */
export function dateShort(say: Say, date: string): string {
  return told(date, say.dateShort);
}

/** `2027-03-02 09:10` of `2027-03-02T09:10`, as lists have it. */
export function startWords(say: Say, start: string): string {
  return `${dateShort(say, start.slice(0, 10))} ${start.slice(11)}`;
}

/** `1 to 31 March`, `15 March to 9 April`: a window in a sentence. */
export function windowWords(say: Say, from: string, by: string): string {
  const [first, last] = [toDay(from), toDay(by)];
  if (first === undefined || last === undefined) return `${from} to ${by}`;
  if (first === last) return `on ${say.dayMonth(first)}`;
  const short = say.dayFirst && monthKey(first) === monthKey(last);
  return `from ${short ? civilOf(first).date : say.dayMonth(first)} to ${say.dayMonth(last)}`;
}

/** Dates of one month as a list: `2, 16 and 30 Mar`. */
export function datesWords(say: Say, dates: readonly string[]): string {
  const days = dates.map((date) => toDay(date.slice(0, 10)) ?? 0);
  const last = days.at(-1) ?? 0;
  const short = (day: Day): string => (day === last ? say.dayMonthShort(day) : String(civilOf(day).date));
  return listWords(days.map(say.dayFirst ? short : say.dayMonthShort));
}

/** `Tuesday` */
export function weekdayWord(say: Say, date: string): string {
  return told(date, say.weekday);
}

/** `Tuesdays 2, 16 and 30 Mar` */
export function weekdaysWords(say: Say, dates: readonly string[]): string {
  const name = weekdayWord(say, dates[0]!);
  return say.dayFirst ? `${name}s ${datesWords(say, dates)}` : `${name}: ${datesWords(say, dates)}`;
}

/** `Tue` */
export function weekdayShort(say: Say, date: string): string {
  return told(date, say.weekdayShort);
}

/** `March`, or `March 2027` where the year is not plain. */
export function monthWords(say: Say, month: string, withYear = false): string {
  if (toDay(`${month.slice(0, 7)}-01`) === undefined) return month;
  return withYear ? say.monthYear(month) : say.month(month);
}

function told(date: string, words: (day: Day) => string): string {
  const day = toDay(date.slice(0, 10));
  return day === undefined ? date : words(day);
}

/** `9:30 h` is not how people talk: `45 min`, `1 h`, `1 h 30 min`. */
export function minutesWords(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Hours with one decimal where it says something: `9.5`, `12`. */
export function hoursWords(say: Say, minutes: number): string {
  return decimal(say, minutes / 60);
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
