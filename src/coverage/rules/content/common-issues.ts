/** A4: practise what comes up every day. */
import { frontlineWithout, untagged } from '../../frontline.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'common-issues',
  heading: 'content',
  severity: 'info',
  sentence: 'A front-line role has no practice on its most common issues.',
  why: 'A4 asks that employees be trained on the most common, specific types of issues they will meet, with the customer’s situation at hand. General goodwill does not help at the returns desk at five to six.',
  fix: 'Tag the module in which they practise them with common-issues.',
  articles: ['A4'],
  examples: {
    fires: 'modules:\n  warm-welcome: { tags: [empowerment] }\n',
    silent: 'modules:\n  warm-welcome: { tags: [common-issues, empowerment] }\n',
  },
  *check(context) {
    for (const { role, heads, modules } of frontlineWithout(context, 'common-issues')) {
      yield {
        subject: { department: role.department, role: role.id },
        message: `${role.name} (${people(context.say, heads)}): no module practises the issues they meet most often (${untagged(modules, 'common-issues')}).`,
        pointer: ['roles', role.id],
      };
    }
  },

  *patches(context, { subject }) {
    const name = nameOf(context, subject);
    yield* lessons(
      context,
      {
        id: `${subject.role}-common-issues`,
        name: `The issues we meet most – ${name}`,
        audience: audienceOf(subject),
        posts: postsOf(context, subject),
        minutes: 15,
        when: earlyWindow(context),
        tags: ['common-issues'],
      },
      `Fifteen minutes in which ${name} practise the issues they meet most`,
    );
  },
};
