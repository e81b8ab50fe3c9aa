import type { Term } from './term.ts';

export const mixed: Term = {
  id: 'mixed',
  weight: 0.5,
  sentence: 'Departments that could learn together do (sessions of one department only).',
  about: 'people',
  scale: 1,
  marginal(_state, { pool, seats }) {
    if (!pool.mixed || pool.seats < 2) return 0;
    const first = seats[0]!.req.group.cell.department;
    return seats.some(({ req }) => req.group.cell.department !== first) ? 0 : 1;
  },
};
