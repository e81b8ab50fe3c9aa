/**
 * A plan in the ids of now: what was written as `ward` reads `wards` where a department says `was: ward`. Done once,
 * where a plan comes in, so that whatever compares, follows or judges it knows ids of now alone. Ids and UIDs of sessions
 * stay: calendars know these.
 */

import { byCodeUnit } from '../collections/text-order.ts';
import { NAMED, type NamedKind } from '../model/made/history.ts';
import { ledBy } from '../model/made/led-by.ts';
import type {
  Attendees,
  Identity,
  Plan,
  PlanCalendar,
  PlanFormer,
  PlanGroup,
  PlanNames,
  PlanRitual,
  PlanSession,
  PlanTheme,
} from '../model/made/plan.ts';
import { remembered, shared } from '../model/made/remembered.ts';
import {
  type FormerIds,
  type Id,
  isAnyRenamed,
  type Model,
  type Renamer,
  renamerOf,
} from '../model/model.ts';
import { forgotten } from './forgotten.ts';

/** The same plan, itself, where nothing in it has another id by now, and nobody in it is taken out of the roster. */
export function renamed(plan: Plan, model: Pick<Model, 'former' | 'roles' | 'people'>): Plan {
  // By whoever has another number: a person is sought by that of now.
  return forgotten(translated(plan, model), model.people);
}

function translated(plan: Plan, { former, roles }: Pick<Model, 'former' | 'roles'>): Plan {
  if (!isAnyRenamed(former)) return plan;
  const to = translation(plan, former, (role) => roles.get(role)?.department);
  const sessions = each(plan.sessions, (session) => ofSession(session, to));
  const groups = each(plan.groups, (group) => ofGroup(group, to));
  const rituals = each(plan.rituals, (ritual) => ofPlaces(ritual, to));
  const themes = each(plan.themes, (theme) => ofPlaces(theme, to));
  const calendars = plan.calendars && calendarsNow(plan.calendars, to);
  const unscheduled = each(plan.unscheduled, (one) => {
    const [module, group] = [to.module(one.module), to.group(one.group)];
    return module === one.module && group === one.group ? one : { ...one, module, group };
  });
  const names = plan.names && ofNames(plan.names, to);
  const before = plan.former && each(plan.former, (one) => ofFormer(one, to));
  const same =
    sessions === plan.sessions &&
    groups === plan.groups &&
    rituals === plan.rituals &&
    themes === plan.themes &&
    calendars === plan.calendars &&
    unscheduled === plan.unscheduled &&
    names === plan.names &&
    before === plan.former;
  if (same) return plan;
  const loads = {
    facilitators: each(plan.loads.facilitators, (load) => withId(load, 'facilitator', to.facilitator)),
    departments: each(plan.loads.departments, (load) => withId(load, 'department', to.department)),
  };
  return {
    ...plan,
    // What it stands on was told in the old ids.
    made: { ...plan.made, basis: undefined },
    groups: groups.toSorted(byId),
    sessions,
    rituals,
    themes,
    unscheduled,
    loads,
    names,
    former: before,
    calendars,
  };
}

type Translate = (id: Id) => Id;

interface Translation extends Renamer {
  readonly site: Translate;
  readonly room: Translate;
  readonly department: Translate;
  readonly role: Translate;
  readonly module: Translate;
  readonly facilitator: Translate;
  readonly person: Translate;
  readonly departments: (ids: readonly Id[]) => readonly Id[];
  readonly sites: (ids: readonly Id[]) => readonly Id[];
  /** `departments/ward` → `departments/wards` */
  readonly calendar: Translate;
  readonly why: (lines: readonly string[]) => readonly string[];
  readonly seat: (seat: Attendees) => Attendees;
}

function translation(
  plan: Plan,
  former: FormerIds,
  departmentNow: (role: Id) => Id | undefined,
): Translation {
  const by =
    (ids: ReadonlyMap<Id, Id>): Translate =>
    (id) =>
      ids.get(id) ?? id;
  const [department, role, module] = [by(former.departments), by(former.roles), by(former.modules)];
  // Of roles that are gone the plan knows where they were.
  const ofPlan = new Map(plan.groups.map((group) => [role(group.role), department(group.department)]));
  const renamer = renamerOf(former, (id) => departmentNow(id) ?? ofPlan.get(id));
  const group = remembered(renamer.group);
  const list = shared((ids: readonly Id[]) => ids.join(' '));
  const line = remembered((text: string) => pointerNow(text, module));
  return {
    shift: renamer.shift,
    group,
    site: by(former.sites),
    room: by(former.rooms),
    department,
    role,
    module,
    facilitator: by(former.facilitators),
    person: by(former.people),
    departments: listBy(department, list),
    sites: listBy(by(former.sites), list),
    calendar: remembered((key: string) => calendarNow(key, former)),
    why: (lines) => each(lines, line),
    seat: (seat) => withId(seat, 'group', group),
  };
}

function listBy(
  translate: Translate,
  list: (ids: readonly Id[]) => readonly Id[],
): (ids: readonly Id[]) => readonly Id[] {
  return remembered((ids) => {
    const now = ids.map(translate);
    return now.every((id, i) => id === ids[i]) ? ids : list([...new Set(now)].sort());
  });
}

function calendarNow(key: string, former: FormerIds): string {
  const [kind = '', id = ''] = key.split('/');
  const ids = kind in former ? former[kind as keyof FormerIds] : undefined;
  return ids instanceof Map && ids.has(id) ? `${kind}/${ids.get(id)}` : key;
}

