import type { Term } from './term.ts';

export const spread: Term = {
  id: 'spread',
  weight: 0.2,
  sentence: 'A person’s minutes are even over the weeks (squared hours per person and week).',
  scale: 1 / 3600,
  marginal(state, { pool, start, seats }) {
    if (pool.huddle) return 0;
    const { minutes } = pool;
    let cost = 0;
    for (const { req, first, last } of seats) {
      let cell = state.cellOf(req.group, first, state.weekOf(req.group.clock.day(start)));
      for (let member = first; member <= last; member++, cell += state.problem.weeks) {
        cost += minutes * (2 * state.load[cell]! + minutes);
      }
    }
    return cost;
  },
};
