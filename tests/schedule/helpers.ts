/** Plans small firms from YAML and has every plan checked by the verifier, which was written apart. */
import { expect } from 'vitest';
import { isoDate } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import { memoryOf } from '../../src/demand/memory.ts';
import type { Plan } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { makePlan } from '../../src/plan/plan.ts';
import { makeSchedule } from '../../src/schedule/schedule.ts';
import type { Effort, Schedule } from '../../src/schedule/types.ts';
import { verifyPlan } from '../../src/verify/verify.ts';
import { firm } from '../demand/helpers.ts';

export { firm, programme } from '../demand/helpers.ts';

export interface Planned {
  readonly model: Model;
  readonly schedule: Schedule;
  readonly plan: Plan;
}

export interface How {
  readonly seed?: number;
  readonly effort?: Effort;
  readonly dated?: boolean;
  readonly previous?: Plan;
  readonly asOf?: string;
  readonly inputs?: string;
}

/** Plans a firm; fails when the verifier finds anything. */
export async function planned(text: string | Model, how: How = {}): Promise<Planned> {
  const model = typeof text === 'string' ? await firm(text) : text;
  const asOf = how.asOf ?? how.previous?.asOf ?? isoDate(model.programme.starts - 1);
  const demand = makeDemand(model, memoryOf(model, how.previous, asOf));
  const options = {
    tool: 'cxplan test',
    inputs: how.inputs ?? 'sha256:0',
    seed: how.seed ?? 1,
    effort: how.effort ?? ('normal' as Effort),
    asOf,
    dated: how.dated,
    previous: how.previous,
  };
  const schedule = await makeSchedule(model, demand, options);
  const plan = makePlan(model, demand, schedule, options);
  const found = verifyPlan(model, plan, how.previous);
  expect(found.map(({ constraint, message }) => `${constraint}: ${message}`)).toEqual([]);
  return { model, schedule, plan };
}

/** As {@link planned}; fails when anybody is left without a place. */
export async function fullyPlanned(text: string | Model, how: How = {}): Promise<Planned> {
  const result = await planned(text, how);
  expect(
    result.schedule.unplaced.map(({ requirement, first, last }) => `${requirement.id} ${first}–${last}`),
  ).toEqual([]);
  return result;
}
