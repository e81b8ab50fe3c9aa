import type { Constraint } from './constraint.ts';

export const meetingSlot: Constraint = {
  id: 'meeting-slot',
  sentence:
    'A huddle is held inside one meeting of its department that its shift attends, one after the other.',
  why: 'A huddle uses minutes that the team already spends together.',
  reason: (detail) => `no meeting of ${detail ?? 'the department'} has room for it`,
  seat({ state, meeting, heads, start, end }, _req, first, last) {
    if (meeting < 0 || heads > 0) return last;
    return state.meetings.busy(meeting, start, end, 0) ? first - 1 : last;
  },
  blockers({ state, meeting, start, end }, wanted) {
    return wanted.kind === 'seat' && meeting >= 0 ? state.meetings.sessions(meeting, start, end, 0) : [];
  },
};
