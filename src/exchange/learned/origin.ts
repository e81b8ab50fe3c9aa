/** Where something was learned: a session of the plan, or a module; what is known of that need not be written. */
import { type Day, toDay } from '../../calendar/date.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Id, Model } from '../../model/model.ts';
import { plainTitle } from '../table/titles.ts';
import type { Row } from '../table/types.ts';
import type { Say } from './types.ts';

export interface Origin {
  /** A session's or a module's. */
  readonly id: Id;
  /** Of a session. */
  readonly date: Day | undefined;
  /** Where a session's people are of one alone. */
  readonly department: Id | undefined;
  /** In how many days something is to be done about it. */
  readonly withinDays: number | undefined;
}

export function originOf(row: Row, model: Model, plan: Plan | undefined, say: Say): Origin | undefined {
  const text = row.cell('session');
  if (text === undefined) return undefined;
  const session = sessionsOf(plan).get(text);
  const module = session
    ? model.modules.get(session.module)
    : [...model.modules.values()].find(({ id, name }) =>
        [id, name].some((one) => plainTitle(one) === plainTitle(text)),
      );
  if (!session && !module) {
    const near = nearest(text, [...sessionsOf(plan).keys(), ...model.modules.keys()]);
    return say(
      row,
      'session',
      'unknown-reference',
      `there is no session or module "${text}"`,
      near
        ? `did you mean "${near}"?`
        : 'write the id of a session of the plan, or of a module; or leave it empty',
    );
  }
  const [department, ...others] = session?.departments ?? [];
  return {
    id: session ? session.id : module!.id,
    date: session && toDay(session.start.slice(0, 10)),
    department: others.length === 0 ? department : undefined,
    withinDays: module?.followUp?.withinDays,
  };
}

const known = new WeakMap<Plan, ReadonlyMap<Id, Plan['sessions'][number]>>();

function sessionsOf(plan: Plan | undefined): ReadonlyMap<Id, Plan['sessions'][number]> {
  if (!plan) return new Map();
  let sessions = known.get(plan);
  if (!sessions) {
    sessions = new Map(plan.sessions.map((session) => [session.id, session]));
    known.set(plan, sessions);
  }
  return sessions;
}
