import { floorOn, partOnShift } from '../problem/problem.ts';
import type { Constraint } from './constraint.ts';

export const floor: Constraint = {
  id: 'floor',
  sentence:
    'Of one department’s people on one shift at one site, at most the share that may be away (at least one) is in sessions, or on the way to one and back.',
  why: 'Customers are served while colleagues learn.',
  reason: (detail) => `too few would stay on the floor${detail ? ` (${detail})` : ''}`,
  seat(draft, req, first, last) {
    if (req.floor === Number.POSITIVE_INFINITY) return last;
    const { state } = draft;
    const { group, way } = req;
    const [leave, back] = [draft.start - way, draft.end + way];
    const { from: start, to: end } = draft.pool.overtime
      ? partOnShift(group, leave, back)
      : { from: leave, to: back };
    // Outside the shift nobody is missed.
    if (start >= end) return last;
    const most = floorOn(req, draft.dayFor(req.group));
    const spare = state.floors.spareUnderLargest(req.group.cell.index, start, end, most);
    return Math.max(first - 1, Math.min(last, first - 1 + spare - draft.inCell(req.group)));
  },
  blockers({ state, start, end }, wanted) {
    if (wanted.kind !== 'seat') return [];
    const { group, way } = wanted.req;
    return state.floors.sessions(group.cell.index, start, end, way);
  },
};
