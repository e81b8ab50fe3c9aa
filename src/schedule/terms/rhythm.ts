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
function gainOf(state: State, group: GroupInfo, first: number, last: number, week: number): number {
  const { memberBase } = group;
  if (state.weeks.together(group)) {
    return (last - first + 1) * newlyCovered(state, memberBase + first - 1, week);
  }
  let gain = 0;
  for (let member = first; member <= last; member++) {
    gain += newlyCovered(state, memberBase + member - 1, week);
  }
  return gain;
}

/** Weeks that a touch in `week` adds to those within reach of one. @param member of all */
function newlyCovered({ weeks, problem }: State, member: number, week: number): number {
  const reach = problem.model.policy.reinforceWithinWeeks;
  const lastWeek = Math.floor((problem.model.programme.ends - problem.firstMonday) / 7);
  const from = Math.max(week, weeks.lastTouch(member, week) + reach);
  const to = Math.min(week + reach - 1, lastWeek, weeks.nextTouch(member, week) - 1);
  return Math.max(0, to - from + 1);
}
