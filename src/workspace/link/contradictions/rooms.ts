/** Modules that no room could hold, and seats that cannot be meant. */
import type { Module, Room } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import { groupBy, isHeld, sessionSites } from './sessions.ts';
import type { Check, Ground } from './types.ts';

function modulesHaveRooms({ written, model, report }: Ground): void {
  const rooms = groupBy(model.rooms.values(), (room) => room.site);
  for (const module of model.modules.values()) {
    if (module.room.kind === 'none' || !isHeld(module)) continue;
    const sites = sessionSites(module, model);
    if (sites.length === 0) continue;
    const missed = sites.filter((site) => !(rooms.get(site) ?? []).some((room) => suits(room, module)));
    if (missed.length === 0) continue;
    const what =
      module.room.features.length > 0 ? `a room with ${module.room.features.join(', ')}` : 'a room';
    const all = missed.length === sites.length;
    const where = missed.length === 1 && missed[0] === ONLINE ? 'online' : `at ${missed.join(', ')}`;
    report({
      code: all ? 'no-room' : 'site-without-room',
      severity: all ? 'error' : 'warn',
      at: ['modules', module.id, written.modules.get(module.id)?.room === undefined ? 'format' : 'room'],
      message: `module "${module.id}" needs ${what}, and there is none ${where}`,
      fix: 'add such a room, or write room: false or room: online',
      related: missed
        .flatMap((site) => rooms.get(site) ?? [])
        .slice(0, 3)
        .map((room) => ({
          message: `room "${room.id}" (${room.seats} seats${room.features.length > 0 ? `, ${room.features.join(', ')}` : ''}) does not suit`,
          at: ['rooms', room.id],
          key: true,
        })),
    });
  }
}

function suits(room: Room, { room: need }: Module): boolean {
  return need.features.every((feature) => room.features.includes(feature));
}

function seatsAreInOrder({ model, report }: Ground): void {
  for (const { id, seats, audience } of model.modules.values()) {
    if (seats.max !== undefined && seats.min > seats.max) {
      report({
        code: 'seats-min-over-max',
        at: ['modules', id, 'seats'],
        message: `module "${id}" wants at least ${seats.min} people in a session that takes at most ${seats.max}`,
        fix: 'swap the two, or raise max',
      });
    } else if (audience.heads > 0 && seats.min > audience.heads) {
      report({
        code: 'seats-min-over-audience',
        severity: 'warn',
        at: ['modules', id, 'seats'],
        message: `module "${id}" wants at least ${seats.min} people in a session, but its audience has ${audience.heads}`,
        fix: 'lower seats.min',
        related: [{ message: 'its audience', at: ['modules', id, 'audience'] }],
      });
    }
  }
}

export const ROOM_CHECKS: readonly Check[] = [
  { needs: ['programme', 'sites', 'departments', 'roles', 'rooms'], check: modulesHaveRooms },
  { needs: [], check: seatsAreInOrder },
];
