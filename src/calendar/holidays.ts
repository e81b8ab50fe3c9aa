/**
 * Public holidays of a region, from `date-holidays` (large, so loaded when it is asked for), with the corrections
 * that it needs. Its data are incomplete (India lacks Diwali): dates written in the workspace win over it.
 */
import type { HolidaysTypes } from 'date-holidays';
import { CORRECTIONS, type Correction } from './corrections.ts';
import { civilOf, type Day, dayOf, MINUTES_A_DAY, type Span, toDay } from './date.ts';
import { ALL_DAY, type Holiday, type Holidays } from './holiday.ts';
import { calendarOf, type RegionCalendar } from './regions.ts';

export { UnknownRegionError } from './regions.ts';

/** The months of Islam in the library's rules: their days are seen, not computed. */
const ISLAMIC =
  /\b(?:Muharram|Safar|Rabi al-\w+|Jumada al-\w+|Rajab|Shaban|Ramadan|Shawwal|Dhu al-(?:Qidah|Hijjah))\b/;
/** The months of the Jewish calendar: its feasts begin at sunset of the day before. */
const JEWISH = /\b(?:Nisan|Iyyar|Sivan|Tamuz|Av|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shvat|Adar|AdarII)\b/;

/** What a region keeps, and which of its feasts are listed year by year in a list that comes to an end. */
export interface RegionHolidays {
  readonly days: Holidays;
  readonly ending: readonly EndingList[];
}

export interface EndingList {
  /** In English where the library knows it, else in the region's language. */
  readonly name: string;
  /** In every language that the library knows. */
  readonly names: readonly string[];
  readonly lastYear: number;
}

/**
 * The public holidays of `GB-ENG`, `US`, `US-TX`, `IN`, … from `firstYear` to `lastYear`, sorted by day, each with
 * the hours it lasts, substitute days included, bank holidays left out. Throws `UnknownRegionError`.
 */
export async function holidaysOf(
  region: string,
  firstYear: number,
  lastYear: number,
  corrections: readonly Correction[] = CORRECTIONS,
): Promise<RegionHolidays> {
  const calendar = await calendarOf(region, ['public']);
  const ours = corrections.filter((one) => region === one.region || region.startsWith(`${one.region}-`));
  const [first, last] = [dayOf(firstYear, 1, 1), dayOf(lastYear, 12, 31)];
  const days = new Map<Day, Holiday[]>();
  // A holiday of several days may begin in the year before.
  for (let year = firstYear - 1; year <= lastYear; year++) {
    for (const found of calendar.getHolidays(year)) addRule(days, found, ours);
  }
  for (const correction of ours) correct(days, correction, firstYear, lastYear);
  const within = [...days].filter(([day, list]) => list.length > 0 && day >= first && day <= last);
  return {
    days: new Map(within.sort(([a], [b]) => a - b)),
    // Where the last year has the feast all the same, a correction goes on where the list ends.
    ending: endingLists(calendar, firstYear, lastYear).filter(
      ({ names }) =>
        !within.some(
          ([day, list]) => civilOf(day).year === lastYear && list.some(({ name }) => names.includes(name)),
        ),
    ),
  };
}

/** One holiday of the library, unless its rule is one that is wrong. */
function addRule(
  days: Map<Day, Holiday[]>,
  found: HolidaysTypes.Holiday,
  corrections: readonly Correction[],
): void {
  const wrong = corrections.find(({ rule }) => rule === found.rule);
  if (wrong && !wrong.lasts) return;
  const stretch = wrong?.lasts ? moved(found, wrong.lasts) : stretchOf(found);
  const holiday = {
    name: found.name,
    source: wrong ? ('corrected' as const) : ('region' as const),
    ...(ISLAMIC.test(found.rule) && { estimate: true as const }),
    ...(wrong && { because: becauseOf(wrong) }),
  };
  for (const [day, hours] of byDay(stretch)) add(days, day, { ...holiday, hours });
}

/** Moves the days that are on wrong dates and adds those that lack. */
function correct(days: Map<Day, Holiday[]>, one: Correction, firstYear: number, lastYear: number): void {
  for (const [from, to] of one.moves ?? []) move(days, toDay(from)!, toDay(to)!, one);
  for (let year = Math.max(firstYear, one.since ?? firstYear); year <= lastYear; year++) {
    for (const text of one.days ?? []) {
      const day = toDay(text.length === 5 ? `${year}-${text}` : text)!;
      const known = days.get(day)?.some(({ hours }) => hours.start === 0 && hours.end === MINUTES_A_DAY);
      // What the library has already is no correction: 25 December 2028 in South Australia.
      if (civilOf(day).year !== year || known) continue;
      add(days, day, {
        name: one.name ?? 'Holiday',
        hours: one.hours ?? ALL_DAY,
        source: 'corrected',
        ...(one.basis === 'estimate' && { estimate: true }),
        because: becauseOf(one),
      });
    }
  }
}

