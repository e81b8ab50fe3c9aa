/**
 * Joiners replace leavers: headcounts stay, but everybody new walks the moments of an employee's first
 * months. One roll per post and month of joining.
 */

import { type Day, type MonthKey, monthKey, monthStart, toDay } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { PlanGroup } from '../model/made/plan.ts';
import type { Id, Model, Post, Role } from '../model/model.ts';
import { stretchesOf } from '../model/presence.ts';
import { largestRemainder } from '../model/shares.ts';
import { firstWorkingDay, type Place } from '../model/working-time/working-days.ts';
import { byId } from './groups.ts';
import type { Memory } from './memory.ts';
import type { Membership, Roll } from './types.ts';

/** Rolls of those who are expected to join during the programme, where no roster names them. */
export function expectedRolls(model: Model, memory?: Memory): Roll[] {
  const postsOfRole = new Map<Id, Post[]>();
  for (const post of model.posts.values()) {
    if (post.heads === 0 || model.named.has(post.department)) continue;
    append(postsOfRole, post.role, post);
  }
  return [...model.roles.values()].flatMap((role) => {
    const planned = roleJoiners(model, role, postsOfRole.get(role.id) ?? []);
    const since = memory?.since;
    const joining = since === undefined ? planned : sinceThen(model, role, planned, memory!, since);
    return rollsOf(joining, model.programme.ends);
  });
}

/** So many who start at a post on a day. */
interface JoinerStart {
  readonly post: Post;
  readonly month: MonthKey;
  readonly joined: Day;
  readonly heads: number;
}

function rollsOf(joining: readonly JoinerStart[], ends: Day): Roll[] {
  const byRoll = new Map<Id, JoinerStart[]>();
  for (const one of joining) {
    const id = rollId(one);
    append(byRoll, id, one);
  }
  return [...byRoll].map(([id, list]) => {
    const { post, month } = list[0]!;
    let last = 0;
    const stretches = list.map(({ joined, heads }): Membership => {
      const first = last + 1;
      last += heads;
      return { first, last, from: joined, until: ends, joined };
    });
    return { id, post, heads: last, joiners: month, stretches, people: undefined };
  });
}

export function rollId({ post, month }: Pick<JoinerStart, 'post' | 'month'>): Id {
  return `${post.id}.joiners-${month}`;
}

/** Joiner k of n comes in programme month ⌈12k/n⌉ or as it is written, to the post that is furthest behind its quota. */
function roleJoiners(model: Model, role: Role, posts: readonly Post[]): JoinerStart[] {
  if (posts.length === 0) return [];
  const ordered = [...posts].sort(byId);
  const months = monthsOfJoining(role, model.programme);
  const queues = queuesOf(quotasOf(role.joiners, ordered));
  const heads = new Map<string, { post: Post; first: Day; count: number }>();
  for (let k = 1; k <= role.joiners; k++) {
    const queue = furthestBehind(queues, k, role.joiners);
    const post = ordered[nextOf(queue)]!;
    queue.given++;
    const first = months[k - 1]!;
    const key = `${post.id} ${first}`;
    const entry = heads.get(key);
    if (entry) entry.count += 1;
    else heads.set(key, { post, first, count: 1 });
  }
  return [...heads.values()].flatMap(({ post, first, count }) => {
    const joined = startingDay(model, post, first);
    return joined === undefined ? [] : [{ post, month: monthKey(first), joined, heads: count }];
  });
}

/** The first day of the month of joiner 1, 2, … n, in order: ⌈12k/n⌉ of the programme, or as it is written. */
export function monthsOfJoining(
  { joiners, joinersByMonth }: Pick<Role, 'joiners' | 'joinersByMonth'>,
  { starts }: Pick<Model['programme'], 'starts'>,
): Day[] {
  if (joinersByMonth)
    return [...joinersByMonth].flatMap(([month, n]) => Array<Day>(n).fill(toDay(`${month}-01`)!));
  return Array.from({ length: joiners }, (_, k) =>
    monthStart(starts, Math.ceil((12 * (k + 1)) / joiners) - 1),
  );
}

/**
 * What becomes of the joiners of a role when others are expected from a day on: whoever has started has, and
 * nobody else started in the past. Those who are more than the year has left come on that day.
 */
