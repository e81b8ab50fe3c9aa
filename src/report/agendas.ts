/** Which calendar shows what: departments, sites, facilitators, rooms, everything, and what has changed. */
import { ONLINE } from '../model/model.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Identity, PlanRitual, PlanSession, PlanTheme } from '../model/plan.ts';
import { type Context, listed } from './context.ts';
import { ritualEvent, sessionEvent, themeEvent } from './events.ts';
import { siteName } from './names.ts';
import type { Agenda, AgendaEvent, Reports } from './types.ts';
import { dayWords } from './words.ts';

/** Every event made once; sessions apart from what lasts all day. */
interface Events {
  /** The number of each. */
  readonly numbers: ReadonlyMap<AgendaEvent, number>;
  readonly sessions: readonly (readonly [PlanSession, AgendaEvent])[];
  readonly rituals: readonly (readonly [PlanRitual, AgendaEvent])[];
  readonly themes: readonly (readonly [PlanTheme, AgendaEvent])[];
}

/** All agendas that have an event, by path without extension, and the events. */
export function agendas(context: Context): Pick<Reports, 'agendas' | 'events'> {
  const { plan } = context;
  const pairs = {
    sessions: plan.sessions.map((item) => [item, sessionEvent(context, item)] as const),
    rituals: plan.rituals.map((item) => [item, ritualEvent(context, item)] as const),
    themes: plan.themes.map((item) => [item, themeEvent(context, item)] as const),
  };
  const all = everything(pairs).sort((a, b) => byCodeUnit(a.start, b.start) || byCodeUnit(a.uid, b.uid));
  const events: Events = { ...pairs, numbers: new Map(all.map((event, number) => [event, number])) };
  const found = [
    ...departmentAgendas(context, events),
    ...siteAgendas(context, events),
    ...facilitatorAgendas(context, events),
    ...roomAgendas(context, events),
    agenda(context, events, 'all', plan.programme.name, plan.programme.timezone, all),
    changes(context, events),
  ];
  return {
    agendas: new Map(found.filter(([, { events: some }]) => some.length > 0)),
    events: { count: all.length, at: (number) => all[number]! },
  };
}

type Entry = [string, Agenda];

function agenda(
  { plan }: Context,
  { numbers }: Events,
  path: string,
  name: string,
  zone: string,
  events: readonly AgendaEvent[],
): Entry {
  const own = Uint32Array.from(events, (event) => numbers.get(event)!).sort();
  return [`calendars/${path}`, { name, zone, starts: plan.programme.starts, events: own }];
}

function titled({ plan }: Context, name: string): string {
  return `${name} – ${plan.programme.name}`;
}

function departmentAgendas(context: Context, events: Events): Entry[] {
  const sessions = listed(events.sessions, ([session]) => session.departments);
  return [...context.model.departments.values()].map(({ id, name, site }) => {
    const own = [
      ...eventsOf(sessions.get(id)),
      ...eventsOf(events.rituals.filter(([ritual]) => ritual.departments.includes(id))),
      ...eventsOf(
        events.themes.filter(([{ theme }]) => meets(context, theme, (post) => post.department === id)),
      ),
    ];
    return agenda(context, events, `departments/${id}`, titled(context, name), zoneOf(context, site), own);
  });
}

/** A site's calendar also shows what its people attend online. */
function siteAgendas(context: Context, events: Events): Entry[] {
  const sessions = listed(events.sessions, ([session]) => sitesOf(context, session));
  const departments = new Map<string, Set<string>>();
  for (const { site, department } of context.model.posts.values()) {
    departments.set(site, (departments.get(site) ?? new Set()).add(department));
  }
  return [...context.model.sites.values()].map(({ id, name, zone }) => {
    const here = departments.get(id) ?? new Set();
    const own = [
      ...eventsOf(sessions.get(id)),
      ...eventsOf(events.rituals.filter(([ritual]) => ritual.departments.some((one) => here.has(one)))),
      ...eventsOf(events.themes.filter(([{ theme }]) => meets(context, theme, (post) => post.site === id))),
    ];
    return agenda(context, events, `sites/${id}`, titled(context, name), zone, own);
  });
}

function facilitatorAgendas(context: Context, events: Events): Entry[] {
  const sessions = listed(events.sessions, ([{ facilitator }]) =>
    facilitator === null ? [] : [facilitator],
  );
  return [...context.model.facilitators.values()].map(({ id, name, zone }) =>
    agenda(context, events, `facilitators/${id}`, titled(context, name), zone, eventsOf(sessions.get(id))),
  );
}

function roomAgendas(context: Context, events: Events): Entry[] {
  const sessions = listed(events.sessions, ([{ room }]) => (room === null ? [] : [room]));
  return [...context.model.rooms.values()].map(({ id, name, site }) => {
    const place = context.model.sites.size > 1 ? `${name}, ${siteName(context, site)}` : name;
    return agenda(
      context,
      events,
      `rooms/${id}`,
      titled(context, place),
      zoneOf(context, site),
      eventsOf(sessions.get(id)),
    );
  });
}

/** What a person who imported the plan before must import now: new, changed and cancelled since then. */
function changes(context: Context, events: Events): Entry {
  const { asOf, programme } = context.plan;
  const all: readonly (readonly [Identity, AgendaEvent])[] = [
    ...events.sessions,
    ...events.rituals,
    ...events.themes,
  ];
  const first = all.every(([{ created }]) => created === asOf);
  const changed = all.filter(
    ([{ sequence, created, revised }]) => revised === asOf && (sequence > 0 || (created === asOf && !first)),
  );
  const name = `${programme.name} – changes of ${dayWords(asOf)}`;
  return agenda(context, events, 'changes', name, programme.timezone, eventsOf(changed));
}

function everything(events: Omit<Events, 'numbers'>): AgendaEvent[] {
  return [...eventsOf(events.sessions), ...eventsOf(events.rituals), ...eventsOf(events.themes)];
}

function eventsOf(pairs: readonly (readonly [unknown, AgendaEvent])[] = []): AgendaEvent[] {
  return pairs.map(([, event]) => event);
}

function sitesOf({ groups }: Context, session: PlanSession): Set<string> {
  const sites = new Set(session.site === ONLINE ? [] : [session.site]);
  for (const { group } of session.attendees) {
    const site = groups.get(group)?.site;
    if (site !== undefined) sites.add(site);
  }
  return sites;
}

function zoneOf({ model, plan }: Context, site: string): string {
  return model.sites.get(site)?.zone ?? plan.programme.timezone;
}

/** Whether people of these posts must meet the theme. */
function meets(
  { model }: Context,
  theme: string,
  here: (post: { readonly department: string; readonly site: string }) => boolean,
): boolean {
  for (const id of model.themes.get(theme)?.audience.posts ?? []) {
    const post = model.posts.get(id);
    if (post && here(post)) return true;
  }
  return false;
}
