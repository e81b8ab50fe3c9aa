/**
 * The search and the second opinion, which was written apart, agree on any firm: `CXPLAN_RUNS=1000 npx vitest run
 * tests/schedule/verify/random.test.ts` does more of them, and `FC_SEED` others.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeDemand } from '../../../src/demand/demand.ts';
import type { Plan } from '../../../src/model/plan.ts';
import { makePlan } from '../../../src/plan/plan.ts';
import { parsePlan } from '../../../src/plan/read.ts';
import { makeSchedule } from '../../../src/schedule/schedule.ts';
import { verifyPlan } from '../../../src/schedule/verify/verify.ts';
import { loadSources } from '../../../src/workspace/load.ts';
import { planText } from '../../plan/text.ts';
import { filesOf, randomEvents } from './random-change.ts';
import { randomFirm } from './random-firm.ts';

const RUNS = Number(process.env['CXPLAN_RUNS'] ?? 60);
const BEFORE = '2027-02-21';

/** The text of a plan; undefined when the workspace is refused. Fails when the second opinion finds anything. */
async function planned(
  files: ReadonlyMap<string, string>,
  asOf: string,
  previous: Plan | undefined,
): Promise<string | undefined> {
  const { model, inputs } = await loadSources(files);
  if (!model) return undefined;
  const options = { tool: 'cxplan 0.0.0', inputs, seed: 1, effort: 'quick', asOf, previous } as const;
  const demand = makeDemand(model);
  const schedule = await makeSchedule(model, demand, options);
  const text = planText(makePlan(model, demand, schedule, options));
  expect(verifyPlan(model, parsePlan(text), previous)).toEqual([]);
  return text;
}

describe('any firm', () => {
  it('gets a plan that breaks nothing, the same one when planned again, and a sound one when things change', async () => {
    await fc.assert(
      fc.asyncProperty(randomFirm, fc.boolean(), randomEvents, async (text, roster, { asOf, changed }) => {
        const files = filesOf(text, roster);
        const first = await planned(files, BEFORE, undefined);
        fc.pre(first !== undefined);
        const previous = parsePlan(first!);
        expect(await planned(files, BEFORE, previous)).toBe(first);
        await planned(filesOf(changed(text), roster), asOf, previous);
      }),
      { numRuns: RUNS },
    );
  }, 3_600_000);
});
