/**
 * What every rule looks things up in: the plan turned round once, and shared tables made when the first rule
 * asks for them. No rule walks people or sessions twice for itself.
 */

import { type Day, type MonthKey, monthKey, monthStart, toDay } from '../calendar/date.ts';
import { type Say, sayIn } from '../calendar/say.ts';
import { append } from '../collections/lists.ts';
import type { Plan, PlanGroup } from '../model/made/plan.ts';
import { lazy, remembered } from '../model/made/remembered.ts';
import type { Department, Id, Model, Module, Post, PostId, Role } from '../model/model.ts';
import { type CommonDay, commonDayOf } from '../model/working-time/common-day.ts';
import { rereadTouches } from './measure/reread.ts';
import { type NeedCounts, needsOf, type Tally, tallyPosts } from './measure/tally.ts';
import { type Segment, type Touch, type Touches, touchesOf } from './measure/touches.ts';
import { outsideOf } from './outside.ts';

export interface Context {
  readonly model: Model;
  readonly plan: Plan;
  readonly asOf: Day;
  /** Whether what ends on a day was over on the day of the plan: nobody can change it, and no finding speaks of it. */
  readonly isOver: (last: Day) => boolean;
  /** Whether sessions of a module were held, and none of it is to come. */
  readonly isAllHeld: (module: Id) => boolean;
  /** How the programme's locale says days. */
  readonly say: Say;
  readonly touches: Touches;
  readonly needs: NeedCounts;
  readonly tallies: ReadonlyMap<PostId, Tally>;
  readonly groups: ReadonlyMap<Id, PlanGroup>;
  /** Departments and roles in which anybody works. */
  readonly departments: readonly Department[];
  readonly roles: readonly Role[];
  readonly postsOfDepartment: (department: Id) => readonly Post[];
  readonly postsOfRole: (role: Id) => readonly Post[];
  /** Modules that make sessions: neither interview scripts nor reactive ones. */
  readonly planned: readonly Module[];
  /** Those of `planned` that everybody gets during the year, joiners' modules apart. */
  readonly yearly: readonly Module[];
  /** Those of `planned` that joiners get at a moment of their first days. */
  readonly onboarding: readonly Module[];
  /** Departments that a module addresses. */
  readonly departmentsOf: (module: Module) => ReadonlySet<Id>;
  /** Sessions that ordinary people of a department attend, in order of start. */
  readonly sessionsOf: (department: Id) => readonly Touch[];
  readonly segmentsOfRole: (role: Id) => readonly Segment[];
  /** People who join in the programme: expected, or in the plan. */
  readonly joinersOf: (role: Role) => number;
  readonly months: readonly Month[];
  readonly commonDay: CommonDay;
  /** Whether a module's own days and hours never meet a post's shift. */
  readonly isOutside: (module: Module, post: Post) => boolean;
}

/** A month of the programme that is not cut to less than half. */
export interface Month {
  readonly key: MonthKey;
  readonly from: Day;
  /** Inclusive; inside the programme. */
  readonly to: Day;
  readonly theme: Id | undefined;
}

/** The context of a plan, made once for both. `asOf` is the plan's own. */
export function contextOf(model: Model, plan: Plan): Context {
  const known = made.get(plan);
  if (known?.model === model) return known;
  const context = makeContext(model, plan);
  made.set(plan, context);
  return context;
}

const made = new WeakMap<Plan, Context>();

/**
 * The context of a plan in which the same people attend the same sessions as in that of `before`: only what some modules are
 * about has changed. Known from then on to `contextOf`.
 *
 * @param model that of `before`, with other modules in place of these
 * @param modules their ids
 */
export function rereadContext(before: Context, model: Model, plan: Plan, modules: ReadonlySet<Id>): void {
  const { all, segments, touch, segment } = rereadTouches(before.touches, model, plan, modules);
  const needs = { ...before.needs, model };
  const changed = new Set(
    segments.flatMap((one, i) => (one === before.touches.segments[i] ? [] : [one.post])),
  );
  const own = segments.filter(({ post }) => changed.has(post));
  made.set(plan, {
    ...before,
    model,
    plan,
    touches: { all, segments },
    needs,
    tallies: new Map([...before.tallies, ...tallyPosts(needs, own, changed)]),
    ...plannedIn(model),
    sessionsOf: remembered((id) => before.sessionsOf(id).map(touch)),
    segmentsOfRole: remembered((id) => before.segmentsOfRole(id).map(segment)),
  });
}

