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
    const { minutes } = pool;
    let cost = 0;
    for (const { req, first, last } of seats) {
      const from = state.cellOf(req.group, first, state.weekOf(dayFor(session, req.group)));
      for (let cell = from; cell <= from + last - first; cell++) {
        cost += minutes * (2 * state.load[cell]! + minutes);
      }
    }
    return cost;
  },
};
