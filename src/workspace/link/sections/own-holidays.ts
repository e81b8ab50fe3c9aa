/** What a workspace says about holidays itself: days and hours off, exceptions, days worked in lieu of others. */
import { type Day, isoDate, MINUTES_A_DAY, type Span, weekday } from '../../../calendar/date.ts';
import { ALL_DAY, type Holiday, type Holidays } from '../../../calendar/holiday.ts';
import type { EndingList } from '../../../calendar/holidays.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../problem.ts';
import { day, span } from '../values.ts';
import type { WrittenHolidays } from '../written.ts';

type Written = Exclude<WrittenHolidays, string>;

/** An entry of `dates`. */
interface OwnDay {
  readonly day: Day;
  readonly hours: Span;
  readonly name: string;
  readonly at: Pointer;
}

/**
 * The region's days less the exceptions and the days worked in lieu, with the own ones. What is written out wins:
 * a day under `dates` is off as written there, whatever the region keeps.
 */
export function withOwn(region: Holidays, written: Written): Map<Day, readonly Holiday[]> {
  const days = new Map(region);
  for (const text of [...(written.except ?? []), ...(written.worked ?? [])]) takeOut(days, day(text));
  const own = ownDays(written, []);
  for (const one of own) days.delete(one.day);
  for (const one of own) {
    for (const [on, hours] of byDay(one)) {
      const holiday: Holiday = { name: one.name, hours, source: 'own' };
      days.set(on, [...(days.get(on) ?? []), holiday]);
    }
  }
  return days;
}

function ownDays({ dates }: Written, at: Pointer): OwnDay[] {
  return (dates ?? []).map((entry, i) => {
    const { date, hours, name } = typeof entry === 'string' ? { date: entry } : entry;
    return {
      day: day(date),
      hours: hours === undefined ? ALL_DAY : span(hours),
      name: name ?? (hours === undefined ? 'Holiday' : 'Part of the day off'),
      at: [...at, 'dates', i],
    };
  });
}

/** Hours past midnight stand on the next day. */
function byDay({ day, hours: { start, end } }: OwnDay): [Day, Span][] {
  if (end <= MINUTES_A_DAY) return [[day, { start, end }]];
  return [
    [day, { start, end: MINUTES_A_DAY }],
    [day + 1, { start: 0, end: end - MINUTES_A_DAY }],
  ];
}

/** A holiday that begins in the evening before goes with its evening. */
function takeOut(days: Map<Day, readonly Holiday[]>, day: Day): void {
  const names = new Set(days.get(day)?.map(({ name }) => name));
  days.delete(day);
  const eve = days.get(day - 1)?.filter(({ name, hours }) => hours.start === 0 || !names.has(name));
  if (eve?.length === 0) days.delete(day - 1);
  else if (eve) days.set(day - 1, eve);
}

/** What contradicts itself, or changes nothing. @param region undefined where it is not known */
export function checkOwn(
  region: Holidays | undefined,
  written: Written,
  { at, report, years }: { at: Pointer; report: Report; years: readonly [Day, Day] },
): void {
  const own = ownDays(written, at);
  checkTwice(own, report);
  for (const list of ['except', 'worked'] as const) {
    (written[list] ?? []).forEach((text, i) => {
      const on = day(text);
      const place = [...at, list, i];
      const off = own.find((one) => one.day === on && one.hours.end - one.hours.start >= MINUTES_A_DAY);
      if (off) {
        report({
          code: 'holiday-and-worked',
          at: place,
          message: `${isoDate(on)} is a day off under dates, and a day on which people work under ${list}`,
          fix: 'take one of the two out, or give the day off its hours: { date, hours: 12:00-24:00 }',
          related: [{ message: 'it is off here', at: off.at }],
        });
      } else if (region && on >= years[0] && on <= years[1] && changesNothing(region, list, on)) {
        report({ code: 'nothing-to-except', severity: 'warn', at: place, ...idle(region, list, on) });
      }
    });
  }
}

/** Feasts that the library lists date by date up to a year before the programme ends, and that nobody has written. */
export function checkEnding(
  ending: readonly EndingList[],
  written: Written,
  { at, report, lastYear }: { at: Pointer; report: Report; lastYear: number },
): void {
  const own = ownDays(written, []).map(
    ({ day, name }) => `${isoDate(day).slice(0, 4)} ${name.toLowerCase()}`,
  );
  const left = ending.filter(
    ({ names }) =>
      !own.some((text) => names.some((name) => text.startsWith(`${lastYear} ${name.toLowerCase()}`))),
  );
  const [first] = left;
  if (!first) return;
  const years = [...new Set(left.map(({ lastYear }) => lastYear))].sort((a, b) => a - b);
  const lists = years.map((year) => {
    return `${listed(left.filter((one) => one.lastYear === year).map(({ name }) => name))} to ${year}`;
  });
  report({
    code: 'holidays-end',
    severity: 'warn',
    at,
    message: `the calendar of ${written.region} lists ${listed(lists)} only: on those days of ${lastYear} the plan takes people for working`,
    fix: `write them out: holidays: { region: ${written.region}, dates: [{ date: ${lastYear}-…, name: ${first.name} }${left.length > 1 ? ', …' : ''}] }`,
  });
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function checkTwice(own: readonly OwnDay[], report: Report): void {
  own.forEach((one, i) => {
    if (one.hours.start === one.hours.end) {
      report({
        code: 'no-length',
        at: [...one.at, 'hours'],
        message: `the hours off on ${isoDate(one.day)} begin and end at the same time`,
        fix: 'leave hours out for the whole day',
      });
    }
    const first = own.slice(0, i).find((other) => other.day === one.day && meet(other.hours, one.hours));
    if (!first) return;
    report({
      code: 'listed-twice',
      at: one.at,
      message: `${isoDate(one.day)} stands twice under dates, for the same hours`,
      fix: 'keep one of the two',
      related: [{ message: 'it stands here first', at: first.at }],
    });
  });
}

function meet(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** A Saturday or Sunday can always be worked; any other day only where it is a holiday. */
function changesNothing(region: Holidays, list: 'except' | 'worked', on: Day): boolean {
  return !region.has(on) && (list === 'except' || weekday(on) <= 5);
}

function idle(region: Holidays, list: 'except' | 'worked', on: Day): { message: string; fix: string } {
  const [near] = [...region]
    .filter(([other]) => Math.abs(other - on) <= 7)
    .sort(([a], [b]) => Math.abs(a - on) - Math.abs(b - on));
  const message = `${isoDate(on)} is no holiday${list === 'worked' ? ' and no weekend' : ''}: that people work then changes nothing`;
  if (!near) return { message, fix: 'take it out, or correct the date' };
  return { message, fix: `did you mean ${isoDate(near[0])} (${near[1][0]!.name})?` };
}
