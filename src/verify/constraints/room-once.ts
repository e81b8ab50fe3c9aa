/** `room-once`: a room holds one session at a time. */
import { groupBy } from '../../collections/lists.ts';
import { pairs } from '../sweep.ts';
import type { Check, Violation } from '../types.ts';
import { named } from '../words.ts';

export const roomOnce: Check = ({ model, sessions }) => {
  const out: Violation[] = [];
  const inRooms = sessions.filter(({ raw }) => raw.room !== null);
  for (const [id, list] of groupBy(inRooms, ({ raw }) => raw.room!)) {
    pairs(list, 0, (a, b) => {
      out.push({
        constraint: 'room-once',
        message: `${named(a)} and ${named(b)} are in ${model.rooms.get(id)?.name ?? id} at the same time`,
        sessions: [a.id, b.id],
      });
    });
  }
  return out;
};
