/** Where the holiday library is wrong: the right days, and a word when a correction is needed no more. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CORRECTIONS, type Correction } from '../../src/calendar/corrections.ts';
import { isoDate, MINUTES_A_DAY, spanText, toDay } from '../../src/calendar/date.ts';
import type { Holidays } from '../../src/calendar/holiday.ts';
import { holidaysOf } from '../../src/calendar/holidays.ts';

const kept = new Map<string, Promise<Holidays>>();
function of(region: string): Promise<Holidays> {
  const known = kept.get(region) ?? holidaysOf(region, 2026, 2029).then(({ days }) => days);
  kept.set(region, known);
  return known;
}

/** Region, days off all day, working days. */
const RIGHT: readonly (readonly [string, string, string])[] = [
  ['AU-SA', '2027-12-25 2027-12-27', ''],
  ['AU-NT', '2027-12-25 2027-12-27', ''],
  ['BG', '2026-05-25 2026-09-07 2026-12-28 2027-12-27 2027-12-28 2028-01-03 2028-05-08 2029-03-05', ''],
  ['BG', '2029-05-07 2029-09-24 2028-12-26 2029-12-26', '2027-05-04'],
  ['CN', '2027-02-08 2027-02-09 2027-02-10 2028-01-28 2028-05-02 2029-02-15 2029-05-02', '2027-02-11'],
  ['CY', '2026-02-23 2027-03-15 2028-02-28 2029-02-19', '2026-02-24 2027-03-16 2028-02-29 2029-02-20'],
  ['CY', '2026-06-01 2027-06-21 2028-06-05 2029-05-28', ''],
  ['ID', '2027-03-10 2027-03-11 2027-05-17', '2027-03-09 2027-05-16'],
  ['MA', '2027-03-10 2027-05-17', '2027-03-09 2027-05-16'],
  ['KR', '2027-02-06 2027-02-09 2027-05-01 2027-05-03 2028-01-26 2029-02-12', '2026-02-19 2029-02-15'],
  ['MY', '2027-03-10 2027-03-11 2027-05-17', '2027-03-09 2027-05-16'],
  ['MY-14', '2027-05-17', '2027-05-16'],
  ['SG', '2027-03-10 2027-05-17 2027-05-20 2028-05-09 2029-05-28 2029-02-15', '2027-03-09 2027-05-16'],
  ['NG', '2027-10-01', '2027-05-27 2027-11-01'],
  ['PH', '2027-11-01 2027-12-31 2027-12-08 2027-08-21 2027-12-24', ''],
  ['SK', '2027-09-15 2028-09-15 2028-05-08 2029-05-08', '2026-09-15 2026-05-08'],
  ['TH', '2026-12-07 2027-10-25 2027-12-06 2028-01-03 2028-08-14 2028-12-11 2029-08-13', ''],
  ['TW', '2027-04-05 2027-04-06', ''],
  ['US', '2028-11-10 2029-11-12', ''],
  ['US-TX', '2028-11-10', ''],
  ['AE', '2027-03-09', '2026-02-18 2027-02-08'],
];

describe('days that the library has wrong', () => {
  it.each(RIGHT)('%s: %s are off, [%s] are worked', async (region, off, worked) => {
    const days = await of(region);
    const wholly = (date: string) =>
      (days.get(toDay(date)!) ?? []).some(({ hours }) => hours.start === 0 && hours.end === MINUTES_A_DAY);
    for (const date of off.split(' ')) expect(wholly(date), date).toBe(true);
    for (const date of worked.split(' ').filter(Boolean)) expect(days.has(toDay(date)!), date).toBe(false);
  });

  it('begins the feasts of Turkey at 13:00 on the eve, and ends them with their last day', async () => {
    const days = await of('TR');
    const on = (date: string) => days.get(toDay(date)!)?.map(({ hours }) => spanText(hours)) ?? [];
    expect(['2027-03-08', '2027-03-09', '2027-03-11', '2027-03-12'].map(on)).toEqual([
      ['13:00-24:00'],
      ['00:00-24:00'],
      ['00:00-24:00'],
      [],
    ]);
    expect(['2027-05-15', '2027-05-19', '2027-05-20'].map((date) => on(date)[0])).toEqual([
      '13:00-24:00',
      '00:00-24:00',
      undefined,
    ]);
    expect(on('2027-10-28')).toEqual(['13:00-24:00']);
  });

  it('says why and on whose word, and what can move with the moon', async () => {
    const [korea] = (await of('KR')).get(toDay('2027-05-03')!)!;
    expect(korea).toMatchObject({ source: 'corrected', because: expect.stringMatching(/gazette for 2027/) });
    expect(korea!.estimate).toBeUndefined();
    const [feast] = (await of('SG')).get(toDay('2027-03-10')!)!;
    expect(feast).toMatchObject({ name: 'Hari Raya Puasa', source: 'corrected', estimate: true });
    expect((await of('EG')).get(toDay('2027-03-09')!)![0]).toMatchObject({
      source: 'region',
      estimate: true,
    });
    expect((await of('SG')).get(toDay('2027-03-26')!)![0]!.estimate).toBeUndefined();
  });

  it('is about the release that is installed', () => {
    const file = new URL('../../node_modules/date-holidays/package.json', import.meta.url);
    // Another one: run this file, take out what is corrected there, and look at libraries that know better.
    expect(JSON.parse(readFileSync(file, 'utf8')).version).toBe('3.37.0');
  });
});

describe('a correction', () => {
  const title = ({ region, rule, days, moves }: Correction) => `${region} ${rule ?? days ?? moves}`;

  it.each(CORRECTIONS.map((one) => [title(one), one] as const))('%s is needed', async (_, one) => {
    const raw = (await holidaysOf(one.region, 2026, 2035, [])).days;
    const text = (days: Holidays, date: string) =>
      (days.get(toDay(date)!) ?? []).map(({ name, hours }) => `${spanText(hours)} ${name}`).join();
    const now = (await holidaysOf(one.region, 2026, 2035, [one])).days;
    const dates = [...(one.days ?? []), ...(one.moves ?? []).map(([, to]) => to)];
    for (const date of dates.filter((date) => date.length === 10)) {
      expect(text(now, date), `the library has ${date} by now: take it out`).not.toBe(text(raw, date));
    }
    const all = (days: Holidays) =>
      [...days.keys()].map((day) => `${isoDate(day)} ${text(days, isoDate(day))}`);
    expect(all(now), 'the library has caught up: take the correction out').not.toEqual(all(raw));
    expect(one.why).toMatch(/\.$/);
    expect(one.source.length).toBeGreaterThan(5);
  });
});
