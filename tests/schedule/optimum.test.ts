/** Small years beside their exact optimum (HiGHS): as many people placed, and no soft cost below the least. */
import { describe, expect, it } from 'vitest';
import { besideOne } from '../bench/exact/beside.ts';

/** Solved exactly in a second or two; `npm run bench -- exact` does more and larger ones. */
const INSTANCES = [1, 3, 4, 7, 11];
/** The goal is 1.03, which `npm run bench -- exact` shows; beyond this the search has lost its way. */
const WORST_MEAN = 1.4;

describe('beside the exact optimum', () => {
  it('places as many, at a cost that is told truly and is near the least', async () => {
    const rows = [];
    for (const n of INSTANCES) rows.push(...((await besideOne(n, 60)) ?? []));
    expect(rows.map(({ instance }) => instance)).toEqual(INSTANCES);
    for (const { placed, mostPlaced, soft, leastSoft, told, broken } of rows) {
      expect(placed).toBe(mostPlaced);
      expect(told).toBeCloseTo(soft, 1);
      expect(soft).toBeGreaterThan(leastSoft - 0.02);
      expect(broken).toBe(0);
    }
    expect(rows.reduce((sum, { ratio }) => sum + ratio, 0) / rows.length).toBeLessThan(WORST_MEAN);
  }, 300_000);
});
