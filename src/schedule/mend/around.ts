/**
 * What stands around sessions that need another place: everything that shares people, floors, leaders, rooms or
 * hosts with them while they could be held. Nothing else has a say in where they go.
 */
import { type Day, isoDate, mondayOf } from '../../calendar/date.ts';
import { type Pool, poolsOf } from '../../demand/cohorts.ts';
import type { Demand, Group, Requirement } from '../../demand/types.ts';
import type { Id, Module } from '../../model/model.ts';
import type { PlanSession } from '../../model/plan.ts';
import { cellKey } from '../encode/cells.ts';
import { hasFeatures, leadersOf, poolKey } from '../encode/resources.ts';
import type { World } from '../encode/world.ts';
import type { Part } from '../parts.ts';

/** What repeats a session, and what else repeats that, is not further away than so many days. */
const REPEATS = 2 * 42 + 1;

export interface Around {
  /** Who is in the sessions around, and all that is asked of them there. */
  readonly demand: Demand;
  /** Those that need another place, and those around them; confirmed ones only. */
  readonly sessions: readonly PlanSession[];
  /** All others of the part. */
  readonly others: readonly PlanSession[];
  /** Whose whole year counts: ids of the groups that need another place. */
  readonly groups: ReadonlySet<Id>;
  /** Modules of which somebody needs another place. */
  readonly moving: ReadonlySet<Id>;
}

/**
 * @param broken ids of the sessions that need another place
 * @param past the last day that is over
 */
export function around(world: World, part: Part, broken: ReadonlySet<string>, past: Day): Around {
  const asked = new Asked(part.demand.requirements);
  const reach = new Reach(world, part, broken, past, asked);
  const [sessions, others] = [[] as PlanSession[], [] as PlanSession[]];
  for (const session of part.sessions) {
    if (session.status === 'cancelled') continue;
    if (broken.has(session.id) || reach.holds(session)) sessions.push(session);
    else others.push(session);
  }
  return {
    demand: asked.by(part.demand, sessions),
    sessions,
    others,
    groups: reach.groups,
    moving: reach.moving,
  };
}

/** What is asked, by module, occurrence and group. */
class Asked {
  private readonly byModule = new Map<Id, Map<string, Map<Id, Requirement>>>();

  constructor(requirements: readonly Requirement[]) {
    for (const one of requirements) {
      const ofModule = entry(this.byModule, one.module.id, () => new Map<string, Map<Id, Requirement>>());
      entry(ofModule, one.occurrence, () => new Map<Id, Requirement>()).set(one.group.id, one);
    }
  }

  of({ module, occurrence, attendees }: PlanSession): Requirement[] {
    const groups = this.byModule.get(module)?.get(occurrence);
    return attendees.flatMap(({ group }) => groups?.get(group) ?? []);
  }

  /** The demand of some sessions, in the order of the whole one. */
  by({ groups, requirements }: Demand, sessions: readonly PlanSession[]): Demand {
    const own = new Set(sessions.flatMap((session) => this.of(session)));
    const who = new Set<Group>();
    for (const { group } of own) who.add(group);
    return {
      groups: groups.filter((group) => who.has(group)),
      requirements: requirements.filter((one) => own.has(one)),
    };
  }
}

function entry<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
}

/** What can stand in the way of those who need another place. */
class Reach {
  readonly groups = new Set<Id>();
  readonly moving = new Set<Id>();
  /** Those, and what comes before or after them. */
  private readonly tied = new Set<Id>();
  private readonly pools = new Set<string>();
  /** When somebody could need them: their own people, those of the same floors or of a role that leads. */
  private readonly own = new Windows();
  private readonly beside = new Windows();
  private readonly leaders = new Windows();
  private readonly rooms = new Windows();
  /** Modules that visit the same hosts. */
  private readonly visits = new Windows();
  /** The first day on which a session may still be joined. */
  private readonly open: string;
  private readonly world: World;
  private readonly past: Day;

  constructor(world: World, part: Part, broken: ReadonlySet<string>, past: Day, asked: Asked) {
    const { model } = world;
    this.world = world;
    this.past = past;
    this.open = isoDate(past + model.policy.noticeDays);
    const sessions = part.sessions.filter(({ id }) => broken.has(id));
    const requirements = [...new Set(sessions.flatMap((session) => asked.of(session)))];
    const groups = [...new Set(requirements.map(({ group }) => group))];
    const pools = poolsOf(model, { groups, requirements });
    const leads = leadersOf(world, pools);
    for (const pool of pools) this.addPool(pool, leads.get(poolKey(pool)) ?? []);
    for (const { module } of pools) this.addTies(module);
    this.addBeside(requirements, part.demand.groups);
  }

