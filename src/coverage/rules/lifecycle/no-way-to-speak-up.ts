/** A0, A4: new eyes see what is wrong, if somebody asks them. */

import { addresses } from '../../context.ts';
import { joiningWithout } from '../../measure/joining.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
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
        message: `Onboarding in ${department.name} shows nobody how to report what is wrong with the customer’s journey: no module of it has the tag speak-up.`,
        pointer: ['departments', department.id],
      };
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    for (const { id, name } of context.onboarding.filter((module) => addresses(module, posts)).slice(0, 1)) {
      yield {
        title: `Show in “${name}” how to report what is wrong with the customer’s journey`,
        edits: [{ pointer: ['modules', id, 'tags'], op: 'add', value: 'speak-up' }],
        note: 'Write the way into the module.',
      };
    }
    yield* lessons(
      context,
      {
        id: `${subject.department}-speak-up`,
        name: 'How you speak up for a customer',
        audience: audienceOf(subject),
        posts,
        minutes: 10,
        when: { moment: 'day-30' },
        tags: ['speak-up'],
      },
      `Ten minutes for those who join ${nameOf(context, subject)} on how to speak up`,
    );
  },
};
