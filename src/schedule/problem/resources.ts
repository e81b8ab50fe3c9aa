/** Who can lead what where, and which rooms there are: everything about them that time does not change. */
import type { Pool as DemandPool } from '../../demand/cohorts.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Facilitator, Id, Module, Room } from '../../model/model.ts';
import { facilitatorTime, roomClosed } from '../../model/working-time/time.ts';
import { ALONE } from './crews.ts';
import { roomGaps } from './gaps.ts';
import type { FacilitatorInfo, RoomInfo } from './problem.ts';
import type { World } from './world.ts';

/** Huddles and self-paced time need nobody from outside; else whoever leads decides. */
export function needsFacilitator({ format, led }: Module): boolean {
  if (format === 'huddle' || format === 'self-paced') return false;
  return led === 'trainer' || led === 'champion' || led === 'external';
}

/** Rooms of the pools' sites (and those that were in use) in the order of their ids, with their closures in UTC. */
export function roomsOf(
  world: World,
  pools: readonly DemandPool[],
  held: readonly PlanSession[],
): RoomInfo[] {
  const { model, roomsOfSite } = world;
  const ids = new Set<Id>();
  for (const site of new Set(pools.map((pool) => pool.site))) {
    for (const { id } of roomsOfSite.get(site) ?? []) ids.add(id);
  }
  for (const { room } of held) if (room !== null && model.rooms.has(room)) ids.add(room);
  return [...ids].sort().map((id, index) => {
    const room = model.rooms.get(id)!;
    return { index, room, gaps: roomGaps(model, room, world.places), closed: closuresOf(world, room) };
  });
}

/** When a room is closed, in UTC. */
export function closuresOf({ model, clocks }: World, room: Room): number[] {
  const clock = clocks.of(model.sites.get(room.site)?.zone ?? model.programme.zone);
  return clock.utcSpans(roomClosed(model, room));
}

/** Whether a room has what a module asks for, and is one of those that it names. Seats are looked at when it is known how many come. */
export function suits(room: Room, { room: need }: Module): boolean {
  if (need.rooms && !need.rooms.has(room.id)) return false;
  return need.features.every((feature) => room.features.includes(feature));
}

/** Pools of one module at one site have the same leaders. */
export function poolKey({ module, site }: DemandPool): string {
  return `${module.id} ${site}`;
}

/** Module and site → ids of those who can lead it there, sorted. */
export function leadersOf(world: World, pools: readonly DemandPool[]): Map<string, Id[]> {
  const leads = new Map<string, Id[]>();
  for (const pool of pools) {
    const key = poolKey(pool);
    if (!needsFacilitator(pool.module) || leads.has(key)) continue;
    const able = [pool.site, '']
      .flatMap((site) => world.leadersOfSite.get(site) ?? [])
      .filter((one) => canLead(one, pool.module));
    leads.set(
      key,
      inTurn(
        able.map(({ id }) => id),
        pool.module,
      ),
    );
  }
  return leads;
}

/** As the module names them; else by their ids. */
function inTurn(able: readonly Id[], { facilitators }: Module): Id[] {
  return facilitators ? facilitators.filter((id) => able.includes(id)) : [...able].sort();
}

/** Whom the module names; else the right kind, who teaches the module or its skill. */
function canLead({ id: own, kind, teaches }: Facilitator, { led, id, skill, facilitators }: Module): boolean {
  if (facilitators) return facilitators.includes(own);
  return kind === led && (teaches === undefined || teaches.has(id) || teaches.has(skill));
}

/** Facilitators in the order of their ids, with their hours in UTC. */
export function facilitatorsOf(
  world: World,
  facilitators: readonly Facilitator[],
  roles: ReadonlyMap<Id, number>,
  leads: ReadonlyMap<string, readonly Id[]>,
): FacilitatorInfo[] {
  const ranges = new Map<Id, number>();
  for (const ids of leads.values()) for (const id of ids) ranges.set(id, (ranges.get(id) ?? 0) + 1);
  return facilitators.map((facilitator, index) => {
    return {
      index,
      facilitator,
      clock: world.clocks.of(facilitator.zone),
      works: hoursOf(world, facilitator),
      languages: world.languages.of(facilitator.languages),
      role: facilitator.role === undefined ? -1 : (roles.get(facilitator.role) ?? -1),
      range: ranges.get(facilitator.id) ?? 0,
      coFacilitators: ALONE,
      members: ALONE,
    };
  });
}

/** When a facilitator works, in UTC. */
export function hoursOf({ model, clocks }: World, facilitator: Facilitator): number[] {
  const clock = clocks.of(facilitator.zone);
  return clock.utcSpans(facilitatorTime(model, facilitator));
}
