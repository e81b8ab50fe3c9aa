/** Where learning happens: sites and rooms, and the times at which something is not so. */
import type { Day, DayMask, Minute, Span } from '../calendar/date.ts';
import type { Holidays } from '../calendar/holiday.ts';
import type { Season } from '../calendar/season.ts';
import type { Id } from './ids.ts';
import type { Language } from './languages.ts';

/** The site id of sessions that are held online. */
export const ONLINE = 'online';

/** A stretch of time when something is not so. All parts that are given must hold at once. */
export interface TimeRange extends Season {
  readonly days?: DayMask;
  readonly hours?: Span;
  /** The last working days of each month (quarter), and the first of the next. */
  readonly monthEnd?: { readonly before: number; readonly after: number };
  readonly quarterEnd?: { readonly before: number; readonly after: number };
  readonly reason?: string;
  /** `busy` only: sessions of at most so many minutes are still fine. 0 by default. */
  readonly allowUpTo: Minute;
}

/** When people of a department have no time: all of them, or those of some roles, shifts and sites. */
export interface BusyRange extends TimeRange {
  readonly roles?: ReadonlySet<Id>;
  /** Those of teams included. */
  readonly shifts?: ReadonlySet<Id>;
  readonly sites?: ReadonlySet<Id>;
  /** What is held all the same. */
  readonly exceptModules?: ReadonlySet<Id>;
  readonly exceptMoments?: ReadonlySet<Id>;
}

/** When a place rests. */
export interface SiteHolidays {
  /** Holidays of the programme's years, with their names and hours. */
  readonly holidays: Holidays;
  /** Days that are worked in lieu of others: no holiday, whatever the region keeps; see `shiftTimes`. */
  readonly worked: ReadonlySet<Day>;
  /** Whose public holidays are kept. */
  readonly holidayRegion: string | undefined;
}

export interface Site extends SiteHolidays {
  readonly id: Id;
  readonly name: string;
  readonly region: string | undefined;
  readonly zone: string;
  /** That people there understand; undefined: any. */
  readonly languages?: readonly Language[];
  /** Minutes to other sites, as either of the two says; undefined: as `policy.travelMinutes`. */
  readonly travel?: ReadonlyMap<Id, Minute>;
  readonly closed: readonly TimeRange[];
}

export interface Room {
  readonly id: Id;
  readonly name: string;
  /** A site's id or `online`; of a room that moves the first, whose clock it goes by. */
  readonly site: Id;
  /** Where it can be; more than one for a room that moves. */
  readonly sites: readonly Id[];
  /** From one site to another; undefined: as long as people take. */
  readonly travelMinutes?: Minute;
  readonly seats: number;
  readonly features: readonly string[];
  /** When it can be used at all, in any of these; undefined: always. */
  readonly open: readonly TimeRange[] | undefined;
  readonly closed: readonly TimeRange[];
}
