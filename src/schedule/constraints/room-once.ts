import type { Constraint } from './constraint.ts';

export const roomOnce: Constraint = {
  id: 'room-once',
  sentence:
    'A room holds one session at a time; one that moves is at one site at a time, with the way between two.',
  why: 'Two workshops in one room are none.',
  reason: (detail) => `${detail ?? 'every room'} is taken`,
  room: ({ state, start, end, pool }, { index, gaps }) =>
    gaps
      ? !state.rooms.busyPlaces(index, start, end, gaps, pool.place)
      : !state.rooms.busy(index, start, end, 0),
  blockers({ state, start, end }, wanted) {
    if (wanted.kind !== 'room') return [];
    const { index, gaps } = wanted.room;
    return state.rooms.sessions(index, start, end, gaps?.most ?? 0);
  },
};
