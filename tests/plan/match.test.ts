/** Which session of the previous plan a session is. */
import { expect, it } from 'vitest';
import type { PlanSession } from '../../src/model/made/plan.ts';
import { matchSessions } from '../../src/plan/match.ts';

const nine = 9 * 60;

function before(id: string, group: string, last: number, start: string): PlanSession {
  const attendees = [{ group, first: 1, last }];
  return {
    id,
    module: 'm',
    occurrence: 'y1',
    status: 'confirmed',
    attendees,
    heads: last,
    start,
  } as unknown as PlanSession;
}

function now(start: number, ...groups: readonly (readonly [group: string, last: number])[]) {
  return {
    module: 'm',
    occurrence: 'y1',
    start,
    attendees: groups.map(([group, last]) => ({ group, first: 1, last })),
  };
}

it('is the one with the same people, wherever it is now', () => {
  const [a, b] = [before('a', 'g1', 4, '1970-01-01T09:00'), before('b', 'g2', 4, '1970-01-01T10:00')];
  expect(matchSessions([now(nine + 60, ['g1', 4]), now(nine, ['g2', 4])], [a, b])).toEqual([a, b]);
});

it('is the one with most of its people; of equal ones the one at its time', () => {
  const [a, b] = [before('a', 'g1', 4, '1970-01-01T09:00'), before('b', 'g2', 4, '1970-01-01T10:00')];
  const joint = [
    ['g1', 4],
    ['g2', 4],
  ] as const;
  expect(matchSessions([now(nine, ...joint)], [a, b])).toEqual([a]);
  expect(matchSessions([now(nine + 60, ...joint)], [a, b])).toEqual([b]);
  const larger = before('c', 'g3', 5, '1970-01-01T12:00');
  expect(matchSessions([now(nine + 60, ['g1', 4], ['g3', 5])], [a, larger])).toEqual([larger]);
});

it('is the one that stands as it stood, even when more people join it than were there', () => {
  const stands = before('a', 'g1', 2, '1970-01-01T09:00');
  const larger = before('b', 'g2', 6, '1970-01-01T12:00');
  expect(matchSessions([now(nine, ['g1', 2], ['g2', 6])], [larger, stands])).toEqual([stands]);
  // Once somebody of it has to come at another time, it is where most of its people are.
  expect(matchSessions([now(nine, ['g1', 1], ['g2', 6])], [larger, stands])).toEqual([larger]);
});

it('is none that was cancelled, and each only once', () => {
  const gone = { ...before('a', 'g1', 4, '1970-01-01T09:00'), status: 'cancelled' as const };
  expect(matchSessions([now(nine, ['g1', 4])], [gone])).toEqual([undefined]);
  const all = before('a', 'g1', 6, '1970-01-01T09:00');
  const second = { ...now(nine, ['g1', 6]), attendees: [{ group: 'g1', first: 5, last: 6 }] };
  expect(matchSessions([now(nine, ['g1', 4]), second], [all])).toEqual([all, undefined]);
});

it('is none that shares nobody, nor one of another module or another time of it', () => {
  const other = before('a', 'g2', 4, '1970-01-01T09:00');
  expect(matchSessions([now(nine, ['g1', 4])], [other])).toEqual([undefined]);
  const elsewhere = { ...before('a', 'g1', 4, '1970-01-01T09:00'), module: 'n' };
  const later = { ...before('b', 'g1', 4, '1970-01-01T09:00'), occurrence: 'y2' };
  expect(matchSessions([now(nine, ['g1', 3])], [elsewhere, later])).toEqual([undefined]);
  // The same group, but other members of it.
  const apart = { ...now(nine), attendees: [{ group: 'g2', first: 5, last: 6 }] };
  expect(matchSessions([apart], [other])).toEqual([undefined]);
});

it('whoever keeps all its seats is found first, though another one shares more people', () => {
  const [few, many] = [before('a', 'g1', 2, '1970-01-01T12:00'), before('b', 'g2', 6, '1970-01-01T09:00')];
  // The first has the seats of `few` to the last member; the second has one member of it and most of `many`.
  const mixed = {
    ...now(nine),
    attendees: [{ group: 'g1', first: 1, last: 1 }, ...now(nine, ['g2', 6]).attendees],
  };
  expect(matchSessions([mixed, now(nine, ['g1', 2])], [few, many])).toEqual([many, few]);
  const ends = { ...now(nine), attendees: [{ group: 'g1', first: 1, last: 3 }] };
  expect(matchSessions([ends], [few])).toEqual([few]);
});

it('ties go to the earlier session, then to the smaller id', () => {
  const [a, b] = [before('a', 'g1', 4, '1970-01-01T12:00'), before('b', 'g1', 4, '1970-01-01T12:00')];
  const halves = [
    { ...now(nine), attendees: [{ group: 'g1', first: 1, last: 2 }] },
    { ...now(nine), attendees: [{ group: 'g1', first: 3, last: 4 }] },
  ];
  expect(matchSessions(halves, [a])).toEqual([a, undefined]);
  expect(matchSessions([halves[1]!], [b, { ...a, attendees: [{ group: 'g1', first: 2, last: 5 }] }])).toEqual(
    [expect.objectContaining({ id: 'a' })],
  );
});