/** A calendar whose thing has another id goes on under that, and its address of before with it. */
function calendarsNow(calendars: readonly PlanCalendar[], to: Translation): readonly PlanCalendar[] {
  if (calendars.every(({ id }) => to.calendar(id) === id)) return calendars;
  const now = new Map<string, PlanCalendar>();
  for (const one of calendars) {
    const id = to.calendar(one.id);
    const known = now.get(id);
    const was = new Set([...(known?.was ?? []), ...(one.was ?? []), ...(id === one.id ? [] : [one.id])]);
    const parts = known?.parts ?? one.parts;
    now.set(id, { ...one, id, ...(was.size > 0 && { was: [...was].sort() }), ...(parts && { parts }) });
  }
  return [...now.values()].sort(byId);
}

/** `modules.kind-letters.when` → `modules.kind-invoices.when` */
function pointerNow(text: string, module: Translate): string {
  const [section, id, ...rest] = text.split('.');
  return section === 'modules' && id !== undefined ? ['modules', module(id), ...rest].join('.') : text;
}

function ofSession(session: PlanSession, to: Translation): PlanSession {
  const attendees = each(session.attendees, to.seat);
  const now = {
    module: to.module(session.module),
    departments: to.departments(session.departments),
    attendees: attendees === session.attendees ? attendees : attendees.toSorted(bySeat),
    site: to.site(session.site),
    room: session.room && to.room(session.room),
    ...leadersNow(session, to),
    why: to.why(session.why),
    ...leftNow(session, to),
  };
  return isSame(session, now) ? session : { ...session, ...now };
}

/** Who leads it, in the order of their new ids. */
function leadersNow(
  session: PlanSession,
  to: Translation,
): Pick<PlanSession, 'facilitator' | 'coFacilitators'> {
  const [facilitator = null, ...others] = ledBy(session).map(to.facilitator).sort();
  return { facilitator, ...(others.length > 0 && { coFacilitators: others }) };
}

/** A ritual or a run of a theme. */
function ofPlaces<Item extends PlanRitual | PlanTheme>(item: Item, to: Translation): Item {
  const now = {
    ...(item.departments && { departments: to.departments(item.departments) }),
    ...(item.sites && { sites: to.sites(item.sites) }),
    ...leftNow(item, to),
  };
  return isSame(item, now) ? item : { ...item, ...now };
}

function leftNow({ left }: Identity, to: Translation): Pick<Identity, 'left'> {
  if (!left) return {};
  const now = each(left.calendars, to.calendar);
  return { left: now === left.calendars ? left : { ...left, calendars: [...new Set(now)].sort() } };
}

function ofGroup(group: PlanGroup, to: Translation): PlanGroup {
  const department = to.department(group.department);
  const now = {
    id: to.group(group.id),
    department,
    role: to.role(group.role),
    site: to.site(group.site),
    shift: to.shift(department, group.shift),
    ...(group.people && { people: each(group.people, (id) => id && to.person(id)) }),
  };
  return isSame(group, now) ? group : { ...group, ...now };
}

function ofNames(names: PlanNames, to: Translation): PlanNames {
  const lists = Object.fromEntries(NAMED.map((kind) => [kind, entriesNow(kind, names[kind], to)]));
  return isSame(names, lists) ? names : { ...names, ...lists };
}

function ofFormer(one: PlanFormer, to: Translation): PlanFormer {
  const names: Record<string, unknown> = {};
  const since: Record<string, readonly Id[]> = {};
  for (const kind of NAMED) {
    const [entries, ids] = [one.names[kind], one.since[kind]];
    if (entries) names[kind] = entriesNow(kind, entries, to);
    if (ids) since[kind] = each(ids, idOf(kind, to));
  }
  if (one.names.groups) names.groups = each(one.names.groups, (group) => ofGroup(group, to));
  if (one.since.groups) since.groups = each(one.since.groups, to.group);
  return isSame(one.names, names) && isSame(one.since, since) ? one : { ...one, names, since };
}

type Entry = PlanNames[NamedKind][number];

function entriesNow<One extends Entry>(
  kind: NamedKind,
  entries: readonly One[],
  to: Translation,
): readonly One[] {
  const id = idOf(kind, to);
  const now = each(entries, (entry) => {
    const other: { id: Id; site?: Id; host?: Id } = { id: id(entry.id) };
    if ('site' in entry) other.site = to.site(entry.site);
    if ('host' in entry && entry.host !== undefined) other.host = to.department(entry.host);
    return isSame(entry, other) ? entry : { ...entry, ...other };
  });
  return now === entries ? entries : now.toSorted(byId);
}

function idOf(kind: NamedKind, to: Translation): Translate {
  switch (kind) {
    case 'sites':
      return to.site;
    case 'rooms':
      return to.room;
    case 'departments':
      return to.department;
    case 'roles':
      return to.role;
    case 'modules':
      return to.module;
    case 'facilitators':
      return to.facilitator;
    default:
      return (id) => id;
  }
}

/** The list itself where no item changes. */
function each<Item>(items: readonly Item[], change: (item: Item) => Item): readonly Item[] {
  const now = items.map(change);
  return now.every((item, i) => item === items[i]) ? items : now;
}

function withId<Key extends string, Item extends { readonly [K in Key]: Id }>(
  item: Item,
  key: Key,
  to: Translate,
): Item {
  const id = to(item[key]);
  return id === item[key] ? item : { ...item, [key]: id };
}

/** Whether a thing has all these values already. */
function isSame(thing: object, values: object): boolean {
  return Object.entries(values).every(([key, value]) => (thing as Record<string, unknown>)[key] === value);
}

function byId(a: { readonly id: Id }, b: { readonly id: Id }): number {
  return byCodeUnit(a.id, b.id);
}

function bySeat(a: Attendees, b: Attendees): number {
  return byCodeUnit(a.group, b.group) || a.first - b.first;
}
