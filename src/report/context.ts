/** What every page, table and agenda looks things up in: model, plan and gaps with their indexes, made once. */
import { type MonthKey, monthKey, monthStart, toDay } from '../calendar/date.ts';
import { type Say, sayIn } from '../calendar/say.ts';
import type { Finding, Gaps, Scored } from '../model/gaps.ts';
import { type GroupParts, groupParts } from '../model/group-parts.ts';
import { type Id, type Model, ONLINE } from '../model/model.ts';
import { byCodeUnit } from '../model/order.ts';
import type { Plan, PlanGroup, PlanSession, PlanUnscheduled } from '../model/plan.ts';
import { remembered } from '../model/remembered.ts';

export interface Context {
  readonly model: Model;
  readonly plan: Plan;
  readonly gaps: Gaps;
  /** How the programme's locale says days. */
  readonly say: Say;
  readonly groups: ReadonlyMap<Id, PlanGroup>;
  /** What a group is called by, of groups that are no longer in the plan, too; the same object each time. */
  readonly partsOf: (group: Id) => GroupParts;
  /** Ordinary groups of each role × site × shift. */
  readonly groupsOfPost: ReadonlyMap<string, number>;
  /** Ordinary heads by role, and by department. */
  readonly headsOfRole: ReadonlyMap<Id, number>;
  readonly headsOfDepartment: ReadonlyMap<Id, number>;
  readonly sessionsOf: ReadonlyMap<Id, readonly PlanSession[]>;
  readonly unscheduledOf: ReadonlyMap<Id, readonly PlanUnscheduled[]>;
  readonly scoreOf: ReadonlyMap<Id, Scored>;
  /** Not waived, by the department they are about. */
  readonly findingsOf: ReadonlyMap<Id, readonly Finding[]>;
  /** Months of the programme, in order. */
  readonly months: readonly MonthKey[];
  /** Whether a month's name alone could mean two months. */
  readonly yearsShown: boolean;
}

export function makeContext(model: Model, plan: Plan, gaps: Gaps): Context {
  const all = plan.groups.map((group) => stillThere(group, plan));
  const groups = new Map(all.map((group) => [group.id, group]));
  const members = all.filter((group) => group.joiners === false);
  const months = monthsOf(plan);
  return {
    model,
    plan,
    gaps,
    say: sayIn(model.programme.locale),
    groups,
    partsOf: remembered((group) => groupParts(model, group)),
    groupsOfPost: sums(members, postOf, () => 1),
    headsOfRole: sums(members, (group) => group.role, headsOf),
    headsOfDepartment: sums(members, (group) => group.department, headsOf),
    sessionsOf: listed(plan.sessions, (session) => session.departments),
    unscheduledOf: listed(plan.unscheduled, ({ group }) => [groups.get(group)?.department ?? '']),
    scoreOf: new Map(gaps.departments.map((scored) => [scored.id, scored])),
    findingsOf: listed(gaps.findings, ({ subject }) => departmentsOf(subject, model)),
    months,
    yearsShown: months[0]?.slice(0, 4) !== months.at(-1)?.slice(0, 4),
  };
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
      const list = lists.get(key);
      if (list) list.push(item);
      else lists.set(key, [item]);
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
export function sitesOfSession({ groups }: Context, { site: held, attendees }: PlanSession): Set<string> {
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
