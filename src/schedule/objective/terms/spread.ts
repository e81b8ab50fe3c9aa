import { dayFor, minutesOf } from '../../solution/session.ts';
import type { Proposal, State } from '../../solution/state.ts';
import type { Term } from './term.ts';

export const spread: Term = {
  id: 'spread',
  weight: 0.2,
  sentence:
    'Minutes are even over the weeks, each person’s and those of all together (squared hours per head and week).',
  about: 'start',
  scale: 1 / 3600,
  marginal(state, session) {
    const { pool, seats } = session;
    if (pool.huddle) return 0;
    let [heads, before] = [0, 0];
    for (let i = 0; i < seats.length; i++) {
      const { req, first, last } = seats[i]!;
      const week = state.weekOf(dayFor(session, req.group));
      before += state.weeks.minutesOf(req.group, first, last, week);
      heads += last - first + 1;
    }
    const minutes = minutesOf(session);
    return minutes * (2 * before + minutes * heads) + ofAll(state, session);
  },
};

/**
 * Whoever learns once a month has an even year whatever the week: those who are planned together should not all
 * be away in the same one. Costs what it would if each had the same share of the hours; the least is then the same.
 */
function ofAll(state: State, session: Proposal): number {
  const { day, heads } = session;
  const { everybody } = state.problem;
  const before = state.inAll[state.weekOf(day)]!;
  const after = before + heads * minutesOf(session);
  // Rounded week by week: whole numbers that add up exactly.
  return Math.round(after ** 2 / everybody) - Math.round(before ** 2 / everybody);
}
