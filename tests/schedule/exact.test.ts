/** Tiny random firms: the planner places as many people as the best of all plans does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../src/demand/demand.ts';
import { mostPlaced } from './exact.ts';
import { firm, planned, programme } from './helpers.ts';

const module = fc.record({
  format: fc.constantFrom('workshop', 'coaching', 'self-paced'),
  minutes: fc.constantFrom(60, 120, 180),
  last: fc.constantFrom('2027-02-01', '2027-02-02'),
  seats: fc.integer({ min: 1, max: 3 }),
  follows: fc.boolean(),
});

const tiny = fc.record({
  groups: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
  groupSize: fc.integer({ min: 1, max: 3 }),
  away: fc.constantFrom(10, 40, 60, 100),
  hours: fc.constantFrom('09:00-12:00', '09:00-13:00'),
  perWeek: fc.constantFrom(60, 120, 240),
  trainer: fc.constantFrom(1, 2, 4),
  seats: fc.integer({ min: 1, max: 3 }),
  modules: fc.array(module, { minLength: 1, maxLength: 2 }),
});

type Tiny = typeof tiny extends fc.Arbitrary<infer T> ? T : never;

function text({ groups, groupSize, away, hours, perWeek, trainer, seats, modules }: Tiny): string {
  const body = modules.map(({ format, minutes, last, seats: own, follows }, i) => {
    const capacity = format === 'self-paced' ? '' : `, seats: ${own}`;
    const after = follows && i > 0 ? ', after: [m0]' : '';
    return `  m${i}: { audience: everyone, format: ${format}, minutes: ${minutes}${capacity}, when: { from: 2027-02-01, by: ${last} }${after} }`;
  });
  return `${programme('', '2027-02-01', '2027-02-05')}
policy: { groupSize: ${groupSize}, startEvery: 60, minutesPerWeek: ${perWeek} }
departments: { desk: { maxAway: ${away}%, shifts: { day: { days: mon-fri, hours: ${hours} } } } }
roles: { agent: { department: desk, heads: ${groups[0]} }, clerk: { department: desk, heads: ${groups[1]} } }
rooms: { lab: { site: main, seats: ${seats} } }
facilitators: { ann: { kind: trainer, hoursPerWeek: ${trainer} } }
modules:
${body.join('\n')}
`;
}

/** Two who read beside the third who is coached: one of them alone, then the other. */
const ONE_BY_ONE: Tiny = {
  groups: [3, 1],
  groupSize: 3,
  away: 60,
  hours: '09:00-13:00',
  perWeek: 240,
  trainer: 1,
  seats: 1,
  modules: [
    { format: 'coaching', minutes: 120, last: '2027-02-01', seats: 2, follows: false },
    { format: 'self-paced', minutes: 60, last: '2027-02-01', seats: 1, follows: true },
  ],
};

describe('beside an exact search', () => {
  it('places as many people', async () => {
    await fc.assert(
      fc.asyncProperty(tiny, async (one) => {
        let model: Awaited<ReturnType<typeof firm>>;
        try {
          model = await firm(text(one));
        } catch {
          // Longer than the shift and the like: refused before planning.
          return;
        }
        const demand = makeDemand(model);
        const heads = demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
        const { schedule } = await planned(model);
        expect(heads - schedule.score.unplaced).toBe(mostPlaced(model, demand));
      }),
      { numRuns: Number(process.env.CXPLAN_RUNS ?? 60), examples: [[ONE_BY_ONE]] },
    );
  }, 300_000);
});