function makeContext(model: Model, plan: Plan): Context {
  const touches = touchesOf(model, plan);
  const needs = needsOf(model);
  const posts = [...model.posts.values()];
  const byDepartment = index(posts, ({ department }) => department);
  const byRole = index(posts, ({ role }) => role);
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const sessions = lazy(() => sessionsByDepartment(touches.all, groups));
  const segments = lazy(() => index(touches.segments, ({ post }) => post.role));
  const joiners = lazy(() => joinersByRole(plan.groups));
  const lastDays = lazy(() => lastDayByModule(touches.all, plan));
  const asOf = toDay(plan.asOf) ?? model.programme.starts - 1;
  const addressed = remembered(
    ({ audience }: Module) => new Set([...audience.posts].map((post) => model.posts.get(post)!.department)),
  );
  return {
    model,
    plan,
    asOf,
    isOver: (last) => last < asOf,
    isAllHeld: (id) => (lastDays().get(id) ?? asOf) < asOf,
    say: sayIn(model.programme.locale),
    touches,
    needs,
    tallies: tallyPosts(needs, touches.segments),
    groups,
    departments: [...model.departments.values()].filter(({ id }) => byDepartment.has(id)),
    roles: [...model.roles.values()].filter(({ id }) => byRole.has(id)),
    postsOfDepartment: (id) => byDepartment.get(id) ?? [],
    postsOfRole: (id) => byRole.get(id) ?? [],
    ...plannedIn(model),
    departmentsOf: addressed,
    sessionsOf: (id) => sessions().get(id) ?? [],
    segmentsOfRole: (id) => segments().get(id) ?? [],
    // Beside a roster the plan says who joins: those with a row, and seats for those who are still to have one.
    joinersOf: ({ id, department, joiners: expected }) =>
      Math.max(model.named.has(department) ? 0 : expected, joiners().get(id) ?? 0),
    months: monthsOf(model),
    commonDay: commonDayOf(model),
    isOutside: outsideOf(model),
  };
}

function plannedIn(model: Model): Pick<Context, 'planned' | 'yearly' | 'onboarding'> {
  const planned = [...model.modules.values()].filter(isPlanned);
  return {
    planned,
    yearly: planned.filter(({ when }) => when.kind !== 'moment'),
    onboarding: planned.filter(({ when }) => when.kind === 'moment' && isOnboarding(model, when.moment)),
  };
}

/** Whether a module addresses any of the posts. */
export function addresses({ audience }: Module, posts: readonly Post[]): boolean {
  return posts.some(({ id }) => audience.posts.has(id));
}

/** How many people hold the posts. */
export function headsOf(posts: readonly Post[]): number {
  return posts.reduce((sum, { heads }) => sum + heads, 0);
}

/** Items by a key, in their order. */
export function index<Item>(items: Iterable<Item>, keyOf: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    append(groups, key, item);
  }
  return groups;
}

/** Whether it is held at all, and for anybody. */
export function isPlanned({ format, when, audience }: Module): boolean {
  return format !== 'interview' && when.kind !== 'trigger' && audience.posts.size > 0;
}

const ONBOARDING_DAYS = 90;

function isOnboarding({ moments }: Model, id: Id): boolean {
  const moment = moments.get(id);
  return moment !== undefined && moment.from >= 0 && moment.to <= ONBOARDING_DAYS;
}

function sessionsByDepartment(
  touches: readonly Touch[],
  groups: ReadonlyMap<Id, PlanGroup>,
): Map<Id, Touch[]> {
  const out = new Map<Id, Touch[]>();
  for (const touch of touches) {
    for (const { group: id } of touch.session.attendees) {
      const group = groups.get(id);
      if (group?.joiners !== false) continue;
      const list = out.get(group.department);
      if (!list) out.set(group.department, [touch]);
      else if (list.at(-1) !== touch) list.push(touch);
    }
  }
  return out;
}

/** The last day on which each module is held, or could still be for those who have no place. */
function lastDayByModule(touches: readonly Touch[], { unscheduled }: Plan): Map<Id, Day> {
  const out = new Map<Id, Day>();
  const reach = (id: Id, day: Day) => out.set(id, Math.max(day, out.get(id) ?? day));
  for (const { module, day } of touches) reach(module.id, day);
  for (const { module, window } of unscheduled) reach(module, toDay(window.by) ?? Number.POSITIVE_INFINITY);
  return out;
}

function joinersByRole(groups: readonly PlanGroup[]): Map<Id, number> {
  const out = new Map<Id, number>();
  for (const { role, heads, joiners } of groups) {
    if (joiners !== false) out.set(role, (out.get(role) ?? 0) + heads);
  }
  return out;
}

function monthsOf({ programme, themeOfMonth }: Model): Month[] {
  const months: Month[] = [];
  for (let first = monthStart(programme.starts); first <= programme.ends; first = monthStart(first, 1)) {
    const next = monthStart(first, 1);
    const [from, to] = [Math.max(first, programme.starts), Math.min(next - 1, programme.ends)];
    if (2 * (to - from + 1) < next - first) continue;
    months.push({ key: monthKey(first), from, to, theme: themeOfMonth.get(monthKey(first)) });
  }
  return months;
}
