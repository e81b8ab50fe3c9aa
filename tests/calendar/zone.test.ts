import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayOf, MINUTES_A_DAY, wallText } from '../../src/calendar/date.ts';
import { isZone, toUtc, toWall, transitions, utcText } from '../../src/calendar/zone.ts';

const ZONES = [
  'Europe/London',
  'America/Chicago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Casablanca',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
];

const formats = new Map(
  ZONES.map((zone) => [
    zone,
    new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }),
  ]),
);

/** The independent road: what ICU prints for an instant. */
function shown(zone: string, utc: number): string {
  return formats
    .get(zone)!
    .format(new Date(utc * 60_000))
    .replace(' ', 'T');
}

const from = dayOf(2005, 1, 1) * MINUTES_A_DAY;
const to = dayOf(2045, 1, 1) * MINUTES_A_DAY;
const wall = (text: string) => {
  const [date, time] = text.split('T');
  const [year, month, day] = date!.split('-').map(Number);
  const [hour, minute] = time!.split(':').map(Number);
  return dayOf(year!, month!, day!) * MINUTES_A_DAY + hour! * 60 + minute!;
};

describe('zone', () => {
  it('shows what ICU shows, for any instant', () => {
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), fc.integer({ min: from, max: to }), (zone, utc) => {
        expect(wallText(toWall(zone, utc))).toBe(shown(zone, utc));
      }),
      { numRuns: 2000 },
    );
  });

  it('finds the instant that shows a wall time, and says when there is none', () => {
    const near = fc.oneof(
      fc.integer({ min: from, max: to }),
      fc
        .constantFrom(...ZONES.flatMap((zone) => transitions(zone, dayOf(2006, 1, 1), dayOf(2044, 1, 1))))
        .chain(({ from }) => fc.integer({ min: from - 90, max: from + 150 })),
    );
    fc.assert(
      fc.property(fc.constantFrom(...ZONES), near, (zone, local) => {
        const { utc, kind } = toUtc(zone, local);
        const text = wallText(local);
        const earlier: number[] = [];
        for (let u = local - 15 * 60; u <= local + 15 * 60; u += 5) {
          const at = u + ((((utc - u) % 5) + 5) % 5);
          if (shown(zone, at) === text) earlier.push(at);
        }
        if (kind === 'gap') expect(earlier).toEqual([]);
        else expect(utc).toBe(earlier[0]);
        if (kind === 'overlap') expect(earlier.length).toBe(2);
        if (kind === 'normal') expect(earlier.length).toBe(1);
      }),
      { numRuns: 300 },
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

  it('lists the changes of clocks of a year', () => {
    const changes = transitions('Europe/London', dayOf(2027, 1, 1), dayOf(2027, 12, 31));
    expect(changes.map(({ kind, from, to }) => [kind, wallText(from), wallText(to)])).toEqual([
      ['gap', '2027-03-28T01:00', '2027-03-28T02:00'],
      ['overlap', '2027-10-31T01:00', '2027-10-31T02:00'],
    ]);
    expect(transitions('Asia/Kolkata', dayOf(2027, 1, 1), dayOf(2027, 12, 31))).toEqual([]);
    // Morocco leaves its standard offset for Ramadan, four weeks in February and March 2027.
    expect(
      transitions('Africa/Casablanca', dayOf(2027, 1, 1), dayOf(2027, 12, 31)).map((t) => t.kind),
    ).toEqual(['overlap', 'gap']);
  });

  it('knows zones from offsets and nonsense', () => {
    expect(['Europe/London', 'UTC', 'Asia/Calcutta'].map(isZone)).toEqual([true, true, true]);
    expect(['+05:30', 'Europe/Leeds', '', 'GMT+25'].map(isZone)).toEqual([false, false, false, false]);
    expect(() => toUtc('Europe/Leeds', 0)).toThrow('"Europe/Leeds" is not a time zone');
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
  }, 30_000);
});
