/** How many people there are on a day, counted plainly: heads as written, or the roster's rows. */

import type { Day } from '../calendar/date.ts';
import { groupBy } from '../collections/lists.ts';
import type { Model, Person, Post, PostId } from '../model/model.ts';

export type HeadCount = (key: string, isMeant: (post: Post) => boolean, day: Day) => number;

/** Counts people of posts on days; what has been counted under a key is remembered. */
export function headCount(model: Model): HeadCount {
  const rows = groupBy(model.people ?? [], ({ role, site, shift }) => `${role}.${site}.${shift}`);
  const posts = new Map<string, Post[]>();
  const known = new Map<string, number>();
  return (key, isMeant, day) => {
    const meant = posts.get(key) ?? [...model.posts.values()].filter(isMeant);
    posts.set(key, meant);
    const changes = meant.some(({ department, steps }) => steps || model.named.has(department));
    const at = changes ? `${key} ${day}` : key;
    const heads = known.get(at) ?? meant.reduce((sum, post) => sum + headsOf(model, rows, post, day), 0);
    known.set(at, heads);
    return heads;
  };
}

function headsOf(model: Model, rows: ReadonlyMap<PostId, Person[]>, post: Post, day: Day): number {
  if (!model.named.has(post.department)) return seatsOn(post, day);
  return (rows.get(post.id) ?? []).filter((person) => isHead(model, person, day)).length;
}

/** Seats that are written for a day. */
export function seatsOn({ heads, steps = [] }: Post, day: Day): number {
  let now = steps[0]?.heads ?? heads;
  for (const step of steps) if (step.from <= day) now = step.heads;
  return now;
}

/** Whether somebody of the roster is on the rota on a day: joiners are once they meet what everybody meets. */
function isHead({ programme, policy }: Model, { joined, left, moves }: Person, day: Day): boolean {
  if (left !== undefined && day > left) return false;
  if (joined === undefined) return true;
  const isNew = joined >= programme.starts && moves !== true;
  return day >= (isNew ? joined + policy.joinersMeetEverythingAfter + 1 : joined);
}
