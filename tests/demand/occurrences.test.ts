import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { occurrencesOf } from '../../src/demand/occurrences.ts';
import type { Cadence, Programme, When } from '../../src/model/model.ts';

const day = (text: string) => toDay(text)!;

function year(starts: string, ends: string): Programme {
  return { starts: day(starts), ends: day(ends) } as Programme;
}

function every(
  cadence: Cadence,
  programme: Programme,
  narrow: { from?: string; by?: string; months?: number[] } = {},
): string[] {
  const when: When = {
    kind: 'every',
    every: cadence,
    from: narrow.from ? day(narrow.from) : programme.starts,
    by: narrow.by ? day(narrow.by) : programme.ends,
    months: narrow.months,
  };
  return occurrencesOf(when, programme).map(({ id, from, by }) => `${id} ${isoDate(from)} ${isoDate(by)}`);
}

const fernhill = year('2027-01-04', '2027-12-17');

describe('occurrences', () => {
  it('weeks go by ISO, Monday to Sunday', () => {
    const weeks = every('week', fernhill);
    expect(weeks[0]).toBe('2027-W01 2027-01-04 2027-01-10');
    expect(weeks.at(-1)).toBe('2027-W50 2027-12-13 2027-12-17');
    expect(weeks).toHaveLength(50);
  });

  it('fortnights are the weeks 1+2, 3+4, …', () => {
    const fortnights = every('fortnight', fernhill);
    expect(fortnights[0]).toBe('2027-F01 2027-01-04 2027-01-17');
    expect(fortnights[4]).toBe('2027-F05 2027-03-01 2027-03-14');
    expect(fortnights.at(-1)).toBe('2027-F25 2027-12-06 2027-12-17');
  });

  it('are two weeks each, also over a week 53', () => {
    // 2026 has 53 ISO weeks: W53 runs from 28 December to 3 January.
    expect(every('fortnight', year('2026-12-14', '2027-02-07'))).toEqual([
      '2026-F26 2026-12-14 2026-12-27',
      '2026-F27 2026-12-28 2027-01-10',
      '2027-F01 2027-01-11 2027-01-24',
      '2027-F02 2027-01-25 2027-02-07',
    ]);
    // A year that begins within week 53 counts from its first whole week, as it always did.
    expect(every('fortnight', year('2027-01-01', '2027-01-31'))).toEqual([
      '2027-F01 2027-01-04 2027-01-17',
      '2027-F02 2027-01-18 2027-01-31',
    ]);
  });

  it('a fortnight that starts before the programme counts when half of it is left', () => {
    expect(every('fortnight', year('2027-01-11', '2027-02-28'))[0]).toBe('2027-F01 2027-01-11 2027-01-17');
    expect(every('fortnight', year('2027-01-12', '2027-02-28'))[0]).toBe('2027-F02 2027-01-18 2027-01-31');
  });

  it('months, quarters, halves and years count from the first month of the programme', () => {
    const academic = year('2027-07-05', '2028-06-30');
    expect(every('month', academic)[0]).toBe('2027-07 2027-07-05 2027-07-31');
    expect(every('quarter', academic)).toEqual([
      'q1 2027-07-05 2027-09-30',
      'q2 2027-10-01 2027-12-31',
      'q3 2028-01-01 2028-03-31',
      'q4 2028-04-01 2028-06-30',
    ]);
    expect(every('half-year', academic).map((text) => text.slice(0, 13))).toEqual([
      'h1 2027-07-05',
      'h2 2028-01-01',
    ]);
    expect(every('year', academic)).toEqual(['y1 2027-07-05 2028-06-30']);
  });

  it('what loses more than half of its days is not asked', () => {
    // December keeps 17 of 31 days; cut on the 15th it keeps 15.
    expect(every('month', fernhill).at(-1)).toBe('2027-12 2027-12-01 2027-12-17');
    expect(every('month', fernhill, { by: '2027-12-15' }).at(-1)).toBe('2027-11 2027-11-01 2027-11-30');
    expect(every('month', fernhill, { by: '2027-12-16' }).at(-1)).toBe('2027-12 2027-12-01 2027-12-16');
  });

  it('months narrow to the calendar months that are named', () => {
    expect(every('month', fernhill, { months: [3, 9] })).toEqual([
      '2027-03 2027-03-01 2027-03-31',
      '2027-09 2027-09-01 2027-09-30',
    ]);
    // F07 begins on 29 March: three of its fourteen days are not enough.
    expect(every('fortnight', fernhill, { months: [3] })).toEqual([
      '2027-F05 2027-03-01 2027-03-14',
      '2027-F06 2027-03-15 2027-03-28',
    ]);
  });

  it('months drop no quarter, half or year that has one of them', () => {
    expect(every('quarter', fernhill, { months: [2] })).toEqual(['q1 2027-02-01 2027-02-28']);
    expect(every('quarter', fernhill, { months: [2, 5, 8, 11] })).toEqual([
      'q1 2027-02-01 2027-02-28',
      'q2 2027-05-01 2027-05-31',
      'q3 2027-08-01 2027-08-31',
      'q4 2027-11-01 2027-11-30',
    ]);
    expect(every('half-year', fernhill, { months: [9, 10, 11] })).toEqual(['h2 2027-09-01 2027-11-30']);
    expect(every('year', fernhill, { months: [3] })).toEqual(['y1 2027-03-01 2027-03-31']);
    // What programme, from or by cut to less than half is still not asked: q1 from 20 February keeps 40 of 90 days.
    expect(every('quarter', fernhill, { from: '2027-02-20', months: [3, 5] })).toEqual([
      'q2 2027-05-01 2027-05-31',
    ]);
    expect(every('quarter', fernhill, { from: '2027-02-10', months: [3] })).toEqual([
      'q1 2027-03-01 2027-03-31',
    ]);
  });

  it('dates and observances', () => {
    const at = (when: When) =>
      occurrencesOf(when, fernhill).map(({ id, from, by }) => `${id} ${isoDate(from)} ${isoDate(by)}`);
    expect(at({ kind: 'date', date: day('2027-10-05') })).toEqual(['2027-10-05 2027-10-05 2027-10-05']);
    expect(at({ kind: 'observance', observance: 'cx-day' })).toEqual(['cx-day 2027-10-05 2027-10-05']);
    expect(at({ kind: 'observance', observance: 'customer-service-week' })).toEqual([
      'customer-service-week 2027-10-04 2027-10-08',
    ]);
    expect(at({ kind: 'observance', observance: 'get-to-know-your-customers-day' })).toHaveLength(4);
    expect(at({ kind: 'trigger', trigger: 'score drops' })).toEqual([]);
  });
});
