import { MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Term } from './term.ts';

const [FROM, TO] = [9 * 60, 17 * 60];

export const preferredHours: Term = {
  id: 'preferred-hours',
  weight: 0.5,
  sentence: 'Sessions lie between nine and five where shifts allow it (hours outside, huddles apart).',
  scale: 1 / 60,
  marginal(_state, { pool, start, end }) {
    if (pool.huddle) return 0;
    const wall = pool.clock.wall(start);
    const from = wall - Math.floor(wall / MINUTES_A_DAY) * MINUTES_A_DAY;
    const to = from + (end - start);
    return to - from - Math.max(0, Math.min(to, TO) - Math.max(from, FROM));
  },
};
