/** Dates as other systems write them, and what a column says about its order. */
import { addDays, format, getISODay, getISOWeek, getISOWeekYear } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { DateColumn } from '../../../src/exchange/table/date-order.ts';
import { dayBy, isNoEnd, readClock, readDate } from '../../../src/exchange/table/dates.ts';

const by = (text: string, order?: 'day-first' | 'month-first') => {
  const date = readDate(text);
  const day = date && dayBy(date, order);
  return day === undefined ? undefined : isoDate(day);
};

describe('a date', () => {
  it.each([
    '2027-03-02',
    '2027/3/2',
    '2027.03.02',
    '20270302',
    '2027-W09-2',
    '02.03.2027',
    '2.3.27',
    'Di, 02.03.2027',
    '2 March 2027',
    '02-Mar-27',
    'Mar 2, 2027',
    'March 2nd, 2027',
    '2. März 2027',
    '2. Mrz. 2027',
    '2 mars 2027',
    '2 de marzo de 2027',
    '2 maart 2027',
    '46448',
    '2027-03-02T10:00:00Z',
    '2027-03-02 10:00',
    'Mar 2, 2027 10:00 AM',
    'Mar 2, 2027, 10:00:05\u202fPM',
  ])('%s is the second of March', (text) => {
    expect(by(text)).toBe('2027-03-02');
  });

  it('43862 is 1 February 2020, as spreadsheets count', () => expect(by('43862')).toBe('2020-02-01'));

  it.each([
    '',
    'soon',
    '31.02.2027',
    '2027-13-01',
    '2027-W53-1',
    'Di 12.10.',
    '12.10.',
    '13/13/2027',
    '123',
    '2 Foo 2027',
    '2027-02-29',
  ])('%j is none', (text) => expect(readDate(text)).toBeUndefined());

  it('between slashes is two days until the order is known', () => {
    expect(by('03/04/2027')).toBeUndefined();
    expect(by('03/04/2027', 'day-first')).toBe('2027-04-03');
    expect(by('03/04/2027', 'month-first')).toBe('2027-03-04');
    expect(by('04/04/2027')).toBe('2027-04-04');
  });

  it('of an ISO week is that of date-fns', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (n) => {
        const day = addDays(new Date(1950, 0, 1), n);
        const week = `${getISOWeekYear(day)}-W${String(getISOWeek(day)).padStart(2, '0')}-${getISODay(day)}`;
        expect(by(week)).toBe(format(day, 'yyyy-MM-dd'));
      }),
    );
  });

  it.each([
    '9999-12-31',
    '31.12.9999',
    '12/31/9999',
    '2099-12-31',
    '-',
    'n/a',
    'unbefristet',
    'Open',
    '00.00.0000',
    '0',
  ])('%s says that there is no end', (text) => expect(isNoEnd(text)).toBe(true));
  it('2098-12-31 is an end', () => expect(isNoEnd('2098-12-31')).toBe(false));
});

describe('a clock', () => {
  it.each([
    ['10:00', 36_000],
    ['9:05:30 PM', 75_930],
    ['12:00 am', 0],
    ['12:30\u202fPM', 45_000],
    ['10.15 Uhr', 36_900],
    ['09:30:00.123', 34_200],
  ])('%s', (text, seconds) => expect(readClock(text)?.seconds).toBe(seconds));
  it('has an offset where one is written', () => {
    expect(readClock('10:00:00Z')).toEqual({ seconds: 36_000, offset: 0 });
    expect(readClock('10:00+05:30')?.offset).toBe(330);
  });
  it.each(['25:00', '10:60', '13:00 PM', '0:30 am x', 'noon'])('%s is none', (text) =>
    expect(readClock(text)).toBeUndefined(),
  );
});

describe('a column of dates', () => {
  const column = (...texts: string[]) => {
    const dates = new DateColumn();
    for (const [i, text] of texts.entries()) dates.see(text, i + 2);
    return dates;
  };
  it('is decided by one date that can be read in one way only', () => {
    expect(column('03/04/2027', '05/06/2027', '13/02/2027').decide('Hired')).toEqual({ order: 'day-first' });
    expect(column('03/04/2027', '05/06/2027', '02/13/2027').decide('Hired')).toEqual({
      order: 'month-first',
    });
  });
  it('needs no decision where nothing is open', () => {
    expect(column('2027-03-04', '04/04/2027').decide('Hired')).toEqual({ order: undefined });
  });
  it('is ambiguous otherwise, with both readings', () => {
    expect(column('03/04/2027', '05/06/2027').decide('Hired')).toEqual({
      problem:
        '"03/04/2027" (and 1 other date of the column) can be 2027-04-03 (day first) or 2027-03-04 (month first), and nothing in the column "Hired" says which',
      fix: expect.stringContaining('--dates day-first'),
      lines: [2],
    });
  });
  it('is decided by what is said, or by days that are known', () => {
    expect(column('03/04/2027').decide('Hired', 'month-first')).toEqual({ order: 'month-first' });
    const day = toDay('2027-03-04');
    expect(column('03/04/2027').decide('Hired', undefined, (one) => one === day)).toEqual({
      order: 'month-first',
    });
    expect(column('13/04/2027').decide('Hired', 'month-first')).toMatchObject({ fix: 'say day-first' });
  });
  it('that mixes orders is refused with both', () => {
    expect(column('13/04/2027', '04/13/2027').decide('Hired')).toMatchObject({
      problem: expect.stringMatching(/13\/04\/2027.*04\/13\/2027.*line 3/),
    });
  });
});

it.each([
  '2 March 2027 at 10:05',
  '02.03.2027 um 10:05',
  '2 mars 2027 à 10:05',
  '2 marzo 2027 a las 10:05',
  '2 maart 2027 om 10:05',
])('the clock of %s stands after a word', (text) =>
  expect(readDate(text)).toMatchObject({ day: toDay('2027-03-02'), clock: 36_300 }),
);
