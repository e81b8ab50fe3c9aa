import type { Constraint } from './constraint.ts';

export const load: Constraint = {
  id: 'load',
  sentence:
    'A person has at most `minutesPerWeek` in an ISO week, huddles apart; one longer session may stand alone.',
  why: 'What is crammed into a week is not learned, and the floor misses the hands.',
  reason: () => 'the weeks of these people are full (minutesPerWeek)',
  seat(draft, req, first, last) {
    const { state, pool } = draft;
    if (pool.huddle) return last;
    const most = req.group.perWeek - pool.minutes;
    const { sessions, minutes } = state.weeks;
    const to = state.weeks.together(req.group) ? first : last;
    let cell = state.weeks.cellOf(req.group, first, state.weekOf(draft.dayFor(req.group)));
    for (let member = first; member <= to; member++, cell++) {
      if (minutes[cell]! > most && sessions[cell]! > 0) return member - 1;
    }
    return last;
  },
  blockers({ state, start }, wanted) {
    if (wanted.kind !== 'seat') return [];
    const { group } = wanted.req;
    const day = group.clock.day(start);
    const monday = day - ((((day + 3) % 7) + 7) % 7);
    const from = group.clock.utc(monday * 1440);
    return state.people
      .sessions(group.index, from, from + 7 * 1440, 0)
      .filter((id) => !state.sessions[id]!.pool.huddle);
  },
};
