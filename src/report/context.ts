/** What every page, table and agenda looks things up in: model, plan and gaps with their indexes, made once. */

import { type MonthKey, monthKey, monthStart, toDay } from '../calendar/date.ts';
import { type Say, sayIn } from '../calendar/say.ts';
import { append } from '../collections/lists.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { type Deliveries, deliveriesOf } from '../coverage/measure/deliveries.ts';
import type { Finding, Gaps, ScoredPart } from '../model/made/gaps.ts';
import { type GroupParts, groupParts } from '../model/made/group-parts.ts';
import { History, NAMED, namesIn, type PastState, retiredModule } from '../model/made/history.ts';
import type {
  Plan,
  PlanGroup,
  PlanRitual,
  PlanSession,
  PlanTheme,
  PlanUnscheduled,
} from '../model/made/plan.ts';
import { lazy, remembered } from '../model/made/remembered.ts';
import { type Department, type Id, type Model, ONLINE } from '../model/model.ts';

export interface Context {
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
  /** How the programme's locale says days. */
  readonly say: Say;
  /** The same in the words of an item's day: what was held or cancelled keeps them. The same object each time. */
  readonly at: (item: PlanSession | PlanRitual | PlanTheme) => Context;
  readonly groups: ReadonlyMap<Id, PlanGroup>;
  /** What a group is called by, of groups that are no longer in the plan, too; the same object each time. */
  readonly partsOf: (group: Id) => GroupParts;
  /** Ordinary groups of each role × site × shift. */
  readonly groupsOfPost: ReadonlyMap<string, number>;
  /** Ordinary heads by role, and by department. */
  readonly headsOfRole: ReadonlyMap<Id, number>;
  readonly headsOfDepartment: ReadonlyMap<Id, number>;
  /** At how many sites, and on how many shifts, a role works. */
  readonly sitesOfRole: ReadonlyMap<Id, number>;
  readonly shiftsOfRole: ReadonlyMap<Id, number>;
  /** The departments that have people at a site, by name. */
  readonly departmentsAt: () => ReadonlyMap<Id, readonly Department[]>;
  readonly sessionsOf: ReadonlyMap<Id, readonly PlanSession[]>;
  readonly unscheduledOf: ReadonlyMap<Id, readonly PlanUnscheduled[]>;
  /** What came of the seats that were due; undefined without an attendance file. */
  readonly deliveries: () => Deliveries | undefined;
  readonly scoreOf: ReadonlyMap<Id, ScoredPart>;
  /** Not waived, by the department they are about. */
  readonly findingsOf: ReadonlyMap<Id, readonly Finding[]>;
  /** Months of the programme, in order. */
  readonly months: readonly MonthKey[];
  /** Whether a month's name alone could mean two months. */
  readonly yearsShown: boolean;
}

export function makeContext(model: Model, plan: Plan, gaps: Gaps): Context {
  const people = peopleOf(plan.groups.map((group) => stillThere(group, plan)));
  const { groups } = people;
  const months = monthsOf(plan);
  const history = new History(plan, model);
  const thens = new Map<PastState, Context>();
  const context: Context = {
    model,
    plan,
    gaps,
    say: sayIn(model.programme.locale),
    at(item) {
      const then = history.of(item);
      if (!then) return context;
      const known = thens.get(then) ?? {
        ...context,
        model: modelOf(model, then),
        ...peopleOf(then.groups.map((group) => stillThere(group, plan))),
        partsOf: remembered((group: Id) => groupParts(then.model, group)),
      };
      thens.set(then, known);
      return known;
    },
    ...people,
    partsOf: remembered((group) => groupParts(model, group)),
    departmentsAt: lazy(() =>
      listed(byName(context, model.departments.values()), ({ id }) => sitesOf(context, id)),
    ),
    sessionsOf: listed(plan.sessions, (session) => session.departments),
    unscheduledOf: listed(plan.unscheduled, ({ group }) => [groups.get(group)?.department ?? '']),
    deliveries: lazy(() => deliveriesOf(model, plan)),
    scoreOf: new Map(gaps.departments.map((scored) => [scored.id, scored])),
    findingsOf: listed(gaps.findings, ({ subject }) => departmentsOf(subject, model)),
    months,
    yearsShown: months[0]?.slice(0, 4) !== months.at(-1)?.slice(0, 4),
  };
  return context;
}

/** The context of a plan of another day, in the words that it kept. */
export function contextOf(model: Model, plan: Plan, gaps: Gaps): Context {
  const then = namesIn(plan);
  return makeContext(then ? modelOf(model, then) : model, plan, gaps);
}

type People = Pick<
  Context,
  'groups' | 'groupsOfPost' | 'headsOfRole' | 'headsOfDepartment' | 'sitesOfRole' | 'shiftsOfRole'
>;

