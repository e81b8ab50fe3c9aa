/** How far it is from one site to another, and where people come for what is held elsewhere. */
import type { Minute } from '../calendar/date.ts';
import type { Id } from './ids.ts';
import type { Module } from './modules.ts';
import { ONLINE, type Room, type Site } from './places.ts';
import type { Policy } from './policy.ts';

/** What a workspace says about the way between its sites. */
export interface Ways {
  readonly sites: ReadonlyMap<Id, Pick<Site, 'travel'>>;
  readonly policy: Pick<Policy, 'travelMinutes' | 'peopleTravelMinutes'>;
}

/**
 * Minutes one way for whoever leads and whatever moves, as either of the two sites says, else `policy.travelMinutes`;
 * 0 at one site, and to what is online.
 */
export function travelBetween(ways: Ways, a: Id, b: Id): Minute {
  return said(ways, a, b) ?? ways.policy.travelMinutes;
}

/** The same for people who come to another site to learn. */
export function peopleTravel(ways: Ways, a: Id, b: Id): Minute {
  return said(ways, a, b) ?? ways.policy.peopleTravelMinutes;
}

function said({ sites }: Ways, a: Id, b: Id): Minute | undefined {
  if (a === b || a === ONLINE || b === ONLINE) return 0;
  return sites.get(a)?.travel?.get(b);
}

/** Minutes that a room takes from one site to another. */
export function roomTravel(ways: Ways, { travelMinutes }: Pick<Room, 'travelMinutes'>, a: Id, b: Id): Minute {
  return a === b ? 0 : (travelMinutes ?? travelBetween(ways, a, b));
}

/** Where people of a site meet for a module: at their own, or the nearest of those to which it asks them (`at`), the first of several. */
export function meetingPlace(ways: Ways, { at }: Pick<Module, 'at'>, site: Id): Id {
  const [first, ...others] = at ?? [site];
  let nearest = first!;
  for (const other of others) {
    if (peopleTravel(ways, site, other) < peopleTravel(ways, site, nearest)) nearest = other;
  }
  return nearest;
}
