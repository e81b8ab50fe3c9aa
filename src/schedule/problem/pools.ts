/** The pools of a part of the year, with what each needs, looked up once. */
import { append } from '../../collections/lists.ts';
import type { Pool as DemandPool } from '../../demand/cohorts.ts';
import { type Id, ONLINE } from '../../model/model.ts';
import { HUDDLE_STEP } from './huddles.ts';
import { ANY_LANGUAGE } from './languages.ts';
import { Numbers } from './lists.ts';
import type { FacilitatorInfo, Pool, RoomInfo } from './problem.ts';
import { needsFacilitator, poolKey, suits } from './resources.ts';
import type { World } from './world.ts';

/** Pools with what they need, looked up by site and name once. */
export class Pools {
  readonly list: Pool[] = [];
  readonly hosts = new Numbers();
  readonly meetings = new Numbers();
  private readonly world: World;
  private readonly able: ReadonlyMap<string, readonly FacilitatorInfo[]>;
  private readonly roomsBySite = new Map<Id, RoomInfo[]>();

  constructor(
    world: World,
    rooms: readonly RoomInfo[],
    facilitators: readonly FacilitatorInfo[],
    leads: ReadonlyMap<string, readonly Id[]>,
  ) {
    this.world = world;
    const byId = new Map(facilitators.map((info) => [info.facilitator.id, info]));
    this.able = new Map([...leads].map(([key, ids]) => [key, ids.map((id) => byId.get(id)!)]));
    const smallestFirst = [...rooms].sort((a, b) => a.room.seats - b.room.seats);
    for (const info of smallestFirst) {
      for (const site of info.room.sites) append(this.roomsBySite, site, info);
    }
  }

  add(pool: DemandPool, index: number): Pool {
    const { model, clocks, places, moduleIndex, followers, languages } = this.world;
    const led = needsFacilitator(pool.module);
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
      place: site === ONLINE ? -1 : places.get(site)!,
      clock: clocks.of(pool.zone),
      minutes: module.minutes,
      step: huddle ? HUDDLE_STEP : model.policy.startEvery,
      seats: Math.min(module.seats.max ?? Number.POSITIVE_INFINITY, host?.guests ?? Number.POSITIVE_INFINITY),
      led,
      leaders: module.leaders,
      able: this.able.get(poolKey(pool)) ?? [],
      languages: led ? languages.of(module.languages) : ANY_LANGUAGE,
      overtime: module.outsideShift ?? false,
      spoken: led && !languages.none,
      roomed: !quiet && module.room.kind !== 'none',
      rooms: (this.roomsBySite.get(site) ?? []).filter(({ room }) => suits(room, module)),
      huddle,
      line: module.led === 'line' && !huddle,
      host: host ? this.hosts.of(`${host.department} ${site}`) : -1,
      guests: host?.guests ?? 0,
      meetings: huddle ? this.firstMeeting(pool) : -1,
      linked: module.parts > 1 || module.after.length > 0 || followers.has(module.id),
      moduleIndex: moduleIndex.get(module.id)!,
      mixed: false,
      reqs: [],
    };
    this.list.push(info);
    return info;
  }

  /** Meetings of one department and site have neighbouring numbers, in the department's order. */
  private firstMeeting({ site, requirements }: DemandPool): number {
    const { department } = requirements[0]!.group.post;
    const { meetings } = this.world.model.departments.get(department)!;
    const first = this.meetings.of(`${department} ${site} 0`);
    for (let i = 1; i < meetings.length; i++) this.meetings.of(`${department} ${site} ${i}`);
    return first;
  }
}
