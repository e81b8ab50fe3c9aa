/**
 * Joiners replace leavers: headcounts stay, but everybody new walks the moments of an employee's first
 * months. One group per post and month of joining.
 */
import { type Day, type MonthKey, monthKey, monthStart } from '../calendar/date.ts';
import type { Id, Model, Post, Role } from '../model/model.ts';
import { largestRemainder } from '../model/shares.ts';
import { workingDay } from '../model/time.ts';
import { byId, byText, postOf } from './groups.ts';
import type { Group } from './types.ts';

/** Groups of those who join during the programme, sorted by id; from the roster where there is one. */
export function joinerGroups(model: Model): Group[] {
  const groups = model.people ? fromRoster(model) : fromExpectation(model);
  return groups.sort(byId);
}

function fromRoster(model: Model): Group[] {
  const { starts, ends } = model.programme;
  const groups = new Map<Id, { post: Post; month: MonthKey; joined: Day; people: Id[] }>();
  for (const person of model.people ?? []) {
    const post = model.posts.get(postOf(person));
    if (!post || person.joined === undefined || person.joined < starts || person.joined > ends) continue;
    const month = monthKey(person.joined);
    const key = `${post.id}.joiners-${month}`;
    const group = groups.get(key) ?? { post, month, joined: person.joined, people: [] };
    // The group starts together, when its last member is there.
    group.joined = Math.max(group.joined, person.joined);
    group.people.push(person.id);
    groups.set(key, group);
  }
  return [...groups].map(([id, { post, month, joined, people }]) => ({
    id,
    post,
    heads: people.length,
    joiners: month,
    joined,
    people: people.sort(byText),
  }));
}

function fromExpectation(model: Model): Group[] {
  const postsOfRole = new Map<Id, Post[]>();
  for (const post of model.posts.values()) {
    if (post.heads === 0) continue;
    const list = postsOfRole.get(post.role);
    if (list) list.push(post);
    else postsOfRole.set(post.role, [post]);
  }
  return [...model.roles.values()].flatMap((role) =>
    role.joiners > 0 ? roleJoiners(model, role, postsOfRole.get(role.id) ?? []) : [],
  );
}

/** Joiner k of n comes in programme month ⌈12k/n⌉, to the post that is furthest behind its quota. */
function roleJoiners(model: Model, role: Role, posts: readonly Post[]): Group[] {
  if (posts.length === 0) return [];
  const ordered = [...posts].sort(byId);
  const queues = queuesOf(quotasOf(role.joiners, ordered));
  const heads = new Map<string, { post: Post; first: Day; count: number }>();
  for (let k = 1; k <= role.joiners; k++) {
    const queue = furthestBehind(queues, k, role.joiners);
    const post = ordered[nextOf(queue)]!;
    queue.given++;
    const first = monthStart(model.programme.starts, Math.ceil((12 * k) / role.joiners) - 1);
    const key = `${post.id}.joiners-${monthKey(first)}`;
    const entry = heads.get(key);
    if (entry) entry.count += 1;
    else heads.set(key, { post, first, count: 1 });
  }
  return [...heads].flatMap(([id, { post, first, count }]) => {
    const joined = firstWorkingDay(model, post.site, first);
    return joined === undefined
      ? []
      : [{ id, post, heads: count, joiners: monthKey(first), joined, people: undefined }];
  });
}

/** A role's joiners over its posts: first over sites by heads, then over each site's shifts by heads. */
function quotasOf(joiners: number, posts: readonly Post[]): number[] {
  const atSite = new Map<Id, Post[]>();
  for (const post of posts) {
    const list = atSite.get(post.site);
    if (list) list.push(post);
    else atSite.set(post.site, [post]);
  }
  const sites = [...atSite].sort(([a], [b]) => byText(a, b)).map(([, shifts]) => shifts);
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

/** First working day of the month at the site, inside the programme; undefined when there is none. */
function firstWorkingDay(model: Model, site: Id, month: Day): Day | undefined {
  const { starts, ends } = model.programme;
  const next = monthStart(month, 1);
  for (let day = Math.max(month, starts); day < next && day <= ends; day++) {
    if (workingDay(model, site, day)) return day;
  }
  return undefined;
}
