import { countsOn, type GroupInfo } from '../problem.ts';
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
    for (let i = 0; i < seats.length; i++) {
      const { req, first, last } = seats[i]!;
      if (req.group.joiner) continue;
      gain += gainOf(state, req.group, first, last, state.weekOf(dayFor(session, req.group)));
    }
    return -gain;
  },
};

/** Person-weeks that come within reach of a touch when these members have one in `week`. */
function gainOf({ weeks }: State, group: GroupInfo, first: number, last: number, week: number): number {
  const { memberBase } = group;
  if (weeks.together(group)) {
    return (last - first + 1) * weeks.newlyCovered(memberBase + first - 1, week);
  }
  let gain = 0;
  for (let member = first; member <= last; member++) {
    gain += weeks.newlyCovered(memberBase + member - 1, week);
  }
  return gain;
}