function peopleOf(list: readonly PlanGroup[]): People {
  const members = list.filter((group) => group.joiners === false);
  const kinds = (of: (group: PlanGroup) => Id) => {
    const found = new Map<Id, Set<Id>>();
    for (const group of list) found.set(group.role, (found.get(group.role) ?? new Set()).add(of(group)));
    return new Map(Array.from(found, ([role, ids]) => [role, ids.size]));
  };
  return {
    groups: new Map(list.map((group) => [group.id, group])),
    groupsOfPost: sums(members, postOf, () => 1),
    headsOfRole: sums(members, (group) => group.role, headsOf),
    headsOfDepartment: sums(members, (group) => group.department, headsOf),
    sitesOfRole: kinds(({ site }) => site),
    shiftsOfRole: kinds(({ shift }) => shift),
  };
}

/** What there is of a department that is gone. */
const GONE = { shifts: new Map(), teams: new Map(), roles: [] };

/** The model in the words of another day: what is more than words is as it is now. */
function modelOf(model: Model, { model: names }: PastState): Model {
  const modules = Array.from(names.modules, ([id, words]) => {
    const module = model.modules.get(id) ?? retiredModule(id, words);
    return [id, { ...module, ...words, host: words.host && { ...module.host, ...words.host } }] as const;
  });
  const kinds = NAMED.map((kind) => {
    const now = model[kind] as ReadonlyMap<Id, object>;
    return [
      kind,
      new Map(Array.from(names[kind], ([id, words]) => [id, { ...GONE, ...now.get(id), ...words }])),
    ];
  });
  return { ...model, ...Object.fromEntries(kinds), modules: new Map(modules) };
}

/** `<role>.<site>.<shift>` */
export function postOf(group: PlanGroup): string {
  return `${group.role}.${group.site}.${group.shift}`;
}

/** A group with as many heads as have not gone by the day of the plan: pages say `9 of 9`, not `9 of 10`. */
function stillThere(group: PlanGroup, { asOf }: Plan): PlanGroup {
  if (!group.presence) return group;
  const gone = group.presence.reduce(
    (sum, { first, last, until }) => sum + (until !== undefined && until < asOf ? last - first + 1 : 0),
    0,
  );
  return gone === 0 || gone === group.heads ? group : { ...group, heads: group.heads - gone };
}

function headsOf(group: PlanGroup): number {
  return group.heads;
}

function departmentsOf({ department, role }: Finding['subject'], model: Model): Id[] {
  const id = department ?? (role === undefined ? undefined : model.roles.get(role)?.department);
  return id === undefined ? [] : [id];
}

function monthsOf({ programme }: Plan): MonthKey[] {
  const [first, last] = [toDay(programme.starts), toDay(programme.ends)];
  if (first === undefined || last === undefined) return [];
  const months: MonthKey[] = [];
  for (let day = monthStart(first); day <= last; day = monthStart(day, 1)) months.push(monthKey(day));
  return months;
}

/** Items by each of their keys, in the items' order. */
export function listed<T>(items: Iterable<T>, keysOf: (item: T) => Iterable<string>): Map<string, T[]> {
  const lists = new Map<string, T[]>();
  for (const item of items) {
    for (const key of keysOf(item)) {
      append(lists, key, item);
    }
  }
  return lists;
}

/** Sums by key. */
export function sums<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  amountOf: (item: T) => number,
): Map<string, number> {
  const totals = new Map<string, number>();
  for (const item of items) {
    const key = keyOf(item);
    totals.set(key, (totals.get(key) ?? 0) + amountOf(item));
  }
  return totals;
}

/** The site at which a session is held, and those at which its people work. */
export function sitesOfSession(context: Context, session: PlanSession): Set<string> {
  const { site: held, attendees } = session;
  const { groups } = context.at(session);
  const sites = new Set(held === ONLINE ? [] : [held]);
  for (const { group } of attendees) {
    const site = groups.get(group)?.site;
    if (site !== undefined) sites.add(site);
  }
  return sites;
}

/** The sites at which people of a department work. */
export function sitesOf({ model }: Context, department: Id): Set<Id> {
  const roles = model.departments.get(department)?.roles ?? [];
  return new Set(roles.flatMap((role) => [...(model.roles.get(role)?.heads.keys() ?? [])]));
}

/** The zone in which all of a department's people live; undefined where there are several. */
export function oneZone(context: Context, department: Id): string | undefined {
  const { model, plan } = context;
  const zones = new Set(
    [...sitesOf(context, department)].map((site) => model.sites.get(site)?.zone ?? plan.programme.timezone),
  );
  if (zones.size > 1) return undefined;
  return [...zones][0] ?? plan.programme.timezone;
}

/** Things in the order of their names, as the programme's locale sorts them. */
export function byName<T extends { readonly id: Id; readonly name: string }>(
  { model }: Context,
  things: Iterable<T>,
): T[] {
  const { compare } = new Intl.Collator(model.programme.locale);
  return [...things].sort((a, b) => compare(a.name, b.name) || byCodeUnit(a.id, b.id));
}
