import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, MINUTES_A_DAY, wallText } from '../../src/calendar/date.ts';
import { allZones, isZone, toUtc, toWall, transitions, utcText } from '../../src/calendar/zone.ts';

/** All names, one of each kind of change among them first. */
const SPEAK = new Set([
  'calendar/names.ts',
  'page/sums.ts',
  'calendar/say.ts',
  'page/filter.ts',
  'render/csv.ts',
  'report/context.ts',
]);

const ZONES = [
  'Europe/London',
  'America/Chicago',
  'America/Havana',
  'America/Santiago',
  'Africa/Cairo',
  'Africa/Casablanca',
  'Africa/El_Aaiun',
  'Antarctica/Troll',
  'Asia/Gaza',
  'Asia/Kathmandu',
  'Asia/Kolkata',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
  ...allZones(),
];
const CHANGES = ZONES.flatMap((zone) =>
  transitions(zone, dayOf(1970, 1, 3), dayOf(2100, 1, 1)).map((change) => ({ zone, change })),
);

const from = dayOf(1970, 1, 3) * MINUTES_A_DAY;
const to = dayOf(2150, 1, 1) * MINUTES_A_DAY;
const zones = fc.constantFrom(...ZONES);
/** A zone and a wall time, half of them near a change of clocks. */
const zoneAndWall = fc.oneof(
  fc.record({ zone: zones, local: fc.integer({ min: from, max: to }) }),
  fc.constantFrom(...CHANGES).chain(({ zone, change }) =>
    fc.record({
      zone: fc.constant(zone),
      local: fc.integer({ min: change.from - 90, max: change.to + 90 }),
    }),
  ),
);
const wall = (text: string) => {
  const [date, time] = text.split('T');
  const [year, month, day] = date!.split('-').map(Number);
  const [hour, minute] = time!.split(':').map(Number);
  return dayOf(year!, month!, day!) * MINUTES_A_DAY + hour! * 60 + minute!;
};

