import { describe, expect, it } from 'vitest';
import { dayOf, isoDate, weekday, weekKey } from '../../src/calendar/date.ts';
import { OBSERVANCES, observancesBetween } from '../../src/calendar/observances.ts';

const observance = (id: string, year: number) =>
  observancesBetween(id, dayOf(year, 1, 1), dayOf(year, 12, 31))[0];
const days = (id: string, year: number) => {
  const found = observance(id, year)!;
  return `${isoDate(found.from)}..${isoDate(found.to)}`;
};

describe('observances', () => {
  it.each([
    ['cx-day', '2027-10-05..2027-10-05'],
    ['customer-service-week', '2027-10-04..2027-10-08'],
    ['get-to-know-your-customers-day', '2027-01-21..2027-01-21'],
    ['px-week', '2027-04-26..2027-04-30'],
    ['employee-appreciation-day', '2027-03-05..2027-03-05'],
    ['world-quality-day', '2027-11-11..2027-11-11'],
  ])('%s in 2027 is %s', (id, expected) => expect(days(id, 2027)).toBe(expected));

  it.each([2019, 2024, 2030])('in %i CX Day comes the week before Customer Service Week', (year) => {
    expect(days('cx-day', year)).toBe(`${year}-10-01..${year}-10-01`);
    expect(days('customer-service-week', year)).toBe(`${year}-10-07..${year}-10-11`);
  });

  it('in other years both fall in one week', () => {
    for (const year of [2025, 2026, 2027, 2028]) {
      const [day, week] = [observance('cx-day', year)!, observance('customer-service-week', year)!];
      expect(weekKey(day.from)).toBe(weekKey(week.from));
    }
  });

  it('finds each time a year, in order', () => {
    const found = observancesBetween('get-to-know-your-customers-day', dayOf(2027, 2, 1), dayOf(2028, 1, 31));
    expect(found.map(({ from }) => isoDate(from))).toEqual([
      '2027-04-15',
      '2027-07-15',
      '2027-10-21',
      '2028-01-20',
    ]);
    expect(found.every(({ from }) => weekday(from) === 4)).toBe(true);
  });

  it('knows no others', () => {
    expect(observancesBetween('towel-day', dayOf(2027, 1, 1), dayOf(2027, 12, 31))).toEqual([]);
    expect([...OBSERVANCES].sort()).toEqual(OBSERVANCES);
  });
});
