/** How many people there are on a day, counted plainly: heads as written, or the roster's rows. */
import type { Day } from '../../calendar/date.ts';
import type { Model, Person, Post } from '../../model/model.ts';

/** People of some posts on a day; joiners of the roster count once they meet what everybody meets. */
export function headsAt(model: Model, isMeant: (post: Post) => boolean, day: Day): number {
  let heads = 0;
  for (const post of model.posts.values()) {
    if (isMeant(post) && !model.named.has(post.department)) heads += post.heads;
  }
  for (const person of model.people ?? []) {
    const post = model.posts.get(`${person.role}.${person.site}.${person.shift}`);
    if (post && isMeant(post) && isHead(model, person, day)) heads++;
  }
  return heads;
}

/** Whether somebody of the roster is on the rota on a day. */
function isHead({ programme, policy }: Model, { joined, left, moves }: Person, day: Day): boolean {
  if (left !== undefined && day > left) return false;
  if (joined === undefined) return true;
  const isNew = joined >= programme.starts && moves !== true;
  return day >= (isNew ? joined + policy.joinersMeetEverythingAfter + 1 : joined);
}
