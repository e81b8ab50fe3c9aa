import { MINUTES_A_DAY, mondayOf } from '../../calendar/date.ts';
import { partOnShift } from '../problem/problem.ts';
import type { Constraint } from './constraint.ts';

export const overtimeLimit: Constraint = {
  id: 'overtime-limit',
  sentence:
    'A person has at most `policy.overtimeMinutesPerWeek` outside their shift in an ISO week, of modules that allow it (`hoursOutsideShift`).',
  why: 'Overtime is a favour; a plan that lives on it is not kept.',
  reason: () => 'these people have overtime enough in those weeks (overtimeMinutesPerWeek)',
  seat(draft, req, first, last) {
    const { state, pool, start, end } = draft;
    if (!pool.overtime) return last;
    const { outside } = partOnShift(req.group, start - req.way, end + req.way);
    if (outside === 0) return last;
    const most = state.problem.model.policy.overtimeMinutesPerWeek - outside;
    if (most < 0) return first - 1;
    let cell = state.weeks.cellOf(req.group, first, state.weekOf(draft.dayFor(req.group)));
    const to = state.weeks.together(req.group) ? first : last;
    for (let member = first; member <= to; member++, cell++) {
      if (state.weeks.overtime[cell]! > most) return member - 1;
    }
    return last;
  },
  blockers({ state, start, pool }, wanted) {
    if (wanted.kind !== 'seat' || !pool.overtime) return [];
    const { group } = wanted.req;
    const from = group.clock.utc(mondayOf(group.clock.day(start)) * MINUTES_A_DAY);
    return state.people
      .sessions(group.index, from, from + 7 * MINUTES_A_DAY, 0)
      .filter((id) => state.sessions[id]!.pool.overtime);
  },
};
