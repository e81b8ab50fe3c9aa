/** `holidays`: a region's public holidays, plus what is written out, less the exceptions. */
import { civilOf, type Day, dayOf } from '../../../calendar/date.ts';
import type { RegionHolidays } from '../../../calendar/holidays.ts';
import { either, regionsMeant } from '../../../calendar/region-names.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { Programme, SiteHolidays } from '../../../model/model.ts';
import type { Report } from '../problem.ts';
import { day } from '../values.ts';
import type { WrittenHolidays } from '../written.ts';
import { checkEnding, checkOwn, withOwn } from './own-holidays.ts';

const NO_REGION: RegionHolidays = { days: new Map(), ending: [] };
const NONE: SiteHolidays = { holidays: new Map(), worked: new Set(), holidayRegion: undefined };

/** The programme's holidays; a region is looked up once, and the library behind it loads only then. */
export class HolidayCalendars {
  readonly #report: Report;
  /** The first and the last year that matter. */
  readonly #first: number;
  readonly #last: number;
  readonly #regions = new Map<string, RegionHolidays | undefined>();

  constructor({ starts, ends }: Programme, report: Report) {
    this.#report = report;
    this.#first = civilOf(starts).year;
    // A programme of an impossible length is an error of its own: its holidays do not matter.
    this.#last = civilOf(ends - starts > 4 * 366 ? starts : ends).year;
  }

  /** Sorted by day. What is written out wins over the region's calendar. */
  async of(written: WrittenHolidays | undefined, at: Pointer): Promise<SiteHolidays> {
    if (written === undefined) return NONE;
    const own = typeof written === 'string' ? { region: written } : written;
    const place = typeof written === 'string' ? at : [...at, 'region'];
    const region = own.region === undefined ? NO_REGION : await this.#ofRegion(own.region, place);
    const years: [Day, Day] = [dayOf(this.#first, 1, 1), dayOf(this.#last, 12, 31)];
    checkOwn(region?.days, own, { at, report: this.#report, years });
    if (region) checkEnding(region.ending, own, { at: place, report: this.#report, lastYear: this.#last });
    return {
      holidays: new Map([...withOwn(region?.days ?? new Map(), own)].sort(([a], [b]) => a - b)),
      worked: new Set((own.worked ?? []).map(day)),
      holidayRegion: region && own.region,
    };
  }

  /** Undefined where the region is not known: that has been said then. */
  async #ofRegion(region: string, at: Pointer): Promise<RegionHolidays | undefined> {
    if (!this.#regions.has(region)) this.#regions.set(region, await this.#load(region, at));
    return this.#regions.get(region);
  }

  async #load(region: string, at: Pointer): Promise<RegionHolidays | undefined> {
    const { holidaysOf, UnknownRegionError } = await import('../../../calendar/holidays.ts');
    try {
      return await holidaysOf(region, this.#first, this.#last);
    } catch (error) {
      if (!(error instanceof UnknownRegionError)) throw error;
      this.#report({
        code: 'unknown-region',
        at,
        message: `"${region}" is no region whose holidays are known`,
        fix: remedy(region, error.alternatives),
      });
      return undefined;
    }
  }
}

/** Codes of two letters are all near each other: only longer parts of one are guessed by their letters. */
function remedy(region: string, alternatives: readonly string[]): string {
  const meant = regionsMeant(region);
  if (meant.length > 0) return `did you mean ${either(meant)}?`;
  const near = /-[A-Za-z0-9]{3,}$/.test(region) ? nearest(region, alternatives) : undefined;
  if (near !== undefined) return `did you mean "${near}"?`;
  const some = alternatives.slice(0, 8).join(', ');
  return `known are ${some}${alternatives.length > 8 ? ', …' : ''}; or write the dates out`;
}
