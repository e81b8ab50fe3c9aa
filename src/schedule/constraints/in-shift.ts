import type { Constraint } from './constraint.ts';

export const inShift: Constraint = {
  id: 'in-shift',
  sentence:
    'A session lies wholly inside the rostered hours of every group in it, in each group’s own zone, the way to another site and back included; next to them where its module says so (`hoursOutsideShift`).',
  why: 'Learning is paid work: nobody is asked to come before or stay after their shift.',
  reason: () => 'it lies outside the shift',
  seat({ start, end, state, pool }, req, first, last) {
    const { opens } = state.problem;
    const { group, way } = req;
    return opens.onShift(group.group.post, pool.module, start - way, end + way) ? last : first - 1;
  },
};
