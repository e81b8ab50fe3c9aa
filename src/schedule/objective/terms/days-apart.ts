import { minutesOf } from '../../solution/session.ts';
import { isFirstOf, shiftDayKey } from '../../solution/tallies.ts';
import type { Term } from './term.ts';

export const daysApart: Term = {
  id: 'days-apart',
  weight: 0.2,
  sentence:
    'People who work side by side learn on different days or nights, not all in one (squared hours of each department, shift and site in one, for each of its people).',
  about: 'start',
  scale: 1 / 3600,
  marginal(state, session) {
    const { pool, seats, start } = session;
    if (pool.huddle) return 0;
    const minutes = minutesOf(session);
    let cost = 0;
    for (let i = 0; i < seats.length; i++) {
      const { group } = seats[i]!.req;
      const { cell } = group;
      if (group.joiner || !isFirstOf(cell, seats, i)) continue;
      let heads = 0;
      for (let j = i; j < seats.length; j++) {
        const { req, first, last } = seats[j]!;
        if (req.group.cell === cell && !req.group.joiner) heads += last - first + 1;
      }
      const before = state.inShift[shiftDayKey(state.problem, cell, start)]!;
      const after = before + heads * minutes;
      // Rounded day by day: whole numbers that add up exactly.
      cost += Math.round(after ** 2 / cell.heads) - Math.round(before ** 2 / cell.heads);
    }
    return cost;
  },
};
