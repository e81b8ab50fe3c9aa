/** Marks the plan of an output folder as agreed. */

import type { Plan } from '../../model/made/plan.ts';
import { readOutput } from '../../output/read.ts';
import { writeOutputs } from '../../output/write.ts';
import { agreedPlan, hashOfPlan, PUBLISHED } from '../../plan/published.ts';
import { planPieces } from '../../plan/write.ts';

/** Writes `plan.json` and `published.json`; false where this very plan was agreed already. */
export async function agree(folder: string, plan: Plan, asOf: string): Promise<boolean> {
  if (plan.published?.hash === hashOfPlan(plan) && readOutput(folder, PUBLISHED) !== undefined) return false;
  const agreed = agreedPlan(plan, asOf);
  const files = ['plan.json', PUBLISHED].map((path) => ({ path, text: () => planPieces(agreed) }));
  await writeOutputs(folder, files, { force: false, keep: () => true });
  return true;
}
