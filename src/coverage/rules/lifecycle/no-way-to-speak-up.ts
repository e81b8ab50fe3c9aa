/** A0, A4: new eyes see what is wrong, if somebody asks them. */

import { addresses } from '../../context.ts';
import { joiningWithout } from '../../joining.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-way-to-speak-up',
  heading: 'lifecycle',
  severity: 'warn',
  sentence: 'Onboarding does not introduce a way to give feedback about the customer’s journey.',
  why: 'Walters (A0) lists it first in onboarding: give employees tools to share feedback about the journey. A4 warns that unengaged people do not pass on what customers tell them; those who join see the journey with fresh eyes, for a few weeks.',
  fix: 'Tag the onboarding module that shows the way with speak-up.',
  articles: ['A0', 'A4'],
  examples: {
    fires: 'modules:\n  welcome: { tags: [] }\n',
    silent: 'modules:\n  welcome: { tags: [speak-up] }\n',
  },
  *check(context) {
    const ways = context.onboarding.filter(({ tags }) => tags.has('speak-up'));
    const without = joiningWithout(context, (posts) => !ways.some((module) => addresses(module, posts)));
    for (const { department } of without) {
      yield {
        subject: { department: department.id },
        message: `Onboarding in ${department.name} shows nobody how to report what is wrong with the customer’s journey.`,
        pointer: ['departments', department.id],
      };
    }
  },
};
