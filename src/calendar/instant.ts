/** Reading the instants and times of plans, of which there are millions: without a Date, without a pattern. */
import { type Day, dayOf, MINUTES_A_DAY } from './date.ts';

/** `2027-03-02T09:30:00Z` → UTC minutes. */
export function utcMinute(text: string): number {
  return dayIn(text) * MINUTES_A_DAY + 60 * number(text, 11, 13) + number(text, 14, 16);
}

/** The day of a time such as `2027-03-02T09:30`. */
export function dayIn(text: string): Day {
  return dayOf(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
}

function number(text: string, from: number, to: number): number {
  let value = 0;
  for (let i = from; i < to; i++) value = 10 * value + text.charCodeAt(i) - 48;
  return value;
}
