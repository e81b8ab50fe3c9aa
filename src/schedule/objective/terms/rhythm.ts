import { countsOn } from '../../problem/problem.ts';
import { dayFor } from '../../solution/session.ts';
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
    for (let i = 0; i < seats.length; i++) {
      const { req, first, last } = seats[i]!;
      if (req.group.joiner) continue;
      const week = state.weekOf(dayFor(session, req.group));
      gain += state.weeks.newlyCovered(req.group, first, last, week);
    }
    return -gain;
  },
};
