/** The plan's loads, summed again: minutes a week of facilitators and departments. Part of `document`. */
import { MINUTES_A_DAY, weekKey } from '../../calendar/date.ts';
import { toWall } from '../../calendar/zone.ts';
import type { Facts, Violation } from './types.ts';

export function loads({ model, plan, sessions }: Facts): Violation[] {
  const sums = new Map<string, number>();
  const add = (key: string, minutes: number) => sums.set(key, (sums.get(key) ?? 0) + minutes);
  for (const session of sessions) {
    const facilitator = model.facilitators.get(session.raw.facilitator ?? '');
    if (facilitator) {
      const day = Math.floor(toWall(facilitator.zone, session.start) / MINUTES_A_DAY);
      add(`facilitator ${facilitator.id} in ${weekKey(day)}`, session.minutes);
    }
    for (const { group, heads, start } of session.seated) {
      add(
        `department ${group.department.id} in ${weekKey(Math.floor(start / MINUTES_A_DAY))}`,
        session.minutes * heads,
      );
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
