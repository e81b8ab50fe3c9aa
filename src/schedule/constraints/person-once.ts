import type { Constraint } from './constraint.ts';

export const personOnce: Constraint = {
  id: 'person-once',
  sentence: 'A person is in one session at a time, with the changeover between two.',
  why: 'Nobody can sit in two rooms.',
  reason: () => 'the people are in other sessions',
  seat({ state, start, end }, req, first, last) {
    const gap = state.problem.model.policy.changeoverMinutes;
    const taken = state.people.lowestTaken(req.group.index, start, end, gap, first, last);
    return taken === 0 ? last : taken - 1;
  },
  blockers({ state, start, end }, wanted) {
    if (wanted.kind !== 'seat') return [];
    const gap = state.problem.model.policy.changeoverMinutes;
    return state.people.sessions(wanted.req.group.index, start, end, gap);
  },
};
