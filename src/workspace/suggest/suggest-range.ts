/** Ranges of time (`busy`, `closed`, `away`) as people write them in a word or two. */
import { toDay } from '../../calendar/date.ts';
import { monthMeant } from './suggest-date.ts';
import { suggestDays } from './suggest-times.ts';

const LAST = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** `2027-07-01`, `2027-07-01 to 2027-07-14`, `July`, `fridays` → the map of a range. */
export function suggestRange(text: string): string | undefined {
  const days = (text.match(/\d{4}-\d{2}-\d{2}/g) ?? []).filter((day) => toDay(day) !== undefined);
  if (days.length > 0 && days.length < 3) return `{ from: ${days[0]}, to: ${days.at(-1)} }`;
  const year = /^(\D{3,12}) (\d{4})$/.exec(text.trim());
  const month = monthMeant(year ? year[1]! : text);
  if (month !== undefined) return monthRange(month, year?.[2]);
  const named = suggestDays(text)?.replace(/^write /, '');
  return named && `{ days: ${named} }`;
}

/** A month from its first to its last day; the year is the reader's where they have not said it. */
export function monthRange(month: number, year = '<year>'): string {
  const start = `${year}-${String(month).padStart(2, '0')}`;
  return `{ from: ${start}-01, to: ${start}-${LAST[month - 1]} }`;
}
