/** A0: expectations are set before the first day. */

import { addresses } from '../../context.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-interview',
  heading: 'lifecycle',
  severity: 'warn',
  sentence: 'A role’s hiring says nothing about the customer in the interview.',
  why: 'Walters (A0) sets the expectation from the first interview: consider the customer in decisions, keep learning, see your own impact. It matters most behind the scenes, where it is easy to believe that the work touches nobody.',
  fix: 'Write the role’s hiring.interview, or an interview module whose audience includes it.',
  articles: ['A0'],
  examples: {
    fires: 'roles:\n  bookkeeper:\n    hiring:\n      interview: null\n',
    silent:
      'roles:\n  bookkeeper:\n    hiring: { interview: Tell us about a letter from a company that annoyed you. What would you have written? }\n',
  },
  forPeople: 'Without a mantra there is no promise to ask about.',
  *check({ model, roles, postsOfRole }) {
    const scripts = [...model.modules.values()].filter(({ format }) => format === 'interview');
    for (const { id, name, department, hiring } of roles) {
      if (hiring.interview?.trim() || scripts.some((script) => addresses(script, postsOfRole(id)))) continue;
      yield {
        subject: { department, role: id },
        message: `${name} (${model.departments.get(department)!.name}): the interview says nothing about the customer.`,
        pointer: ['roles', id, 'hiring', 'interview'],
      };
    }
  },

  *patches({ model }, { subject }) {
    const mantra = model.programme.mantra?.trim();
    if (!mantra) return;
    yield {
      title: `Ask about our promise in the interview of ${model.roles.get(subject.role!)!.name}`,
      edits: [
        {
          pointer: ['roles', subject.role!, 'hiring', 'interview'],
          op: 'set',
          value: `We promise our customers: “${mantra}” Tell us about a time when you did that for somebody.`,
        },
      ],
      note: 'Let those who do the interviews put it into their own words.',
    };
  },
};
