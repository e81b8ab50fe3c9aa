import type { Constraint } from './constraint.ts';

export const inShift: Constraint = {
  id: 'in-shift',
  sentence: 'A session lies wholly inside the rostered hours of every group in it, in each group’s own zone.',
  why: 'Learning is paid work: nobody is asked to come before or stay after their shift.',
  reason: () => 'it lies outside the shift',
  seat({ start, end, state }, req, first, last) {
    return state.problem.opens.isRostered(req.group.group.post, start, end) ? last : first - 1;
  },
};
