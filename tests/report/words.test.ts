import { describe, expect, it } from 'vitest';
import { PLAIN_NUMBERS, sayIn } from '../../src/calendar/say.ts';
import {
  datesWords,
  daysWords,
  dayWords,
  decimal,
  listWords,
  minutesWords,
  monthWords,
  quoted,
  sentence,
  someWords,
  weekdaysWords,
  windowWords,
} from '../../src/report/words.ts';

const GB = sayIn('en-GB');

describe('words', () => {
  it('says days and spans of days', () => {
    expect(dayWords(GB, '2027-03-02')).toBe('Tue 2 Mar');
    expect(daysWords(GB, '2027-03-02', '2027-03-31')).toBe('Tue 2 – Wed 31 Mar');
    expect(daysWords(GB, '2027-03-02', '2027-04-01')).toBe('Tue 2 Mar – Thu 1 Apr');
    expect(daysWords(GB, '2027-03-02', '2027-03-02')).toBe('Tue 2 Mar');
    expect(datesWords(GB, ['2027-03-02', '2027-03-16', '2027-03-30'])).toBe('2, 16 and 30 Mar');
  });

  it('says windows in a sentence', () => {
    expect(windowWords(GB, '2027-03-01', '2027-03-31')).toBe('from 1 to 31 March');
    expect(windowWords(GB, '2027-03-15', '2027-04-09')).toBe('from 15 March to 9 April');
    expect(windowWords(GB, '2027-10-05', '2027-10-05')).toBe('on 5 October');
  });

  it('says them as the locale does', () => {
    const [de, us] = [sayIn('de-DE'), sayIn('en-US')];
    expect(dayWords(de, '2027-03-02')).toBe('Di., 2. März');
    expect(dayWords(us, '2027-03-02')).toBe('Tue, Mar 2');
    expect(daysWords(de, '2027-03-02', '2027-03-31')).toBe('Di., 2. März – Mi., 31. März');
    expect(windowWords(de, '2027-03-01', '2027-03-31')).toBe('from 1. März to 31. März');
    expect(datesWords(de, ['2027-03-02', '2027-03-16'])).toBe('2. März and 16. März');
    expect(weekdaysWords(GB, ['2027-03-02', '2027-03-16'])).toBe('Tuesdays 2 and 16 Mar');
    expect(weekdaysWords(us, ['2027-03-02', '2027-03-16'])).toBe('Tuesday: Mar 2 and Mar 16');
    expect([monthWords(de, '2027-03'), monthWords(de, '2027-03', true)]).toEqual(['März', 'März 2027']);
    // Gregorian and in Latin digits, whatever is usual there.
    expect(sayIn('fa-IR').date(20_878)).toMatch(/2027/);
  });

  it.each([
    [0, '0'],
    [9.5, '9.5'],
    [72.84, '72.8'],
    [26, '26'],
    [999.96, '1,000'],
    [1090, '1,090'],
    [1234567.8, '1,234,567.8'],
  ])('writes %d as %s', (value, text) => {
    expect(decimal(PLAIN_NUMBERS, value)).toBe(text);
  });

  it('says lengths', () => {
    expect([45, 60, 90].map(minutesWords)).toEqual(['45 min', '1 h', '1 h 30 min']);
  });

  it('lists names, a few of many', () => {
    expect(listWords([])).toBe('');
    expect(listWords(['a', 'b', 'c'])).toBe('a, b and c');
    expect(someWords(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more');
  });

  it('ends a sentence once and quotes once', () => {
    expect(sentence('A gap ')).toBe('A gap.');
    expect(sentence('Why?')).toBe('Why?');
    expect(sentence('He said “no.”')).toBe('He said “no.”');
    expect(quoted('Lamp')).toBe('“Lamp”');
    expect(quoted('“Lamp” of the month')).toBe('“Lamp” of the month');
  });
});
