/** The people of one department, site and shift: what floors and leaders are counted by. */
import type { Id, Model } from '../../model/model.ts';
import type { Cell } from '../problem.ts';

/** Cells of all posts; key: department, site, shift. */
export function cellsOf(model: Model): Map<string, Cell> {
  const heads = new Map<string, { department: Id; site: Id; shift: Id; heads: number; leaders: number }>();
  for (const post of model.posts.values()) {
    const key = cellKey(post);
    const cell = heads.get(key) ?? {
      department: post.department,
      site: post.site,
      shift: post.shift,
      heads: 0,
      leaders: 0,
    };
    const { level } = model.roles.get(post.role)!;
    cell.heads += post.heads;
    if (level === 'manager' || level === 'executive') cell.leaders += post.heads;
    heads.set(key, cell);
  }
  // Written out: copies of objects that have changed meanwhile are of several shapes, and the search asks them most.
  return new Map(
    [...heads].map(([key, { department, site, shift, heads, leaders }], index) => [
      key,
      { index, department, site, shift, heads, leaders: Math.max(1, leaders) },
    ]),
  );
}

/** Key of {@link cellsOf}. */
export function cellKey(post: { readonly department: Id; readonly site: Id; readonly shift: Id }): string {
  return `${post.department} ${post.site} ${post.shift}`;
}
