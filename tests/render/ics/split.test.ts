import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { MAX_EVENTS, MAX_OCTETS, type Sizes, splitAgenda } from '../../../src/render/ics/split.ts';
import type { Agenda } from '../../../src/report/types.ts';

/** `count` events. */
function agenda(count: number): Agenda {
  return {
    name: 'A',
    zone: 'UTC',
    starts: '2027-07-01',
    ends: '2028-06-30',
    events: Uint32Array.from({ length: count }, (_, i) => i),
  };
}

/** As many, of so many octets each, spread evenly over the days of a year from 1 July 2027. */
function sizes(count: number, octets: number, days = 365): Sizes {
  const first = toDay('2027-07-01')!;
  return {
    octetsOf: () => octets,
    monthOf: (number) => isoDate(first + Math.floor((number * days) / count)).slice(0, 7),
  };
}

const numbers = (parts: readonly { readonly events: Uint32Array }[]) =>
  parts.flatMap(({ events }) => [...events]);

describe('splitAgenda', () => {
  it('keeps a thousand events in one file', () => {
    expect(splitAgenda(agenda(MAX_EVENTS), sizes(MAX_EVENTS, 500)).parts.map(({ suffix }) => suffix)).toEqual(
      [''],
    );
  });

  it('cuts one more by quarters, counted from the first month of the programme', () => {
    const whole = agenda(MAX_EVENTS + 1);
    const shape = sizes(MAX_EVENTS + 1, 500);
    const { parts } = splitAgenda(whole, shape);
    expect(parts.map(({ suffix }) => suffix)).toEqual(['q1', 'q2', 'q3', 'q4']);
    expect(shape.monthOf(parts[1]!.events[0]!)).toBe('2027-10');
    expect(numbers(parts)).toEqual(numbers([whole]));
  });

  it('cuts by size, too', () => {
    const { parts } = splitAgenda(agenda(900), sizes(900, 2000));
    expect(parts).toHaveLength(4);
  });

  it('cuts a quarter that is still too large by count; nothing is lost', () => {
    const whole = agenda(3000);
    const { parts, perQuarter } = splitAgenda(whole, sizes(3000, 500, 40));
    expect(parts.map(({ suffix }) => suffix)).toEqual(['q1', 'q1-2', 'q1-3', 'q2', 'q3', 'q4']);
    expect(perQuarter).toEqual([3, 1, 1, 1]);
    expect(numbers(parts)).toEqual(numbers([whole]));
    for (const { events } of parts) {
      expect(events.length).toBeLessThanOrEqual(MAX_EVENTS);
      expect(events.length * 500).toBeLessThan(MAX_OCTETS);
    }
  });

  it('keeps every file of an agenda that was cut, however little is left of it', () => {
    const small = { ...agenda(10), parts: [3, 1, 1, 1] };
    const { parts, perQuarter } = splitAgenda(small, sizes(10, 500));
    expect(parts.map(({ suffix }) => suffix)).toEqual(['q1', 'q1-2', 'q1-3', 'q2', 'q3', 'q4']);
    expect(perQuarter).toEqual(small.parts);
    expect(numbers(parts)).toEqual(numbers([small]));
  });

  it('never cuts a feed, which has one address', () => {
    const { parts } = splitAgenda({ ...agenda(3000), feed: true }, sizes(3000, 500));
    expect(parts.map(({ suffix }) => suffix)).toEqual(['']);
  });
});
