/** A2, A3: who does not meet customers must be told how their work reaches one. */
import type { Rule } from '../../rule.ts';

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
};
