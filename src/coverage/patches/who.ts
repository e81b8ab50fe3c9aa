/** Whom a patch is for: a finding's subject as an audience that can be written, and audiences made wider. */
import type { Id, Module, Post, Subject } from '../../model/model.ts';
import type { Context } from '../context.ts';
import type { Edit, PatchContext } from '../patch.ts';

export type WrittenAudience = string | Readonly<Record<string, readonly string[]>>;

/** `{ roles: [it-lead] }`, `{ departments: [warehouse], shifts: [night] }` */
export function audienceOf({ department, role, site, shift }: Subject): WrittenAudience {
  const who = role ? { roles: [role] } : department ? { departments: [department] } : undefined;
  if (!who) return 'everyone';
  return { ...who, ...(site && { sites: [site] }), ...(shift && { shifts: [shift] }) };
}

/** The posts that a subject is about. */
export function postsOf(context: Context, { department, role, site, shift }: Subject): Post[] {
  const all = role
    ? context.postsOfRole(role)
    : department
      ? context.postsOfDepartment(department)
      : [...context.model.posts.values()];
  return all.filter(
    (post) => (site === undefined || post.site === site) && (shift === undefined || post.shift === shift),
  );
}

/** Lists longer than this are nothing that a person would write. */
const MOST_NAMES = 20;

/** The edit that addresses these people too; undefined where the audience cannot be said in a few words. */
export function widened(context: PatchContext, module: Module, more: readonly Post[]): Edit | undefined {
  const pointer = ['modules', module.id, 'audience'];
  const posts = new Set([...module.audience.posts, ...more.map(({ id }) => id)]);
  if (posts.size === context.model.posts.size) return { pointer, op: 'set', value: 'everyone' };
  for (const [part, names] of [
    ['departments', wholes(context, posts, ({ department }) => department)],
    ['roles', wholes(context, posts, ({ role }) => role)],
  ] as const) {
    if (!names || names.length > MOST_NAMES) continue;
    const written = context.written(pointer);
    const before = listIn(written, part);
    const added = names.filter((name) => !before?.includes(name));
    if (before && added.length === 1) return { pointer: [...pointer, part], op: 'add', value: added[0] };
    return { pointer, op: 'set', value: { [part]: names } };
  }
  return undefined;
}

/** The names that make up exactly these posts; undefined when one of them is in it by half. */
function wholes(
  { model }: Context,
  posts: ReadonlySet<Id>,
  name: (post: Post) => string,
): string[] | undefined {
  const names = new Set<string>();
  const others = new Set<string>();
  for (const post of model.posts.values()) (posts.has(post.id) ? names : others).add(name(post));
  return [...names].some((one) => others.has(one)) ? undefined : [...names].sort();
}

/** The list of an audience that is written as just that list. */
function listIn(written: unknown, part: string): readonly unknown[] | undefined {
  if (typeof written !== 'object' || written === null) return undefined;
  const keys = Object.keys(written);
  const list = (written as Record<string, unknown>)[part];
  return keys.length === 1 && Array.isArray(list) ? list : undefined;
}
