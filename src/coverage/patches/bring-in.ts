/** People who have nothing of the year: address them with what others get, else with minutes of their own. */

import { byCodeUnit } from '../../collections/text-order.ts';
import type { Module, Post, Subject } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { countsAtAll } from '../measure/touches.ts';
import type { Patch, PatchContext } from '../patch.ts';
import { lessons } from './lesson.ts';
import { audienceOf, postsOf, widened } from './who.ts';

/** The regular module of others made theirs too, then a short one of their own every fortnight. */
export function* bringIn(context: PatchContext, subject: Subject): Generator<Patch> {
  const posts = postsOf(context, subject);
  const name = nameOf(context, subject);
  for (const module of regulars(context).slice(0, 2)) {
    yield* widening(context, module, posts, name);
  }
  yield* lessons(
    context,
    {
      id: `${subject.role ?? subject.department ?? 'all'}${subject.shift ? `-${subject.shift}` : ''}-theme-minutes`,
      name: `Ten minutes on the theme – ${name}`,
      audience: audienceOf(subject),
      posts,
      minutes: 10,
      when: { every: 'fortnight' },
    },
    `Ten minutes on the theme for ${name} every fortnight`,
  );
}

/** A module addressed to more people. */
export function* widening(
  context: PatchContext,
  module: Module,
  posts: readonly Post[],
  name: string,
): Generator<Patch> {
  const edit = widened(context, module, posts);
  if (edit) yield { title: `Address ${name} with “${module.name}” too`, edits: [edit] };
}

/** `the night shift of Warehouse`, `Credit controllers`, `Finance` */
export function nameOf({ model }: Context, { department, role, site, shift }: Subject): string {
  const name = role
    ? model.roles.get(role)!.name
    : department
      ? model.departments.get(department)!.name
      : 'everyone';
  const place = site && model.sites.size > 1 ? ` at ${model.sites.get(site)!.name}` : '';
  return shift ? `the ${shift} shift of ${name}${place}` : `${name}${place}`;
}

/** Short themed modules that come again and again, the cheapest first. */
function regulars({ yearly }: Context): Module[] {
  return yearly
    .filter(
      (module) =>
        countsAtAll(module) &&
        module.when.kind === 'every' &&
        module.minutes <= 30 &&
        (module.format === 'huddle' || module.format === 'self-paced'),
    )
    .sort((a, b) => a.minutes - b.minutes || byCodeUnit(a.id, b.id));
}
