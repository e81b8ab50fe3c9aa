import { overlaps } from '../../calendar/spans.ts';
import type { Constraint } from './constraint.ts';

/** The tables of starts know it, so it is asked only where somebody wants to know why. */
export const nightRest: Constraint = {
  id: 'night-rest',
  sentence:
    'For `policy.restAfterNightHours` after a night (three hours of work between 23:00 and 06:00) its people are in no session, huddles apart.',
  why: 'Whoever has worked through the night sleeps next, and learns nothing before.',
  reason: () => 'these people rest after a night then',
  seat({ start, end, state, pool }, { group, way }, first, last) {
    if (pool.huddle || state.problem.model.policy.restAfterNight === 0) return last;
    return overlaps(state.problem.opens.rest(group.group.post), start - way, end + way) ? first - 1 : last;
  },
};
