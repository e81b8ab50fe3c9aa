/** Whatever has time, with the minutes that are used of it and those that there are, by week. */
import { leadersOf, type Year } from '../../data.ts';
import type { Selection } from '../../filter.ts';
import { sumByWeek, sumOfWhole } from '../../sums.ts';

/** Something that has time, by week. */
export interface Track {
  readonly name: string;
  readonly note: string;
  readonly used: Float64Array;
  readonly limit: readonly number[] | null;
}

/** The week that is fullest; where no limit is known, the most minutes come last. */
export function fullest({ used, limit }: Track): number {
  let most = 0;
  used.forEach((minutes, week) => {
    const offered = limit?.[week] ?? 0;
    if (minutes > 0) most = Math.max(most, offered > 0 ? minutes / offered : limit === null ? 0 : 9);
  });
  return most;
}

export function floorTracks(year: Year, selection: Selection, kind: string): Track[] {
  const { data } = year;
  const keyOf = (department: number, site: number, shift: number) =>
    kind === 'departments'
      ? `${department}`
      : kind === 'sites'
        ? `${site}`
        : `${department} ${site} ${shift}`;
  const rows = new Map<string, { name: string; note: string; limit: number[] }>();
  const { asked } = selection;
  for (const { department, site, shift, limit, heads, spare } of data.loads) {
    if (asked.department !== undefined && asked.department !== department) continue;
    if (asked.site !== undefined && asked.site !== site) continue;
    if (asked.shift !== undefined && asked.shift !== shift) continue;
    const key = keyOf(department, site, shift);
    const known = rows.get(key);
    if (known) known.limit = known.limit.map((minutes, week) => minutes + spare[week]!);
    else
      rows.set(key, {
        name:
          {
            departments: data.departments[department]?.name ?? '',
            sites: data.sites[site]?.name ?? '',
          }[kind] ??
          `${data.departments[department]?.name}, ${data.sites[site]?.name}, ${data.shifts[shift]}`,
        note: kind === 'shifts' ? `${heads} people, at most ${limit} away at once` : '',
        limit: [...spare],
      });
  }
  const places = new Map([...rows.keys()].map((key, i) => [key, i]));
  const { groups } = data;
  const { minutes, weeks } = sumByWeek(
    year,
    selection,
    places.size,
    (g) => places.get(keyOf(groups.department[g]!, groups.site[g]!, groups.shift[g]!)) ?? -1,
  );
  return [...rows.values()].map((row, i) => ({ ...row, used: minutes.subarray(i * weeks, (i + 1) * weeks) }));
}

export function ownTracks(year: Year, selection: Selection, kind: string): Track[] {
  const things = kind === 'rooms' ? year.data.rooms : year.data.facilitators;
  const { weeks } = year.data.year;
  const minutes = sumOfWhole(year, selection, things.length, (session) =>
    kind === 'rooms' ? [year.room[session]!] : leadersOf(year, session),
  );
  return things.map(({ name, offered }, i) => ({
    name,
    note: offered === null ? 'no limit is known' : '',
    used: minutes.subarray(i * weeks, (i + 1) * weeks),
    limit: offered,
  }));
}
