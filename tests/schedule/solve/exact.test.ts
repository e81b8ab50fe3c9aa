/** Tiny random firms: the planner places as many people as the best of all plans does. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { mostPlaced } from '../exact.ts';
import { planned } from '../helpers.ts';
import { modules, tinyFirm } from '../tiny.ts';

const tiny = fc.record({
  heads: fc.tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 2 })),
  groupSize: fc.integer({ min: 1, max: 3 }),
  away: fc.constantFrom(10, 40, 60, 100),
  hours: fc.constantFrom('09:00-12:00', '09:00-13:00'),
  perWeek: fc.constantFrom(60, 120, 240),
  trainer: fc.constantFrom(1, 2, 4),
  seats: fc.integer({ min: 1, max: 3 }),
  modules: modules(2),
});

/** Two who read beside the third who is coached: one of them alone, then the other. */
const ONE_BY_ONE: typeof tiny extends fc.Arbitrary<infer T> ? T : never = {
  heads: [3, 1],
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
        const model = await tinyFirm(one);
        if (!model) return;
        const demand = makeDemand(model);
        const heads = demand.requirements.reduce((sum, { group }) => sum + group.heads, 0);
        const { schedule } = await planned(model);
        expect(heads - schedule.score.unplaced).toBe(mostPlaced(model, demand));
      }),
      { numRuns: Number(process.env.CXPLAN_RUNS ?? 60), examples: [[ONE_BY_ONE]] },
    );
  });
});
