/**
 * What a plan remembers of its calendars: every one that there ever was, since its address is there for good, and which of
 * them an item has left.
 */

import { byCodeUnit } from '../collections/text-order.ts';
import {
  ALL,
  type CalendarEntry,
  type CalendarKind,
  calendarKey,
  calendarsOf,
  hasPeople,
} from '../model/made/calendars.ts';
import type { Identity, Plan, PlanCalendar, PlanGroup } from '../model/made/plan.ts';
import type { Id, Model, Post } from '../model/model.ts';

/**
 * Every calendar of the workspace, and of those that the previous plan knew; sorted by id.
 *
 * @param withPeople each person of the roster has one, too
 */
export function planCalendars(
  model: Model,
  groups: readonly PlanGroup[],
  previous: Plan | undefined,
  withPeople = hasPeople(previous?.calendars),
): PlanCalendar[] {
  const before = new Map(previous?.calendars?.map((one) => [one.id, one]));
  const now = [...calendarsIn(model), ...(withPeople ? calendarsOfPeople(model, groups) : [])];
  for (const one of now) {
    const { was, parts } = before.get(one.id) ?? {};
    before.set(one.id, { ...one, ...(was && { was }), ...(parts && { parts }) });
  }
  return [...before.values()].sort((a, b) => byCodeUnit(a.id, b.id));
}

function calendarsIn(model: Model): PlanCalendar[] {
  const { programme, departments, sites, facilitators, rooms } = model;
  const zoneOf = (site: Id) => sites.get(site)?.zone ?? programme.zone;
  const entry = (kind: CalendarKind, id: Id, name: string, zone: string): PlanCalendar => ({
    id: calendarKey(kind, id),
    name: `${name} – ${programme.name}`,
    zone,
  });
  const place = (name: string, site: Id) =>
    sites.size > 1 ? `${name}, ${sites.get(site)?.name ?? site}` : name;
  return [
    { id: ALL, name: programme.name, zone: programme.zone },
    ...Array.from(departments.values(), ({ id, name, site }) => entry('departments', id, name, zoneOf(site))),
    ...Array.from(sites.values(), ({ id, name, zone }) => entry('sites', id, name, zone)),
    ...Array.from(facilitators.values(), ({ id, name, zone }) => entry('facilitators', id, name, zone)),
    // One that moves is nowhere in particular.
    ...Array.from(rooms.values(), ({ id, name, site, sites: places }) =>
      entry('rooms', id, places.length > 1 ? name : place(name, site), zoneOf(site)),
    ),
  ];
}

/** A person's calendar is called by the programme alone: names of people reach no output. */
function calendarsOfPeople({ sites, programme }: Model, groups: readonly PlanGroup[]): PlanCalendar[] {
  return groups.flatMap(({ people = [], site }) =>
    people.flatMap((id) =>
      id === null
        ? []
        : [
            {
              id: calendarKey('people', id),
              name: programme.name,
              zone: sites.get(site)?.zone ?? programme.zone,
            },
          ],
    ),
  );
}

/** The departments and sites of some posts, sorted. */
export function placesOf(posts: readonly Post[]): {
  readonly departments: readonly Id[];
  readonly sites: readonly Id[];
} {
  return {
    departments: [...new Set(posts.map(({ department }) => department))].sort(),
    sites: [...new Set(posts.map(({ site }) => site))].sort(),
  };
}

/** Gives the calendars that showed the previous self of an item and do not show it any more, sorted. */
export type LeavingCalendars = (
  before: (Identity & CalendarEntry) | undefined,
  now: CalendarEntry,
) => readonly string[];

/** @param groups of the plan that is made */
export function leavingOf(
  previous: Plan | undefined,
  groups: readonly PlanGroup[],
  withPeople: boolean,
): LeavingCalendars {
  const then = new Map(previous?.groups.map((group) => [group.id, group]));
  const here = new Map(groups.map((group) => [group.id, group]));
  return (before, now) => {
    if (!before) return [];
    const known = before.left?.calendars ?? [];
    if (!withPeople && isShownAlike(before, now)) return known;
    const shown = calendarsOf(now, here, withPeople);
    const left = new Set(known);
    for (const key of calendarsOf(before, then, withPeople)) left.add(key);
    for (const key of shown) left.delete(key);
    return [...left].sort();
  };
}

/** The usual case, told without making anything. The id of a group names its site. */
function isShownAlike(a: CalendarEntry, b: CalendarEntry): boolean {
  if (!isSame(a.departments, b.departments)) return false;
  if (!('module' in a) || !('module' in b)) return isSame(sitesOf(a), sitesOf(b));
  return (
    a.site === b.site &&
    a.room === b.room &&
    a.facilitator === b.facilitator &&
    isSame(a.coFacilitators, b.coFacilitators) &&
    a.attendees.length === b.attendees.length &&
    a.attendees.every(({ group }, i) => group === b.attendees[i]!.group)
  );
}

function sitesOf(item: CalendarEntry): readonly Id[] | undefined {
  return 'module' in item ? undefined : item.sites;
}

function isSame(a: readonly Id[] = [], b: readonly Id[] = []): boolean {
  return a.length === b.length && a.every((id, i) => id === b[i]);
}
