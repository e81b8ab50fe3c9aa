/** Our zone table beside the zone files of the system: another reader, the same IANA data. */
import { describe, expect, it } from 'vitest';
import { dayOf } from '../../src/calendar/date.ts';
import { allZones, toWall, transitions, ZONE_RELEASE } from '../../src/calendar/zone.ts';
import { systemRelease, systemZone, systemZones, ZONEINFO } from './tzif.ts';

/** Names that the system may keep for itself: Debian builds them from old rules on purpose, IANA links them to a city. */
const OWN_WAYS = new Map([
  ['EET', 'Debian keeps the rules of 1977; IANA links it to Athens since 2024b'],
  ['WET', 'Debian keeps the rules of 1977; IANA links it to Lisbon since 2024b'],
]);

const system = systemRelease();
const minute = (year: number) => dayOf(year, 1, 1) * 1440;

/** The first instant between the years at which the two differ, as words; undefined when they agree. */
function difference(name: string, from: number, to: number): string | undefined {
  const file = systemZone(name);
  const own = transitions(name, dayOf(from, 1, 1) - 1, dayOf(to, 12, 31) + 1).map(({ utc }) => utc);
  const changes = [...own, ...file.changes.map((second) => Math.round(second / 60))];
  const edges = [minute(from), ...changes, minute(to + 1)].filter(
    (m) => m >= minute(from) && m <= minute(to + 1),
  );
  edges.sort((a, b) => a - b);
  const instants = edges.flatMap((edge, i) => [
    edge - 1,
    edge,
    edge + 1,
    Math.floor((edge + (edges[i + 1] ?? edge)) / 2),
  ]);
  const wrong = instants.find((utc) => (toWall(name, utc) - utc) * 60 !== file.offsetAt(utc * 60));
  if (wrong === undefined) return undefined;
  const [here, there] = [toWall(name, wrong) - wrong, file.offsetAt(wrong * 60) / 60];
  return `${name}: ${new Date(wrong * 60_000).toISOString()} is ${here} minutes east here, ${there} there`;
}

const differences = (from: number, to: number) =>
  system === undefined
    ? []
    : systemZones().flatMap((name) => (OWN_WAYS.has(name) ? [] : (difference(name, from, to) ?? [])));

describe('zone data', () => {
  it('are those of the system, of every zone and every change from 2020 to 2035', ({ skip }) => {
    if (system === undefined) {
      skip(
        `there are no zone files in ${ZONEINFO}: nothing to compare with (Debian: apt-get install tzdata)`,
      );
    }
    const found = differences(2020, 2035);
    if (system === ZONE_RELEASE) {
      expect(found).toEqual([]);
      return;
    }
    const newer = system! > ZONE_RELEASE;
    console.warn(
      newer
        ? `The system's zone data are ${system}, ours ${ZONE_RELEASE}: look for a moment-timezone with ${system}, then npm run generate.`
        : `The system's zone data are ${system}, older than ours (${ZONE_RELEASE}): compared loosely. ZONEINFO names another folder.`,
      `\n${found.length} zones differ:\n${found.join('\n')}`,
    );
    // A few countries change their law between two releases; more would be a fault of ours.
    expect(found.length).toBeLessThan(25);
    expect(
      found.filter((text) => /^(Europe\/(London|Berlin)|America\/New_York|Asia\/Kolkata):/.test(text)),
    ).toEqual([]);
  });

  it('go on after 2037 by the rule of each zone, as the system goes on', ({ skip }) => {
    if (system === undefined) skip(`there are no zone files in ${ZONEINFO}`);
    const found = differences(2036, 2099);
    if (system === ZONE_RELEASE) expect(found).toEqual([]);
    else expect(found.length).toBeLessThan(25);
  });

  it('are right for past years', ({ skip }) => {
    if (system === undefined) skip(`there are no zone files in ${ZONEINFO}`);
    // Monrovia was 44 minutes and 30 seconds behind until 1972; instants are whole minutes.
    const found = differences(1970, 2019).filter((text) => !text.startsWith('Africa/Monrovia: 19'));
    if (system === ZONE_RELEASE) expect(found).toEqual([]);
    else expect(found.length).toBeLessThan(25);
  });

  it('know every zone of the system', ({ skip }) => {
    if (system !== ZONE_RELEASE) skip(`the system's zone data are ${system}, ours ${ZONE_RELEASE}`);
    const ours = new Set(allZones());
    expect(systemZones().filter((name) => !ours.has(name))).toEqual([]);
    expect(systemZones().length).toBeGreaterThan(590);
  });

  it.each([
    // Laws of 2026: no permanent winter time on the prairies, no more summer time in Cuba, …
    ['America/Winnipeg', -5],
    ['America/Vancouver', -7],
    ['America/Edmonton', -6],
    ['America/Inuvik', -6],
    ['America/Havana', -4],
    ['Africa/Casablanca', 0],
    ['Africa/El_Aaiun', 0],
    ['Europe/London', 0],
    ['America/New_York', -5],
    ['Asia/Kolkata', 5.5],
    ['Asia/Kathmandu', 5.75],
    ['Australia/Lord_Howe', 11],
    ['Pacific/Apia', 13],
    ['Antarctica/Troll', 0],
  ])('%s is %d hours east of UTC on 15 January 2027', (zone, hours) => {
    const noon = dayOf(2027, 1, 15) * 1440 + 720;
    expect((toWall(zone, noon) - noon) / 60).toBe(hours);
  });
});
