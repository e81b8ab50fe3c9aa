/**
 * Public holidays of a region, from `date-holidays` (large, so loaded when it is asked for). Its data are
 * incomplete (India lacks Diwali): dates written in the workspace win over it.
 */
import type { HolidaysTypes } from 'date-holidays';
import { type Day, dayOf, MINUTES_A_DAY, type Span } from './date.ts';
import { ALL_DAY, type Holiday, type Holidays } from './holiday.ts';

/** A region that the data do not know; `alternatives` are codes at the level that was wrong. */
export class UnknownRegionError extends Error {
  readonly region: string;
  readonly alternatives: readonly string[];

  constructor(region: string, alternatives: readonly string[]) {
    super(`there are no holidays for region "${region}"`);
    this.name = 'UnknownRegionError';
    this.region = region;
    this.alternatives = alternatives;
  }
}

/** Months of the Jewish calendar in the library's rules: their feasts begin at sunset of the day before. */
const JEWISH = /\b(?:Nisan|Iyyar|Sivan|Tamuz|Av|Elul|Tishrei|Cheshvan|Kislev|Tevet|Shvat|Adar|AdarII)\b/;

/**
 * The public holidays of `GB-ENG`, `US`, `US-TX`, `IN`, … from `firstYear` to `lastYear`, sorted by day, each with
 * the hours it lasts, substitute days included, bank holidays left out. Throws {@link UnknownRegionError}.
 */
export async function holidaysOf(region: string, firstYear: number, lastYear: number): Promise<Holidays> {
  const { default: Calendar } = await import('date-holidays');
  const parts = region.split('-');
  const known = new Calendar();
  requireCode(region, parts, 0, known.getCountries());
  if (parts.length > 1) requireCode(region, parts, 1, known.getStates(parts[0]!));
  if (parts.length > 2) requireCode(region, parts, 2, known.getRegions(parts[0]!, parts[1]!));
  if (parts.length > 3) throw new UnknownRegionError(region, [parts.slice(0, 3).join('-')]);
  const calendar = new Calendar(parts[0]!, parts[1] ?? '', parts[2] ?? '', {
    types: ['public'],
    // Its instants are then the place's own wall clock.
    timezone: 'UTC',
  });
  const days = new Map<Day, Holiday[]>();
  const [first, last] = [dayOf(firstYear, 1, 1), dayOf(lastYear, 12, 31)];
  // A holiday of several days may begin in the year before.
  for (let year = firstYear - 1; year <= lastYear; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      for (const [day, hours] of hoursOf(holiday)) {
        if (day >= first && day <= last) add(days, day, { name: holiday.name, hours, source: 'region' });
      }
    }
  }
  return new Map([...days].sort(([a], [b]) => a - b));
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

/** What a holiday takes of each of its days. */
function hoursOf(holiday: HolidaysTypes.Holiday): [Day, Span][] {
  const [start, end] = stretchOf(holiday);
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
function stretchOf({ date, start, end, rule }: HolidaysTypes.Holiday): [number, number] {
  const [from, to] = [wallOf(start), wallOf(end)];
  if (!date.includes(' -0600')) return [from, to];
  const midnight = from + 6 * 60;
  const whole = Math.ceil((to - from) / MINUTES_A_DAY) * MINUTES_A_DAY;
  return [JEWISH.test(rule) ? from : midnight, midnight + whole];
}

function wallOf(instant: Date): number {
  return Math.round(instant.getTime() / 60_000);
}

function requireCode(
  region: string,
  parts: readonly string[],
  index: number,
  codes: Readonly<Record<string, string>> | undefined,
): void {
  const known = Object.keys(codes ?? {});
  if (known.includes(parts[index]!)) return;
  const prefix = parts.slice(0, index);
  throw new UnknownRegionError(region, known.map((code) => [...prefix, code].join('-')).sort());
}
