/** Planning the year: its independent parts, each on its own, put together. Pure: the same input, the same plan. */
import type { Demand } from '../demand/types.ts';
import type { Model } from '../model/model.ts';
import { type Part, partsOf, splitOf } from './problem/components.ts';
import { Numbers } from './problem/roll-numbers.ts';
import { makeWorld } from './problem/world.ts';
import { insertAmong } from './repair/insertion.ts';
import { mend } from './repair/repair.ts';
import { together } from './solve/merge.ts';
import { type Job, type Solved, solve } from './solve/solve.ts';
import { inThreads, isWorthThreads } from './solve/threads.ts';
import type { Change, Progress, Schedule, ScheduleOptions } from './types.ts';

/** Finds a time, room and facilitator for everybody in the demand, or says why there is none. */
export async function makeSchedule(
  model: Model,
  demand: Demand,
  options: ScheduleOptions,
): Promise<Schedule> {
  return (await inNumbers(demand, options, (own) => search(model, demand, own)))!;
}

/**
 * The previous plan with what a change asks for placed among what stands in it, in a fraction of the time; undefined
 * where somebody who had a place, or is new, finds none that way. Reasons of those without a place are the previous ones.
 */
export async function insertChange(
  model: Model,
  demand: Demand,
  options: ScheduleOptions,
  change: Change,
): Promise<Schedule | undefined> {
  const world = makeWorld(model);
  return inNumbers(demand, options, (own) =>
    insertAmong(world, demand, partsOf(world, demand, own), own, change),
  );
}

/** Work in the search's numbers of members, told in the plan's. */
async function inNumbers(
  demand: Demand,
  options: ScheduleOptions,
  work: (options: ScheduleOptions) => Promise<Schedule | undefined>,
): Promise<Schedule | undefined> {
  const numbers = new Numbers(demand);
  if (numbers.same) return work(options);
  const { previous } = options;
  const schedule = await work({ ...options, previous: previous && numbers.inward(previous) });
  return (
    schedule && {
      ...schedule,
      sessions: schedule.sessions.map((session) => numbers.placed(session)),
      unplaced: schedule.unplaced.flatMap((one) => numbers.unplaced(one)),
    }
  );
}

async function search(model: Model, demand: Demand, options: ScheduleOptions): Promise<Schedule> {
  const { seed, effort, asOf, dated, inputs, previous, threads = 1 } = options;
  const world = makeWorld(model);
  const parts = partsOf(world, demand, options);
  const mended = await mend(world, parts, options);
  if (mended) return mended;
  const split = splitOf(parts);
  const job: Job = {
    seed,
    effort,
    asOf,
    dated,
    made: previous?.made,
    ...(inputs === undefined ? {} : { inputs }),
  };
  const tell = progressOf(parts, options.onProgress);
  if (isWorthThreads(parts, threads)) {
    return { ...together(model, demand, options, await inThreads(model, parts, job, threads, tell)), split };
  }
  const solved: Solved[] = [];
  for (const [index, part] of parts.entries()) {
    solved.push(await solve(world, part, job, (progress) => tell(index, progress)));
  }
  return { ...together(model, demand, options, solved), split };
}

/** Adds up what the parts tell. */
function progressOf(
  parts: readonly Part[],
  onProgress: ScheduleOptions['onProgress'],
): (part: number, progress: Omit<Progress, 'total'>) => void | Promise<void> {
  let total = 0;
  for (const { demand } of parts) for (const { group } of demand.requirements) total += group.heads;
  const latest = parts.map(() => ({ placed: 0, soft: 0 }));
  const sum = { placed: 0, soft: 0 };
  return (part, { phase, placed, soft }) => {
    const known = latest[part]!;
    sum.placed += placed - known.placed;
    sum.soft += soft - known.soft;
    latest[part] = { placed, soft };
    return onProgress?.({ phase, total, placed: sum.placed, soft: sum.soft });
  };
}
