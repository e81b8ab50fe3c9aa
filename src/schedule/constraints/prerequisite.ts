import type { Constraint } from './constraint.ts';
import { inOrder } from './precedence.ts';

export const prerequisite: Constraint = {
  id: 'prerequisite',
  sentence:
    'Everybody attends a module after its prerequisites, and its parts in order, at least (and where it says so, at most) so many days apart.',
  why: 'Practice without the idea behind it is theatre.',
  reason: (detail) => `${detail ?? 'what must come before it'} has no place early enough`,
  seat({ state, start, end, pool }, req, first, last) {
    if (!pool.linked) return last;
    const to = state.weeks.together(req.group) ? first : last;
    for (let member = first; member <= to; member++) {
      if (!inOrder(state, req, member, start, end)) return member - 1;
    }
    return last;
  },
};
