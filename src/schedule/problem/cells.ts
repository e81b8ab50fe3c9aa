/** The people of one department, site and shift: what floors and leaders are counted by. */

import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { linesOf } from '../../model/line.ts';
import type { HeadsFrom, Id, Model, Post } from '../../model/model.ts';
import type { Clocks } from './clock.ts';
import type { Cell } from './problem.ts';

/** Minutes before its earliest shift at which a cell's day begins: more than clocks are ever put back. */
const BEFORE = 120;

/** Cells of all posts; key: department, site, shift. @param firstDay of all timelines */
export function cellsOf(model: Model, clocks: Clocks, firstDay: Day): Map<string, Cell> {
  const posts = new Map<string, Post[]>();
  for (const post of model.posts.values()) append(posts, cellKey(post), post);
  const lineOf = linesOf(model);
  // Written out: copies of objects that have changed meanwhile are of several shapes, and the search asks them most.
  return new Map(
    [...posts].map(([key, own], index) => [
      key,
      cellOf(model, own, posts.get(cellKey(lineOf(own[0]!))) ?? own, {
        index,
        dawn: dawnOf(model, clocks, own[0]!, firstDay),
      }),
    ]),
  );
}

/** @param there the posts of the place where its managers are */
function cellOf(
  model: Model,
  posts: readonly Post[],
  there: readonly Post[],
  { index, dawn }: Pick<Cell, 'index' | 'dawn'>,
): Cell {
  const { department, site, shift } = posts[0]!;
  const leading = there.filter(({ role }) => isLeader(model, role));
  return {
    index,
    department,
    site,
    shift,
    heads: mostOf(posts),
    dawn,
    line: index,
    leaders: Math.max(1, mostOf(leading)),
    managed: undefined,
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

function dawnOf(model: Model, clocks: Clocks, { department, site, shift }: Post, firstDay: Day): number {
  const times = model.departments.get(department)?.shifts.get(shift)?.times ?? [];
  const earliest = Math.min(MINUTES_A_DAY, ...times.map(({ hours }) => hours.start));
  const clock = clocks.of(model.sites.get(site)!.zone);
  return clock.utc(firstDay * MINUTES_A_DAY + earliest - BEFORE);
}

/** Key of {@link cellsOf}. */
export function cellKey(post: { readonly department: Id; readonly site: Id; readonly shift: Id }): string {
  return `${post.department} ${post.site} ${post.shift}`;
}
