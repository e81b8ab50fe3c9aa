/** `holidays`: a region's public holidays, plus the dates that are written out, less the exceptions. */
import { civilOf } from '../../calendar/date.ts';
import { ALL_DAY, type Holidays } from '../../calendar/holiday.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Programme } from '../../model/model.ts';
import type { Report } from './problem.ts';
import { day } from './values.ts';
import type { WrittenHolidays } from './written.ts';

/** The programme's holidays; a region is looked up once, and the library behind it loads only then. */
export class HolidayCalendars {
  readonly #programme: Programme;
  readonly #report: Report;
  readonly #regions = new Map<string, Holidays>();

  constructor(programme: Programme, report: Report) {
    this.#programme = programme;
    this.#report = report;
  }

  /** Sorted by day. What is written out wins over the region's calendar. */
  async of(written: WrittenHolidays | undefined, at: Pointer): Promise<Holidays> {
    if (written === undefined) return new Map();
    const { region, dates, except } = typeof written === 'string' ? { region: written } : written;
    const place = typeof written === 'string' ? at : [...at, 'region'];
    const days = new Map(region === undefined ? [] : await this.#ofRegion(region, place));
    for (const date of except ?? []) days.delete(day(date));
    for (const entry of dates ?? []) {
      const { date, name } = typeof entry === 'string' ? { date: entry } : entry;
      days.set(day(date), [{ name: name ?? 'Holiday', hours: ALL_DAY, source: 'own' }]);
    }
    return new Map([...days].sort(([a], [b]) => a - b));
  }

  async #ofRegion(region: string, at: Pointer): Promise<Holidays> {
    const known = this.#regions.get(region);
    if (known) return known;
    const days = await this.#load(region, at);
    this.#regions.set(region, days);
    return days;
  }

  async #load(region: string, at: Pointer): Promise<Holidays> {
    const { holidaysOf, UnknownRegionError } = await import('../../calendar/holidays.ts');
    const { starts, ends } = this.#programme;
    // A programme of an impossible length is an error of its own: its holidays do not matter.
    const last = civilOf(ends - starts > 4 * 366 ? starts : ends).year;
    try {
      return await holidaysOf(region, civilOf(starts).year, last);
    } catch (error) {
      if (!(error instanceof UnknownRegionError)) throw error;
      const meant = nearest(region, error.alternatives);
      const some = error.alternatives.slice(0, 8).join(', ');
      this.#report({
        code: 'unknown-region',
        at,
        message: `"${region}" is no region whose holidays are known`,
        fix:
          meant === undefined
            ? `known are ${some}${error.alternatives.length > 8 ? ', …' : ''}; or write the dates out`
            : `did you mean "${meant}"?`,
      });
      return new Map();
    }
  }
}
