/**
 * Sessions that seat few: how many there are, what they take of those who lead, how few would do by counting, and which
 * setting keeps people from coming together.
 */

import { sayIn } from '../../calendar/say.ts';
import { append } from '../../collections/lists.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import type { Plan, PlanGroup, PlanSession } from '../../model/made/plan.ts';
import {
  type AwayLimit,
  awayLimitOf,
  type Id,
  type Model,
  type Module,
  mostAway,
  type Room,
} from '../../model/model.ts';
import { decimal } from '../../wording/words.ts';

export interface SessionSizes {
  readonly module: Id;
  readonly sessions: number;
  /** With fewer people than `seats.min`, and with one person. */
  readonly belowMin: number;
  readonly ofOne: number;
  /** What those take of whoever leads them. */
  readonly minutes: number;
  /** No plan holds fewer for the people who have a place. Counted: that so few can be had is not said. */
  readonly least: number;
  /** The same if nothing but seats and rooms kept people apart. */
  readonly otherwise: number;
  /** What keeps sessions small, and where it is written; undefined where no setting does, but the plan. */
  readonly cause: SizeCause | undefined;
}

export interface SizeCause {
  readonly setting: 'maxAway' | 'seats' | 'rooms' | 'audience';
  readonly pointer: Pointer;
  /** So many of a department's `heads` in one shift may go at once (`maxAway`); or seats. */
  readonly most: number;
  readonly heads?: number;
  readonly limit?: AwayLimit;
}

/** Modules with sessions that seat few; those of most minutes first. */
export function sessionSizes(model: Model, plan: Plan): SessionSizes[] {
  const byModule = new Map<Id, PlanSession[]>();
  for (const session of plan.sessions) {
    const module = model.modules.get(session.module);
    if (session.status !== 'confirmed' || !module || !isTogether(module)) continue;
    append(byModule, module.id, session);
  }
  const ground = groundOf(model, plan);
  const out: SessionSizes[] = [];
  for (const [id, sessions] of byModule) {
    const module = model.modules.get(id)!;
    const below = sessions.filter(({ heads }) => heads < module.seats.min);
    const alone = sessions.filter(({ heads }) => heads === 1);
    const small = new Set([...below, ...alone]);
    if (small.size === 0) continue;
    out.push({
      module: id,
      sessions: sessions.length,
      belowMin: below.length,
      ofOne: alone.length,
      minutes: [...small].reduce((sum, { minutes }) => sum + minutes, 0),
      ...leastOf(ground, module, sessions),
    });
  }
  return out.sort((a, b) => b.minutes - a.minutes || (a.module < b.module ? -1 : 1));
}

/** Of how many: those of one person are below `seats.min` where that is more than one. */
export function smallOf({ belowMin, ofOne }: Pick<SessionSizes, 'belowMin' | 'ofOne'>): number {
  return Math.max(belowMin, ofOne);
}

/** `50 with one person, 20 more with fewer than \`seats.min\``; empty where none is small. */
export function smallWords(model: Model, plan: Plan): string {
  let alone = 0;
  let few = 0;
  for (const sizes of sessionSizes(model, plan)) {
    alone += sizes.ofOne;
    few += smallOf(sizes) - sizes.ofOne;
  }
  const say = sayIn(model.programme.locale);
  const parts = [
    ...(alone > 0 ? [`${decimal(say, alone)} with one person`] : []),
    ...(few > 0 ? [`${decimal(say, few)} with fewer people than wanted (\`seats.min\`)`] : []),
  ];
  return parts.join(', ');
}

/** Meant for several; of one to one only what says so. */
function isTogether({ format, seats }: Module): boolean {
  if (format === 'huddle' || format === 'self-paced' || seats.max === 1) return false;
  return seats.min > 1 || (format !== 'coaching' && format !== 'shadowing');
}

/** What is looked up for every module. */
interface Ground {
  readonly model: Model;
  readonly groups: ReadonlyMap<Id, PlanGroup>;
  readonly rooms: ReadonlyMap<Id, readonly Room[]>;
  /** People by department, site and shift. */
  readonly heads: ReadonlyMap<string, number>;
}

function groundOf(model: Model, plan: Plan): Ground {
  const heads = new Map<string, number>();
  for (const post of model.posts.values()) {
    const key = `${post.department} ${post.site} ${post.shift}`;
    heads.set(key, (heads.get(key) ?? 0) + post.heads);
  }
  return {
    model,
    groups: new Map(plan.groups.map((group) => [group.id, group])),
    rooms: roomsBySite(model),
    heads,
  };
}

