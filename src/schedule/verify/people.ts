/**
 * Counts out the groups from the workspace, plainly and apart from `demand`, so that a mistake there shows.
 * Definitions: plan.md "Groups"; joiner k of n comes in programme month ⌈12k/n⌉.
 */
import { civilOf, type Day, monthKey, monthStart } from '../../calendar/date.ts';
import type { Id, Model, Post, Role } from '../../model/model.ts';
import { isWorkingDay } from './closed.ts';
import type { MemberGroup } from './types.ts';

/** Every group by its id. */
export function countGroups(model: Model): Map<Id, MemberGroup> {
  const groups = new Map<Id, MemberGroup>();
  const put = (post: Post, name: string, heads: number, joined?: Day) => {
    groups.set(`${post.id}.${name}`, {
      id: `${post.id}.${name}`,
      post,
      site: model.sites.get(post.site)!,
      department: model.departments.get(post.department)!,
      heads,
      joiners: joined === undefined ? undefined : monthKey(joined),
      joined,
    });
  };
  for (const post of model.posts.values()) {
    let left = post.heads;
    for (let n = 1; left > 0; n++) {
      const heads = Math.min(left, model.policy.groupSize);
      put(post, String(n), heads);
      left -= heads;
    }
  }
  const joining = model.people ? rosterJoiners(model) : expectedJoiners(model);
  for (const { post, joined, heads } of joining) put(post, `joiners-${monthKey(joined)}`, heads, joined);
  return groups;
}

interface Joining {
  readonly post: Post;
  joined: Day;
  heads: number;
}

function rosterJoiners(model: Model): Joining[] {
  const found = new Map<string, Joining>();
  for (const { role, site, shift, joined } of model.people ?? []) {
    const post = model.posts.get(`${role}.${site}.${shift}`);
    if (!post || joined === undefined) continue;
    if (joined < model.programme.starts || joined > model.programme.ends) continue;
    const key = `${post.id} ${monthKey(joined)}`;
    const entry = found.get(key) ?? { post, joined, heads: 0 };
    entry.joined = Math.max(entry.joined, joined);
    entry.heads++;
    found.set(key, entry);
  }
  return [...found.values()];
}

function expectedJoiners(model: Model): Joining[] {
  const found = new Map<string, Joining>();
  for (const role of model.roles.values()) {
    const posts = [...model.posts.values()].filter((post) => post.role === role.id && post.heads > 0);
    if (posts.length === 0) continue;
    const order = postOrder(
      role,
      posts.sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    order.forEach((post, i) => {
      const month = Math.ceil((12 * (i + 1)) / role.joiners);
      const joined = joiningDay(model, post.site, monthStart(model.programme.starts, month - 1));
      if (joined === undefined) return;
      const key = `${post.id} ${monthKey(joined)}`;
      const entry = found.get(key) ?? { post, joined, heads: 0 };
      entry.heads++;
      found.set(key, entry);
    });
  }
  return [...found.values()];
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

/** First working day of the month at the site that lies inside the programme. */
function joiningDay(model: Model, site: Id, first: Day): Day | undefined {
  const { month } = civilOf(first);
  for (let day = first; civilOf(day).month === month; day++) {
    if (day < model.programme.starts || day > model.programme.ends) continue;
    if (isWorkingDay(model, site, day)) return day;
  }
  return undefined;
}
