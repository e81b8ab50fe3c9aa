/**
 * Which calendar shows what: departments, sites, facilitators, rooms, people, everything, and what has changed. Each is
 * there twice: to be imported, and as a feed, which can be followed at one address for good. What has changed is there for
 * all at once, and for each department whom it concerns.
 */

import { isoDate, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { ALL, calendarsOf, hasPeople } from '../model/made/calendars.ts';
import { isHeld } from '../model/made/history.ts';
import type { PlanCalendar } from '../model/made/plan.ts';
import { remembered } from '../model/made/remembered.ts';
import { placesOf, planCalendars } from '../plan/calendars.ts';
import type { Context } from './context.ts';
import { departedOf, eventOf, type Item, lastDayOf, revisedOf, startOf } from './events.ts';
import type { Agenda, Reports } from './types.ts';
import { dayWords } from './words.ts';

/** So many days back a feed reaches, and so long it shows what was cancelled: nobody can delete that from a subscription. */
const FEED_DAYS = 31;

/** Paths of people's own calendars; they are no part of the plan's folder. */
export const PEOPLE = /^(?:calendars|feeds)\/people\/(.+)$/;

/** Calendars of which what has changed has a file of its own. */
const DEPARTMENT = /^departments\//;

/** An item in the calendars that it left. */
interface Departed {
  readonly departed: Item;
}

type Entry = Item | Departed;

/** All agendas that have an event, and all feeds, by path without extension; and the events. */
export function agendas(context: Context): Pick<Reports, 'agendas' | 'events'> {
  const { plan, model } = context;
  const entries = entriesOf(context);
  const calendars = plan.calendars ?? planCalendars(model, plan.groups, undefined);
  const numbers = numbersBy(entries, keysOf(context, calendars));
  const isRecent = recent(context);
  const ids = new Set(calendars.map(({ id }) => id));
  const found = new Map<string, Agenda>();
  for (const one of calendars) {
    const all = numbers.get(one.id) ?? [];
    if (all.length > 0) found.set(`calendars/${one.id}`, { ...agenda(context, one, all), parts: one.parts });
    const feed = {
      ...agenda(
        context,
        one,
        all.filter((number) => isRecent(entries[number]!)),
      ),
      feed: true,
    } as const;
    // Addresses of before go on, but for one that means another calendar by now.
    const former = (one.was ?? []).filter((id) => !ids.has(id));
    for (const id of [one.id, ...former]) found.set(`feeds/${id}`, feed);
  }
  const isNew = newIn(context, entries);
  const news = changes(context, [...entries.keys()].filter(isNew.toAll));
  if (news.events.length > 0) found.set('calendars/changes', news);
  for (const { id, name } of calendars.filter(({ id }) => DEPARTMENT.test(id))) {
    const own = (numbers.get(id) ?? []).filter(isNew.toThose);
    if (own.length > 0) found.set(`changes/${id}`, changes(context, own, name));
  }
  return {
    agendas: found,
    events: {
      count: entries.length,
      at: (number) => {
        const entry = entries[number]!;
        return 'departed' in entry ? departedOf(context, entry.departed) : eventOf(context, entry);
      },
    },
  };
}

/** Every item by start, then UID; behind it, where it left a calendar that it may yet be looked for in, what that shows. */
function entriesOf({ plan }: Context): Entry[] {
  const items: Item[] = [...plan.sessions, ...plan.rituals, ...plan.themes];
  items.sort((a, b) => byCodeUnit(startOf(a), startOf(b)) || byCodeUnit(a.uid, b.uid));
  if (items.every(({ left }) => !left)) return items;
  return items.flatMap((item): Entry[] =>
    item.left && item.status === 'confirmed' && !isHeld(item, plan.asOf)
      ? [item, { departed: item }]
      : [item],
  );
}

function agenda(
  { plan: { programme } }: Context,
  { name, zone }: Pick<PlanCalendar, 'name' | 'zone'>,
  numbers: readonly number[],
): Agenda {
  const { starts, ends } = programme;
  return { name, zone, starts, ends, events: Uint32Array.from(numbers) };
}

/** What a person who imported the plan before must import now; of a department what concerns it. */
function changes(context: Context, numbers: readonly number[], of?: string): Agenda {
  const { say, plan } = context;
  const { asOf, programme } = plan;
  const name = `${of ?? programme.name} – changes of ${dayWords(say, asOf)}`;
  return agenda(context, { name, zone: programme.timezone }, numbers);
}

/**
 * What this plan made, changed or cancelled: to all; and to those whose calendar it is in, with what has left that alone, be it
 * that its words are the same.
 */
function newIn({ plan: { asOf, made } }: Context, entries: readonly Entry[]) {
  const isOfThis = ({ issue }: Item) => issue !== undefined && issue === made.issue;
  return {
    toAll: (number: number) => {
      const entry = entries[number]!;
      return !('departed' in entry) && isOfThis(entry);
    },
    toThose: (number: number) => {
      const entry = entries[number]!;
      return 'departed' in entry ? entry.departed.left!.asOf === asOf : isOfThis(entry);
    },
  };
}

/** Whether a feed still shows it. */
function recent({ plan: { asOf } }: Context): (entry: Entry) => boolean {
  const since = isoDate(toDay(asOf)! - FEED_DAYS);
  return (entry) => {
    if ('departed' in entry) return revisedOf(entry.departed) >= since;
    return (entry.status === 'cancelled' ? entry.revised : lastDayOf(entry)) >= since;
  };
}

type KeysOf = (entry: Entry) => Iterable<string>;

/** The calendars that show an entry. */
function keysOf(context: Context, calendars: readonly PlanCalendar[]): KeysOf {
  const withPeople = hasPeople(calendars);
  const placed = placing(context);
  return (entry) => {
    if ('departed' in entry) return entry.departed.left!.calendars;
    const keys = calendarsOf(placed(entry), context.at(entry).groups, withPeople);
    keys.add(ALL);
    if (entry.status === 'cancelled') for (const key of entry.left?.calendars ?? []) keys.add(key);
    return keys;
  };
}

/** Rituals and runs of themes with their departments and sites: plans of before did not keep them. */
function placing({ model }: Context): (item: Item) => Item {
  const posts = [...model.posts.values()];
  const ofTheme = remembered((theme: string) => {
    const ids = model.themes.get(theme)?.audience.posts;
    return placesOf(posts.filter(({ id }) => ids?.has(id)));
  });
  const ofDepartment = remembered((id: string) => placesOf(posts.filter((post) => post.department === id)));
  return (item) => {
    if ('module' in item || item.sites) return item;
    if ('theme' in item) return { ...item, ...ofTheme(item.theme) };
    return { ...item, sites: [...new Set(item.departments.flatMap((id) => ofDepartment(id).sites))] };
  };
}

function numbersBy(entries: readonly Entry[], keys: KeysOf): ReadonlyMap<string, readonly number[]> {
  const numbers = new Map<string, number[]>();
  entries.forEach((entry, number) => {
    for (const key of keys(entry)) {
      append(numbers, key, number);
    }
  });
  return numbers;
}
