/**
 * Who is on which number and when, read from the plan, and who is expected to join, counted out from the workspace
 * plainly and apart from `demand`, so that a mistake there shows. Joiner k of n comes in programme month ⌈12k/n⌉.
 */

import { type Day, type MonthKey, monthKey, monthStart, toDay } from '../calendar/date.ts';
import { groupBy } from '../collections/lists.ts';
import type { Attendees, Plan, PlanGroup } from '../model/made/plan.ts';
import type { Id, Model, Person, Post, Role } from '../model/model.ts';
import { postWorkingDays } from './closed.ts';
import type { HeldOf } from './renewed.ts';
import { type MemberGroup, type Missed, memberKey } from './types.ts';

/**
 * The members of every group of the plan, by the group's id: those who are there for the same time lie side by
 * side. Whether these are the people of the workspace is the business of `complete`.
 */
export function memberGroups(
  model: Model,
  plan: Pick<Plan, 'groups'>,
  { again }: Pick<Missed, 'again'>,
  heldOf: HeldOf = () => undefined,
): Map<Id, MemberGroup[]> {
  const rows = groupBy(model.people ?? [], ({ id }) => id);
  const out = new Map<Id, MemberGroup[]>();
  for (const group of plan.groups) {
    const post = model.posts.get(`${group.role}.${group.site}.${group.shift}`);
    if (!post) continue;
    out.set(group.id, membersOf(model, rows, post, group, again, heldOf));
  }
  return out;
}

function membersOf(
  model: Model,
  rows: Rows,
  post: Post,
  group: PlanGroup,
  missed: Missed['again'],
  heldOf: HeldOf,
): MemberGroup[] {
  const { starts, ends } = model.programme;
  const joiners = group.joiners === false ? undefined : group.joiners;
  const runs: {
    first: number;
    last: number;
    from: Day;
    until: Day;
    said: boolean;
    isUnnamed: boolean;
    came: Day | undefined;
    again: MemberGroup['again'] | undefined;
    held: MemberGroup['held'] | undefined;
  }[] = [];
  for (let number = 1; number <= group.heads; number++) {
    const said = group.presence?.find(({ first, last }) => first <= number && number <= last);
    const from = (said?.from && toDay(said.from)) || starts;
    const until = (said?.until && toDay(said.until)) || ends;
    const before = runs.at(-1);
    const again = missed.get(memberKey(group.id, number));
    const person = group.people?.[number - 1] ?? undefined;
    // Whoever is forgotten has left; who is expected is there until the end.
    const isUnnamed = joiners !== undefined && group.people?.[number - 1] === null && until === ends;
    const held = heldOf({ group: group.id, number, person, from, until });
    const isPlain = !again && !held && !before?.again && !before?.held;
    // Whom the plan came to know on the same day need not have come on the same.
    const came = joiners === undefined || person === undefined ? undefined : lastJoined(rows, person, from);
    const isSame = before?.isUnnamed === isUnnamed && before.came === came;
    if (before && isPlain && isSame && before.from === from && before.until === until) before.last = number;
    else {
      const isSaid = said?.from !== undefined;
      runs.push({ first: number, last: number, from, until, said: isSaid, isUnnamed, came, again, held });
    }
  }
  return runs.map(({ first, last, from, until, said, isUnnamed, again, held }) => {
    const usual = joiners === undefined ? undefined : joiningDay(model, post, toDay(`${joiners}-01`)!);
    const joined = joiners === undefined ? undefined : said ? from : (usual ?? from);
    return {
      id: first === 1 ? group.id : `${group.id} from ${first}`,
      name: group.id,
      post,
      site: model.sites.get(post.site)!,
      department: model.departments.get(post.department)!,
      first,
      last,
      joiners,
      joined: joined === undefined ? undefined : firstDayOf(model, rows, post, group, first, joined),
      isUnnamed,
      from: joined !== undefined && !said ? joined : from,
      until,
      again: again ?? NOTHING,
      held: held ?? NONE,
    };
  });
}

const NOTHING: MemberGroup['again'] = new Map();
const NONE: MemberGroup['held'] = new Map();

/** Of somebody with a name whom the plan came to know late: the first working day, not the day it knew. */
function firstDayOf(
  model: Model,
  rows: Rows,
  post: Post,
  { people }: PlanGroup,
  number: number,
  joined: Day,
): Day {
  const person = people?.[number - 1];
  const came = lastJoined(rows, person ?? '', joined);
  if (came === undefined || came < model.programme.starts) return joined;
  const works = postWorkingDays(model, post);
  for (let day = came; day <= joined; day++) if (works(day)) return day;
  return joined;
}