describe('zone', () => {
  it('gives back the wall time that an instant was made of, unless the clock skips it', () => {
    fc.assert(
      fc.property(zoneAndWall, ({ zone, local }) => {
        const { utc, kind } = toUtc(zone, local);
        if (kind === 'gap') expect(toWall(zone, utc)).toBeGreaterThan(local);
        else expect(toWall(zone, utc)).toBe(local);
      }),
      { numRuns: 3000 },
    );
  });

  it('means the first of two, and says how often a clock shows a time', () => {
    fc.assert(
      fc.property(zoneAndWall, ({ zone, local }) => {
        const { utc, kind } = toUtc(zone, local);
        const shown: number[] = [];
        for (let at = local - 16 * 60; at <= local + 16 * 60; at++) {
          if (toWall(zone, at) === local) shown.push(at);
        }
        expect(shown.length).toBe({ gap: 0, normal: 1, overlap: 2 }[kind]);
        if (kind !== 'gap') expect(utc).toBe(shown[0]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes the offset before the change for a time that is skipped (RFC 5545, 3.3.5)', () => {
    const gaps = CHANGES.filter(({ change }) => change.kind === 'gap');
    fc.assert(
      fc.property(fc.constantFrom(...gaps), fc.nat(), ({ zone, change }, n) => {
        const local = change.from + (n % (change.to - change.from));
        const before = toWall(zone, change.utc - 1) - (change.utc - 1);
        expect(toUtc(zone, local)).toEqual({ utc: local - before, kind: 'gap' });
      }),
    );
  });

  it('never runs backwards but for the hour that is shown twice', () => {
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: from, max: to }),
        fc.integer({ min: 1, max: 600 }),
        (zone, utc, on) => {
          const back = transitions(zone, Math.floor(utc / 1440) - 2, Math.floor((utc + on) / 1440) + 2)
            .filter((change) => change.kind === 'overlap' && change.utc > utc && change.utc <= utc + on)
            .reduce((sum, change) => sum + change.to - change.from, 0);
          expect(toWall(zone, utc + on) + back).toBeGreaterThanOrEqual(toWall(zone, utc) + on);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('tells of every change: between two of them the offset is one', () => {
    fc.assert(
      fc.property(zones, fc.integer({ min: 1970, max: 2150 }), (zone, year) => {
        const [first, last] = [dayOf(year, 1, 3), dayOf(year, 12, 29)];
        const edges = [first * 1440, ...transitions(zone, first, last).map(({ utc }) => utc), last * 1440];
        edges.slice(1).forEach((end, i) => {
          const offsets = [0, 0.2, 0.4, 0.6, 0.8, 1].map((part) => {
            const at = Math.floor(edges[i]! + (end - 1 - edges[i]!) * part);
            return toWall(zone, at) - at;
          });
          expect(new Set(offsets).size).toBe(1);
        });
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['Europe/London', '2027-03-28T01:30', 'gap', '2027-03-28T01:30:00Z'],
    ['Europe/London', '2027-10-31T01:30', 'overlap', '2027-10-31T00:30:00Z'],
    ['Europe/London', '2027-03-28T02:00', 'normal', '2027-03-28T01:00:00Z'],
    ['America/Chicago', '2027-03-14T02:15', 'gap', '2027-03-14T08:15:00Z'],
    ['America/Chicago', '2027-11-07T01:00', 'overlap', '2027-11-07T06:00:00Z'],
    ['Asia/Kolkata', '2027-06-01T09:30', 'normal', '2027-06-01T04:00:00Z'],
    ['Asia/Kathmandu', '2027-06-01T09:30', 'normal', '2027-06-01T03:45:00Z'],
    ['Australia/Lord_Howe', '2027-04-04T01:45', 'overlap', '2027-04-03T14:45:00Z'],
    ['Australia/Lord_Howe', '2027-10-03T02:10', 'gap', '2027-10-02T15:40:00Z'],
    ['Pacific/Apia', '2011-12-30T12:00', 'gap', '2011-12-30T22:00:00Z'],
    ['Pacific/Apia', '2027-06-01T09:00', 'normal', '2027-05-31T20:00:00Z'],
  ])('%s %s is %s: %s', (zone, local, kind, utc) => {
    const found = toUtc(zone, wall(local));
    expect([found.kind, utcText(found.utc)]).toEqual([kind, utc]);
  });

  it('goes on after 2037 by the rule of then, and keeps the first offset before 1970', () => {
    const changes = transitions('America/New_York', dayOf(2145, 1, 1), dayOf(2145, 12, 31));
    expect(changes.map(({ kind, from }) => [kind, wallText(from)])).toEqual([
      ['gap', '2145-03-14T02:00'],
      ['overlap', '2145-11-07T01:00'],
    ]);
    expect(utcText(toUtc('America/New_York', wall('1955-07-01T12:00')).utc)).toBe('1955-07-01T17:00:00Z');
  });

  it('lists the changes of clocks of a year', () => {
    const changes = transitions('Europe/London', dayOf(2027, 1, 1), dayOf(2027, 12, 31));
    expect(changes.map(({ kind, from, to }) => [kind, wallText(from), wallText(to)])).toEqual([
      ['gap', '2027-03-28T01:00', '2027-03-28T02:00'],
      ['overlap', '2027-10-31T01:00', '2027-10-31T02:00'],
    ]);
    expect(transitions('Asia/Kolkata', dayOf(2027, 1, 1), dayOf(2027, 12, 31))).toEqual([]);
    // Morocco left its offset for Ramadan, four weeks in February and March 2026, and keeps Greenwich time since September.
    const ramadan = (zone: string, year: number) =>
      transitions(zone, dayOf(year, 1, 1), dayOf(year, 12, 31)).map((t) => t.kind);
    for (const zone of ['Africa/Casablanca', 'Africa/El_Aaiun']) {
      expect(ramadan(zone, 2026)).toEqual(['overlap', 'gap', 'overlap']);
      expect(ramadan(zone, 2027)).toEqual([]);
    }
    // Gaza interrupts its summer for Ramadan, once that falls into it.
    expect(ramadan('Asia/Gaza', 2042)).toEqual(['gap', 'overlap', 'gap', 'overlap']);
  });

  it('knows zones from offsets and nonsense', () => {
    expect(['Europe/London', 'UTC', 'Asia/Calcutta', 'EST', 'US/Pacific'].map(isZone)).toEqual(
      Array(5).fill(true),
    );
    expect(['+05:30', 'Europe/Leeds', '', 'GMT+25'].map(isZone)).toEqual([false, false, false, false]);
    expect(() => toUtc('Europe/Leeds', 0)).toThrow('"Europe/Leeds" is not a time zone');
  });

  it('is the only one to ask: nothing else in the program reads clocks of this machine', () => {
    const src = fileURLToPath(new URL('../../src', import.meta.url));
    const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
      (path) => path.endsWith('.ts') && !path.startsWith('cli'),
    );
    expect(files.length).toBeGreaterThan(200);
    const asks =
      /\bIntl\.|\.to(?:Locale|Time|Date)\w*String\(|getTimezoneOffset|\.get(?:Hours|Minutes|Date|Day|Month|FullYear)\(/;
    const texts = new Map(files.map((path) => [path, readFileSync(join(src, path), 'utf8')]));
    expect(files.filter((path) => asks.test(texts.get(path)!) && !SPEAK.has(path))).toEqual([]);
    // Words in the programme's locale: never in that of the machine, and of days, not of instants.
    for (const path of SPEAK)
      for (const [, given] of texts.get(path)!.matchAll(/new Intl\.\w+\(\s*([\w.]+)/g))
        expect(given).toMatch(/locale$/);
    expect(texts.get('calendar/say.ts')).toContain("timeZone: 'UTC'");
  });

  it('does not care for the zone of the machine', () => {
    const script =
      "import('./src/calendar/zone.ts').then(({toUtc,toWall}) => { for (const z of ['Europe/London','America/Chicago','Pacific/Apia']) for (let m = 29900000; m < 30500000; m += 977) console.log(toUtc(z, m).utc, toWall(z, m)); })";
    const outputs = ['UTC', 'Pacific/Auckland', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(outputs[0]!.length).toBeGreaterThan(10_000);
    expect(new Set(outputs).size).toBe(1);
  });
});
