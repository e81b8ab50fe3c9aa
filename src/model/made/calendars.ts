/**
 * Which calendars show what. A calendar has a key for good, `departments/finance`; the plan keeps the keys of all that
 * there ever were (`plan.calendars`), and of each item those that showed it once and do no more (`left`).
 */

import type { Id } from '../ids.ts';
import { ONLINE } from '../places.ts';
import { ledBy } from './led-by.ts';
import type { PlanCalendar, PlanGroup, PlanRitual, PlanSession, PlanTheme } from './plan.ts';

/** The kinds of calendars whose things a workspace can rename (`was`). */
export const CALENDAR_KINDS = ['departments', 'sites', 'facilitators', 'rooms', 'people'] as const;

export type CalendarKind = (typeof CALENDAR_KINDS)[number];

/** The calendar that shows everything. */
export const ALL = 'all';

export type CalendarEntry =
  | Pick<
      PlanSession,
      'module' | 'departments' | 'attendees' | 'site' | 'room' | 'facilitator' | 'coFacilitators'
    >
  | Pick<PlanRitual, 'ritual' | 'departments' | 'sites'>
  | Pick<PlanTheme, 'theme' | 'departments' | 'sites'>;

type Groups = ReadonlyMap<Id, Pick<PlanGroup, 'site' | 'people'>>;

export function calendarKey(kind: CalendarKind, id: Id): string {
  return `${kind}/${id}`;
}

/**
 * Keys of the calendars that show an item: the departments whose people it is for, the site where it is held and those where
 * its people work, its room, whoever leads it, and, where each person has a calendar, its people.
 *
 * @param groups of the plan (or of the day) that the item is of
 */
export function calendarsOf(item: CalendarEntry, groups: Groups, withPeople: boolean): Set<string> {
  const keys = new Set<string>();
  for (const id of item.departments ?? []) keys.add(calendarKey('departments', id));
  if (!('module' in item)) {
    for (const id of item.sites ?? []) keys.add(calendarKey('sites', id));
    return keys;
  }
  if (item.site !== ONLINE) keys.add(calendarKey('sites', item.site));
  if (item.room !== null) keys.add(calendarKey('rooms', item.room));
  for (const id of ledBy(item)) keys.add(calendarKey('facilitators', id));
  for (const { group } of item.attendees) {
    const site = groups.get(group)?.site;
    if (site !== undefined) keys.add(calendarKey('sites', site));
  }
  if (withPeople) for (const id of peopleIn(item, groups)) keys.add(calendarKey('people', id));
  return keys;
}

/** Ids of the people who attend, with a roster. */
export function* peopleIn({ attendees }: Pick<PlanSession, 'attendees'>, groups: Groups): Generator<Id> {
  for (const { group, first, last } of attendees) {
    const people = groups.get(group)?.people;
    for (let number = first; people && number <= last; number++) {
      const id = people[number - 1];
      if (id !== undefined && id !== null) yield id;
    }
  }
}

/** Whether each person has a calendar: once asked for, they go on. */
export function hasPeople(calendars: readonly PlanCalendar[] | undefined): boolean {
  return calendars?.some(({ id }) => isPersonal(id)) ?? false;
}

/** Whether a calendar is one person's own, by its key. */
export function isPersonal(calendar: string): boolean {
  return calendar.startsWith('people/');
}

/** Whose own calendar a key is of. */
export function personOf(calendar: string): Id {
  return calendar.slice('people/'.length);
}
