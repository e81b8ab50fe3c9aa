import type { Term } from './term.ts';

export const seatsMin: Term = {
  id: 'seats-min',
  weight: 1,
  sentence: 'A session has the people it needs to come alive (seats below its minimum).',
  about: 'people',
  scale: 1,
  marginal: (_state, { pool, heads }) => Math.max(0, pool.module.seats.min - heads),
};
