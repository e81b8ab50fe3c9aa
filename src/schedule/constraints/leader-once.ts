import { contains } from '../../calendar/spans.ts';
import { leadersOn } from '../problem/problem.ts';
import { wayOfLine } from '../solution/tallies.ts';
import type { Constraint } from './constraint.ts';

export const leaderOnce: Constraint = {
  id: 'leader-once',
  sentence:
    'What the line leads is for people of one manager, while that manager is at work (where their shifts never meet, whenever the people are); at once at most as many sessions as there are managers there, at least one.',
  why: 'A line manager coaches one conversation at a time.',
  reason: (detail) =>
    detail === undefined
      ? 'the line managers lead other sessions then'
      : `${detail} lead other sessions then, or are not at work`,
  seat(draft, req, first, last) {
    const { state, start, end, pool } = draft;
    if (!pool.line) return last;
    const { cell } = req.group;
    const { way } = req;
    const [leave, back] = [start - way, end + way];
    // An event is everybody's; whoever opens it is nobody's manager there.
    if (cell.managed && pool.module.format !== 'event' && !contains(cell.managed, leave, back))
      return first - 1;
    if (wayOfLine(cell, draft.seats) >= way) return last;
    const leaders = leadersOn(cell, draft.dayFor(req.group));
    return state.leaders.peak(cell.line, leave, back) < leaders ? last : first - 1;
  },
  blockers({ state, start, end }, wanted) {
    if (wanted.kind !== 'seat') return [];
    const { group, way } = wanted.req;
    return state.leaders.sessions(group.cell.line, start, end, way);
  },
};
