/** A2: whoever owns a touchpoint learns about it. */

import type { Module, Post, Touchpoint } from '../../../model/model.ts';
import { addresses, type Context } from '../../context.ts';
import { countsAtAll } from '../../measure/touches.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Draft, Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'touchpoint-gap',
  heading: 'reach',
  severity: 'warn',
  sentence: 'The owner of a touchpoint has no module on it.',
  why: 'Accounting often thinks that it is not part of the experience, says Walters (A2), while its invoice may be the only letter a customer gets, cold and impersonal. One module on one touchpoint can make the difference; its owner is who needs it.',
  fix: 'Add the touchpoint to the touchpoints of a module for its owner, or write one.',
  articles: ['A2'],
  implies: ['stage-gap'],
  examples: {
    fires: 'modules:\n  kind-invoices: { touchpoints: [] }\n',
    silent: 'modules:\n  kind-invoices: { touchpoints: [invoice] }\n',
  },
  *check(context) {
    for (const touchpoint of context.model.touchpoints.values()) {
      const modules = context.yearly.filter(({ touchpoints }) => touchpoints.includes(touchpoint.id));
      for (const owner of ownersOf(context, touchpoint)) {
        if (owner.posts.length === 0 || modules.some((module) => addresses(module, owner.posts))) continue;
        yield draft(context, touchpoint, owner);
      }
    }
  },

  *patches(context, { subject }) {
    const touchpoint = context.model.touchpoints.get(subject.touchpoint!)!;
    const { department, role } = subject;
    const who = { department: department!, ...(role && { role }) };
    const posts = postsOf(context, who);
    for (const module of meeting(context, touchpoint, posts).slice(0, 2)) {
      yield {
        title: `Take up “${touchpoint.name}” in “${module.name}”, which is for ${nameOf(context, who)} already`,
        edits: [{ pointer: ['modules', module.id, 'touchpoints'], op: 'add', value: touchpoint.id }],
        note: 'See to it that the module really is about it.',
      };
    }
    yield* lessons(
      context,
      {
        id: `${role ?? department}-${touchpoint.id}`,
        name: `“${touchpoint.name}” through a customer’s eyes`,
        audience: audienceOf(who),
        posts,
        minutes: 20,
        when: earlyWindow(context),
        stages: [touchpoint.stage],
        touchpoints: [touchpoint.id],
      },
      `A module on “${touchpoint.name}” for ${nameOf(context, who)}`,
    );
  },
};

interface Owner {
  readonly department: string;
  readonly role?: string;
  readonly name: string;
  readonly posts: readonly Post[];
}

function ownersOf({ model, postsOfDepartment, postsOfRole }: Context, touchpoint: Touchpoint): Owner[] {
  return [
    ...touchpoint.ownerDepartments.map((id) => ({
      department: id,
      name: model.departments.get(id)!.name,
      posts: postsOfDepartment(id),
    })),
    ...touchpoint.ownerRoles.map((id) => ({
      department: model.roles.get(id)!.department,
      role: id,
      name: model.roles.get(id)!.name,
      posts: postsOfRole(id),
    })),
  ];
}

function draft({ model }: Context, { id, name, stage }: Touchpoint, owner: Owner): Draft {
  const { department, role } = owner;
  return {
    subject: { department, ...(role ? { role } : {}), touchpoint: id },
    message: `“${name}” (${model.stages.get(stage)!.name}) belongs to ${owner.name}, and no module of theirs is about it.`,
    pointer: ['stages', stage, 'touchpoints', id],
    covers: { department, stage },
  };
}

/** Modules that all of the owner's people have and that are on the touchpoint's stage, or theirs alone. */
function meeting(context: Context, { stage }: Touchpoint, posts: readonly Post[]): Module[] {
  const isOn = ({ stages, allStages }: Module): boolean =>
    stages !== 'own' && !allStages && stages.includes(stage);
  const departments = new Set(posts.map(({ department }) => department));
  const isOwn = (module: Module): boolean =>
    [...context.departmentsOf(module)].every((id) => departments.has(id));
  return context.yearly
    .filter(
      (module) =>
        posts.every(({ id }) => module.audience.posts.has(id)) &&
        countsAtAll(module) &&
        module.touchpoints.length > 0 &&
        (isOn(module) || isOwn(module)),
    )
    .sort((a, b) => Number(isOn(b)) - Number(isOn(a)) || a.audience.posts.size - b.audience.posts.size);
}
