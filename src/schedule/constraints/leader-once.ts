import { contains } from '../../calendar/spans.ts';
import { type Cell, leadersOn } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
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
    // An event is everybody's; whoever opens it is nobody's manager there.
    if (cell.managed && pool.module.format !== 'event' && !contains(cell.managed, start, end))
      return first - 1;
    if (isLed(draft, cell)) return last;
    const leaders = leadersOn(cell, draft.dayFor(req.group));
    return state.leaders.peak(cell.line, start, end) < leaders ? last : first - 1;
  },
  blockers({ state, start, end }, wanted) {
    return wanted.kind === 'seat' ? state.leaders.sessions(wanted.req.group.cell.line, start, end, 0) : [];
  },
};

/** Whether somebody of a line is in the draft. */
function isLed({ seats }: Draft, { line }: Cell): boolean {
  for (let i = 0; i < seats.length; i++) if (seats[i]!.req.group.cell.line === line) return true;
  return false;
}
