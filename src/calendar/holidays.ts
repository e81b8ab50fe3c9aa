/**
 * Public holidays of a region, from `date-holidays` (large, so loaded when it is asked for). Its data are
 * incomplete (India lacks Diwali): dates written in the workspace win over it.
 */
import { type Day, toDay } from './date.ts';

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

/**
 * Day → name of the public holidays of `GB-ENG`, `US`, `US-TX`, `IN`, … from `firstYear` to `lastYear`, sorted by
 * day, substitute days included, bank and half holidays left out. Throws {@link UnknownRegionError}.
 */
export async function holidaysOf(
  region: string,
  firstYear: number,
  lastYear: number,
): Promise<ReadonlyMap<Day, string>> {
  const { default: Holidays } = await import('date-holidays');
  const parts = region.split('-');
  const known = new Holidays();
  requireCode(region, parts, 0, known.getCountries());
  if (parts.length > 1) requireCode(region, parts, 1, known.getStates(parts[0]!));
  if (parts.length > 2) requireCode(region, parts, 2, known.getRegions(parts[0]!, parts[1]!));
  if (parts.length > 3) throw new UnknownRegionError(region, [parts.slice(0, 3).join('-')]);
  const calendar = new Holidays(parts[0]!, parts[1] ?? '', parts[2] ?? '', { types: ['public'] });
  const names = new Map<Day, string[]>();
  // A holiday of several days may begin in the year before.
  for (let year = firstYear - 1; year <= lastYear; year++) {
    for (const holiday of calendar.getHolidays(year)) {
      for (const day of daysOf(holiday)) names.set(day, [...(names.get(day) ?? []), holiday.name]);
    }
  }
  const inYears = [...names].filter(
    ([day]) => day >= toDay(`${firstYear}-01-01`)! && day <= toDay(`${lastYear}-12-31`)!,
  );
  inYears.sort(([a], [b]) => a - b);
  return new Map(inYears.map(([day, list]) => [day, [...new Set(list)].join(', ')]));
}

/** The whole days of a holiday; one that begins in the day (a half holiday) has its later days only. */
function daysOf(holiday: { date: string; start: Date; end: Date }): Day[] {
  const first = toDay(holiday.date.slice(0, 10));
  if (first === undefined) return [];
  const [hour, minute] = [Number(holiday.date.slice(11, 13)), Number(holiday.date.slice(14, 16))];
  const length = Math.round((holiday.end.getTime() - holiday.start.getTime()) / 86_400_000);
  const skip = hour * 60 + minute > 0 ? 1 : 0;
  return Array.from({ length: Math.max(length - skip, 0) }, (_, i) => first + skip + i);
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
