/** Audiences, as written → the posts that are meant. */

import { append } from '../../collections/lists.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import type { Audience, Department, Id, Post, Role, Shift, Site } from '../../model/model.ts';
import { asList, nameOf } from './values.ts';
import type { WrittenAudience } from './written.ts';

/** An audience that is written out in parts. */
type WrittenAudienceParts = Exclude<WrittenAudience, string>;

/** Audience words that are built into the language. */
export const BUILT_IN_AUDIENCES = ['everyone', 'customer-facing', 'behind-the-scenes', 'leaders'] as const;

export interface People {
  readonly sites: ReadonlyMap<Id, Site>;
  readonly departments: ReadonlyMap<Id, Department>;
  readonly roles: ReadonlyMap<Id, Role>;
  readonly posts: ReadonlyMap<Id, Post>;
}

export type ResolveAudience = (written: WrittenAudience) => Audience;

type Test = (post: Post) => boolean;

/** Makes the resolver; each distinct audience is worked out once. */
export function audienceResolver(people: People, named: ReadonlyMap<Id, WrittenAudience>): ResolveAudience {
  const known = new Map<string, Audience>();
  const near = postIndex(people.posts.values());

  const resolve = (written: WrittenAudience): Audience => {
    const key = typeof written === 'string' ? written : JSON.stringify(written);
    let audience = known.get(key);
    if (!audience) {
      audience =
        typeof written === 'string'
          ? collect(people.posts.values(), nameTest(written), labelOf(written))
          : collect(near(written), partsTest(written), partsLabel(written, people));
      known.set(key, audience);
    }
    return audience;
  };

  const collect = (candidates: Iterable<Post>, test: Test, label: string): Audience => {
    const posts = new Set<Id>();
    let heads = 0;
    for (const post of candidates) {
      if (!test(post)) continue;
      posts.add(post.id);
      heads += post.heads;
    }
    return { posts, heads, label };
  };

  const nameTest = (name: string): Test => {
    const role = (post: Post): Role => people.roles.get(post.role)!;
    if (name === 'everyone') return () => true;
    if (name === 'customer-facing') return (post) => role(post).customerFacing;
    if (name === 'behind-the-scenes') return (post) => !role(post).customerFacing;
    if (name === 'leaders') return (post) => isLeader(role(post));
    let written = named.get(name);
    // A name for a name for a name: followed in a loop, because thousands are allowed.
    while (typeof written === 'string' && named.has(written)) written = named.get(written);
    if (written === undefined) return () => false;
    const { posts } = resolve(written);
    return (post) => posts.has(post.id);
  };

  const partsTest = (parts: WrittenAudienceParts): Test => {
    const tests: Test[] = [];
    const any = (
      ids: string | readonly string[] | undefined,
      of: (post: Post) => string | undefined,
    ): void => {
      if (ids === undefined) return;
      const wanted = new Set(asList(ids));
      tests.push((post) => wanted.has(of(post) ?? ''));
    };
    any(parts.departments, (post) => post.department);
    any(parts.roles, (post) => post.role);
    any(parts.levels, (post) => people.roles.get(post.role)?.level);
    any(parts.sites, (post) => post.site);
    any(parts.regions, (post) => people.sites.get(post.site)?.region);
    const shiftOf = (post: Post): Shift | undefined =>
      people.departments.get(post.department)?.shifts.get(post.shift);
    any(parts.teams, (post) => shiftOf(post)?.team);
    if (parts.shifts !== undefined) {
      const wanted = new Set(asList(parts.shifts));
      // A team's part of a shift belongs to the shift.
      tests.push((post) => wanted.has(post.shift) || wanted.has(shiftOf(post)?.base ?? ''));
    }
    if (parts.customerFacing !== undefined) {
      tests.push((post) => people.roles.get(post.role)?.customerFacing === parts.customerFacing);
    }
    if (parts.except !== undefined) {
      const { posts } = resolve(parts.except);
      tests.push((post) => !posts.has(post.id));
    }
    return (post) => tests.every((test) => test(post));
  };

  return resolve;
}

/** The posts that can be meant at all by an audience in parts, in their usual order: few, where it names roles or departments. */
function postIndex(posts: Iterable<Post>): (parts: WrittenAudienceParts) => Iterable<Post> {
  const all = [...posts];
  const byRole = new Map<Id, Post[]>();
  const byDepartment = new Map<Id, Post[]>();
  for (const post of all) {
    append(byRole, post.role, post);
    append(byDepartment, post.department, post);
  }
  return ({ roles, departments }) => {
    const [index, ids] = roles ? [byRole, roles] : [byDepartment, departments];
    if (!ids) return all;
    const found = [...new Set(ids)].flatMap((id) => index.get(id) ?? []);
    return found.sort((a, b) => byCodeUnit(a.id, b.id));
  };
}

/** Leaders are managers and executives. */
export function isLeader(role: Role): boolean {
  return role.level === 'manager' || role.level === 'executive';
}

function labelOf(name: string): string {
  if (name === 'everyone' || name === 'leaders') return name;
  if (name === 'customer-facing') return 'customer-facing roles';
  if (name === 'behind-the-scenes') return 'behind-the-scenes roles';
  return nameOf(name);
}

/** `Finance, Legal; managers; Leeds; except Night` */
function partsLabel(parts: WrittenAudienceParts, people: People): string {
  const names = (
    ids: string | readonly string[] | undefined,
    of?: ReadonlyMap<Id, { name: string }>,
  ): string =>
    asList(ids)
      .map((id) => of?.get(id)?.name ?? nameOf(id))
      .join(', ');
  const texts = [
    names(parts.departments, people.departments),
    names(parts.roles, people.roles),
    names(parts.levels),
    names(parts.teams, new Map([...people.departments.values()].flatMap(({ teams }) => [...teams]))),
    names(parts.sites, people.sites),
    names(parts.regions),
    parts.shifts === undefined ? '' : `${names(parts.shifts)} shift`,
    parts.customerFacing === undefined
      ? ''
      : labelOf(parts.customerFacing ? 'customer-facing' : 'behind-the-scenes'),
  ].filter((text) => text !== '');
  const who = texts.length > 0 ? texts.join('; ') : 'everyone';
  if (parts.except === undefined) return who;
  return `${who}, except ${partsLabel(parts.except, people)}`;
}
