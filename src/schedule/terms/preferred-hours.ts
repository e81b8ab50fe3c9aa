import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import type { Proposal } from '../state.ts';
import type { Term } from './term.ts';

const [FROM, TO] = [9 * 60, 17 * 60];
/** A minute at a peak counts as so many outside the preferred hours. */
const PEAK = 4;

export const preferredHours: Term = {
  id: 'preferred-hours',
  weight: 0.5,
  sentence:
    'Sessions lie between nine and five where shifts allow it, joiners’ outside busy times (hours outside, huddles apart).',
  about: 'start',
  scale: 1 / 60,
  marginal(_state, session) {
    const { pool, start, end, day } = session;
    if (pool.huddle) return 0;
    const wall = pool.clock.wall(start);
    const from = wall - day * MINUTES_A_DAY;
    const to = from + (end - start);
    return to - from - Math.max(0, Math.min(to, TO) - Math.max(from, FROM)) + atPeak(session);
  },
};

/** Joiners may learn in busy times, but a quiet hour of the window serves everybody better. */
function atPeak({ start, end, seats }: Proposal): number {
  let minutes = 0;
  for (let i = 0; i < seats.length; i++) {
    const { req } = seats[i]!;
    if (req.quiet && !contains(req.quiet, start, end)) minutes += PEAK * (end - start);
  }
  return minutes;
}
