import type { Constraint } from './constraint.ts';

export const roomOnce: Constraint = {
  id: 'room-once',
  sentence: 'A room holds one session at a time.',
  why: 'Two workshops in one room are none.',
  reason: (detail) => `${detail ?? 'every room'} is taken`,
  room: ({ state, start, end }, { index }) => !state.rooms.busy(index, start, end, 0),
  blockers({ state, start, end }, wanted) {
    return wanted.kind === 'room' ? state.rooms.sessions(wanted.room.index, start, end, 0) : [];
  },
};
