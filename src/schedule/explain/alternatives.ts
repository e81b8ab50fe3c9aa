/** What else was possible for a session of a plan: of all starts, how many each constraint excludes, and how many it leaves. */
import type { Demand } from '../../demand/types.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import type { Model } from '../../model/model.ts';
import { Inserter } from '../construct/insert.ts';
import { Objective } from '../objective/objective.ts';
import { makeProblem } from '../problem/encode.ts';
import { Numbers } from '../problem/roll-numbers.ts';
import { keepPrevious } from '../replan/warm-start.ts';
import { State } from '../solution/state.ts';
import type { Reason } from '../types.ts';
import { countedReasons } from './reasons.ts';

export interface Alternatives {
  /** Starts that the window and the shift leave. */
  readonly of: number;
  /** Those at which the session's first person could attend, with somebody to lead it and a room. */
  readonly free: number;
  /** A start may be excluded by several. */
  readonly reasons: readonly Reason[];
}

/** Nothing is over, and nobody has to be told in time. */
const ALWAYS = Number.NEGATIVE_INFINITY;

/** All other sessions stand where they are. Undefined when the workspace no longer asks for the session. */
export function alternativesTo(
  model: Model,
  demand: Demand,
  plan: Plan,
  session: PlanSession,
): Alternatives | undefined {
  const { module, occurrence } = session;
  const { sessions } = new Numbers(demand).inward(plan);
  const seat = sessions.find(({ id }) => id === session.id)?.attendees[0];
  if (!seat) return undefined;
  const problem = makeProblem(model, demand, ALWAYS);
  const id = `${module}.${occurrence}.${seat.group}`;
  const req = problem.reqs.find(({ requirement }) => requirement.id === id);
  if (!req || seat.first > req.group.heads) return undefined;
  const state = new State(problem);
  const others = sessions.filter((one) => one.id !== session.id);
  keepPrevious(new Inserter(state, new Objective(problem)), others, { from: ALWAYS, end: ALWAYS });
  return countedReasons(state, { req, first: seat.first, last: Math.min(seat.last, req.group.heads) });
}
