/** Front-line roles, and which of them no module with a tag addresses. */
import type { Role } from '../model/model.ts';
import { addresses, type Context, headsOf } from './context.ts';

/** Roles of level frontline without a module of the year that carries the tag. */
export function frontlineWithout(context: Context, tag: string): { role: Role; heads: number }[] {
  const modules = context.yearly.filter(({ tags }) => tags.has(tag));
  return context.roles.flatMap((role) => {
    const posts = context.postsOfRole(role.id);
    if (role.level !== 'frontline' || modules.some((module) => addresses(module, posts))) return [];
    return [{ role, heads: headsOf(posts) }];
  });
}
