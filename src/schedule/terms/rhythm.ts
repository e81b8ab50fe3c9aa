import { countsOn } from '../problem.ts';
import { dayFor, type State } from '../state.ts';
import type { Term } from './term.ts';

export const rhythm: Term = {
  id: 'rhythm',
  weight: 0.2,
  sentence: 'Nobody is left long without learning about customers (person-weeks outside the rhythm).',
  about: 'start',
  scale: 1,
  base(problem) {
    let people = 0;
    for (const { joiner, heads } of problem.groups) if (!joiner) people += heads;
    const { starts, ends } = problem.model.programme;
    return (
      people *
      (Math.floor((ends - problem.firstMonday) / 7) - Math.floor((starts - problem.firstMonday) / 7) + 1)
    );
  },
  marginal(state, session) {
    const { pool, day, seats } = session;
    if (!countsOn(state.problem, pool, day)) return 0;
    let gain = 0;
    for (const { req, first, last } of seats) {
      if (req.group.joiner) continue;
      const week = state.weekOf(dayFor(session, req.group));
      for (let member = first; member <= last; member++) {
        gain += newlyCovered(state, state.cellOf(req.group, member, 0), req.group.heads, week);
      }
    }
    return -gain;
  },
};

/** Weeks that a touch in `week` adds to those within reach of one. @param row,step where a member's weeks stand */
function newlyCovered({ touches, problem }: State, row: number, step: number, week: number): number {
  const reach = problem.model.policy.reinforceWithinWeeks;
  const lastWeek = Math.floor((problem.model.programme.ends - problem.firstMonday) / 7);
  if (touches[row + step * week]! > 0) return 0;
  let from = week;
  for (let back = 1; back < reach && week - back >= 0; back++) {
    if (touches[row + step * (week - back)]! === 0) continue;
    from = week - back + reach;
    break;
  }
  let to = Math.min(week + reach - 1, lastWeek);
  for (let next = week + 1; next <= to; next++) {
    if (touches[row + step * next]! === 0) continue;
    to = next - 1;
    break;
  }
  return Math.max(0, to - from + 1);
}
