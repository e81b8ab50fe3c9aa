/** Front-line roles, and which of them no module with a tag addresses. */
import type { Role } from '../model/model.ts';
import { addresses, type Context, headsOf } from './context.ts';

/** `none of their 4 modules has the tag empowerment` */
export function untagged(modules: number, tag: string): string {
  if (modules === 0) return 'they have no module at all';
  return `${modules === 1 ? 'their one module has not' : `none of their ${modules} modules has`} the tag ${tag}`;
}

/** Roles of level frontline without a module of the year that carries the tag; how many modules they have. */
export function frontlineWithout(
  context: Context,
  tag: string,
): { role: Role; heads: number; modules: number }[] {
  const tagged = context.yearly.filter(({ tags }) => tags.has(tag));
  return context.roles.flatMap((role) => {
    const posts = context.postsOfRole(role.id);
    if (role.level !== 'frontline' || tagged.some((module) => addresses(module, posts))) return [];
    const modules = context.yearly.filter((module) => addresses(module, posts)).length;
    return [{ role, heads: headsOf(posts), modules }];
  });
}
