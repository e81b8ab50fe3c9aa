/**
 * RRULE (RFC 5545, 3.3.10) by days of the wall clock: the hour is that of the first, whatever the clocks do. Periods are
 * looked at one by one up to the end of the window, never without end. Rules finer than a day are told, not guessed.
 */
import { civilOf, type Day, dayOf, weekday } from '../../calendar/date.ts';
import { CalendarProblem, type Property } from './lines.ts';
import { monthOf } from './times.ts';

type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';

export interface Rule {
  readonly frequency: Frequency;
  readonly interval: number;
  readonly count: number | undefined;
  /** As written; what it means depends on the zone of the start. */
  readonly until: string | undefined;
  readonly months: readonly number[];
  readonly monthDays: readonly number[];
  readonly yearDays: readonly number[];
  readonly weeks: readonly number[];
  readonly days: readonly { readonly weekday: number; readonly nth: number | undefined }[];
  readonly positions: readonly number[];
  /** The day on which weeks begin, Monday is 1. */
  readonly weekStart: number;
}

const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(
  'FREQ INTERVAL COUNT UNTIL BYMONTH BYMONTHDAY BYYEARDAY BYWEEKNO BYDAY BYSETPOS WKST'.split(' '),
);
/** Periods that are looked at: 270 years of days. */
const MOST_PERIODS = 100_000;

/** @throws CalendarProblem for a rule that is none, or finer than a day */
export function ruleIn({ value, line }: Property): Rule {
  const parts = new Map(
    value
      .trim()
      .split(';')
      .filter((part) => part !== '')
      .map(
        (part) =>
          [
            part.slice(0, part.indexOf('=')).toUpperCase(),
            part.slice(part.indexOf('=') + 1).toUpperCase(),
          ] as const,
      ),
  );
  const wrong = (what: string): CalendarProblem =>
    new CalendarProblem(
      line,
      `the rule ${value} ${what}`,
      'take this event out of the export, or write its times by hand',
    );
  const frequency = parts.get('FREQ');
  if (!/^(?:DAILY|WEEKLY|MONTHLY|YEARLY)$/.test(frequency ?? ''))
    throw wrong('repeats more often than daily, or says not how often');
  const other = [...parts.keys()].find((part) => !KNOWN.has(part) && !part.startsWith('X-'));
  if (other !== undefined) throw wrong(`has ${other}, which is not understood`);
  const numbers = (part: string, least: number, most: number): number[] =>
    (parts.get(part) ?? '').split(',').flatMap((word) => {
      if (word === '') return [];
      const number = Number(word);
      if (!Number.isInteger(number) || number === 0 || number < least || number > most)
        throw wrong(`has ${part}=${word}`);
      return number;
    });
  const [interval = 1] = numbers('INTERVAL', 1, 10_000);
  const [count] = numbers('COUNT', 1, 1_000_000);
  return {
    frequency: frequency as Frequency,
    interval,
    count,
    until: parts.get('UNTIL'),
    months: numbers('BYMONTH', 1, 12),
    monthDays: numbers('BYMONTHDAY', -31, 31),
    yearDays: numbers('BYYEARDAY', -366, 366),
    weeks: numbers('BYWEEKNO', -53, 53),
    days: (parts.get('BYDAY') ?? '').split(',').flatMap((word) => {
      if (word === '') return [];
      const match = /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)$/.exec(word);
      if (!match) throw wrong(`has BYDAY=${word}`);
      return {
        weekday: WEEKDAYS.indexOf(match[2]!) + 1,
        nth: match[1] === undefined ? undefined : Number(match[1]),
      };
    }),
    positions: numbers('BYSETPOS', -366, 366),
    weekStart: Math.max(0, WEEKDAYS.indexOf(parts.get('WKST') ?? 'MO')) + 1,
  };
}

/** What all rules of a calendar may cost together: some seconds at most, whatever a stranger's file says. */
export interface Budget {
  periods: number;
}

export function newBudget(): Budget {
  return { periods: 5_000_000 };
}

/** The days of a rule from its start to `last`, in order; COUNT is counted, UNTIL is the caller's. */
export function* daysOf(rule: Rule, start: Day, last: Day, budget = newBudget()): Generator<Day> {
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  for (let period = 0; period < MOST_PERIODS; period++) {
    if (budget.periods-- <= 0)
      throw new CalendarProblem(1, 'its rules reach back too far, and are too many', 'export fewer events');
    const { first, days } = periodOf(rule, start, period * rule.interval);
    if (first > last) return;
    for (const day of positioned(days, rule.positions)) {
      if (day < start) continue;
      if (day > last || left-- <= 0) return;
      yield day;
    }
  }
}

