/** Zones as Windows calls them: each is on the clock that Windows shows under that name. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { toDay } from '../../src/calendar/date.ts';
import { windowsZone } from '../../src/calendar/windows-zones.ts';
import { toWall } from '../../src/calendar/zone.ts';

const NOON = (date: string) => toDay(date)! * 1440 + 720;
const ahead = (zone: string, date: string) => (toWall(zone, NOON(date)) - NOON(date)) / 60;

it.each([
  ['W. Europe Standard Time', 'Europe/Berlin', 1, 2],
  ['Mountain Standard Time (Mexico)', 'America/Mazatlan', -7, -7],
  ['Central Asia Standard Time', 'Asia/Bishkek', 6, 6],
  ['Greenwich Standard Time', 'Atlantic/Reykjavik', 0, 0],
])('%s is %s', (name, zone, winter, summer) => {
  expect(windowsZone(name)).toBe(zone);
  expect([ahead(zone, '2027-01-15'), ahead(zone, '2027-07-15')]).toEqual([winter, summer]);
});

it('all are on the clock of another library’s list of them', () => {
  const list: Record<string, { iana: string[] }> = JSON.parse(
    readFileSync('node_modules/node-ical/windowsZones.json', 'utf8'),
  );
  const both = Object.entries(list).flatMap(([name, { iana }]) => {
    const zone = windowsZone(name);
    return zone === undefined ? [] : [{ name, zone, theirs: iana[0]! }];
  });
  expect(both.length).toBeGreaterThan(120);
  const other = both.filter(({ zone, theirs }) =>
    ['2027-01-15', '2027-07-15'].some((day) => ahead(zone, day) !== ahead(theirs, day)),
  );
  expect(other).toEqual([]);
});
