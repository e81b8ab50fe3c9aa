/** Model and demand → the problem that the search solves. */
import { type Day, mondayOf } from '../../calendar/date.ts';
import { type Pool as DemandPool, poolsOf } from '../../demand/cohorts.ts';
import type { Demand, Requirement } from '../../demand/types.ts';
import { type Id, type Model, ONLINE } from '../../model/model.ts';
import { Clocks } from '../clock.ts';
import { rulesOf } from '../constraints/index.ts';
import { HUDDLE_STEP } from '../huddles.ts';
import { Opens } from '../opens.ts';
import {
  type Cell,
  type FacilitatorInfo,
  type GroupInfo,
  LONG,
  type Pool,
  type Problem,
  type Req,
  type RoomInfo,
} from '../problem.ts';
import { cellsOf, groupsOf, headsOf, rolesOfFacilitators } from './people.ts';
import { facilitatorsOf, hasFeatures, leadersOf, needsFacilitator, poolKey, roomsOf } from './resources.ts';
import { Tables } from './tables.ts';
import { touchesOf } from './touches.ts';

/** Days before and after the programme that zones may reach into. */
const MARGIN = { before: 3, after: 5 };

/** Encodes model and demand. @param past no new session starts on or before this day */
export function makeProblem(model: Model, demand: Demand, past: Day): Problem {
  const { starts, ends } = model.programme;
  const clocks = new Clocks(starts, ends);
  const opens = new Opens(model, clocks);
  const roles = rolesOfFacilitators(model);
  const cells = cellsOf(model);
  const groups = groupsOf(model, demand, clocks, cells, roles);
  const rooms = roomsOf(model, clocks);
  const found = poolsOf(model, demand);
  const leads = leadersOf(model, found);
  const facilitators = facilitatorsOf(model, clocks, roles, leads);
  const tables = new Tables(model, opens, cellsByPlace(cells.values()));
  const moduleIndex = new Map([...model.modules.keys()].map((id, i) => [id, i]));
  const followers = followersOf(model);
  const pools = new Pools({ model, clocks, rooms, facilitators, leads, moduleIndex, followers });
  const reqs = new Requirements(model, groups, tables, moduleIndex.size);
  for (const [index, pool] of found.entries()) {
    const info = pools.add(pool, index);
    for (const requirement of pool.requirements) reqs.add(requirement, info);
  }
  reqs.sortLinks();
  for (const pool of pools.list) pool.rules = rulesOf(pool);
  const firstMonday = mondayOf(starts) - 7;
  const last = groups.at(-1);
  const firstDay = starts - MARGIN.before;
  const days = ends - firstDay + MARGIN.after;
  return {
    model,
    clocks,
    opens,
    groups,
    cells: [...cells.values()],
    rooms,
    facilitators,
    pools: pools.list,
    reqs: reqs.list,
    linked: reqs.linked,
    moduleIndex,
    followers,
    repeatable: reqs.repeatable,
    ...touchesOf(model, firstDay, days),
    roleHeads: [...roles.keys()].map((role) => headsOf(model, role)),
    hosts: pools.hosts.size,
    meetings: pools.meetings.size,
    members: last ? last.memberBase + last.heads : 0,
    places: reqs.places,
    firstDay,
    days,
    firstMonday,
    weeks: Math.ceil((ends - firstMonday) / 7) + 2,
    reach: longest(model),
    past,
  };
}

interface Sources
  extends Pick<Problem, 'model' | 'clocks' | 'rooms' | 'facilitators' | 'moduleIndex' | 'followers'> {
  readonly leads: ReadonlyMap<string, readonly Id[]>;
}

/** Pools with what they need, looked up by site and name once. */
class Pools {
  readonly list: Pool[] = [];
  readonly hosts = new Numbers();
  readonly meetings = new Numbers();
  private readonly sources: Sources;
  private readonly able: ReadonlyMap<string, readonly FacilitatorInfo[]>;
  private readonly places: ReadonlyMap<Id, number>;
  private readonly roomsBySite = new Map<Id, RoomInfo[]>();

  constructor(sources: Sources) {
    const { facilitators, leads, model, rooms } = sources;
    this.sources = sources;
    const byId = new Map(facilitators.map((info) => [info.facilitator.id, info]));
    this.able = new Map([...leads].map(([key, ids]) => [key, ids.map((id) => byId.get(id)!)]));
    this.places = new Map([...model.sites.keys()].map((id, i) => [id, i]));
    const smallestFirst = [...rooms].sort((a, b) => a.room.seats - b.room.seats);
    for (const info of smallestFirst) push(this.roomsBySite, info.room.site, info);
  }

