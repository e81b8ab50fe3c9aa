/** Modules that nobody could lead or no room could hold, and facilitators who cannot be meant. */
import type { Facilitator, Id, Model, Module, Room } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import { byText } from '../values.ts';
import { reachOf } from './reach.ts';
import type { Check, Ground } from './types.ts';

const LEADERS: ReadonlySet<string> = new Set(['trainer', 'champion', 'external']);

/** Where its sessions can be: its people's sites, or online; the host's for shadowing is looked at elsewhere. */
function sessionSites(module: Module, model: Model): readonly Id[] {
  if (module.room.kind === 'online' || (module.sites?.size === 1 && module.sites.has(ONLINE)))
    return [ONLINE];
  return reachOf(module.audience, model).sites.filter((site) => !module.sites || module.sites.has(site));
}

function isPlanned({ format, when }: Module): boolean {
  return format !== 'interview' && format !== 'shadowing' && when.kind !== 'trigger';
}

function modulesAreTaught({ model, report }: Ground): void {
  const byKind = groupBy(model.facilitators.values(), (facilitator) => facilitator.kind);
  const ableTo = teachers(model.facilitators.values());
  for (const module of model.modules.values()) {
    if (!LEADERS.has(module.led) || !isPlanned(module)) continue;
    const sites = sessionSites(module, model);
    if (sites.length === 0) continue;
    const ofKind = byKind.get(module.led as Facilitator['kind']) ?? [];
    const able = ableTo(module);
    const missed = sites.filter(
      (site) => !able.some((facilitator) => !facilitator.sites || facilitator.sites.has(site)),
    );
    if (missed.length === sites.length) report(nobodyTeaches(module, sites, ofKind, able));
    else if (missed.length > 0) {
      report({
        code: 'site-without-facilitator',
        severity: 'warn',
        at: ['modules', module.id, 'audience'],
        message: `module "${module.id}" needs a ${module.led}, and none who teaches it comes to ${missed.join(', ')}`,
        fix: `add ${missed.length > 1 ? 'these sites' : missed[0]} to the sites of ${names(able)}`,
        related: [...mention(able)],
      });
    }
    if (able.length > 0) fitsADay(module, able, report);
  }
}

/** Who can teach a module: those who teach everything of its kind, and those who name it or its skill. */
function teachers(facilitators: Iterable<Facilitator>): (module: Module) => readonly Facilitator[] {
  const byWord = new Map<string, Facilitator[]>();
  for (const facilitator of facilitators) {
    for (const word of facilitator.teaches ?? ['*']) {
      const key = `${facilitator.kind} ${word}`;
      const same = byWord.get(key);
      if (same) same.push(facilitator);
      else byWord.set(key, [facilitator]);
    }
  }
  return ({ id, skill, led }) => {
    const words = new Set([id, skill, '*']);
    const found = [...words].flatMap((word) => byWord.get(`${led} ${word}`) ?? []);
    return [...new Set(found)].sort((a, b) => byText(a.id, b.id));
  };
}

function nobodyTeaches(
  module: Module,
  sites: readonly Id[],
  ofKind: readonly Facilitator[],
  able: readonly Facilitator[],
): Parameters<Ground['report']>[0] {
  const who = `module "${module.id}" is led by a ${module.led}`;
  const skill = module.skill === module.id ? 'it' : `"${module.skill}"`;
  const message =
    ofKind.length === 0
      ? `${who}, and there is none`
      : able.length === 0
        ? `${who}, and none of them teaches ${skill}`
        : `${who}, and none who teaches it comes to ${sites.join(', ')}`;
  const fix =
    ofKind.length === 0
      ? `add a facilitator with kind: ${module.led}, or write who else leads it (led: …)`
      : able.length === 0
        ? `add ${module.skill} to what ${names(ofKind)} teaches`
        : `add the site to the sites of ${names(able)}`;
  return {
    code: 'nobody-teaches',
    at: ['modules', module.id, 'led'],
    message,
    fix,
    related: mention(able.length > 0 ? able : ofKind),
  };
}

