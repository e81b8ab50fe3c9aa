/** What a change costs and whom it reaches, read off two plans. */

import type { Edit } from '../coverage/patch.ts';
import { ledBy } from '../model/made/led-by.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Id, Model } from '../model/model.ts';

/** Hours that people spend in sessions, those who lead them included. */
export function staffedHours({ sessions }: Plan): number {
  let minutes = 0;
  for (const session of sessions) {
    if (session.status === 'confirmed') minutes += session.minutes * (session.heads + ledBy(session).length);
  }
  return minutes / 60;
}

/**
 * How many people a change reaches: those who have a seat now in a module it touches (all of its people when
 * they had one before), those whom a message is for, those who hold a role; for what only makes room, those
 * who have found a place.
 */
export function peopleReached(
  edits: readonly Edit[],
  { model, plan }: { readonly model: Model; readonly plan: Plan },
  before: Plan,
): number {
  const idsOf = (section: string) =>
    new Set(edits.flatMap(({ pointer }) => (pointer[0] === section ? [String(pointer[1])] : [])));
  const modules = idsOf('modules');
  if (modules.size > 0) {
    const all = seated(plan, modules);
    const more = all - seated(before, modules);
    return more > 0 ? more : all || addressed(model, modules);
  }
  const posts = new Set<Id>();
  for (const id of idsOf('rituals')) {
    for (const post of model.rituals.get(id)?.audience.posts ?? []) posts.add(post);
  }
  const roles = idsOf('roles');
  for (const { id, role } of model.posts.values()) if (roles.has(role)) posts.add(id);
  if (posts.size > 0) return headsOf(model, posts);
  return Math.max(0, before.score.unplaced - plan.score.unplaced);
}

/** Different people with a seat in a session of these modules. */
function seated({ sessions, groups }: Plan, modules: ReadonlySet<Id>): number {
  const heads = new Map(groups.map((group) => [group.id, group.heads]));
  const seats = new Map<Id, Set<number>>();
  for (const { module, status, attendees } of sessions) {
    if (status !== 'confirmed' || !modules.has(module)) continue;
    for (const { group, first, last } of attendees) {
      const members = seats.get(group) ?? new Set();
      seats.set(group, members);
      for (let member = first; member <= Math.min(last, heads.get(group) ?? 0); member++) members.add(member);
    }
  }
  return [...seats.values()].reduce((sum, { size }) => sum + size, 0);
}

/** Scripts for interviews make no session. */
function addressed({ modules: all }: Model, modules: ReadonlySet<Id>): number {
  return [...modules].reduce((sum, id) => sum + (all.get(id)?.audience.heads ?? 0), 0);
}

function headsOf({ posts }: Model, ids: ReadonlySet<Id>): number {
  return [...ids].reduce((sum, id) => sum + posts.get(id)!.heads, 0);
}
