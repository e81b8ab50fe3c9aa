/** The people of one department, site and shift: what floors and leaders are counted by. */
import type { HeadsFrom, Id, Model, Post } from '../../model/model.ts';
import type { Cell } from '../problem.ts';
import { push } from './lists.ts';

/** Cells of all posts; key: department, site, shift. */
export function cellsOf(model: Model): Map<string, Cell> {
  const posts = new Map<string, Post[]>();
  for (const post of model.posts.values()) push(posts, cellKey(post), post);
  // Written out: copies of objects that have changed meanwhile are of several shapes, and the search asks them most.
  return new Map([...posts].map(([key, own], index) => [key, cellOf(model, own, index)]));
}

function cellOf(model: Model, posts: readonly Post[], index: number): Cell {
  const { department, site, shift } = posts[0]!;
  const leading = posts.filter(({ role }) => isLeader(model, role));
  return {
    index,
    department,
    site,
    shift,
    heads: mostOf(posts),
    leaders: Math.max(1, mostOf(leading)),
    steps: stepsOf(posts),
    leaderSteps: stepsOf(leading),
  };
}

function isLeader({ roles }: Model, role: Id): boolean {
  const { level } = roles.get(role)!;
  return level === 'manager' || level === 'executive';
}

/** The most who are there at a time. */
export function mostOf(posts: readonly Post[]): number {
  const steps = stepsOf(posts);
  return steps
    ? Math.max(...steps.map(({ heads }) => heads))
    : posts.reduce((sum, { heads }) => sum + heads, 0);
}

/** How many are there by day, over some posts; undefined where that never changes. */
export function stepsOf(posts: readonly Post[]): HeadsFrom[] | undefined {
  if (!posts.some(({ steps }) => steps)) return undefined;
  const changes = new Map<number, number>();
  let constant = 0;
  for (const { heads, steps } of posts) {
    if (!steps) constant += heads;
    steps?.forEach(({ from, heads: now }, i) => {
      changes.set(from, (changes.get(from) ?? 0) + now - (i === 0 ? 0 : steps[i - 1]!.heads));
    });
  }
  let heads = constant;
  return [...changes]
    .sort(([a], [b]) => a - b)
    .map(([from, change]) => {
      heads += change;
      return { from, heads };
    });
}

/** Key of {@link cellsOf}. */
export function cellKey(post: { readonly department: Id; readonly site: Id; readonly shift: Id }): string {
  return `${post.department} ${post.site} ${post.shift}`;
}
