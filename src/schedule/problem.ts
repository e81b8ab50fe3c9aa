/**
 * The year as numbers: groups, pools and requirements with everything that never changes while planning
 * (windows, possible starts, who could lead, which rooms), so that the search only looks up.
 */
import type { Day } from '../calendar/date.ts';
import { civilOf, mondayOf, monthKey } from '../calendar/date.ts';
import type { Spans } from '../calendar/spans.ts';
import { overlaps } from '../calendar/spans.ts';
import { type Pool as DemandPool, poolsOf } from '../demand/cohorts.ts';
import type { Demand, Group, Requirement } from '../demand/types.ts';
import { type Facilitator, type Id, type Model, type Module, ONLINE, type Room } from '../model/model.ts';
import { facilitatorTime, roomClosed } from '../model/time.ts';
import { Clocks, type ZoneClock } from './clock.ts';
import { HUDDLE_STEP, huddleTables, meetingsOf } from './huddles.ts';
import { Opens } from './opens.ts';
import { type StartTable, tableOf, within } from './starts.ts';

/** Sessions of at least so many minutes want a short one that repeats them. */
export const LONG = 60;

/** The people of one department on one shift at one site: what floors and leaders are counted by. */
export interface Cell {
  readonly index: number;
  readonly department: Id;
  readonly site: Id;
  readonly shift: Id;
  readonly heads: number;
  /** How many line-led sessions at once. */
  readonly leaders: number;
}

export interface GroupInfo {
  readonly index: number;
  readonly group: Group;
  readonly heads: number;
  readonly joiner: boolean;
  readonly clock: ZoneClock;
  readonly cell: Cell;
  /** Of the role, where a facilitator holds it; −1 else. */
  readonly role: number;
  /** Number of the first member among all members of all groups. */
  readonly memberBase: number;
}

export interface RoomInfo {
  readonly index: number;
  readonly room: Room;
  /** UTC. */
  readonly closed: Spans;
}

export interface FacilitatorInfo {
  readonly index: number;
  readonly facilitator: Facilitator;
  readonly clock: ZoneClock;
  /** UTC stretches of work. */
  readonly works: Spans;
  /** Of the role they hold among ours; −1 else. */
  readonly role: number;
  /** Pools that they could lead: the fewer, the sooner they are used. */
  readonly range: number;
}

/** Requirements that may share sessions. */
export interface Pool {
  readonly index: number;
  readonly module: Module;
  readonly occurrence: string;
  readonly part: number;
  readonly site: Id;
  /** Number of the site; −1 online. */
  readonly place: number;
  readonly clock: ZoneClock;
  readonly minutes: number;
  readonly step: number;
  /** Most in one session; `Infinity` when nothing limits it. */
  readonly seats: number;
  readonly led: boolean;
  readonly able: readonly FacilitatorInfo[];
  readonly roomed: boolean;
  /** That have the features, smallest first. */
  readonly rooms: readonly RoomInfo[];
  readonly huddle: boolean;
  /** One leader of each cell must be free. */
  readonly line: boolean;
  /** Host's resource and places; −1 and 0 without a host. */
  readonly host: number;
  readonly guests: number;
  /** First of the resources of the department's meetings at the site; huddles only. */
  readonly meetings: number;
  /** Whether prerequisites, parts or dependants tie it to other pools. */
  readonly linked: boolean;
  readonly moduleIndex: number;
  /** Departments of its requirements. */
  readonly departments: Set<Id>;
  readonly reqs: Req[];
}

export interface Req {
  readonly index: number;
  readonly requirement: Requirement;
  readonly group: GroupInfo;
  readonly pool: Pool;
  readonly from: Day;
  readonly by: Day;
  readonly tables: readonly StartTable[];
  /** Where its members' places stand in `State.places`. */
  readonly base: number;
  /** Heads of its cell that may be away at once; huddles and joiners: no limit. */
  readonly floor: number;
}

