/** `room-once`: a room holds one session at a time, and takes its time from one site to another where it moves. */
import { groupBy } from '../../collections/lists.ts';
import { pairs } from '../sweep.ts';
import type { Check, Violation } from '../types.ts';
import { longestWay, roomMinutes } from '../ways.ts';
import { named } from '../words.ts';

export const roomOnce: Check = ({ model, sessions }) => {
  const out: Violation[] = [];
  const inRooms = sessions.filter(({ raw }) => raw.room !== null);
  for (const [id, list] of groupBy(inRooms, ({ raw }) => raw.room!)) {
    const room = model.rooms.get(id);
    const moves = room && room.sites.length > 1;
    pairs(list, moves ? (room.travelMinutes ?? longestWay(model)) : 0, (a, b) => {
      const way = moves ? roomMinutes(model, room, a.raw.site, b.raw.site) : 0;
      if (b.start >= a.end + way) return;
      const name = room?.name ?? id;
      out.push({
        constraint: 'room-once',
        message:
          b.start < a.end
            ? `${named(a)} and ${named(b)} are in ${name} at the same time`
            : `${named(a)} and ${named(b)} are in ${name} with only ${b.start - a.end} minutes between (it takes ${way} to get there)`,
        sessions: [a.id, b.id],
      });
    });
  }
  return out;
};
