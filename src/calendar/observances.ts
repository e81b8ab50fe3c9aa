/**
 * Days of the year that the customer-experience field keeps, by rule, so that they can be written as
 * `date: cx-day` and fall right in every year.
 */
import { civilOf, type Day, dayOf, mondayOf, weekday } from './date.ts';

/** First and last day, both included. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

type Rule = (year: number) => readonly Days[];

const RULES: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  ['customer-service-week', (year) => [weekFrom(nth(year, 10, 1, 1))]],
  ['cx-day', (year) => [single(nth(year, 10, 2, 1))]],
  ['employee-appreciation-day', (year) => [single(nth(year, 3, 5, 1))]],
  ['get-to-know-your-customers-day', (year) => [1, 4, 7, 10].map((month) => single(nth(year, month, 4, 3)))],
  ['px-week', (year) => [weekFrom(mondayOf(dayOf(year, 4, 30)))]],
  ['world-quality-day', (year) => [single(nth(year, 11, 4, 2))]],
]);

/** Ids that can stand as a date, sorted. */
export const OBSERVANCES: readonly string[] = [...RULES.keys()];

/** Every time an observance falls wholly or partly between two days, in order; none for an unknown id. */
export function observancesBetween(id: string, first: Day, last: Day): Days[] {
  const rule = RULES.get(id);
  const out: Days[] = [];
  for (let year = civilOf(first).year; rule && year <= civilOf(last).year; year++) {
    out.push(...rule(year).filter(({ from, to }) => from <= last && to >= first));
  }
  return out;
}

/** The n-th such weekday (Monday 1 … Sunday 7) of a month. */
function nth(year: number, month: number, wanted: number, n: number): Day {
  const first = dayOf(year, month, 1);
  return first + ((wanted - weekday(first) + 7) % 7) + (n - 1) * 7;
}

function single(day: Day): Days {
  return { from: day, to: day };
}

function weekFrom(monday: Day): Days {
  return { from: monday, to: monday + 4 };
}