export interface Problem {
  readonly model: Model;
  readonly clocks: Clocks;
  readonly opens: Opens;
  readonly groups: readonly GroupInfo[];
  readonly groupById: ReadonlyMap<Id, GroupInfo>;
  readonly cells: readonly Cell[];
  readonly rooms: readonly RoomInfo[];
  readonly facilitators: readonly FacilitatorInfo[];
  readonly pools: readonly Pool[];
  readonly reqs: readonly Req[];
  /** Requirements of a group and a linked module, by time. Key: group × modules + module. */
  readonly linked: ReadonlyMap<number, readonly Req[]>;
  readonly moduleIndex: ReadonlyMap<Id, number>;
  /** Modules that come after a module, and how many days. */
  readonly followers: ReadonlyMap<Id, readonly { readonly module: Id; readonly atLeastDays: number }[]>;
  /** Whether attending counts as a touch; key: module × days + day of the programme. */
  readonly counts: Uint8Array;
  /** Number of each day's theme of the month; −1 where it has none. */
  readonly themeOfDay: Int16Array;
  /** Numbers of a module's own themes; undefined: that of the month. */
  readonly themes: readonly (readonly number[] | undefined)[];
  /** Groups with a long, themed session that short ones can repeat. */
  readonly repeatable: Uint8Array;
  readonly roleHeads: readonly number[];
  readonly hosts: number;
  readonly meetings: number;
  readonly members: number;
  readonly places: number;
  readonly firstDay: Day;
  readonly days: number;
  readonly firstMonday: Day;
  readonly weeks: number;
  /** Longest session or gap, in minutes. */
  readonly reach: number;
  /** Nothing new may start on or before this day (the past of a plan that is replaced). */
  readonly past: Day;
}

