/** Modules that no room could hold, and seats that cannot be meant. */
import { append } from '../../../collections/lists.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import type { Id, Model, Module, Room } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import type { Problem } from '../problem.ts';
import { isHeld, sessionSites } from './sessions.ts';
import type { Check, Ground } from './types.ts';

function modulesHaveRooms({ written, model, report }: Ground): void {
  const rooms = new Map<Id, Room[]>();
  for (const room of model.rooms.values()) for (const site of room.sites) append(rooms, site, room);
  for (const module of model.modules.values()) {
    if (module.room.kind === 'none' || !isHeld(module)) continue;
    const sites = sessionSites(module, model);
    if (sites.length === 0) continue;
    const missed = sites.filter((site) => !(rooms.get(site) ?? []).some((room) => suits(room, module)));
    if (missed.length === 0) continue;
    const what = whatRoom(module);
    const all = missed.length === sites.length;
    const isOnline = missed.includes(ONLINE);
    const where = missed.length === 1 && missed[0] === ONLINE ? 'online' : `at ${missed.join(', ')}`;
    report({
      code: all ? 'no-room' : 'site-without-room',
      severity: all ? 'error' : 'warn',
      at: ['modules', module.id, written.modules.get(module.id)?.room === undefined ? 'format' : 'room'],
      message: `module "${module.id}" needs ${what}, and there is none ${where}`,
      fix: module.room.rooms
        ? `name a room there too, let people come to it (at: ${roomSites(module, model)}), or leave them out of its audience`
        : isOnline
          ? 'add one, such as rooms: { call: { site: online, seats: 100 } }, or write room: false'
          : (nowhere(module, model) ??
            `add such a room${comeTo(sites, missed)}, or write room: false or room: online`),
      related: module.room.rooms
        ? namedRooms(module, model)
        : unsuitable(missed.flatMap((site) => rooms.get(site) ?? [])),
    });
  }
}

/** Where people could come for it: a site that has a room. */
function comeTo(sites: readonly Id[], missed: readonly Id[]): string {
  const there = sites.find((site) => site !== ONLINE && !missed.includes(site));
  return there === undefined ? '' : `, let people come to where one is (at: ${there})`;
}

/** Of the rooms that a module names. */
function roomSites({ room }: Module, { rooms }: Model): string {
  const sites = [...new Set([...(room.rooms ?? [])].flatMap((id) => rooms.get(id)?.sites ?? []))].sort();
  return sites.length === 1 ? sites[0]! : `[${sites.join(', ')}]`;
}

/** `a room`, `a room with projector`, `room "town-hall"`, `room "town-hall" or "annex"` */
function whatRoom({ room: { features, rooms } }: Module): string {
  if (rooms)
    return `room ${[...rooms]
      .sort()
      .map((id) => `"${id}"`)
      .join(' or ')}`;
  return features.length > 0 ? `a room with ${features.join(', ')}` : 'a room';
}

/** A feature that no room has anywhere: perhaps only another word for one that they have. */
function nowhere({ room }: Module, { rooms }: Model): string | undefined {
  const known = [...new Set([...rooms.values()].flatMap(({ features }) => features))].sort();
  const unknown = room.features.find((feature) => !known.includes(feature));
  if (unknown === undefined || known.length === 0) return undefined;
  const near = nearest(unknown, known);
  if (near !== undefined) return `did you mean "${near}"?`;
  const some = known.slice(0, 6).join(', ');
  return `no room has "${unknown}": rooms have ${known.length > 6 ? `${some}, …` : some}; write one of these, or add it to a room`;
}

function namedRooms({ room }: Module, model: Model): Related {
  return [...(room.rooms ?? [])].sort().map((id) => ({
    message: `room "${id}" is ${model.rooms.get(id)?.site === ONLINE ? 'online' : `at ${model.rooms.get(id)?.sites.join(' and ')}`}`,
    at: ['rooms', id],
    key: true,
  }));
}

function unsuitable(rooms: readonly Room[]): Related {
  return rooms.slice(0, 3).map((room) => ({
    message: `room "${room.id}" (${room.seats} seats${room.features.length > 0 ? `, ${room.features.join(', ')}` : ''}) does not suit`,
    at: ['rooms', room.id],
    key: true,
  }));
}

type Related = NonNullable<Problem['related']>;

/** Of named rooms, the largest must take what the module promises. */
function namedRoomsAreLargeEnough({ written, model, report }: Ground): void {
  for (const module of model.modules.values()) {
    const { id, seats, room } = module;
    if (!room.rooms || !isHeld(module)) continue;
    const sites = new Set([...room.rooms].map((name) => model.rooms.get(name)?.site === ONLINE));
    if (sites.size > 1) {
      report({
        code: 'rooms-online-and-not',
        at: ['modules', id, 'room'],
        message: `module "${id}" names rooms online and at a site: it is held either way, not both`,
        fix: 'make two modules of it, or take one of them out',
        related: namedRooms(module, model),
      });
    }
    const largest = Math.max(...[...room.rooms].map((name) => model.rooms.get(name)?.seats ?? 0));
    const wanted = written.modules.get(id)?.seats === undefined ? seats.min : (seats.max ?? seats.min);
    if (wanted <= largest) continue;
    report({
      code: 'room-too-small',
      severity: 'warn',
      at: ['modules', id, 'room'],
      message: `module "${id}" seats ${wanted} people in a session, but ${whatRoom(module)} has ${largest} seats`,
      fix: `lower its seats to ${largest}, or name a larger room`,
      related: [{ message: 'its seats', at: ['modules', id, 'seats'] }, ...namedRooms(module, model)],
    });
  }
}

function suits(room: Room, { room: need }: Module): boolean {
  if (need.rooms && !need.rooms.has(room.id)) return false;
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
  { needs: ['rooms'], check: namedRoomsAreLargeEnough },
  { needs: [], check: seatsAreInOrder },
];