/** By the latest of their rows that had begun by a day: who came back is new again. */
function lastJoined(rows: Rows, person: Id, by: Day): Day | undefined {
  const begun = ({ joined }: Person) => joined !== undefined && joined <= by;
  return rows.get(person)?.findLast(begun)?.joined;
}

/** Rows of the roster by person, in order of time. */
type Rows = ReadonlyMap<Id, readonly Person[]>;

/** Members `first` to `last` of a group, by who is there for the same time; undefined when there are no such members. */
export function runsIn(
  groups: ReadonlyMap<Id, readonly MemberGroup[]>,
  { group, first, last }: Attendees,
): { readonly group: MemberGroup; readonly first: number; readonly last: number }[] | undefined {
  const runs = groups.get(group);
  if (!runs || first < 1 || last < first || last > runs.at(-1)!.last) return undefined;
  return runs
    .filter((run) => run.first <= last && run.last >= first)
    .map((run) => ({ group: run, first: Math.max(first, run.first), last: Math.min(last, run.last) }));
}

export interface JoinerCount {
  readonly post: Post;
  readonly month: MonthKey;
  heads: number;
}

/** Who joins where nobody has a name. */
export function expectedJoiners(model: Model): JoinerCount[] {
  const found = new Map<string, JoinerCount>();
  for (const role of model.roles.values()) {
    const posts = [...model.posts.values()].filter(
      (post) => post.role === role.id && post.heads > 0 && !model.named.has(post.department),
    );
    if (posts.length === 0) continue;
    const order = postOrder(
      role,
      posts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    order.forEach((post, i) => {
      const month = Math.ceil((12 * (i + 1)) / role.joiners);
      const first = writtenMonth(role, i) ?? monthStart(model.programme.starts, month - 1);
      if (monthKey(first) < monthKey(model.programme.starts) || joiningDay(model, post, first) === undefined)
        return;
      const key = `${post.id} ${monthKey(first)}`;
      const entry = found.get(key) ?? { post, month: monthKey(first), heads: 0 };
      entry.heads++;
      found.set(key, entry);
    });
  }
  return [...found.values()];
}

/** The months of a role's joiners, in order; those before the programme, too. */
export function expectedMonths({ programme }: Model, role: Role): MonthKey[] {
  return Array.from({ length: role.joiners }, (_, i) =>
    monthKey(
      writtenMonth(role, i) ?? monthStart(programme.starts, Math.ceil((12 * (i + 1)) / role.joiners) - 1),
    ),
  );
}

/** The month of joiner `i` (from 0), where months are written. */
function writtenMonth({ joinersByMonth }: Role, i: number): Day | undefined {
  let left = i;
  for (const [month, heads] of joinersByMonth ?? []) {
    if (left < heads) return toDay(`${month}-01`);
    left -= heads;
  }
  return undefined;
}

/** The post of joiner 1, 2, … n: always the one that is furthest behind its part of the role's joiners. */
function postOrder(role: Role, posts: readonly Post[]): Post[] {
  const n = role.joiners;
  const sites = [...new Set(posts.map(({ site }) => site))].sort();
  const siteHeads = sites.map((site) => headsOf(posts.filter((post) => post.site === site)));
  const perSite = apportion(n, siteHeads);
  const quota = new Map<Post, number>();
  sites.forEach((site, i) => {
    const here = posts.filter((post) => post.site === site);
    const parts = apportion(
      perSite[i]!,
      here.map(({ heads }) => heads),
    );
    for (const [j, post] of here.entries()) quota.set(post, parts[j]!);
  });
  const given = new Map(posts.map((post) => [post, 0]));
  const out: Post[] = [];
  for (let k = 1; k <= n; k++) {
    const behind = (post: Post) => quota.get(post)! * k - given.get(post)! * n;
    const most = Math.max(...posts.map(behind));
    const next = posts.find((post) => behind(post) === most)!;
    given.set(next, given.get(next)! + 1);
    out.push(next);
  }
  return out;
}

function headsOf(posts: readonly Post[]): number {
  return posts.reduce((sum, { heads }) => sum + heads, 0);
}

/** Largest remainder in whole numbers only: `total` units over `weights`; ties to the earlier. */
function apportion(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const parts = weights.map((weight) => Math.floor((total * weight) / sum));
  const rest = weights.map((weight) => (total * weight) % sum);
  for (let left = total - parts.reduce((a, b) => a + b, 0); left > 0; left--) {
    const most = rest.indexOf(Math.max(...rest));
    parts[most]!++;
    rest[most] = -1;
  }
  return parts;
}

/** First working day of the post's own shift on or after a day, inside the programme. */
export function joiningDay(model: Model, post: Post, first: Day): Day | undefined {
  const works = postWorkingDays(model, post);
  const { starts, ends } = model.programme;
  for (let day = first; day <= ends; day++) if (day >= starts && works(day)) return day;
  return undefined;
}
