/** Sessions, people and times as a planner says them. */
import { clock, type Day, isoDate, MINUTES_A_DAY, weekday } from '../calendar/date.ts';
import type { Model } from '../model/model.ts';
import type { MemberGroup, TimedSession } from './types.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** `"Returns with grace" on Tue 2027-03-02 at 09:30` */
export function named(session: TimedSession): string {
  return `"${session.module.name}" on ${dayWords(Math.floor(session.wall / MINUTES_A_DAY))} at ${clock(session.wall)}`;
}

export function dayWords(day: Day): string {
  return `${WEEKDAYS[weekday(day) - 1]} ${isoDate(day)}`;
}

/** `Tue 2027-03-02 09:30` */
export function timeWords(wall: number): string {
  return `${dayWords(Math.floor(wall / MINUTES_A_DAY))} ${clock(wall)}`;
}

/** `credit-controller.leeds.day.1`: groups go by their ids, which a plan shows everywhere. */
export function groupWords(group: MemberGroup): string {
  return `group ${group.name}`;
}

/** `Stores, early shift at Leeds` */
export function shiftWords(model: Model, department: string, site: string, shift: string): string {
  const name = model.departments.get(department)?.name ?? department;
  return `${name}, shift ${shift} at ${model.sites.get(site)?.name ?? site}`;
}
