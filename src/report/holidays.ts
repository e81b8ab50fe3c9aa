/** The holidays with which a plan was made, site by site, in words: for the page, and for whoever asks about a site. */

import { type Day, MINUTES_A_DAY, type Span, spanText } from '../calendar/date.ts';
import type { Holiday } from '../calendar/holiday.ts';
import type { OftenClosed, RegionNotes } from '../calendar/region-notes.ts';
import type { Say } from '../calendar/say.ts';
import { append } from '../collections/lists.ts';
import type { Model, Site } from '../model/model.ts';

/** Region → what else its calendar says. */
export type Notes = ReadonlyMap<string, RegionNotes>;

/** The notes of every region that the sites of a model keep; the library loads only where there is one. */
export async function notesOf(
  model: Model,
  sites: Iterable<Site> = model.sites.values(),
): Promise<Map<string, RegionNotes>> {
  const notes = new Map<string, RegionNotes>();
  for (const { holidayRegion: region } of sites) {
    if (region === undefined || notes.has(region)) continue;
    const { regionNotes } = await import('../calendar/region-notes.ts');
    notes.set(region, await regionNotes(region, model.programme.starts, model.programme.ends));
  }
  return notes;
}

export interface HolidayRow {
  readonly day: Day;
  readonly name: string;
  /** `all day`, `13:00-24:00` */
  readonly hours: string;
  /** `the calendar of IS`, `written in the workspace`, `corrected`, each with `, an estimate` where it is one. */
  readonly from: string;
  readonly holiday: Holiday;
}

/** The holidays of a site inside the programme, in order. */
export function holidayRows({ programme }: Model, site: Site): HolidayRow[] {
  return [...site.holidays].flatMap(([day, list]) =>
    day < programme.starts || day > programme.ends
      ? []
      : list.map((holiday) => ({
          day,
          name: holiday.name,
          hours: hoursOfDay(holiday.hours),
          from: sourceOf(holiday, site),
          holiday,
        })),
  );
}

/** Why days differ from the library's, each reason once. */
export function reasonsOf(say: Say, rows: readonly HolidayRow[]): string[] {
  const reasons = new Map<string, string[]>();
  for (const { day, holiday } of rows) {
    if (holiday.because === undefined) continue;
    append(reasons, holiday.because, say.dateShort(day));
  }
  return [...reasons].map(([because, dates]) => `${dates.join(', ')}: ${because}`);
}

/** Days on which people are taken for working though many places are closed: those that the site does not keep. */
export function oftenClosedAt(site: Site, notes: Notes): readonly OftenClosed[] {
  const { often = [] } = notes.get(site.holidayRegion ?? '') ?? {};
  return often.filter(({ day, hours }) => {
    const kept = site.holidays.get(day) ?? [];
    return !kept.some((one) => one.hours.start <= hours.start && one.hours.end >= hours.end);
  });
}

/** `DE-BY-KATH keeps Mariä Himmelfahrt besides` */
export function partsWords(site: Site, notes: Notes): string[] {
  const { parts } = notes.get(site.holidayRegion ?? '') ?? {};
  return [...(parts ?? [])].map(([part, names]) => `${part} keeps ${names.join(', ')} besides`);
}

/** `all day`, `13:00-24:00` */
export function hoursOfDay(hours: Span): string {
  return hours.start === 0 && hours.end === MINUTES_A_DAY ? 'all day' : spanText(hours);
}

function sourceOf({ source, estimate }: Holiday, { holidayRegion }: Site): string {
  const from = {
    region: `the calendar of ${holidayRegion}`,
    corrected: `the calendar of ${holidayRegion}, corrected`,
    own: 'written in the workspace',
  }[source];
  return estimate ? `${from}, an estimate` : from;
}
