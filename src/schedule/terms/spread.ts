import { dayFor } from '../state.ts';
import type { Term } from './term.ts';

export const spread: Term = {
  id: 'spread',
  weight: 0.2,
  sentence: 'A person’s minutes are even over the weeks (squared hours per person and week).',
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
    return pool.minutes * (2 * before + pool.minutes * heads);
  },
};
