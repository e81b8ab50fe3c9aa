/** Small words for messages: counts and lists as people write them. */

import { dayOf, isoDate, type MonthKey, monthStart } from '../calendar/date.ts';
import type { Say } from '../calendar/say.ts';

/** `1 person`, `26 people`, `1,090 people`. */
export function people({ number }: Pick<Say, 'number'>, count: number): string {
  return count === 1 ? '1 person' : `${number(count)} people`;
}

/** `1 week`, `9 weeks`. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${n} ${n === 1 ? one : many}`;
}

/** `Finance, HR and Legal`; after `most` names, "and 4 more". */
export function list(names: readonly string[], most = 5): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(', ')} and ${rest} more`;
  return shown.length < 2 ? shown.join('') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}

/** First and last day of a month: `2027-03-01`, `2027-03-31`. */
export function monthDays(key: MonthKey): { readonly from: string; readonly to: string } {
  const first = dayOf(Number(key.slice(0, 4)), Number(key.slice(5)), 1);
  return { from: isoDate(first), to: isoDate(monthStart(first, 1) - 1) };
}

/** `9.5 hours` from minutes. */
export function hours(minutes: number): string {
  const h = Math.round(minutes / 6) / 10;
  return `${h} ${h === 1 ? 'hour' : 'hours'}`;
}

/** `12%` from a share of 1. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}
