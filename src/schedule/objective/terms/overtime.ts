import { partOnShift } from '../../problem/problem.ts';
import type { Term } from './term.ts';

export const overtime: Term = {
  id: 'overtime',
  weight: 3,
  sentence:
    'Sessions lie in the shifts of their people, also where they may lie next to them (hours of each outside).',
  about: 'start',
  scale: 1 / 60,
  applies: ({ modules }) => [...modules.values()].some(({ outsideShift }) => outsideShift),
  marginal(_state, { pool, start, end, seats }) {
    if (!pool.overtime) return 0;
    let minutes = 0;
    for (const { req, first, last } of seats)
      minutes += (last - first + 1) * partOnShift(req.group, start - req.way, end + req.way).outside;
    return minutes;
  },
};
