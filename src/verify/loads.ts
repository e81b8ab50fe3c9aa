/** The plan's loads, summed again: minutes a week of facilitators and departments. Part of `document`. */

import { MINUTES_A_DAY, weekKey } from '../calendar/date.ts';
import { isZone, toUtc, toWall } from '../calendar/zone.ts';
import { wallOf } from './facts.ts';
import { leadersOf } from './leaders.ts';
import type { Facts, Violation } from './types.ts';

export function loads({ model, plan, groups }: Facts): Violation[] {
  const sums = new Map<string, number>();
  const add = (key: string, minutes: number) => sums.set(key, (sums.get(key) ?? 0) + minutes);
  const weekIn = (zone: string, utc: number) => weekKey(Math.floor(toWall(zone, utc) / MINUTES_A_DAY));
  for (const session of plan.sessions) {
    const wall = wallOf(session.start);
    if (session.status !== 'confirmed' || wall === undefined || !isZone(session.timezone)) continue;
    const start = toUtc(session.timezone, wall).utc;
    for (const id of leadersOf(session)) {
      const facilitator = model.facilitators.get(id);
      if (facilitator) add(`facilitator ${id} in ${weekIn(facilitator.zone, start)}`, session.minutes);
    }
    for (const { group: id, first, last } of session.attendees) {
      const group = groups.get(id)?.[0];
      if (!group) continue;
      const minutes = session.minutes * (last - first + 1);
      add(`department ${group.department.id} in ${weekIn(group.site.zone, start)}`, minutes);
    }
  }
  for (const { facilitator, week, minutes } of plan.loads.facilitators)
    add(`facilitator ${facilitator} in ${week}`, -minutes);
  for (const { department, week, personMinutes } of plan.loads.departments) {
    add(`department ${department} in ${week}`, -personMinutes);
  }
  return [...sums]
    .filter(([, left]) => left !== 0)
    .map(([key, left]) => ({
      constraint: 'document',
      message: `the load of ${key} is ${Math.abs(left)} minutes too ${left > 0 ? 'low' : 'high'}`,
      sessions: [],
    }));
}
