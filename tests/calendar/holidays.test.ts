import { execFileSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { isoDate, spanText, toDay } from '../../src/calendar/date.ts';
import { holidaysOf, UnknownRegionError } from '../../src/calendar/holidays.ts';

const dates = async (region: string, year: number) =>
  [...(await holidaysOf(region, year, year)).days.keys()].map(isoDate);

describe('holidays', () => {
  it('has the bank holidays of England, substitute days included', async () => {
    expect(await dates('GB-ENG', 2027)).toEqual([
      '2027-01-01',
      '2027-03-26',
      '2027-03-29',
      '2027-05-03',
      '2027-05-31',
      '2027-08-30',
      '2027-12-25',
      '2027-12-26',
      '2027-12-27',
      '2027-12-28',
    ]);
  });

  it('knows countries, states and several years', async () => {
    expect(await dates('US', 2027)).toContain('2027-11-25');
    expect(await dates('US-TX', 2027)).toContain('2027-11-26');
    expect(await dates('IN', 2027)).toContain('2027-01-26');
    expect(await dates('GB-SCT', 2027)).toContain('2027-01-02');
    const { days: two } = await holidaysOf('GB-ENG', 2027, 2028);
    expect(two.get(toDay('2028-12-25')!)).toMatchObject([{ name: 'Christmas Day' }]);
    expect(isoDate([...two.keys()][0]!)).toBe('2027-01-01');
  });

  it('has the day that observed a holiday of the next year', async () => {
    // New Year 2028 is a Saturday; in the US it is kept on 31 December 2027.
    expect(await dates('US', 2027)).toContain('2027-12-31');
  });

  it.each([
    ['IS', '2027-12-24', '13:00-24:00 Aðfangadagur'],
    ['IS', '2028-12-24', '00:00-24:00 Aðfangadagur'],
    ['AU-QLD', '2027-12-24', '18:00-24:00 Christmas Eve'],
    ['CH-VS', '2027-12-24', '12:00-24:00 Veille de Noël'],
    ['GT', '2027-12-31', '12:00-24:00 Fin del Año'],
    ['US-KY', '2027-03-26', '14:00-24:00 Good Friday'],
    // Rest begins at sunset, and the civil day is a day off to its end.
    ['IL', '2027-10-10', '18:00-24:00 יום כיפור'],
    ['IL', '2027-10-11', '00:00-24:00 יום כיפור'],
    // Of two days on end, the second begins in the evening of the first.
    ['IL', '2027-10-02', '00:00-24:00 ראש השנה, 18:00-24:00 ראש השנה יום 2'],
    // An Islamic feast is a day off by its civil dates, not from the evening before.
    ['EG', '2027-05-15', ''],
    ['EG', '2027-05-16', '00:00-24:00 عيد الأضحى'],
    ['EG', '2027-05-19', '00:00-24:00 عيد الأضحى'],
  ])('%s keeps %s as long as it lasts: %s', async (region, date, expected) => {
    const list = (await holidaysOf(region, 2027, 2028)).days.get(toDay(date)!) ?? [];
    expect(list.map(({ name, hours }) => `${spanText(hours)} ${name}`).join(', ')).toBe(expected);
  });

  it.each([
    ['XX', 'GB'],
    ['gb-eng', 'GB'],
    ['GB-ENGLAND', 'GB-ENG'],
    ['US-ZZ', 'US-TX'],
    ['constructor', 'GB'],
  ])('does not know %s, and offers what it knows', async (region, offered) => {
    const error = await holidaysOf(region, 2027, 2027).catch((e: unknown) => e);
    expect(error).toBeInstanceOf(UnknownRegionError);
    expect((error as UnknownRegionError).alternatives).toContain(offered);
    expect((error as UnknownRegionError).message).toContain(region);
  });

  it('does not care for the zone of the machine', () => {
    const script =
      "import('./src/calendar/holidays.ts').then(async ({ holidaysOf }) => { for (const r of ['GB-ENG', 'US-TX', 'NZ', 'SA']) console.log(JSON.stringify([...(await holidaysOf(r, 2027, 2028)).days])); })";
    const outputs = ['UTC', 'Pacific/Auckland', 'America/New_York'].map((TZ) =>
      execFileSync(process.execPath, ['--import', 'tsx', '-e', script], {
        env: { ...process.env, TZ },
        encoding: 'utf8',
      }),
    );
    expect(outputs[0]).toContain("New Year's Day");
    expect(new Set(outputs).size).toBe(1);
  });
});
