/** A year as it is lived: a workspace in one text, planned, changed, planned again. */

import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { type PlannedYear, type PlanningOptions, planYear } from '../../src/pipeline.ts';
import { renamed } from '../../src/plan/renamed.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { loadSources } from '../../src/workspace/load.ts';

export interface Lived extends PlannedYear {
  readonly model: Model;
}

/** Plans a workspace, after a previous plan where there is one; what `verify` finds is an error. */
export async function live(
  yaml: string | ReadonlyMap<string, string>,
  asOf: string,
  previous?: Plan,
  options: Partial<PlanningOptions> = {},
): Promise<Lived> {
  const sources = typeof yaml === 'string' ? new Map([['cxplan.yaml', yaml]]) : new Map(yaml);
  const { model, inputs, lasting, diagnostics } = await loadSources(sources);
  if (!model) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  const year = await planYear(model, {
    tool: 'cxplan 0.0.0',
    inputs,
    lasting,
    seed: 1,
    effort: 'normal',
    asOf,
    previous,
    ...options,
  });
  const violations = verifyPlan(model, year.plan, previous && renamed(previous, model));
  if (violations.length > 0) throw new Error(violations.map(({ message }) => message).join('\n'));
  return { model, ...year };
}