function sinceThen(
  model: Model,
  role: Role,
  planned: readonly JoinerStart[],
  { joiners }: Memory,
  since: Day,
): JoinerStart[] {
  const started = [...joiners.values()]
    .filter((group) => group.role === role.id)
    .flatMap((group) => startedBefore(model, group, since));
  const count = (list: readonly JoinerStart[]) => list.reduce((sum, { heads }) => sum + heads, 0);
  const left = Math.max(0, count(planned) - count(started));
  const later = planned.filter(({ joined }) => joined >= since);
  const now = planned.filter(({ joined }) => joined < since);
  const missing = left - count(later);
  const coming = missing > 0 ? [...later, ...nowInstead(model, now, missing, since)] : latest(later, left);
  return [...started, ...coming.sort((a, b) => a.joined - b.joined)];
}

function startedBefore(model: Model, group: PlanGroup, since: Day): JoinerStart[] {
  const post = model.posts.get(`${group.role}.${group.site}.${group.shift}`);
  const month = String(group.joiners);
  if (!post || model.named.has(post.department)) return [];
  const usual = startingDay(model, post, toDay(`${month}-01`)!);
  const year = { from: usual ?? model.programme.starts, until: model.programme.ends };
  return stretchesOf(group, year)
    .filter(({ from }) => from < since)
    .map(({ first, last, from }) => ({ post, month, joined: from, heads: last - first + 1 }));
}

/** The latest of those to come, so many in all. */
function latest(coming: readonly JoinerStart[], heads: number): JoinerStart[] {
  let left = heads;
  return [...coming].reverse().flatMap((one) => {
    const taken = Math.min(left, one.heads);
    left -= taken;
    return taken > 0 ? [{ ...one, heads: taken }] : [];
  });
}

/** Who would have come earlier comes on the first working day from now on. */
function nowInstead(model: Model, past: readonly JoinerStart[], missing: number, since: Day): JoinerStart[] {
  const { ends } = model.programme;
  return latest(past, missing).flatMap((one) => {
    const day = firstWorkingDay(model, one.post, since, ends);
    return day === undefined ? [] : [{ ...one, month: monthKey(day), joined: day }];
  });
}

/** A role's joiners over its posts: first over sites by heads, then over each site's shifts by heads. */
export function quotasOf(joiners: number, posts: readonly Post[]): number[] {
  const atSite = new Map<Id, Post[]>();
  for (const post of posts) {
    append(atSite, post.site, post);
  }
  const sites = [...atSite].sort(([a], [b]) => byCodeUnit(a, b)).map(([, shifts]) => shifts);
  const bySite = largestRemainder(
    joiners,
    sites.map((shifts) => shifts.reduce((total, { heads }) => total + heads, 0)),
  );
  const quota = new Map<Id, number>();
  sites.forEach((shifts, i) => {
    const split = largestRemainder(
      bySite[i]!,
      shifts.map(({ heads }) => heads),
    );
    shifts.forEach((post, j) => void quota.set(post.id, split[j]!));
  });
  return posts.map((post) => quota.get(post.id)!);
}

/** Posts of one quota take joiners in turns, by id: only whose turn it is must be compared with other quotas. */
interface Queue {
  readonly quota: number;
  /** Indices of posts, ascending. */
  readonly posts: readonly number[];
  given: number;
}

function queuesOf(quotas: readonly number[]): Queue[] {
  const queues = new Map<number, { quota: number; posts: number[]; given: number }>();
  quotas.forEach((quota, post) => {
    const queue = queues.get(quota);
    if (queue) queue.posts.push(post);
    else queues.set(quota, { quota, posts: [post], given: 0 });
  });
  return [...queues.values()];
}

/** The post whose turn it is. */
function nextOf({ posts, given }: Queue): number {
  return posts[given % posts.length]!;
}

/** The queue of the post with the largest quota·k/n − given, in whole numbers; ties go to the earlier id. */
function furthestBehind(queues: readonly Queue[], k: number, joiners: number): Queue {
  const behind = ({ quota, posts, given }: Queue): number =>
    quota * k - Math.floor(given / posts.length) * joiners;
  return queues.reduce((best, queue) => {
    const more = behind(queue) - behind(best);
    return more > 0 || (more === 0 && nextOf(queue) < nextOf(best)) ? queue : best;
  });
}

/**
 * The day on which somebody starts who comes in a month: the first on which the post works in it (or after it, where it
 * does not work in that month at all), inside the programme; undefined when there is none.
 */
export function startingDay(model: Model, post: Place, month: Day): Day | undefined {
  const { starts, ends } = model.programme;
  if (month > ends || monthStart(month, 1) <= starts) return undefined;
  return firstWorkingDay(model, post, Math.max(month, starts), ends);
}
