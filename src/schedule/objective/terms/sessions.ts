import { minutesOf } from '../../solution/session.ts';
import type { Term } from './term.ts';

export const sessions: Term = {
  id: 'sessions',
  weight: 2,
  sentence: 'Few sessions do for all (hours of whoever leads them, line managers included, huddles apart).',
  about: 'people',
  scale: 1 / 60,
  marginal: (_state, session) => (session.pool.led || session.pool.line ? minutesOf(session) : 0),
};
