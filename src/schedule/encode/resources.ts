/** Who can lead what where, and which rooms there are: everything about them that time does not change. */
import type { Pool as DemandPool } from '../../demand/cohorts.ts';
import type { Facilitator, Id, Model, Module, Room } from '../../model/model.ts';
import { facilitatorTime, roomClosed } from '../../model/time.ts';
import type { Clocks } from '../clock.ts';
import type { FacilitatorInfo, RoomInfo } from '../problem.ts';

/** Huddles and self-paced time need nobody from outside; else whoever leads decides. */
export function needsFacilitator({ format, led }: Module): boolean {
  if (format === 'huddle' || format === 'self-paced') return false;
  return led === 'trainer' || led === 'champion' || led === 'external';
}

/** Rooms in the order of their ids, with their closures in UTC. */
export function roomsOf(model: Model, clocks: Clocks): RoomInfo[] {
  return [...model.rooms.values()].map((room, index) => {
    const clock = clocks.of(model.sites.get(room.site)?.zone ?? model.programme.zone);
    const closed = roomClosed(model, room);
    const utc: number[] = [];
    for (let i = 0; i < closed.length; i += 2) utc.push(clock.utc(closed[i]!), clock.utc(closed[i + 1]!));
    return { index, room, closed: utc };
  });
}

/** Seats are looked at when it is known how many come. */
export function hasFeatures(room: Room, module: Module): boolean {
  return module.room.features.every((feature) => room.features.includes(feature));
}

/** Pools of one module at one site have the same leaders. */
export function poolKey({ module, site }: DemandPool): string {
  return `${module.id} ${site}`;
}

/** Module and site → ids of those who can lead it there. */
export function leadersOf(model: Model, pools: readonly DemandPool[]): Map<string, Id[]> {
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
function canLead(one: Facilitator, module: Module, site: Id): boolean {
  if (one.kind !== module.led) return false;
  if (one.sites !== undefined && !one.sites.has(site)) return false;
  return one.teaches === undefined || one.teaches.has(module.id) || one.teaches.has(module.skill);
}

/** Facilitators in the order of their ids, with their hours in UTC. */
export function facilitatorsOf(
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
