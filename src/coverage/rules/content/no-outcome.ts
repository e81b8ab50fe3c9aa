/** A2: say what a customer will notice. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-outcome',
  heading: 'content',
  severity: 'info',
  sentence: 'A module does not say what a customer will notice.',
  why: 'Walters (A2): the process we are learning may be the difference between an easy and a painful experience, and learning becomes more meaningful when we see which. A module that cannot name what a customer notices is about ourselves.',
  fix: 'Write the module’s outcome in one sentence with the customer as its subject.',
  articles: ['A2'],
  examples: {
    fires: 'modules:\n  kind-invoices:\n    outcome: null\n',
    silent: 'modules:\n  kind-invoices: { outcome: A customer understands what to pay at first reading. }\n',
  },
  forPeople: 'What a customer will notice is for those who teach it to say.',
  *check({ planned }) {
    for (const { id, name, outcome } of planned) {
      if (outcome?.trim()) continue;
      yield {
        subject: { module: id },
        message: `“${name}” does not say what a customer will notice.`,
        pointer: ['modules', id, 'outcome'],
      };
    }
  },
};