/** The n-th period after that of the start: its first day, and its days by the rule, in order. */
function periodOf(rule: Rule, start: Day, n: number): { first: Day; days: Day[] } {
  const { frequency } = rule;
  if (frequency === 'DAILY') return { first: start + n, days: fits(rule, start + n) ? [start + n] : [] };
  if (frequency === 'WEEKLY') {
    const first = weekOf(start, rule.weekStart) + 7 * n;
    const wanted = rule.days.length > 0 ? rule.days.map((one) => one.weekday) : [weekday(start)];
    const days = range(first, first + 6).filter(
      (day) => wanted.includes(weekday(day)) && inMonths(rule, day),
    );
    return { first, days };
  }
  const { year, month } = civilOf(start);
  if (frequency === 'MONTHLY') {
    const index = year * 12 + month - 1 + n;
    const [y, m] = [Math.floor(index / 12), (index % 12) + 1];
    const { first } = monthOf(y, m);
    return {
      first,
      days: rule.months.length > 0 && !rule.months.includes(m) ? [] : monthDays(rule, y, m, start),
    };
  }
  return { first: dayOf(year + n, 1, 1), days: yearDays(rule, year + n, start) };
}

function weekOf(day: Day, weekStart: number): Day {
  return day - ((weekday(day) - weekStart + 7) % 7);
}

function fits(rule: Rule, day: Day): boolean {
  const { year, month, date } = civilOf(day);
  if (!inMonths(rule, day)) return false;
  if (rule.days.length > 0 && !rule.days.some((one) => one.weekday === weekday(day))) return false;
  if (rule.monthDays.length === 0) return true;
  const { first, last } = monthOf(year, month);
  return rule.monthDays.some((wanted) =>
    wanted > 0 ? wanted === date : last + 1 + wanted === first + date - 1,
  );
}

function inMonths({ months }: Rule, day: Day): boolean {
  return months.length === 0 || months.includes(civilOf(day).month);
}

/** Days of one month by BYMONTHDAY and BYDAY; the day of the start without either. */
function monthDays(rule: Rule, year: number, month: number, start: Day): Day[] {
  const { first, last } = monthOf(year, month);
  const { date } = civilOf(start);
  const dates = rule.monthDays.length > 0 ? rule.monthDays : rule.days.length > 0 ? undefined : [date];
  const byDate = dates
    ?.map((wanted) => (wanted > 0 ? first + wanted - 1 : last + 1 + wanted))
    .filter((day) => day >= first && day <= last);
  const byDay = rule.days.length > 0 ? nthDays(rule, first, last) : undefined;
  return sortedOnce(byDate && byDay ? byDate.filter((day) => byDay.includes(day)) : (byDate ?? byDay ?? []));
}

/** Weekdays within a stretch: all of them, or the n-th from its beginning or end. */
function nthDays({ days }: Rule, first: Day, last: Day): Day[] {
  return days.flatMap(({ weekday: wanted, nth }) => {
    const all = range(first, last).filter((day) => weekday(day) === wanted);
    if (nth === undefined) return all;
    const found = nth > 0 ? all[nth - 1] : all[all.length + nth];
    return found === undefined ? [] : [found];
  });
}

function yearDays(rule: Rule, year: number, start: Day): Day[] {
  const [first, last] = [dayOf(year, 1, 1), dayOf(year, 12, 31)];
  const { month } = civilOf(start);
  if (rule.yearDays.length > 0 || rule.weeks.length > 0) {
    const chosen =
      rule.yearDays.length > 0
        ? rule.yearDays
            .map((wanted) => (wanted > 0 ? first + wanted - 1 : last + 1 + wanted))
            .filter((day) => day >= first && day <= last)
        : weekDays(rule, year, start);
    const wanted = rule.days.map((one) => one.weekday);
    const inDays = (day: Day): boolean =>
      rule.weeks.length > 0 || wanted.length === 0 || wanted.includes(weekday(day));
    return sortedOnce(chosen.filter((day) => inMonths(rule, day) && inDays(day)));
  }
  if (rule.months.length === 0 && rule.monthDays.length === 0 && rule.days.length > 0)
    return sortedOnce(nthDays(rule, first, last));
  const months = rule.months.length > 0 ? rule.months : rule.monthDays.length > 0 ? range(1, 12) : [month];
  return sortedOnce(months.flatMap((one) => monthDays(rule, year, one, start)));
}

/** Days of weeks by their number; the first week has at least four days of the year. */
function weekDays(rule: Rule, year: number, start: Day): Day[] {
  const firstWeek = (of: number): Day => weekOf(dayOf(of, 1, 4), rule.weekStart);
  const weeks = (firstWeek(year + 1) - firstWeek(year)) / 7;
  const wanted = rule.days.length > 0 ? rule.days.map((one) => one.weekday) : [weekday(start)];
  return rule.weeks.flatMap((number) => {
    const week = number > 0 ? number : weeks + 1 + number;
    if (week < 1 || week > weeks) return [];
    const monday = firstWeek(year) + (week - 1) * 7;
    return range(monday, monday + 6).filter((day) => wanted.includes(weekday(day)));
  });
}

function positioned(days: readonly Day[], positions: readonly number[]): readonly Day[] {
  if (positions.length === 0) return days;
  return sortedOnce(
    positions.flatMap((position) => days[position > 0 ? position - 1 : days.length + position] ?? []),
  );
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, i) => from + i);
}

function sortedOnce(days: readonly Day[]): Day[] {
  return [...new Set(days)].sort((a, b) => a - b);
}
