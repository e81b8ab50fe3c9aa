import { describe, expect, it } from 'vitest';
import { dayOf, inMask, MON_FRI, wallText } from '../../src/calendar/date.ts';
import { type Range, rangeSpans } from '../../src/calendar/ranges.ts';

const first = dayOf(2027, 1, 4);
const last = dayOf(2027, 1, 31);
const monFri = (day: number) => inMask(MON_FRI, day);
const text = (ranges: Range[], minutes?: number, working = monFri) =>
  rangeSpans(ranges, first, last, working, minutes).map(wallText);

describe('ranges', () => {
  it('holds when all its parts hold', () => {
    expect(
      text([
        {
          from: dayOf(2027, 1, 8),
          to: dayOf(2027, 1, 15),
          days: 0b0110000,
          hours: { start: 720, end: 1230 },
        },
      ]),
    ).toEqual([
      '2027-01-08T12:00',
      '2027-01-08T20:30',
      '2027-01-09T12:00',
      '2027-01-09T20:30',
      '2027-01-15T12:00',
      '2027-01-15T20:30',
    ]);
  });

  it('runs past midnight, also from the evening before the first day', () => {
    expect(text([{ to: dayOf(2027, 1, 4), hours: { start: 1260, end: 1890 } }])).toEqual([
      '2027-01-04T00:00',
      '2027-01-04T07:30',
      '2027-01-04T21:00',
      '2027-01-05T07:30',
    ]);
  });

  it('counts working days around the ends of months and quarters', () => {
    // January 2027 ends on a Sunday: the last working day is Friday the 29th.
    expect(text([{ monthEnd: { before: 2, after: 3 } }])).toEqual([
      '2027-01-04T00:00', // the third working day after 31 December is 5 January
      '2027-01-06T00:00',
      '2027-01-28T00:00', // the last two are Thursday and Friday, the 28th and 29th
      '2027-02-01T00:00',
    ]);
    expect(text([{ quarterEnd: { before: 0, after: 2 } }])).toEqual(['2027-01-04T00:00', '2027-01-05T00:00']);
    const newYear = (day: number) => monFri(day) && day !== dayOf(2027, 1, 1);
    expect(text([{ quarterEnd: { before: 0, after: 2 } }], 60, newYear)).toEqual([
      '2027-01-04T00:00',
      '2027-01-06T00:00',
    ]);
  });

  it('leaves short sessions alone', () => {
    const busy: Range[] = [{ from: first, to: first, allowUpTo: 10 }];
    expect(text(busy, 10)).toEqual([]);
    expect(text(busy, 11)).toEqual(['2027-01-04T00:00', '2027-01-05T00:00']);
  });

  it('is all the time without parts', () => {
    expect(text([{}])).toEqual(['2027-01-04T00:00', '2027-02-01T00:00']);
  });
});
