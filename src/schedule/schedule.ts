/** Planning the year: keep, construct, make room, improve, explain. Pure: the same input, the same plan. */
import { toDay } from '../calendar/date.ts';
import type { Demand } from '../demand/types.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../model/plan.ts';
import { bottlenecksOf } from './bottlenecks.ts';
import { lowerBound } from './bounds/bound.ts';
import { allMissing, construct } from './construct.ts';
import { Ejection } from './eject.ts';
import { makeProblem } from './encode/encode.ts';
import { explain } from './explain.ts';
import { Improver } from './improve.ts';
import { Inserter, type Unit } from './insert.ts';
import { type Kept, keepPrevious } from './previous.ts';
import { seeded } from './random.ts';
import { inOrder, placedOf } from './result.ts';
import { Objective } from './score.ts';
import { State } from './state.ts';
import type { Effort, Schedule, ScheduleOptions } from './types.ts';

/** Steps of making room, and moves a session for making it good (with a most for large firms). */
const EFFORTS: Readonly<
  Record<Effort, { readonly steps: number; readonly moves: number; readonly most: number }>
> = {
  quick: { steps: 400, moves: 2, most: 20_000 },
  normal: { steps: 3000, moves: 15, most: 150_000 },
  thorough: { steps: 30_000, moves: 150, most: 5_000_000 },
};

/** Finds a time, room and facilitator for everybody in the demand, or says why there is none. */
export async function makeSchedule(
  model: Model,
  demand: Demand,
  options: ScheduleOptions,
): Promise<Schedule> {
  const { previous, seed, onProgress } = options;
  const asOf = toDay(options.asOf) ?? model.programme.starts - 1;
  const problem = makeProblem(model, demand, previous ? asOf : Number.NEGATIVE_INFINITY);
  const state = new State(problem);
  const objective = new Objective(problem);
  const inserter = new Inserter(state, objective);
  const total = problem.places;
  const tell = (phase: 'construct' | 'improve' | 'explain', soft = 0): void =>
    onProgress?.({ phase, placed: state.placedHeads, total, soft });

  const kept = previous && keepPrevious(inserter, previous, asOf, model.policy.noticeDays);
  const stands = previous && kept && nothingToDo(options, previous, kept, allMissing(state, problem));
  let moves = stands ? previous.made.moves : 0;
  if (!stands) {
    moves = search(inserter, kept?.sessions ?? new Set(), options, tell);
  }
  const sessions = inOrder(state);
  const missing = allMissing(state, problem);
  tell('explain');
  const unplaced = explain(inserter, missing);
  const told = missing.map((unit, i) => ({ unit, reasons: unplaced[i]!.reasons }));
  const score = objective.score(problem, sessions, headsOf(missing));
  return {
    sessions: sessions.map((session) => placedOf(problem, session)),
    unplaced,
    bottlenecks: bottlenecksOf(problem, sessions, told),
    score: missing.length === 0 ? score : { ...score, bound: lowerBound(problem, sessions, missing) },
    moves,
  };

  function search(
    inserter: Inserter,
    fromBefore: ReadonlySet<number>,
    { effort }: ScheduleOptions,
    say: typeof tell,
  ): number {
    const { steps, moves, most } = EFFORTS[effort];
    const random = seeded(seed);
    construct(inserter, seed, () => say('construct'));
    const ejection = new Ejection(inserter, random, fromBefore);
    ejection.run(allMissing(state, problem), steps, () => say('construct'));
    const movable = state.sessions.flatMap((session) =>
      session && !fromBefore.has(session.id) ? [session.id] : [],
    );
    const budget = Math.min(most, moves * movable.length);
    const improved = new Improver(inserter, random).run(movable, budget, (gain) => say('improve', -gain));
    return ejection.moves + improved.moves;
  }
}

/** The same inputs, seed and effort as before, everything kept: the search has nothing to add. */
function nothingToDo(
  options: ScheduleOptions,
  previous: Plan,
  kept: Kept,
  missing: readonly Unit[],
): boolean {
  const { made, score } = previous;
  if (kept.changed > 0 || headsOf(missing) !== score.unplaced) return false;
  if (missing.length === 0) return true;
  return options.inputs === made.inputs && options.seed === made.seed && options.effort === made.effort;
}

function headsOf(units: readonly Unit[]): number {
  return units.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}
