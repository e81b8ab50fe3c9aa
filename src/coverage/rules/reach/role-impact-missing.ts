/** A2, A3: who does not meet customers must be told how their work reaches one. */

import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'role-impact-missing',
  heading: 'reach',
  severity: 'warn',
  sentence: 'A role that is not customer-facing does not say how its work reaches a customer.',
  why: '“These issues don’t apply to my work” is the refrain Walters (A2) answers with the monthly invoice, often the only letter a customer ever gets. Hyken (A3) wants everyone to know how they support the experience; that takes one sentence per role.',
  fix: 'Write one sentence under the role’s impact: what does a customer notice when this work is done well?',
  articles: ['A2', 'A3'],
  examples: {
    fires: 'roles:\n  bookkeeper:\n    impact: null\n',
    silent:
      'roles:\n  bookkeeper:\n    impact: The invoice is often the only letter a customer ever gets from us.\n',
  },
  forPeople: 'Of a role that owns no touchpoint, only those who do the job can say what a customer notices.',
  *check({ roles, model }) {
    for (const { id, name, department, customerFacing, impact } of roles) {
      if (customerFacing || impact?.trim()) continue;
      yield {
        subject: { department, role: id },
        message: `${name} (${model.departments.get(department)!.name}): not customer-facing, and nothing says how the work reaches a customer.`,
        pointer: ['roles', id, 'impact'],
      };
    }
  },

  *patches(context, { subject }) {
    const { model, postsOfRole } = context;
    const posts = postsOfRole(subject.role!);
    const owned = [...model.touchpoints.values()].filter(({ owners }) =>
      posts.some(({ id }) => owners.has(id)),
    );
    if (owned.length === 0) return;
    const names = list(
      owned.map(({ name, stage }) => `“${name}” (${model.stages.get(stage)!.name})`),
      3,
    );
    yield {
      title: `Say of ${model.roles.get(subject.role!)!.name} what they own of the journey`,
      edits: [
        {
          pointer: ['roles', subject.role!, 'impact'],
          op: 'set',
          value: `Customers meet our work in ${names}.`,
        },
      ],
      note: 'Let somebody who does the job say what a customer notices when it is done well.',
    };
  },
};