function move(days: Map<Day, Holiday[]>, from: Day, to: Day, one: Correction): void {
  const list = days.get(from) ?? [];
  days.delete(from);
  for (const holiday of list) {
    add(days, to, { ...holiday, source: 'corrected', because: becauseOf(one) });
  }
}

function becauseOf({ why, source }: Correction): string {
  return `${why} Source: ${source}.`;
}

/** The same day can be kept for two reasons; the same reason twice is one holiday. */
function add(days: Map<Day, Holiday[]>, day: Day, holiday: Holiday): void {
  const list = days.get(day) ?? [];
  const { name, hours } = holiday;
  if (!list.some((one) => one.name === name && one.hours.start === hours.start)) list.push(holiday);
  days.set(
    day,
    list.sort((a, b) => a.hours.start - b.hours.start),
  );
}

/** What a stretch of wall-clock time takes of each of its days. */
export function byDay([start, end]: readonly [number, number]): [Day, Span][] {
  const out: [Day, Span][] = [];
  for (let day = Math.floor(start / MINUTES_A_DAY); day * MINUTES_A_DAY < end; day++) {
    const from = Math.max(start - day * MINUTES_A_DAY, 0);
    const to = Math.min(end - day * MINUTES_A_DAY, MINUTES_A_DAY);
    out.push([day, from === 0 && to === MINUTES_A_DAY ? ALL_DAY : { start: from, end: to }]);
  }
  return out;
}

/**
 * When a holiday begins and ends, wall clock. The library begins feasts by the moon at 18:00 of the day before
 * and ends them at 18:00. Islamic feasts are days off by their civil dates, as the laws name them; Jewish ones
 * are days of rest from sunset on and until the civil day is over.
 */
export function stretchOf({ date, start, end, rule }: HolidaysTypes.Holiday): [number, number] {
  const [from, to] = [wallOf(start), wallOf(end)];
  if (!date.includes(' -0600')) return [from, to];
  const midnight = from + 6 * 60;
  const whole = Math.ceil((to - from) / MINUTES_A_DAY) * MINUTES_A_DAY;
  return [JEWISH.test(rule) ? from : midnight, midnight + whole];
}

/** Other times, counted from the midnight that begins the library's date. */
function moved({ date }: HolidaysTypes.Holiday, [from, to]: readonly [number, number]): [number, number] {
  const midnight = toDay(date.slice(0, 10))! * MINUTES_A_DAY;
  return [midnight + from, midnight + to];
}

function wallOf(instant: Date): number {
  return Math.round(instant.getTime() / 60_000);
}

/**
 * Feasts that the library lists date by date (Vesak, Deepavali) up to a year before `lastYear`: at least three years
 * on end, so that a royal funeral or an election is none, and kept up to lately, so that a feast given up is none.
 */
function endingLists(calendar: RegionCalendar, firstYear: number, lastYear: number): EndingList[] {
  const feasts = new Map<string, { names: Set<string>; years: Set<number>; computed: boolean }>();
  for (const { rule, name } of calendar.getRules()) {
    const names = typeof name === 'string' ? [name] : Object.values(name);
    const title = typeof name === 'string' ? name : (name.en ?? names[0]!);
    const feast = feasts.get(title) ?? { names: new Set(), years: new Set(), computed: false };
    for (const one of names) feast.names.add(one);
    const dated = /^(\d{4})-\d\d-\d\d/.exec(rule);
    if (dated) feast.years.add(Number(dated[1]));
    else feast.computed = true;
    feasts.set(title, feast);
  }
  return [...feasts].flatMap(([name, { names, years, computed }]) => {
    const last = Math.max(...years);
    const inTurn = years.has(last - 1) && years.has(last - 2);
    if (computed || !inTurn || last >= lastYear || last < Math.min(firstYear, REVIEWED) - 2) return [];
    return [{ name, names: [...names], lastYear: last }];
  });
}

/** The year of the library's data: a list that ended two years before it is given up. */
const REVIEWED = 2026;
