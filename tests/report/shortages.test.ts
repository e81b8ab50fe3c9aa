/** What was short, as people read it. */
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/calendar/say.ts';
import type { Plan, PlanBottleneck } from '../../src/model/made/plan.ts';
import type { Context } from '../../src/report/context.ts';
import { bottleneckWords, boundWords, shortageBlocks } from '../../src/report/shortages.ts';

const GB = sayIn('en-GB');

const march: PlanBottleneck = {
  kind: 'facilitators',
  name: 'outside trainers',
  from: '2027-03-01',
  by: '2027-03-31',
  wanted: 31 * 60,
  offered: 18 * 60,
  people: 26,
};

describe('shortages', () => {
  it('say what was wanted and offered', () => {
    expect(bottleneckWords(GB, march)).toBe(
      'Outside trainers: 31 h wanted in March, 18 h offered (26 seats found no place).',
    );
    expect(
      bottleneckWords(GB, { ...march, kind: 'floor', name: 'Finance', by: '2027-04-15', people: 1 }),
    ).toBe(
      'People of Finance who may be away: 31 h wanted from 1 March to 15 April, 18 h offered (1 seat found no place).',
    );
    expect(bottleneckWords(GB, { ...march, offered: 31 * 60 })).toContain(
      '31 h offered, but not where it fits',
    );
  });

  it('say how many are impossible', () => {
    const plan = (unplaced: number, bound?: number) =>
      ({ score: { unplaced, bound, soft: 0, terms: [] } }) as unknown as Plan;
    expect(boundWords(sayIn('en-GB'), plan(12, 9))).toBe(
      '; at least 9 are impossible with these trainers, rooms and hours',
    );
    expect(boundWords(sayIn('en-GB'), plan(12, 1))).toBe(
      '; at least 1 is impossible with these trainers, rooms and hours',
    );
    expect(boundWords(sayIn('en-GB'), plan(12, 12))).toBe(
      '; all are impossible with these trainers, rooms and hours',
    );
    expect(boundWords(sayIn('en-GB'), plan(12))).toBe('');
    expect(boundWords(sayIn('en-GB'), plan(12, 0))).toBe('');
  });

  it('tell the first ones', () => {
    const blocks = (count: number) =>
      shortageBlocks({ say: GB, plan: { bottlenecks: Array(count).fill(march) } } as unknown as Context);
    expect(blocks(0)).toEqual([]);
    expect(blocks(2)[1]).toMatchObject({ items: [bottleneckWords(GB, march), bottleneckWords(GB, march)] });
    expect(JSON.stringify(blocks(10))).toContain('2 more of these in plan.json.');
  });
});
