import { describe, expect, it } from 'vitest';
import { isoDate, toDay } from '../../../src/calendar/date.ts';
import { MAX_EVENTS, MAX_OCTETS, splitAgenda } from '../../../src/render/ics/split.ts';
import type { Agenda, AgendaEvent } from '../../../src/report/types.ts';

/** `count` events, spread evenly over the days of a year from 1 July 2027. */
function agenda(count: number, days = 365): Agenda {
  const first = toDay('2027-07-01')!;
  const events = Array.from({ length: count }, (_, i): AgendaEvent => {
    const start = `${isoDate(first + Math.floor((i * days) / count))}T09:00:00Z`;
    return { uid: `e${String(i).padStart(6, '0')}`, start } as AgendaEvent;
  });
  return { name: 'A', zone: 'UTC', starts: '2027-07-01', events };
}

const uids = (parts: readonly { readonly events: readonly AgendaEvent[] }[]) =>
  parts.flatMap(({ events }) => events.map(({ uid }) => uid));

describe('splitAgenda', () => {
  it('keeps a thousand events in one file', () => {
    expect(splitAgenda(agenda(MAX_EVENTS), () => 500).map(({ suffix }) => suffix)).toEqual(['']);
  });

  it('cuts one more by quarters, counted from the first month of the programme', () => {
    const whole = agenda(MAX_EVENTS + 1);
    const parts = splitAgenda(whole, () => 500);
    expect(parts.map(({ suffix }) => suffix)).toEqual(['q1', 'q2', 'q3', 'q4']);
    expect(parts[1]?.events[0]?.start.slice(0, 7)).toBe('2027-10');
    expect(uids(parts)).toEqual(uids([whole]));
  });

  it('cuts by size, too', () => {
    const parts = splitAgenda(agenda(900), () => 2000);
    expect(parts).toHaveLength(4);
  });

  it('cuts a quarter that is still too large by months, and a month by count; nothing is lost', () => {
    const whole = agenda(3000, 40);
    const parts = splitAgenda(whole, () => 500);
    expect(parts.map(({ suffix }) => suffix)).toEqual(['2027-07', '2027-07-2', '2027-07-3', '2027-08']);
    expect(uids(parts)).toEqual(uids([whole]));
    for (const { events } of parts) {
      expect(events.length).toBeLessThanOrEqual(MAX_EVENTS);
      expect(events.length * 500).toBeLessThan(MAX_OCTETS);
    }
  });
});