function roomsBySite({ rooms }: Model): Map<Id, Room[]> {
  const bySite = new Map<Id, Room[]>();
  for (const room of rooms.values()) for (const site of room.sites) append(bySite, site, room);
  return bySite;
}

/** The least number of sessions by occurrence and site, and what decides most of them. */
function leastOf(
  ground: Ground,
  module: Module,
  sessions: readonly PlanSession[],
): Pick<SessionSizes, 'least' | 'otherwise' | 'cause'> {
  const { groups } = ground;
  const pools = new Map<string, Map<string, number>>();
  for (const { occurrence, site, attendees } of sessions) {
    const cells = pools.get(`${occurrence} ${site}`) ?? new Map<string, number>();
    pools.set(`${occurrence} ${site}`, cells);
    for (const { group, first, last } of attendees) {
      const { department = '', shift = '', site: own = '', joiners = false } = groups.get(group) ?? {};
      const key = `${department} ${own} ${shift} ${joiners === false ? '' : 'joiners'}`;
      cells.set(key, (cells.get(key) ?? 0) + last - first + 1);
    }
  }
  let least = 0;
  let otherwise = 0;
  const votes = new Map<string, { readonly cause: SizeCause; readonly sessions: number }>();
  for (const [pool, cells] of pools) {
    const seats = seatsAt(ground, module, pool.split(' ')[1]!);
    const all = [...cells.values()].reduce((sum, heads) => sum + heads, 0);
    let decides = { need: Math.ceil(all / seats.most), cause: seats.cause };
    otherwise += decides.need;
    if (all < Math.max(2, module.seats.min)) {
      decides = {
        need: 1,
        cause: { setting: 'audience', pointer: ['modules', module.id, 'audience'], most: all },
      };
    }
    for (const [key, heads] of cells) {
      const away = awayFrom(ground, module, key);
      const need = Math.ceil(heads / Math.min(away.most, seats.most));
      if (need > decides.need) decides = { need, cause: away.cause };
    }
    least += decides.need;
    const name = decides.cause.pointer.join(' ');
    votes.set(name, { cause: decides.cause, sessions: (votes.get(name)?.sessions ?? 0) + decides.need });
  }
  const [first] = [...votes.values()].sort((a, b) => b.sessions - a.sessions);
  // Where fewer would do, the plan was made when it had to be so, or could not be better.
  const binds = first && (least === sessions.length || first.cause.setting !== 'seats');
  return { least, otherwise, cause: binds ? first.cause : undefined };
}

function seatsAt({ rooms }: Ground, module: Module, site: Id): { most: number; cause: SizeCause } {
  const own = module.seats.max ?? Number.POSITIVE_INFINITY;
  const fit = (rooms.get(site) ?? []).filter((room) =>
    module.room.features.every((one) => room.features.includes(one)),
  );
  const largest =
    module.room.kind === 'none' ? Number.POSITIVE_INFINITY : Math.max(1, ...fit.map(({ seats }) => seats));
  return largest < own
    ? { most: largest, cause: { setting: 'rooms', pointer: ['rooms'], most: largest } }
    : { most: own, cause: { setting: 'seats', pointer: ['modules', module.id, 'seats'], most: own } };
}

/** How many of one department, site and shift may be away at once, and where that is written. */
function awayFrom({ model, heads }: Ground, module: Module, key: string): { most: number; cause: SizeCause } {
  const [department = '', site, shift = '', joiners] = key.split(' ');
  const own = model.departments.get(department)?.shifts.get(shift)?.maxAway;
  const there = own === undefined ? [] : ['shifts', shift];
  const pointer =
    module.maxAway === undefined
      ? ['departments', department, ...there, 'maxAway']
      : ['modules', module.id, 'maxAway'];
  const all = heads.get(`${department} ${site} ${shift}`) ?? 0;
  const limit: AwayLimit = model.departments.has(department)
    ? awayLimitOf(model, module, { department, shift })
    : { share: 1 };
  // Joiners are not counted among those who keep the floor.
  const most = joiners === 'joiners' ? Number.POSITIVE_INFINITY : mostAway(limit, all);
  return { most, cause: { setting: 'maxAway', pointer, most, heads: all, limit } };
}
