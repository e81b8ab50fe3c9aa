/** Planning the year: its independent parts, each on its own, put together. Pure: the same input, the same plan. */
import type { Demand } from '../demand/types.ts';
import type { Model } from '../model/model.ts';
import { type About, together } from './together.ts';
import { makeWorld } from './encode/world.ts';
import { type Part, partsOf } from './parts.ts';
import { type Job, type Solved, solve } from './solve.ts';
import type { Schedule, ScheduleOptions } from './types.ts';

/** Finds a time, room and facilitator for everybody in the demand, or says why there is none. */
export async function makeSchedule(
  model: Model,
  demand: Demand,
  options: ScheduleOptions,
): Promise<Schedule> {
}
