/** Whether the pins of a workspace can be kept, without planning: what `validate`, `pin` and `when` ask. */
import { makeDemand } from '../../demand/demand.ts';
import { memoryOf } from '../../demand/memory.ts';
import type { Demand } from '../../demand/types.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { reckoned } from '../../plan/clocks.ts';
import type { PinFault } from '../../schedule/pins/fault.ts';
import { pinFaults } from '../../schedule/schedule.ts';
import type { ScheduleOptions } from '../../schedule/types.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { dayOfPlan, readPlan, sameYear } from '../year.ts';

export interface PinFlags {
  readonly out?: string;
  readonly asOf?: string;
}

/** What planning would start from. */
export interface Start {
  readonly previous: Plan | undefined;
  readonly demand: Demand;
  readonly options: ScheduleOptions;
}

export async function startOf(root: string, model: Model, flags: PinFlags, host: Host): Promise<Start> {
  const committed = sameYear(model, await readPlan(outputFolder(root, flags.out, host), host, model));
  const { asOf, dated } = dayOfPlan(model, flags, committed, host);
  const previous = committed && reckoned(committed, asOf).plan;
  const demand = makeDemand(model, memoryOf(model, previous, asOf), asOf);
  return { previous, demand, options: { seed: 1, effort: 'normal', asOf, dated, previous } };
}

/** What is wrong with the pins; nothing in most workspaces, which have none. */
export async function faultsOf(
  root: string,
  model: Model,
  flags: PinFlags,
  host: Host,
): Promise<{ readonly faults: readonly PinFault[]; readonly previous: Plan | undefined }> {
  if (model.pins.length === 0) return { faults: [], previous: undefined };
  const { previous, demand, options } = await startOf(root, model, flags, host);
  return { faults: pinFaults(model, demand, options), previous };
}
