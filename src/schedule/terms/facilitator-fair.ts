import type { Term } from './term.ts';

export const facilitatorFair: Term = {
  id: 'facilitator-fair',
  weight: 0.01,
  sentence: 'Those who could lead share the work evenly (squared hours per facilitator).',
  about: 'leader',
  scale: 1 / 3600,
  marginal(state, { pool, facilitator }) {
    if (!facilitator) return 0;
    return pool.minutes * (2 * state.ledTotal[facilitator.index]! + pool.minutes);
  },
};
