/**
 * Whether what a finding is about lies within what a waiver names: a department holds its roles, its groups and the
 * trainers whose job is in it; a module belongs to a department when nobody else attends it.
 */
import type { Id, Model, Post, Subject } from '../../model/model.ts';
import { partsOf } from '../subject.ts';

/** Parts of a subject that say which people it is about. */
const PEOPLE = ['department', 'role', 'site', 'shift'] as const;

/** @param waived what a waiver names; every part of it must hold */
export function liesWithin(model: Model, subject: Subject, waived: Subject): boolean {
  let posts: readonly Post[] | undefined;
  return partsOf(waived).every((part) => {
    if (subject[part] !== undefined && subject[part] === waived[part]) return true;
    const people = PEOPLE.find((one) => one === part);
    if (!people) return subject[part] === undefined && ownerOf(model, subject, part) === waived[part];
    posts ??= postsOf(model, subject);
    return posts.length > 0 && posts.every((post) => isOf(model, post, people, waived[people]));
  });
}

/** A team's part of a shift belongs to the shift. */
function isOf(
  { departments }: Model,
  post: Post,
  part: (typeof PEOPLE)[number],
  id: Id | undefined,
): boolean {
  if (post[part] === id) return true;
  return part === 'shift' && departments.get(post.department)?.shifts.get(post.shift)?.base === id;
}

/** The posts of all whom a subject is about; none where it is about no people. */
function postsOf(model: Model, subject: Subject): readonly Post[] {
  const sets = [...audiencesOf(model, subject)];
  const given = PEOPLE.filter((part) => subject[part] !== undefined);
  if (sets.length === 0 && given.length === 0) return [];
  return [...model.posts.values()].filter(
    (post) =>
      given.every((part) => post[part] === subject[part]) && sets.every((posts) => posts.has(post.id)),
  );
}

function* audiencesOf(model: Model, subject: Subject): Iterable<ReadonlySet<Id>> {
  const { group, module, ritual, touchpoint, facilitator } = subject;
  if (group !== undefined) yield new Set([group.split('.').slice(0, 3).join('.')]);
  if (module !== undefined) yield model.modules.get(module)?.audience.posts ?? new Set();
  if (ritual !== undefined) yield model.rituals.get(ritual)?.audience.posts ?? new Set();
  if (touchpoint !== undefined) yield model.touchpoints.get(touchpoint)?.owners ?? new Set();
  if (facilitator !== undefined) {
    const role = model.facilitators.get(facilitator)?.role;
    yield new Set([...model.posts.values()].flatMap((post) => (post.role === role ? [post.id] : [])));
  }
}

/** The one thing of another kind that a subject belongs to; undefined where there are several or none. */
function ownerOf(model: Model, subject: Subject, part: keyof Subject): Id | undefined {
  if (part === 'stage' && subject.touchpoint !== undefined)
    return model.touchpoints.get(subject.touchpoint)?.stage;
  if (part === 'module') return subject.session?.split('.', 1)[0];
  const module = subject.module === undefined ? undefined : model.modules.get(subject.module);
  if (!module) return undefined;
  if (part === 'theme' && module.themes !== 'month') return only(module.themes);
  if (part === 'stage' && module.stages !== 'own') return only(module.stages);
  if (part === 'moment') return module.when.kind === 'moment' ? module.when.moment : only(module.moments);
  return part === 'metric' ? only(module.metrics) : undefined;
}

function only(ids: readonly Id[]): Id | undefined {
  return ids.length === 1 ? ids[0] : undefined;
}
