/** A4: freedom to act is taught, or it is not used. */
import { frontlineWithout, untagged } from '../../frontline.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'empowerment-untaught',
  heading: 'content',
  severity: 'info',
  sentence: 'A front-line role has no module on what it may decide itself.',
  why: 'The culture A4 describes begins with the freedom to break a rule for a customer and the flexibility to offer a solution that fits. People use that freedom when they have been shown how far it goes and that their supervisor stands behind it.',
  fix: 'Tag the module that shows what they may decide on the spot with empowerment.',
  articles: ['A4'],
  examples: {
    fires: 'modules:\n  warm-welcome: { tags: [common-issues] }\n',
    silent: 'modules:\n  warm-welcome: { tags: [common-issues, empowerment] }\n',
  },
  *check(context) {
    for (const { role, heads, modules } of frontlineWithout(context, 'empowerment')) {
      yield {
        subject: { department: role.department, role: role.id },
        message: `${role.name} (${people(context.say, heads)}): no module shows what they may decide on their own (${untagged(modules, 'empowerment')}).`,
        pointer: ['roles', role.id],
      };
    }
  },

  *patches(context, { subject }) {
    const name = nameOf(context, subject);
    yield* lessons(
      context,
      {
        id: `${subject.role}-empowerment`,
        name: `What we may decide ourselves – ${name}`,
        audience: audienceOf(subject),
        posts: postsOf(context, subject),
        minutes: 15,
        when: earlyWindow(context),
        tags: ['empowerment'],
      },
      `Fifteen minutes in which ${name} learn what they may decide themselves`,
    );
  },
};
