/** `sites` and `rooms`: where people work and train, with the holidays of each place. */
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Id, Programme, Room, Site } from '../../../model/model.ts';
import type { Report } from '../problem.ts';
import { ranges } from '../ranges.ts';
import { asList, languages, nameOf } from '../values.ts';
import type { Written, WrittenRoom, WrittenSite } from '../written.ts';
import { HolidayCalendars } from './holidays.ts';

/** The site of a workspace that names none. */
export const MAIN = 'main';

/** All sites in order of their ids; loads the holiday library only where a region is named. */
export async function linkSites(
  written: Written,
  programme: Programme,
  report: Report,
): Promise<Map<Id, Site>> {
  const holidays = new HolidayCalendars(programme, report);
  const usual = await holidays.of(written.programme.holidays, ['programme', 'holidays']);
  const entries: [Id, WrittenSite][] = written.sites.size > 0 ? [...written.sites] : [[MAIN, {}]];
  const sites = new Map<Id, Site>();
  const travel = travelOf(written.sites);
  for (const [id, site] of entries.sort(([a], [b]) => byCodeUnit(a, b))) {
    sites.set(id, {
      id,
      name: site.name ?? nameOf(id),
      region: site.region,
      zone: site.timezone ?? programme.zone,
      ...(site.holidays === undefined ? usual : await holidays.of(site.holidays, ['sites', id, 'holidays'])),
      ...languages(site),
      ...(travel.has(id) && { travel: travel.get(id)! }),
      closed: ranges(site.closed),
    });
  }
  return sites;
}

/** Ways as either end says them, in both directions. */
function travelOf(written: ReadonlyMap<Id, WrittenSite>): Map<Id, Map<Id, number>> {
  const ways = new Map<Id, Map<Id, number>>();
  const note = (from: Id, to: Id, minutes: number): void => {
    ways.set(from, (ways.get(from) ?? new Map<Id, number>()).set(to, minutes));
  };
  for (const [id, { travel }] of written) {
    for (const [other, minutes] of Object.entries<number>(travel ?? {})) {
      note(id, other, minutes);
      note(other, id, minutes);
    }
  }
  return new Map([...ways].map(([id, row]) => [id, new Map([...row].sort(([a], [b]) => byCodeUnit(a, b)))]));
}

export function linkRooms(written: ReadonlyMap<Id, WrittenRoom>): Map<Id, Room> {
  return new Map(
    [...written]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, room]) => [
        id,
        {
          id,
          name: room.name ?? nameOf(id),
          site: room.site ?? room.sites![0]!,
          sites: [...new Set(room.sites ?? [room.site!])],
          ...(room.travelMinutes !== undefined && { travelMinutes: room.travelMinutes }),
          seats: room.seats,
          features: asList(room.features),
          open: room.open && ranges(room.open),
          closed: ranges(room.closed),
        },
      ]),
  );
}
