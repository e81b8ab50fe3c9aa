import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { parsePlan } from '../../../src/plan/read.ts';
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import { verifyPlan } from '../../../src/schedule/verify/verify.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { planText } from '../../plan/text.ts';
import { randomFirm } from './random-firm.ts';

describe('any firm', () => {
  it('gets a plan that breaks nothing, and the same one when planned again', async () => {
    await fc.assert(
      fc.asyncProperty(randomFirm, async (text) => {
        const { model, inputs } = await loadSources(new Map([['cxplan.yaml', text]]));
        fc.pre(model !== undefined);
        const demand = makeDemand(model!);
        const options = {
          tool: 'cxplan 0.0.0',
          inputs,
          seed: 1,
          effort: 'quick',
          asOf: '2027-02-21',
        } as const;
        const plan = async (previous: ReturnType<typeof parsePlan> | undefined) => {
          const schedule = await makeSchedule(model!, demand, { ...options, previous });
          return planText(makePlan(model!, demand, schedule, { ...options, previous }));
        };
        const first = await plan(undefined);
        const document = parsePlan(first);
        expect(verifyPlan(model!, document)).toEqual([]);
        expect(await plan(document)).toBe(first);
      }),
      { numRuns: 25 },
    );
  }, 120_000);
});
