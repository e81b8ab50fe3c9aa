/** Which calendar shows what: departments, sites, facilitators, rooms, everything, and what has changed. */
import { byCodeUnit } from '../model/order.ts';
import { remembered } from '../model/remembered.ts';
import { type Context, sitesOfSession } from './context.ts';
import { eventOf, type Item, startOf } from './events.ts';
import { siteName } from './names.ts';
import type { Agenda, Reports } from './types.ts';
import { dayWords } from './words.ts';

type Entry = [path: string, agenda: Agenda];

/** Numbers of {@link Reports.events} by the department, site, … in whose calendar they stand; ascending. */
type Numbers = ReadonlyMap<string, readonly number[]>;

/** All agendas that have an event, by path without extension, and the events. */
export function agendas(context: Context): Pick<Reports, 'agendas' | 'events'> {
  const { plan, model } = context;
  const items: Item[] = [...plan.sessions, ...plan.rituals, ...plan.themes];
  items.sort((a, b) => byCodeUnit(startOf(a), startOf(b)) || byCodeUnit(a.uid, b.uid));
  const { departmentsOf, sitesOf } = placesOf(context);
  const departments = numbersBy(items, departmentsOf);
  const sites = numbersBy(items, sitesOf);
  const facilitators = numbersBy(items, (item) => ('module' in item ? some(item.facilitator) : []));
  const rooms = numbersBy(items, (item) => ('module' in item ? some(item.room) : []));
  const found: Entry[] = [
    ...[...model.departments.values()].map(({ id, name, site }) =>
      agenda(context, `departments/${id}`, name, zoneOf(context, site), departments.get(id)),
    ),
    ...[...model.sites.values()].map(({ id, name, zone }) =>
      agenda(context, `sites/${id}`, name, zone, sites.get(id)),
    ),
    ...[...model.facilitators.values()].map(({ id, name, zone }) =>
      agenda(context, `facilitators/${id}`, name, zone, facilitators.get(id)),
    ),
    ...[...model.rooms.values()].map(({ id, name, site }) => {
      const place = model.sites.size > 1 ? `${name}, ${siteName(context, site)}` : name;
      return agenda(context, `rooms/${id}`, place, zoneOf(context, site), rooms.get(id));
    }),
    everything(context, items),
    changes(context, items),
  ];
  return {
    agendas: new Map(found.filter(([, { events }]) => events.length > 0)),
    events: { count: items.length, at: (number) => eventOf(context, items[number]!) },
  };
}

function agenda(
  { plan: { programme } }: Context,
  path: string,
  name: string,
  zone: string,
  numbers: readonly number[] = [],
): Entry {
  const { name: of, starts } = programme;
  return [`calendars/${path}`, { name: `${name} – ${of}`, zone, starts, events: Uint32Array.from(numbers) }];
}

function everything({ plan: { programme } }: Context, items: readonly Item[]): Entry {
  const { name, timezone: zone, starts } = programme;
  return ['calendars/all', { name, zone, starts, events: Uint32Array.from(items.keys()) }];
}

/** What a person who imported the plan before must import now: what this plan made, changed or cancelled. */
function changes({ say, plan: { asOf, made, programme } }: Context, items: readonly Item[]): Entry {
  const { timezone: zone, starts } = programme;
  const isNews = ({ issue }: Item) => issue !== undefined && issue === made.issue;
  const events = Uint32Array.from([...items.keys()].filter((number) => isNews(items[number]!)));
  return [
    'calendars/changes',
    { name: `${programme.name} – changes of ${dayWords(say, asOf)}`, zone, starts, events },
  ];
}

function numbersBy(items: readonly Item[], keysOf: (item: Item) => Iterable<string>): Numbers {
  const numbers = new Map<string, number[]>();
  items.forEach((item, number) => {
    for (const key of keysOf(item)) {
      const list = numbers.get(key);
      if (list) list.push(number);
      else numbers.set(key, [number]);
    }
  });
  return numbers;
}

type KeysOf = (item: Item) => Iterable<string>;

/** The departments and sites whose people attend or are meant; a site's calendar shows what is online, too. */
function placesOf(context: Context): { readonly departmentsOf: KeysOf; readonly sitesOf: KeysOf } {
  const { model } = context;
  const sitesOfDepartment = new Map<string, Set<string>>();
  for (const { department, site } of model.posts.values()) {
    sitesOfDepartment.set(department, (sitesOfDepartment.get(department) ?? new Set()).add(site));
  }
  const postsOf = remembered((theme: string) =>
    [...(model.themes.get(theme)?.audience.posts ?? [])].flatMap((id) => model.posts.get(id) ?? []),
  );
  return {
    departmentsOf: (item) =>
      'theme' in item ? new Set(postsOf(item.theme).map(({ department }) => department)) : item.departments,
    sitesOf: (item) => {
      if ('module' in item) return sitesOfSession(context, item);
      if ('theme' in item) return new Set(postsOf(item.theme).map(({ site }) => site));
      return new Set(item.departments.flatMap((id) => [...(sitesOfDepartment.get(id) ?? [])]));
    },
  };
}

function some(id: string | null): readonly string[] {
  return id === null ? [] : [id];
}

function zoneOf({ model, plan }: Context, site: string): string {
  return model.sites.get(site)?.zone ?? plan.programme.timezone;
}
