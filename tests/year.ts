/** A small workspace, planned as `generate` plans it, and looked at by the second opinion, which must have nothing to say. */
import { expect } from 'vitest';
import { makeDemand } from '../src/demand/demand.ts';
import type { Demand } from '../src/demand/types.ts';
import type { Plan } from '../src/model/made/plan.ts';
import type { Model } from '../src/model/model.ts';
import { makePlan } from '../src/plan/plan.ts';
import { parsePlan } from '../src/plan/read.ts';
import { makeSchedule } from '../src/schedule/schedule.ts';
import { verifyPlan } from '../src/verify/verify.ts';
import { loadSources } from '../src/workspace/load.ts';
import { planText } from './plan/text.ts';

export interface Year {
  readonly model: Model;
  readonly demand: Demand;
  readonly plan: Plan;
}

/** @param files one text, or names and texts; fails where the workspace has an error or the plan breaks anything */
export async function yearOf(
  files: string | ReadonlyMap<string, string>,
  { asOf, previous }: { asOf?: string; previous?: Plan } = {},
): Promise<Year> {
  const sources = typeof files === 'string' ? new Map([['cxplan.yaml', files]]) : files;
  const { model, inputs, lasting, diagnostics } = await loadSources(sources);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const demand = makeDemand(model!);
  const day = asOf ?? '1970-01-01';
  const options = {
    tool: 'cxplan 0.0.0',
    inputs,
    lasting,
    seed: 1,
    effort: 'quick',
    asOf: day,
    previous,
  } as const;
  const schedule = await makeSchedule(model!, demand, options);
  const plan = parsePlan(planText(makePlan(model!, demand, schedule, options)));
  expect(verifyPlan(model!, plan, previous)).toEqual([]);
  return { model: model!, demand, plan };
}

/** Starts of a module's sessions, in order. */
export function startsOf({ plan }: Year, module: string): string[] {
  return plan.sessions
    .filter((session) => session.module === module)
    .map(({ start }) => start)
    .sort();
}

/** Module and occurrence of what found no place. */
export function leftOut({ plan }: Year): string[] {
  return plan.unscheduled.map(({ module, occurrence }) => `${module} ${occurrence}`);
}
