import { inMonths } from '../problem/problem.ts';
import type { Constraint } from './constraint.ts';

export const inWindow: Constraint = {
  id: 'in-window',
  sentence:
    'A session starts inside the window of every requirement it fills, on the days and hours its module allows.',
  why: 'A theme taught outside its month, or a basic taught after it was needed, is not what was asked.',
  reason: (detail, cause) =>
    cause === 'other-site'
      ? `it is held at ${detail} only, and these people do not travel there`
      : 'its window, or the module’s own days, hours and sites, leave no start',
  seat(draft, req, first, last) {
    const { pool, day } = draft;
    if (day < req.from || day > req.by) return first - 1;
    const own = draft.dayFor(req.group);
    if (own < req.from || own > req.by) return first - 1;
    return inMonths(pool.module, day) ? last : first - 1;
  },
};
