/** `room-fits`: a room where one is needed, at the session's site, with its features and enough seats. */
import { ONLINE } from '../../model/model.ts';
import type { Check, Facts, TimedSession } from '../types.ts';
import { named } from '../words.ts';

export const roomFits: Check = (facts) =>
  facts.sessions.flatMap((session) =>
    faults(facts, session).map((fault) => ({
      constraint: 'room-fits',
      message: `${named(session)} ${fault}`,
      sessions: [session.id],
    })),
  );

function faults({ model }: Facts, { raw, module, seated }: TimedSession): string[] {
  const heads = seated.reduce((sum, part) => sum + part.heads, 0);
  const out: string[] = [];
  const { max } = module.seats;
  if (max !== undefined && heads > max) out.push(`seats ${heads} people, but the module takes ${max}`);
  const { kind, features, rooms } = module.room;
  if (raw.room === null) return kind === 'none' ? out : [...out, 'has no room, but needs one'];
  if (kind === 'none') return [...out, `takes ${raw.room}, but needs no room`];
  const room = model.rooms.get(raw.room);
  if (!room) return [...out, `is in "${raw.room}", which is not among the rooms`];
  if (!room.sites.includes(kind === 'online' ? ONLINE : raw.site)) {
    out.push(`is at ${raw.site}, but ${room.name} is at ${room.sites.join(' or ')}`);
  }
  if (rooms && !rooms.has(room.id)) {
    out.push(`is in ${room.name}, but the module asks for ${[...rooms].sort().join(' or ')}`);
  }
  if (heads > room.seats) out.push(`seats ${heads} people, but ${room.name} has ${room.seats} seats`);
  const missing = features.filter((feature) => !room.features.includes(feature));
  if (missing.length > 0) out.push(`needs ${missing.join(', ')}, which ${room.name} does not have`);
  return out;
}
