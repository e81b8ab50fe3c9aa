/** Marks the plan of an output folder as agreed. */

import type { Plan } from '../../model/made/plan.ts';
import type { Person } from '../../model/model.ts';
import { isUnfinished } from '../../output/manifest.ts';
import { readLong, readOutput } from '../../output/read.ts';
import type { OutputFile } from '../../output/types.ts';
import { writeOutputs } from '../../output/write.ts';
import { forgotten } from '../../plan/forgotten.ts';
import { agreedPlan, hashOfPlan, PUBLISHED } from '../../plan/published.ts';
import { parsePlan } from '../../plan/read.ts';
import { planPieces } from '../../plan/write.ts';

/** Writes `plan.json` and `published.json`; false where this very plan was agreed already. */
export async function agree(folder: string, plan: Plan, asOf: string): Promise<boolean> {
  const isAgreed = plan.published?.hash === hashOfPlan(plan) && readOutput(folder, PUBLISHED) !== undefined;
  if (isAgreed && !isUnfinished(folder)) return false;
  const agreed = agreedPlan(plan, asOf);
  const files = ['plan.json', PUBLISHED].map((path) => ({ path, text: () => planPieces(agreed) }));
  await writeOutputs(folder, files, { force: false, keep: () => true, last: 'plan.json' });
  return true;
}

/** The plan that was agreed, to be written again where it knows somebody who is taken out of the roster. */
export function agreedWithout(folder: string, people: readonly Person[] | undefined): OutputFile[] {
  const text = readLong(folder, PUBLISHED);
  if (text === undefined) return [];
  const agreed = parsePlan(text);
  const plan = forgotten(agreed, people);
  return plan === agreed ? [] : [{ path: PUBLISHED, text: () => planPieces(plan) }];
}
