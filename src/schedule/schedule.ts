/** Planning the year: its independent components, each on its own, put together. Pure: the same input, the same plan. */
import type { Demand } from '../demand/types.ts';
import type { Model } from '../model/model.ts';
import { without } from '../model/seat-ranges.ts';
import { type PinFault, PinsBroken } from './pins/fault.ts';
import { resolvePins } from './pins/resolve.ts';
import { settlePins } from './pins/settle.ts';
import { type Component, componentsOf, splitOf } from './problem/components.ts';
import { Numbers } from './problem/roll-numbers.ts';
import { makeWorld, sinceOf, type World } from './problem/world.ts';
import { insertAmong } from './repair/insertion.ts';
import { mend } from './repair/repair.ts';
import { limitMoves } from './replan/limit-moves.ts';
import { together } from './solve/merge.ts';
import { type ComponentSolution, type Job, limitsOf, solve } from './solve/solve.ts';
import { inThreads, threadsFor } from './solve/threads.ts';
import type { Change, PinnableSession, Progress, Schedule, ScheduleOptions } from './types.ts';

/** Finds a time, room and facilitator for everybody in the demand, or says why there is none. */
export async function makeSchedule(
  model: Model,
  demand: Demand,
  options: ScheduleOptions,
): Promise<Schedule> {
  const pinned = withPins(model, demand, withoutIdle(demand, options));
  return (await inNumbers(demand, pinned, (own) => search(model, demand, own)))!;
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
  // The change has taken away what a pin means: planning says so.
  if (pinFaults(model, demand, options).length > 0) return undefined;
  const world = makeWorld(model, sinceOf(model, options.previous?.sessions));
  return inNumbers(demand, withPins(model, demand, withoutIdle(demand, options)), (own) => {
    const asItStands = standing(own);
    return insertAmong(world, demand, componentsOf(world, demand, asItStands), asItStands, change);
  });
}

/** The previous plan without the seats in what was held that say nothing about who has had it. */
function withoutIdle({ idle }: Demand, options: ScheduleOptions): ScheduleOptions {
  const { previous } = options;
  if (!idle || !previous) return options;
  const sessions = previous.sessions.map((session) => {
    const empty = idle.get(session.id);
    return empty ? { ...session, attendees: without(session.attendees, empty) } : session;
  });
  return { ...options, previous: { ...previous, sessions } };
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

/** What is wrong with the pins of a workspace; nothing is planned. */
export function pinFaults(model: Model, demand: Demand, options: ScheduleOptions): readonly PinFault[] {
  if (model.pins.length === 0) return [];
  try {
    const pinned = withPins(model, demand, withoutIdle(demand, options));
    const { previous } = pinned;
    if (previous)
      settled(makeWorld(model, sinceOf(model, previous.sessions)), demand, {
        ...pinned,
        previous: new Numbers(demand).inward(previous),
      });
    return [];
  } catch (error) {
    if (error instanceof PinsBroken) return error.faults;
    throw error;
  }
}

/** With the sessions that pins mean among the previous ones. @throws PinsBroken where one means nothing */
function withPins(model: Model, demand: Demand, options: ScheduleOptions): ScheduleOptions {
  if (model.pins.length === 0) return options;
  const { previous, known, asOf } = options;
  const { sessions, faults } = resolvePins(model, demand, previous, known, asOf);
  if (faults.length > 0) throw new PinsBroken(faults);
  if (!previous && sessions.length === 0) return options;
  return { ...options, previous: { unscheduled: [], ...previous, sessions } };
}

/** @throws PinsBroken where a pin breaks a hard constraint */
async function search(model: Model, demand: Demand, given: ScheduleOptions): Promise<Schedule> {
  const world = makeWorld(model, sinceOf(model, given.previous?.sessions));
  const asItStands = standing(given);
  const mended = await mend(world, componentsOf(world, demand, asItStands), asItStands);
  const options = mended ? asItStands : settled(world, demand, given);
  return limitMoves(options, (own) => searchAnew(world, demand, own), mended);
}

/** With what is pinned fixed where the previous plan has it: nothing else may be said of it by now. */
function standing(options: ScheduleOptions): ScheduleOptions {
  const { previous } = options;
  if (!previous?.sessions.some(({ pin }) => pin)) return options;
  const sessions = previous.sessions.map(
    (session): PinnableSession => (session.pin ? { ...session, settled: true } : session),
  );
  return { ...options, previous: { ...previous, sessions } };
}

async function searchAnew(world: World, demand: Demand, options: ScheduleOptions): Promise<Schedule> {
  const { seed, effort, asOf, dated, inputs, threads = 1, previous } = options;
  const { model } = world;
  const components = componentsOf(world, demand, options);
  const split = splitOf(components);
  const job: Job = {
    seed,
    effort,
    asOf,
    dated,
    made: previous?.made,
    // Whom a limit on moves left out is looked after again, whatever else is the same.
    ...(inputs === undefined || previous?.made?.maxMoves !== undefined ? {} : { inputs }),
  };
  const tell = progressOf(components, options.onProgress);
  const used = threadsFor(components, threads);
  if (used > 1) {
    return {
      ...together(model, demand, options, await inThreads(world, components, job, used, tell)),
      split,
    };
  }
  const solved: ComponentSolution[] = [];
  for (const [index, component] of components.entries()) {
    solved.push(await solve(world, component, job, (progress) => tell(index, progress)));
  }
  return { ...together(model, demand, options, solved), split };
}

function settled(world: World, demand: Demand, options: ScheduleOptions): ScheduleOptions {
  const { previous, asOf, dated } = options;
  if (!previous || world.model.pins.length === 0) return options;
  const limits = limitsOf(world.model, { asOf, dated, made: previous.made });
  const { sessions, faults } = settlePins(world, demand, previous.sessions, limits);
  if (faults.length > 0) throw new PinsBroken(faults);
  return { ...options, previous: { ...previous, sessions } };
}

/** Adds up what the components tell. */
function progressOf(
  components: readonly Component[],
  onProgress: ScheduleOptions['onProgress'],
): (component: number, progress: Omit<Progress, 'total'>) => void | Promise<void> {
  let total = 0;
  for (const { demand } of components) for (const { group } of demand.requirements) total += group.heads;
  const latest = components.map(() => ({ placed: 0, soft: 0 }));
  const sum = { placed: 0, soft: 0 };
  return (component, { phase, placed, soft }) => {
    const known = latest[component]!;
    sum.placed += placed - known.placed;
    sum.soft += soft - known.soft;
    latest[component] = { placed, soft };
    return onProgress?.({ phase, total, placed: sum.placed, soft: sum.soft });
  };
}
