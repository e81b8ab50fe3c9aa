/** The regions that `date-holidays` knows, and the library's calendar of one. It is large: loaded when it is asked for. */
import type Calendar from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';

/** The library's own form, as far as we use it. */
export interface RegionCalendar {
  getHolidays(year: number): HolidaysTypes.Holiday[];
  getRules(): readonly HolidaysTypes.HolidayRule[];
}

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

/** The calendar of a region with holidays of these types only. Throws {@link UnknownRegionError}. */
export async function calendarOf(
  region: string,
  types: readonly HolidaysTypes.HolidayType[],
): Promise<RegionCalendar> {
  const { default: Calendar } = await import('date-holidays');
  const parts = region.split('-');
  const known = new Calendar();
  // Of all countries only those are read that are asked for.
  if (!isCountry(parts[0]!, new Calendar(parts[0]!))) requireCode(region, parts, 0, known.getCountries());
  if (parts.length > 1) requireCode(region, parts, 1, known.getStates(parts[0]!));
  if (parts.length > 2) requireCode(region, parts, 2, known.getRegions(parts[0]!, parts[1]!));
  if (parts.length > 3) throw new UnknownRegionError(region, [parts.slice(0, 3).join('-')]);
  // In UTC its instants are the place's own wall clock.
  const options = { types: [...types], timezone: 'UTC' };
  const calendar = new Calendar(parts[0]!, parts[1] ?? '', parts[2] ?? '', options);
  return calendar as unknown as RegionCalendar;
}

/** The codes one level below a region: `DE-BY-KATH`, … of `DE-BY`, with their names. */
export async function partsOf(region: string): Promise<ReadonlyMap<string, string>> {
  const { default: Calendar } = await import('date-holidays');
  const known = new Calendar();
  const [country, state, more] = region.split('-');
  if (more !== undefined) return new Map();
  const codes = state === undefined ? known.getStates(country!) : known.getRegions(country!, state);
  return new Map(Object.entries(codes ?? {}).map(([code, name]) => [`${region}-${code}`, name]));
}

/** Each has its zones in the data; in the library codes may be small letters. */
function isCountry(code: string, calendar: Pick<Calendar, 'getTimezones'>): boolean {
  return /^[A-Z]{2}$/.test(code) && calendar.getTimezones().length > 0;
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
