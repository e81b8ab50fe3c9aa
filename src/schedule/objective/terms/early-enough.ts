import type { Term } from './term.ts';

/** Days that should be left before a window closes: a week, or a quarter of a short window. */
const SLACK = 7;

export const earlyEnough: Term = {
  id: 'early-enough',
  weight: 0.05,
  sentence: 'There is time for a second try before a window closes (person-days of slack that are missing).',
  about: 'start',
  scale: 1,
  marginal(_state, { day, seats }) {
    let cost = 0;
    for (let i = 0; i < seats.length; i++) {
      const { req, first, last } = seats[i]!;
      const wanted = Math.min(SLACK, (req.by - req.from) >> 2);
      cost += Math.max(0, wanted - (req.by - day)) * (last - first + 1);
    }
    return cost;
  },
};
