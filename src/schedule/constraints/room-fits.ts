import type { Constraint } from './constraint.ts';

export const roomFits: Constraint = {
  id: 'room-fits',
  sentence:
    'A session that needs a room has one at its site, with seats for all and the features it asks for.',
  why: 'Standing at the door is not attending.',
  reason: (detail, cause) =>
    cause === 'other-site'
      ? `it is held in ${detail} only, and these people are not asked to come there`
      : 'no room there has the seats and features',
  room: ({ heads, pool }, { room, ...info }) =>
    room.seats >= heads && pool.rooms.some(({ index }) => index === info.index),
};
