import { leadersOn } from '../problem/problem.ts';
import type { Constraint } from './constraint.ts';

export const leaderOnce: Constraint = {
  id: 'leader-once',
  sentence:
    'What the line leads is for people of one manager; at once at one site, department and shift at most its managers there, at least one.',
  why: 'A line manager coaches one conversation at a time.',
  reason: () => 'the line managers lead other sessions then',
  seat(draft, req, first, last) {
    const { state, start, end, pool } = draft;
    if (!pool.line || draft.inCell(req.group) > 0) return last;
    const { index } = req.group.cell;
    const leaders = leadersOn(req.group.cell, draft.dayFor(req.group));
    return state.leaders.peak(index, start, end) < leaders ? last : first - 1;
  },
  blockers({ state, start, end }, wanted) {
    return wanted.kind === 'seat' ? state.leaders.sessions(wanted.req.group.cell.index, start, end, 0) : [];
  },
};
