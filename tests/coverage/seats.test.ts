/** Nothing is told as full while somebody who was asked for has no seat, and how many those are stands beside it. */

import { describe, expect, it } from 'vitest';
import { PLAIN_NUMBERS } from '../../src/calendar/say.ts';
import { honestScore, seatsOf } from '../../src/coverage/measure/seats.ts';
import { seatsWords } from '../../src/diagnostics/seats.ts';
import type { Plan } from '../../src/model/made/plan.ts';

const seat = (group: string, first: number, last: number) => ({ group, first, last });

const PLAN = {
  groups: [
    { id: 'clerk.main.day.1', department: 'office', role: 'clerk', site: 'main' },
    { id: 'nurse.main.day.1', department: 'ward', role: 'nurse', site: 'main' },
  ],
  sessions: [
    { status: 'confirmed', attendees: [seat('clerk.main.day.1', 1, 4), seat('nurse.main.day.1', 1, 3)] },
    { status: 'cancelled', attendees: [seat('clerk.main.day.1', 1, 4)] },
    // Held before its group was dissolved.
    { status: 'confirmed', attendees: [seat('porter.main.day.1', 1, 2)] },
  ],
  unscheduled: [seat('nurse.main.day.1', 2, 5), seat('nurse.main.day.1', 4, 6)],
} as unknown as Plan;

describe('seats', () => {
  it('are counted a person a session; people without one are counted once', () => {
    const seats = seatsOf(PLAN);
    expect(seats.organisation).toEqual({ asked: 16, placed: 9, peopleWithout: 5 });
    expect(seats.departments('ward')).toEqual({ asked: 10, placed: 3, peopleWithout: 5 });
    expect(seats.roles('clerk')).toEqual({ asked: 4, placed: 4, peopleWithout: 0 });
    expect(seats.sites('main')).toEqual({ asked: 14, placed: 7, peopleWithout: 5 });
    expect(seats.sites('york')).toEqual({ asked: 0, placed: 0, peopleWithout: 0 });
  });

  it('are told in words', () => {
    expect(seatsWords(PLAIN_NUMBERS, { asked: 0, placed: 0, peopleWithout: 0 })).toBe('no seat is asked');
    expect(seatsWords(PLAIN_NUMBERS, { asked: 1, placed: 1, peopleWithout: 0 })).toBe(
      'the one seat is placed',
    );
    expect(seatsWords(PLAIN_NUMBERS, { asked: 12345, placed: 12345, peopleWithout: 0 })).toBe(
      'all 12,345 seats placed',
    );
    expect(seatsWords(PLAIN_NUMBERS, { asked: 1485, placed: 1234, peopleWithout: 24 })).toBe(
      '1,234 of 1,485 seats placed: 24 people lack 251',
    );
    expect(seatsWords(PLAIN_NUMBERS, { asked: 3, placed: 2, peopleWithout: 1 })).toBe(
      '2 of 3 seats placed: 1 person lacks 1',
    );
  });
});

describe('a score', () => {
  it('is at most 99.9 while a seat is missing, and else as it is', () => {
    const missing = { asked: 10, placed: 9, peopleWithout: 1 };
    expect(honestScore(100, missing)).toBe(99.9);
    expect(honestScore(99.96, missing)).toBe(99.9);
    expect(honestScore(62, missing)).toBe(62);
    expect(honestScore(null, missing)).toBeNull();
    expect(honestScore(100, { asked: 10, placed: 10, peopleWithout: 0 })).toBe(100);
  });
});
