/** What one plan has otherwise than another. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Attendees } from '../../src/model/made/plan.ts';
import { headsIn, union, without } from '../../src/model/seat-ranges.ts';
import { diffPlans, isNothing } from '../../src/plan/diff/diff.ts';
import { live } from '../living/year.ts';

const FIRM = `
programme: { name: Diff, starts: 2027-01-04, ends: 2027-06-30, timezone: Europe/London, mantra: One. }
departments: { shop: { maxAway: 50% }, office: {} }
roles: { seller: { department: shop, heads: 8, customerFacing: true }, clerk: { department: office, heads: 4 } }
rooms: { lab: { site: main, seats: 8 }, loft: { site: main, seats: 8 } }
themes: { m: { months: [1, 2, 3, 4, 5, 6] } }
modules:
  talk: { audience: everyone, format: talk, minutes: 45, when: { from: 2027-03-01, by: 2027-04-30 }, themes: [m], voices: [testimonial] }
facilitators: { amira: { kind: champion }, tom: { kind: champion, away: [{ to: 2027-02-28 }] } }
`;
const AS_OF = '2027-01-03';

describe('two plans', () => {
  it('have nothing otherwise than themselves', async () => {
    const { plan } = await live(FIRM, AS_OF);
    const diff = diffPlans(plan, plan);
    expect(isNothing(diff)).toBe(true);
    expect(diff.same).toBe(plan.sessions.length);
  });

  it('tell time, people, leader, place and words apart', async () => {
    const { plan } = await live(FIRM, AS_OF);
    const [first, second, ...rest] = plan.sessions;
    const kindOf = (change: object) => {
      const sessions = [{ ...first!, ...change }, second!, ...rest];
      return diffPlans(plan, { ...plan, sessions }).sessions.map(({ kinds }) => [...kinds].join());
    };
    const later = { startUtc: '2027-04-01T09:00:00Z', endUtc: '2027-04-01T09:45:00Z' };
    expect(kindOf({})).toEqual([]);
    expect(kindOf(later)).toEqual(['moved']);
    expect(kindOf({ facilitator: 'tom!' })).toEqual(['leader']);
    expect(kindOf({ room: 'attic' })).toEqual(['place']);
    expect(kindOf({ attendees: first!.attendees.map((seat) => ({ ...seat, last: seat.last + 1 })) })).toEqual(
      ['people'],
    );
    expect(kindOf({ hash: '2:0', sequence: 1 })).toEqual(['words']);
    expect(kindOf({ ...later, room: 'attic', hash: '2:0', sequence: 1 })).toEqual(['moved,place']);
    expect(kindOf({ status: 'cancelled' })).toEqual(['cancelled']);
    expect(kindOf({ id: 'another' }).sort()).toEqual(['added', 'cancelled']);
  });

  it('tell who lost a place, and who found one', async () => {
    const { plan } = await live(FIRM, AS_OF);
    const gap = { module: 'talk', occurrence: 'once', group: 'clerk.main.day.1', first: 1, last: 4 };
    const out = { ...gap, window: { from: '2027-03-01', by: '2027-04-30' }, reasons: [], relaxations: [] };
    const worse = { ...plan, unscheduled: [out] };
    const bad = { ...plan, unscheduled: [{ ...out, first: 2, last: 3 }] };
    expect(diffPlans(plan, worse)).toMatchObject({ leftOut: [out], placed: [] });
    expect(diffPlans(bad, worse).leftOut).toMatchObject([
      { first: 1, last: 1 },
      { first: 4, last: 4 },
    ]);
    expect(diffPlans(worse, plan)).toMatchObject({ leftOut: [], placed: [out] });
  });
});

describe('seats', () => {
  const range = fc
    .tuple(fc.constantFrom('a', 'b'), fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 4 }))
    .map(([group, first, more]): Attendees => ({ group, first, last: first + more }));
  const members = (list: readonly Attendees[]) =>
    new Set(
      list.flatMap(({ group, first, last }) =>
        Array.from({ length: last - first + 1 }, (_, i) => `${group}${first + i}`),
      ),
    );

  it('are subtracted and united member by member', () => {
    fc.assert(
      fc.property(fc.array(range, { maxLength: 5 }), fc.array(range, { maxLength: 5 }), (a, b) => {
        const [x, y] = [members(a), members(b)];
        expect(members(without(a, b))).toEqual(new Set([...x].filter((one) => !y.has(one))));
        expect(members(union([a, b]))).toEqual(new Set([...x, ...y]));
        expect(headsIn(union([a, b]))).toBe(new Set([...x, ...y]).size);
      }),
    );
  });
});
