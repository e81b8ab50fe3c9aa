/** A2: whoever owns a touchpoint learns about it. */

import type { Post, Touchpoint } from '../../../model/model.ts';
import { addresses, type Context } from '../../context.ts';
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