function fitsADay(module: Module, able: readonly Facilitator[], report: Ground['report']): void {
  const most = Math.max(...able.map(longestSession));
  if (module.minutes <= most) return;
  report({
    code: 'longer-than-facilitator',
    at: ['modules', module.id, 'minutes'],
    message: `module "${module.id}" takes ${module.minutes} minutes, but those who teach it lead at most ${most} minutes at a time`,
    fix: 'raise their hours, or split it into parts',
    related: mention(able),
  });
}

function longestSession({ hours, minutesPerDay, minutesPerWeek }: Facilitator): number {
  return Math.min(hours.end - hours.start, minutesPerDay ?? 1440, minutesPerWeek ?? 10_080);
}

function modulesHaveRooms({ model, report }: Ground): void {
  const rooms = groupBy(model.rooms.values(), (room) => room.site);
  for (const module of model.modules.values()) {
    if (module.room.kind === 'none' || !isPlanned(module)) continue;
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
      at: ['modules', module.id, 'room'],
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

function facilitatorsMakeSense({ model, report }: Ground): void {
  const leadersOf = new Map<Id, Id[]>();
  for (const { id, hours, teaches, kind, role } of model.facilitators.values()) {
    if (hours.start === hours.end) {
      report({
        code: 'no-length',
        at: ['facilitators', id, 'hours'],
        message: `the hours of facilitator "${id}" begin and end at the same time`,
        fix: 'write 00:00-24:00 for the whole day',
      });
    }
    for (const word of teaches ?? []) {
      const module = model.modules.get(word);
      if (!module || module.led === kind) continue;
      report({
        code: 'teaches-other-kind',
        severity: 'warn',
        at: ['facilitators', id, 'teaches'],
        message: `facilitator "${id}" is a ${kind} and teaches "${word}", which is led by ${module.led}`,
        fix: `write led: ${kind} in the module, or take it out here`,
        related: [{ message: `module "${word}"`, at: ['modules', word], key: true }],
      });
    }
    if (role !== undefined) leadersOf.set(role, [...(leadersOf.get(role) ?? []), id]);
  }
  for (const [role, leaders] of leadersOf) {
    const heads = [...model.posts.values()].reduce(
      (sum, post) => sum + (post.role === role ? post.heads : 0),
      0,
    );
    if (leaders.length <= heads) continue;
    report({
      code: 'more-facilitators-than-heads',
      severity: 'warn',
      at: ['facilitators', leaders[heads]!, 'role'],
      message: `${leaders.length} facilitators (${leaders.join(', ')}) hold the role "${role}", which has ${heads} heads`,
      fix: 'raise the heads, or take the role out',
      related: [{ message: `role "${role}"`, at: ['roles', role, 'heads'] }],
    });
  }
}

function names(facilitators: readonly Facilitator[]): string {
  const shown = facilitators.slice(0, 3).map(({ id }) => `"${id}"`);
  return facilitators.length > 3 ? `${shown.join(', ')} or others` : shown.join(' or ');
}

function mention(
  facilitators: readonly Facilitator[],
): { message: string; at: (string | number)[]; key: true }[] {
  return facilitators
    .slice(0, 3)
    .map(({ id }) => ({ message: `facilitator "${id}"`, at: ['facilitators', id], key: true }));
}

function groupBy<K, T>(items: Iterable<T>, key: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const PEOPLE = ['programme', 'sites', 'departments', 'roles'];

export const RESOURCE_CHECKS: readonly Check[] = [
  { needs: [...PEOPLE, 'facilitators'], check: modulesAreTaught },
  { needs: [...PEOPLE, 'rooms'], check: modulesHaveRooms },
  { needs: [], check: seatsAreInOrder },
  { needs: ['roles', 'departments', 'modules'], check: facilitatorsMakeSense },
];
