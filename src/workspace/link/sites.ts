/** `sites` and `rooms`: where people work and train, with the holidays of each place. */
import { civilOf, type Day } from '../../calendar/date.ts';
import type { Id, Programme, Room, Site } from '../../model/model.ts';
import { ranges } from './ranges.ts';
import { asList, byText, day, nameOf } from './values.ts';
import type { Written, WrittenHolidays, WrittenRoom, WrittenSite } from './written.ts';

/** The site of a workspace that names none. */
export const MAIN = 'main';

/** All sites in order of their ids; loads the holiday library only where a region is named. */
export async function linkSites(written: Written, programme: Programme): Promise<Map<Id, Site>> {
  const entries: [Id, WrittenSite][] = written.sites.size > 0 ? [...written.sites] : [[MAIN, {}]];
  const sites = new Map<Id, Site>();
  for (const [id, site] of entries.sort(([a], [b]) => byText(a, b))) {
    sites.set(id, {
      id,
      name: site.name ?? nameOf(id),
      region: site.region,
      zone: site.timezone ?? programme.zone,
      holidays: await holidaysFor(site.holidays ?? written.programme.holidays, programme),
      closed: ranges(site.closed),
    });
  }
  return sites;
}

/** A region's holidays, plus the dates that are written out, less the exceptions: what is explicit wins. */
async function holidaysFor(
  written: WrittenHolidays | undefined,
  programme: Programme,
): Promise<ReadonlyMap<Day, string>> {
  if (written === undefined) return new Map();
  const { region, dates, except } = typeof written === 'string' ? { region: written } : written;
  const days = new Map<Day, string>();
  if (region !== undefined) {
    const { holidaysOf } = await import('../../calendar/holidays.ts');
    const years = [civilOf(programme.starts).year, civilOf(programme.ends).year] as const;
    for (const [when, name] of await holidaysOf(region, ...years)) days.set(when, name);
  }
  for (const date of except ?? []) days.delete(day(date));
  for (const entry of dates ?? []) {
    const { date, name } = typeof entry === 'string' ? { date: entry } : entry;
    days.set(day(date), name ?? 'Holiday');
  }
  return new Map([...days].sort(([a], [b]) => a - b));
}

export function linkRooms(written: ReadonlyMap<Id, WrittenRoom>): Map<Id, Room> {
  return new Map(
    [...written]
      .sort(([a], [b]) => byText(a, b))
      .map(([id, room]) => [
        id,
        {
          id,
          name: room.name ?? nameOf(id),
          site: room.site,
          seats: room.seats,
          features: asList(room.features),
          closed: ranges(room.closed),
        },
      ]),
  );
}
