/** The session that somebody means by a part of its id. */
import { nearest } from '../../diagnostics/nearest.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import { Failure } from '../failure.ts';

/** Most that are named where several could be meant. */
const NAMED = 5;

/** The one whose id this is, or that alone begins with it, or holds it. @throws Failure where there is none, or several */
export function sessionMeant(text: string, plan: Plan | undefined, asOf: string): PlanSession {
  if (!plan)
    throw new Failure('there is no plan yet whose session could be named: run cxplan generate first');
  const all = plan.sessions.filter(({ status }) => status === 'confirmed');
  const exact = all.find(({ id }) => id === text);
  const open = all.filter(({ start }) => start.slice(0, 10) >= asOf);
  const some = exact
    ? [exact]
    : [open.filter(({ id }) => id.startsWith(text)), open.filter(({ id }) => id.includes(text))].find(
        ({ length }) => length > 0,
      );
  if (!some) {
    const near = nearest(
      text,
      all.map(({ id }) => id),
    );
    throw new Failure(
      `there is no session '${text}'${near === undefined ? '; sessions.csv has the ids' : `; did you mean '${near}'?`}`,
    );
  }
  const [session] = some;
  if (some.length > 1) {
    const ids = some.slice(0, NAMED).map(({ id, start }) => `${id} (${start.replace('T', ' ')})`);
    const more = some.length > NAMED ? `, … and ${some.length - NAMED} more` : '';
    throw new Failure(`'${text}' could be ${some.length} sessions: ${ids.join(', ')}${more}`);
  }
  if (session!.start.slice(0, 10) < asOf)
    throw new Failure(`'${session!.id}' has been held: nobody can move it any more`);
  return session!;
}