/** Encodes model and demand. @param past no new session starts on or before this day */
export function makeProblem(model: Model, demand: Demand, past: Day): Problem {
  const { starts, ends } = model.programme;
  const clocks = new Clocks(starts, ends);
  const opens = new Opens(model, clocks);
  const roles = rolesOfFacilitators(model);
  const cells = cellsOf(model);
  const groups = groupsOf(model, demand, clocks, cells, roles);
  const groupById = new Map(groups.map((info) => [info.group.id, info]));
  const rooms = roomsOf(model, clocks);
  const moduleIndex = new Map([...model.modules.keys()].map((id, i) => [id, i]));
  const followers = followersOf(model);
  const found = poolsOf(model, demand);
  const leads = leadersOf(model, found);
  const facilitators = facilitatorsOf(model, clocks, roles, leads);
  const byFacilitator = new Map(facilitators.map((info) => [info.facilitator.id, info]));
  const able = new Map([...leads].map(([key, ids]) => [key, ids.map((id) => byFacilitator.get(id)!)]));
  const placeOf = new Map([...model.sites.keys()].map((id, i) => [id, i]));
  const roomsBySite = new Map<Id, RoomInfo[]>();
  for (const info of [...rooms].sort((a, b) => a.room.seats - b.room.seats))
    push(roomsBySite, info.room.site, info);
  const cellsBySite = new Map<string, Cell[]>();
  for (const cell of cells.values()) push(cellsBySite, `${cell.department} ${cell.site}`, cell);
  const hosts = new Numbers();
  const meetings = new Numbers();
  const tables = new Map<string, StartTable[]>();
  const reqs: Req[] = [];
  const linked = new Map<number, Req[]>();
  const repeatable = new Uint8Array(groups.length);
  let places = 0;
  const pools = found.map((pool, index) => {
    const info = poolInfo(pool, index);
    const { module } = pool;
    for (const requirement of pool.requirements) {
      const group = groupById.get(requirement.group.id)!;
      const req: Req = {
        index: reqs.length,
        requirement,
        group,
        pool: info,
        from: requirement.from,
        by: requirement.by,
        tables: tablesOf(info, group),
        base: places,
        floor: floorOf(info, group),
      };
      places += group.heads;
      reqs.push(req);
      info.reqs.push(req);
      info.departments.add(group.group.post.department);
      if (module.minutes >= LONG && module.themes.length > 0) repeatable[group.index] = 1;
      if (info.linked) push(linked, group.index * moduleIndex.size + info.moduleIndex, req);
    }
    return info;
  });
  for (const list of linked.values())
    list.sort((a, b) => a.from - b.from || a.by - b.by || a.pool.part - b.pool.part);
  const firstMonday = mondayOf(starts) - 7;
  const last = groups.at(-1);
  return {
    model,
    clocks,
    opens,
    groups,
    groupById,
    cells: [...cells.values()],
    rooms,
    facilitators,
    pools,
    reqs,
    linked,
    moduleIndex,
    followers,
    repeatable,
    ...touchesOf(model, starts - 3, ends - starts + 8),
    roleHeads: [...roles.keys()].map((role) => headsOf(model, role)),
    hosts: hosts.size,
    meetings: meetings.size,
    members: last ? last.memberBase + last.heads : 0,
    places,
    firstDay: starts - 3,
    days: ends - starts + 8,
    firstMonday,
    weeks: Math.ceil((ends - firstMonday) / 7) + 2,
    reach: longest(model),
    past,
  };

  function poolInfo(pool: DemandPool, index: number): Pool {
    const { module } = pool;
    const meets = module.format === 'huddle';
    const quiet = meets || module.format === 'self-paced';
    const { host } = module;
    const department = pool.requirements[0]!.group.post.department;
    return {
      index,
      module,
      occurrence: pool.occurrence,
      part: pool.part?.number ?? 0,
      site: pool.site,
      place: pool.site === ONLINE ? -1 : placeOf.get(pool.site)!,
      clock: clocks.of(pool.zone),
      minutes: module.minutes,
      step: meets ? HUDDLE_STEP : model.policy.startEvery,
      seats: Math.min(module.seats.max ?? Number.POSITIVE_INFINITY, host?.guests ?? Number.POSITIVE_INFINITY),
      led: needsFacilitator(module),
      able: able.get(poolKey(pool)) ?? [],
      roomed: !quiet && module.room.kind !== 'none',
      rooms: (roomsBySite.get(pool.site) ?? []).filter(({ room }) => hasFeatures(room, module)),
      huddle: meets,
      line: module.led === 'line' && !meets,
      host: host ? hosts.of(`${host.department} ${pool.site}`) : -1,
      guests: host?.guests ?? 0,
      meetings: meets ? meetingBase(department, pool.site) : -1,
      linked: module.parts > 1 || module.after.length > 0 || followers.has(module.id),
      moduleIndex: moduleIndex.get(module.id)!,
      departments: new Set(),
      reqs: [],
    };
  }

  function meetingBase(department: Id, site: Id): number {
    const size = model.departments.get(department)!.meetings.length;
    const base = meetings.of(`${department} ${site} 0`);
    for (let i = 1; i < size; i++) meetings.of(`${department} ${site} ${i}`);
    return base;
  }

  function tablesOf(pool: Pool, { group }: GroupInfo): readonly StartTable[] {
    const { module } = pool;
    const { post } = group;
    if (module.sites !== undefined && !module.sites.has(pool.site)) return [];
    const busyToo = group.joiners === undefined;
    const extra = pool.huddle
      ? `${meetingsOf(model.departments.get(post.department)!, post)}`
      : pool.host >= 0
        ? pool.site
        : '';
    const key = [module.id, pool.clock.zone, opens.key(post), busyToo, extra].join(' ');
    let made = tables.get(key);
    if (!made) {
      made = makeTables(pool, group);
      tables.set(key, made);
    }
    return made;
  }

  function makeTables(pool: Pool, group: Group): StartTable[] {
    const { module, clock, minutes, step } = pool;
    if (pool.huddle) return huddleTables(model, opens, clock, module, group.post);
    const open = opens.open(group.post, minutes, group.joiners !== undefined);
    const timing = { clock, minutes, step, days: module.days, hours: module.hours };
    const table = tableOf(open, timing);
    return [pool.host < 0 ? table : within(table, hostTime(pool), minutes)];
  }

  /** When the host can be visited: one list for each of its shifts with people at the site. */
  function hostTime(pool: Pool): Spans[] {
    const department = pool.module.host!.department;
    return (cellsBySite.get(`${department} ${pool.site}`) ?? [])
      .filter((cell) => cell.heads > 0)
      .map(({ shift }) => {
        const post = { id: '', role: '', department, site: pool.site, shift, heads: 1 };
        return opens.open(post, pool.minutes, false);
      });
  }

  function floorOf(pool: Pool, { joiner, cell }: GroupInfo): number {
    if (pool.huddle || joiner) return Number.POSITIVE_INFINITY;
    const share = pool.module.maxAway ?? model.departments.get(cell.department)!.maxAway;
    return Math.max(1, Math.floor(cell.heads * share + 1e-9));
  }
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

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** Huddles and self-paced time need nobody from outside; else whoever leads decides. */
export function needsFacilitator({ format, led }: Module): boolean {
  if (format === 'huddle' || format === 'self-paced') return false;
  return led === 'trainer' || led === 'champion' || led === 'external';
}

/** Cells of all posts; key: department, site, shift. */
function cellsOf(model: Model): Map<string, Cell> {
  const heads = new Map<string, { department: Id; site: Id; shift: Id; heads: number; leaders: number }>();
  for (const post of model.posts.values()) {
    const key = cellKey(post);
    const cell = heads.get(key) ?? {
      department: post.department,
      site: post.site,
      shift: post.shift,
      heads: 0,
      leaders: 0,
    };
    const { level } = model.roles.get(post.role)!;
    cell.heads += post.heads;
    if (level === 'manager' || level === 'executive') cell.leaders += post.heads;
    heads.set(key, cell);
  }
  return new Map(
    [...heads].map(([key, cell], index) => [key, { ...cell, index, leaders: Math.max(1, cell.leaders) }]),
  );
}

function cellKey(post: { readonly department: Id; readonly site: Id; readonly shift: Id }): string {
  return `${post.department} ${post.site} ${post.shift}`;
}

function groupsOf(
  model: Model,
  demand: Demand,
  clocks: Clocks,
  cells: ReadonlyMap<string, Cell>,
  roles: ReadonlyMap<Id, number>,
): GroupInfo[] {
  let memberBase = 0;
  return demand.groups.map((group, index) => {
    const info: GroupInfo = {
      index,
      group,
      heads: group.heads,
      joiner: group.joiners !== undefined,
      clock: clocks.of(model.sites.get(group.post.site)!.zone),
      cell: cells.get(cellKey(group.post))!,
      role: roles.get(group.post.role) ?? -1,
      memberBase,
    };
    memberBase += group.heads;
    return info;
  });
}

function rolesOfFacilitators(model: Model): Map<Id, number> {
  const roles = new Map<Id, number>();
  for (const { role } of model.facilitators.values()) {
    if (role !== undefined && model.roles.has(role) && !roles.has(role)) roles.set(role, roles.size);
  }
  return roles;
}

function headsOf(model: Model, role: Id): number {
  let heads = 0;
  for (const post of model.posts.values()) if (post.role === role) heads += post.heads;
  return heads;
}

function roomsOf(model: Model, clocks: Clocks): RoomInfo[] {
  return [...model.rooms.values()].map((room, index) => {
    const clock = clocks.of(model.sites.get(room.site)?.zone ?? model.programme.zone);
    const closed = roomClosed(model, room);
    const utc: number[] = [];
    for (let i = 0; i < closed.length; i += 2) utc.push(clock.utc(closed[i]!), clock.utc(closed[i + 1]!));
    return { index, room, closed: utc };
  });
}

/** Seats are looked at when it is known how many come. */
function hasFeatures(room: Room, module: Module): boolean {
  return module.room.features.every((feature) => room.features.includes(feature));
}

function poolKey({ module, site }: DemandPool): string {
  return `${module.id} ${site}`;
}

/** Module and site → ids of those who can lead it there. */
function leadersOf(model: Model, pools: readonly DemandPool[]): Map<string, Id[]> {
  const leads = new Map<string, Id[]>();
  for (const pool of pools) {
    if (!needsFacilitator(pool.module) || leads.has(poolKey(pool))) continue;
    const able = [...model.facilitators.values()].filter((one) => canLead(one, pool.module, pool.site));
    leads.set(
      poolKey(pool),
      able.map(({ id }) => id),
    );
  }
  return leads;
}

/** Right kind, teaches the module or its skill, and comes to the site. */
export function canLead(one: Facilitator, module: Module, site: Id): boolean {
  if (one.kind !== module.led) return false;
  if (one.sites !== undefined && !one.sites.has(site)) return false;
  return one.teaches === undefined || one.teaches.has(module.id) || one.teaches.has(module.skill);
}

function facilitatorsOf(
  model: Model,
  clocks: Clocks,
  roles: ReadonlyMap<Id, number>,
  leads: ReadonlyMap<string, readonly Id[]>,
): FacilitatorInfo[] {
  const ranges = new Map<Id, number>();
  for (const ids of leads.values()) for (const id of ids) ranges.set(id, (ranges.get(id) ?? 0) + 1);
  return [...model.facilitators.values()].map((facilitator, index) => {
    const clock = clocks.of(facilitator.zone);
    const wall = facilitatorTime(model, facilitator);
    const works: number[] = [];
    for (let i = 0; i < wall.length; i += 2) works.push(clock.utc(wall[i]!), clock.utc(wall[i + 1]!));
    return {
      index,
      facilitator,
      clock,
      works,
      role: facilitator.role === undefined ? -1 : (roles.get(facilitator.role) ?? -1),
      range: ranges.get(facilitator.id) ?? 0,
    };
  });
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

/** Whether a room may be used in `[start, end)`: the site's own closures bind the groups already. */
export function roomOpen(room: RoomInfo, start: number, end: number): boolean {
  return !overlaps(room.closed, start, end);
}

/** Touches that count are paid, themed and not reactive; tools and processes need a strategy too. */
function touchesOf(
  model: Model,
  firstDay: Day,
  days: number,
): Pick<Problem, 'counts' | 'themeOfDay' | 'themes'> {
  const number = new Map([...model.themes.keys()].map((id, i) => [id, i]));
  const themeOfDay = new Int16Array(days);
  for (let i = 0; i < days; i++) {
    const theme = model.themeOfMonth.get(monthKey(firstDay + i));
    themeOfDay[i] = theme === undefined ? -1 : number.get(theme)!;
  }
  const modules = [...model.modules.values()];
  const counts = new Uint8Array(modules.length * days);
  modules.forEach((module, m) => {
    const linked = (module.kind !== 'tool' && module.kind !== 'process') || module.strategy !== undefined;
    if (!module.paid || module.when.kind === 'trigger' || !linked) return;
    for (let i = 0; i < days; i++) {
      const themed = module.themes === 'month' ? themeOfDay[i]! >= 0 : module.themes.length > 0;
      if (themed) counts[m * days + i] = 1;
    }
  });
  const themes = modules.map((module) =>
    module.themes === 'month' ? undefined : module.themes.map((id) => number.get(id)!),
  );
  return { counts, themeOfDay, themes };
}

/** Whether attending on a local day is a touch that counts. */
export function countsOn({ counts, days, firstDay }: Problem, { moduleIndex }: Pool, day: Day): boolean {
  return counts[moduleIndex * days + day - firstDay] === 1;
}

/** Whether the module may be held in a local day's calendar month. */
export function inMonths(module: Module, day: Day): boolean {
  const months = module.when.kind === 'every' ? module.when.months : undefined;
  return months === undefined || months.includes(civilOf(day).month);
}
