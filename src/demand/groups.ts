/**
 * Cuts the people of every post into groups that train together. Only `groupSize` and the post itself
 * decide, so hiring one person elsewhere renames nobody's group.
 */
import type { Id, Model, Person, Post } from '../model/model.ts';
import type { Group } from './types.ts';

/** Groups of everybody who is there when the programme starts, sorted by id. */
export function ordinaryGroups(model: Model): Group[] {
  const people = peopleByPost(model);
  const groups: Group[] = [];
  for (const post of model.posts.values()) {
    for (const group of cut(post, model.policy.groupSize, people?.get(post.id))) groups.push(group);
  }
  return groups.sort(byId);
}

/** 28 heads at a size of 12 become 12, 12 and 4. */
function cut(post: Post, size: number, people: readonly Id[] | undefined): Group[] {
  const groups: Group[] = [];
  for (let from = 0, n = 1; from < post.heads; from += size, n++) {
    groups.push({
      id: `${post.id}.${n}`,
      post,
      heads: Math.min(size, post.heads - from),
      joiners: undefined,
      joined: undefined,
      people: people?.slice(from, from + size),
    });
  }
  return groups;
}

/** With a roster: who stands behind a post's numbers, by id. Joiners of the year are not among them. */
function peopleByPost(model: Model): Map<Id, Id[]> | undefined {
  if (!model.people) return undefined;
  const posts = new Map<Id, Id[]>();
  for (const person of model.people) {
    if (person.joined !== undefined && person.joined >= model.programme.starts) continue;
    const list = posts.get(postOf(person));
    if (list) list.push(person.id);
    else posts.set(postOf(person), [person.id]);
  }
  for (const list of posts.values()) list.sort(byText);
  return posts;
}

export function postOf(person: Person): Id {
  return `${person.role}.${person.site}.${person.shift}`;
}

/** By code unit, whatever the machine's locale. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return byText(a.id, b.id);
}