  holds(session: PlanSession): boolean {
    const { module, start, facilitator, room, attendees } = session;
    for (const { group } of attendees) {
      if (!this.groups.has(group)) continue;
      if (facilitator !== null || this.tied.has(module) || this.own.hold(group, start)) return true;
    }
    if (this.moving.has(module) && this.canBeJoined(session)) return true;
    if (facilitator !== null && this.leaders.hold(facilitator, start)) return true;
    if ((room !== null && this.rooms.hold(room, start)) || this.visits.hold(module, start)) return true;
    for (const { group } of attendees) if (this.beside.hold(group, start)) return true;
    return false;
  }

  /** Whether a session has a free seat, as it is, for those who look for another place. */
  private canBeJoined({ module, occurrence, site, room, start, heads }: PlanSession): boolean {
    const { modules, rooms } = this.world.model;
    const seats = modules.get(module)?.seats.max ?? Number.POSITIVE_INFINITY;
    const most = room === null ? seats : Math.min(seats, rooms.get(room)?.seats ?? 0);
    return heads < most && start >= this.open && this.pools.has(poolName(module, occurrence, site));
  }

  private addPool({ module, occurrence, site, requirements }: Pool, leaders: readonly Id[]): void {
    const { model, roomsOfSite } = this.world;
    const window = windowOf(requirements, this.past);
    this.moving.add(module.id);
    this.pools.add(poolName(module.id, occurrence, site));
    for (const id of leaders) this.leaders.widen(id, window);
    if (module.room.kind !== 'none') {
      for (const room of roomsOfSite.get(site) ?? [])
        if (hasFeatures(room, module)) this.rooms.widen(room.id, window);
    }
    const { host } = module;
    if (!host) return;
    for (const other of model.modules.values()) {
      if (other.host?.department === host.department) this.visits.widen(other.id, window);
    }
  }

  private addTies(module: Module): void {
    this.tied.add(module.id);
    for (const before of module.after) this.tied.add(before.module);
    for (const { module: after } of this.world.followers.get(module.id) ?? []) this.tied.add(after);
  }

  private addBeside(requirements: readonly Requirement[], all: readonly Group[]): void {
    const { model, leadingRoles } = this.world;
    const [cells, roles] = [new Windows(), new Windows()];
    for (const requirement of requirements) {
      const { id, post } = requirement.group;
      const { from, by } = windowOf([requirement], this.past);
      this.groups.add(id);
      // What repeats something counts, too.
      this.own.widen(id, { from: from - REPEATS, by: by + REPEATS });
      cells.widen(cellKey(post), { from, by });
      if (leadingRoles.has(post.role)) roles.widen(post.role, { from, by });
    }
    for (const { id, role } of model.facilitators.values()) {
      if (role !== undefined) roles.widenAs(role, this.leaders, id);
    }
    for (const { id, post } of all) {
      this.beside.widenAs(id, cells, cellKey(post));
      this.beside.widenAs(id, roles, post.role);
    }
    for (const { id, role } of model.facilitators.values()) {
      if (role !== undefined) this.leaders.widenAs(id, roles, role);
    }
  }
}

interface Window {
  readonly from: Day;
  /** Inclusive. */
  readonly by: Day;
}

/** When each of some things could be needed, in whole weeks and a day or two on either side: zones differ. */
class Windows {
  private readonly windows = new Map<Id, Window>();
  /** As the beginnings of local times. */
  private readonly texts = new Map<Id, { readonly from: string; readonly end: string }>();

  widen(id: Id, { from, by }: Window): void {
    const known = this.windows.get(id);
    if (known && known.from <= from && known.by >= by) return;
    const window = known ? { from: Math.min(from, known.from), by: Math.max(by, known.by) } : { from, by };
    this.windows.set(id, window);
    // Load and hours a week go by whole weeks.
    this.texts.set(id, { from: isoDate(mondayOf(window.from) - 2), end: isoDate(mondayOf(window.by) + 9) });
  }

  widenAs(id: Id, others: Windows, other: Id): void {
    const window = others.windows.get(other);
    if (window) this.widen(id, window);
  }

  /** @param start local time of a session */
  hold(id: Id, start: string): boolean {
    const window = this.texts.get(id);
    return window !== undefined && start >= window.from && start < window.end;
  }
}

function poolName(module: Id, occurrence: string, site: Id): string {
  return `${module} ${occurrence} ${site}`;
}

/** Days that can still be chosen for any of them. */
function windowOf(requirements: readonly Requirement[], past: Day): Window {
  let [first, last] = [Number.POSITIVE_INFINITY, past];
  for (const { from, by } of requirements) [first, last] = [Math.min(first, from), Math.max(last, by)];
  return { from: Math.max(first, past), by: last };
}