  add(pool: DemandPool, index: number): Pool {
    const { model, clocks, moduleIndex, followers } = this.sources;
    const { module, site } = pool;
    const { host } = module;
    const huddle = module.format === 'huddle';
    const quiet = huddle || module.format === 'self-paced';
    const info: Pool = {
      index,
      module,
      occurrence: pool.occurrence,
      part: pool.part?.number ?? 0,
      site,
      place: site === ONLINE ? -1 : this.places.get(site)!,
      clock: clocks.of(pool.zone),
      minutes: module.minutes,
      step: huddle ? HUDDLE_STEP : model.policy.startEvery,
      seats: Math.min(module.seats.max ?? Number.POSITIVE_INFINITY, host?.guests ?? Number.POSITIVE_INFINITY),
      led: needsFacilitator(module),
      able: this.able.get(poolKey(pool)) ?? [],
      roomed: !quiet && module.room.kind !== 'none',
      rooms: (this.roomsBySite.get(site) ?? []).filter(({ room }) => hasFeatures(room, module)),
      huddle,
      line: module.led === 'line' && !huddle,
      host: host ? this.hosts.of(`${host.department} ${site}`) : -1,
      guests: host?.guests ?? 0,
      meetings: huddle ? this.firstMeeting(pool) : -1,
      linked: module.parts > 1 || module.after.length > 0 || followers.has(module.id),
      moduleIndex: moduleIndex.get(module.id)!,
      roles: false,
      rules: [],
      departments: new Set(),
      reqs: [],
    };
    this.list.push(info);
    return info;
  }

  /** Meetings of one department and site have neighbouring numbers, in the department's order. */
  private firstMeeting({ site, requirements }: DemandPool): number {
    const { department } = requirements[0]!.group.post;
    const { meetings } = this.sources.model.departments.get(department)!;
    const first = this.meetings.of(`${department} ${site} 0`);
    for (let i = 1; i < meetings.length; i++) this.meetings.of(`${department} ${site} ${i}`);
    return first;
  }
}

/** Requirements of all pools, numbered through. */
class Requirements {
  readonly list: Req[] = [];
  readonly linked = new Map<number, Req[]>();
  readonly repeatable: Uint8Array;
  places = 0;
  private readonly model: Model;
  private readonly tables: Tables;
  private readonly modules: number;
  private readonly byGroup: ReadonlyMap<Id, GroupInfo>;

  constructor(model: Model, groups: readonly GroupInfo[], tables: Tables, modules: number) {
    this.model = model;
    this.tables = tables;
    this.modules = modules;
    this.byGroup = new Map(groups.map((info) => [info.group.id, info]));
    this.repeatable = new Uint8Array(groups.length);
  }

  add(requirement: Requirement, pool: Pool): void {
    const { module } = pool;
    const group = this.byGroup.get(requirement.group.id)!;
    const req: Req = {
      index: this.list.length,
      requirement,
      group,
      pool,
      from: requirement.from,
      by: requirement.by,
      tables: this.tables.of(pool, group),
      base: this.places,
      floor: this.floorOf(pool, group),
      quiet: group.joiner && !pool.huddle ? this.tables.quiet(pool, group) : undefined,
    };
    this.places += group.heads;
    this.list.push(req);
    pool.reqs.push(req);
    if (group.role >= 0) pool.roles = true;
    pool.departments.add(group.cell.department);
    if (module.minutes >= LONG && module.themes.length > 0) this.repeatable[group.index] = 1;
    if (pool.linked) push(this.linked, group.index * this.modules + pool.moduleIndex, req);
  }

  sortLinks(): void {
    for (const list of this.linked.values()) {
      list.sort((a, b) => a.from - b.from || a.by - b.by || a.pool.part - b.pool.part);
    }
  }

  private floorOf(pool: Pool, { joiner, cell }: GroupInfo): number {
    if (pool.huddle || joiner) return Number.POSITIVE_INFINITY;
    const share = pool.module.maxAway ?? this.model.departments.get(cell.department)!.maxAway;
    return Math.max(1, Math.floor(cell.heads * share + 1e-9));
  }
}

function cellsByPlace(cells: Iterable<Cell>): Map<string, Cell[]> {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) push(places, `${cell.department} ${cell.site}`, cell);
  return places;
}

/** Numbers for names, in the order in which they are asked for. */
class Numbers {
  private readonly numbers = new Map<string, number>();
  get size(): number {
    return this.numbers.size;
  }
  of(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    this.numbers.set(name, this.numbers.size);
    return this.numbers.size - 1;
  }
}

function followersOf(model: Model): Map<Id, { module: Id; atLeastDays: number }[]> {
  const followers = new Map<Id, { module: Id; atLeastDays: number }[]>();
  for (const module of model.modules.values()) {
    for (const { module: before, atLeastDays } of module.after) {
      push(followers, before, { module: module.id, atLeastDays });
    }
  }
  return followers;
}

function longest(model: Model): number {
  let most = Math.max(model.policy.travelMinutes, model.policy.changeoverMinutes, 1);
  for (const { minutes } of model.modules.values())
    most = Math.max(most, minutes + model.policy.changeoverMinutes);
  return most + model.policy.travelMinutes;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
