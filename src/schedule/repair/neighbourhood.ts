/** What stands around sessions that need another place: whatever has a say in where they go. The rest is only counted. */
import type { Demand, Requirement } from '../../demand/types.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Id } from '../../model/model.ts';
import type { Notice } from '../../model/notice.ts';
import type { Component } from '../problem/components.ts';
import type { World } from '../problem/world.ts';
import { askedIn } from './asked.ts';
import { Reach } from './reach.ts';

export interface Neighbourhood {
  /** Who is in the sessions around, and all that is asked of them there. */
  readonly demand: Demand;
  /** Those that need another place, and those around them; confirmed ones only. */
  readonly sessions: readonly PlanSession[];
  /** All others of the component. */
  readonly others: readonly PlanSession[];
  /** Whose whole year counts: ids of the groups that need another place. */
  readonly groups: ReadonlySet<Id>;
  /** Modules of which somebody needs another place. */
  readonly moving: ReadonlySet<Id>;
}

/** Who needs a place. */
export interface Displacement {
  /** Ids of the sessions that need another place. */
  readonly broken: ReadonlySet<string>;
  /** What is asked of people who have no place in any. */
  readonly lacking: ReadonlySet<Requirement>;
}

/** @param notice from the last day that is over */
export function around(
  world: World,
  component: Component,
  { broken, lacking }: Displacement,
  notice: Notice,
): Neighbourhood {
  const displaced = component.sessions.filter(({ id }) => broken.has(id));
  const reach = new Reach(world, component, askedIn(component.demand, displaced, lacking), notice);
  const [sessions, others] = [[] as PlanSession[], [] as PlanSession[]];
  for (const session of component.sessions) {
    if (session.status === 'cancelled') continue;
    if (broken.has(session.id) || reach.holds(session)) sessions.push(session);
    else others.push(session);
  }
  return {
    demand: askedIn(component.demand, sessions, lacking),
    sessions,
    others,
    groups: reach.groups,
    moving: reach.moving,
  };
}
