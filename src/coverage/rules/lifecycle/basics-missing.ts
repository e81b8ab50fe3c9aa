/** A0: four basics that onboarding teaches. */
import type { Basic } from '../../../model/model.ts';
import { addresses } from '../../context.ts';
import { joiningWithout } from '../../measure/joining.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Draft, Rule } from '../../rule.ts';

const BASICS: ReadonlyMap<Basic, string> = new Map([
  ['what-and-why', 'what customer experience is and why it matters'],
  ['listen-and-act', 'how the firm listens to customers and acts on it'],
  ['my-role', 'what their own role has to do with it'],
  ['outcomes', 'what good experiences earn the firm'],
]);

export const rule: Rule = {
  id: 'basics-missing',
  heading: 'lifecycle',
  severity: 'warn',
  sentence: 'One of the four basics is not taught in onboarding.',
  why: 'Walters (A0) names what onboarding must answer: what is this and why does it matter, how does the organisation gather feedback and act on it, what is my role in the larger picture; and she adds what success provides, from referrals to lower cost.',
  fix: 'Name the basic under the basics of an onboarding module that teaches it.',
  articles: ['A0'],
  examples: {
    fires: 'modules:\n  welcome: { basics: [what-and-why, listen-and-act, my-role] }\n',
    silent: 'modules:\n  welcome: { basics: [what-and-why, listen-and-act, my-role, outcomes] }\n',
  },
  *check(context): Iterable<Draft> {
    for (const [basic, meaning] of BASICS) {
      const teaching = context.onboarding.filter(({ basics }) => basics.includes(basic));
      const without = joiningWithout(
        context,
        (posts) => !teaching.some((module) => addresses(module, posts)),
      );
      for (const { department } of without) {
        yield {
          subject: { department: department.id, basic },
          message: `Onboarding in ${department.name} does not teach ${meaning} (${basic}).`,
          pointer: ['departments', department.id],
        };
      }
    }
  },

  *patches(context, { subject }) {
    const posts = postsOf(context, subject);
    const basic = subject.basic as Basic;
    const edit = (id: string) => ({ pointer: ['modules', id, 'basics'], op: 'add' as const, value: basic });
    for (const { id, name } of context.onboarding.filter((module) => addresses(module, posts)).slice(0, 1)) {
      yield {
        title: `Teach ${BASICS.get(basic)} in “${name}”`,
        edits: [edit(id)],
        note: 'Write it into the module.',
      };
    }
    yield* lessons(
      context,
      {
        id: `${subject.department}-welcome`,
        name: 'Welcome to our customers',
        audience: audienceOf(subject),
        posts,
        minutes: 20,
        when: { moment: 'week-1' },
        basics: [basic],
      },
      `A first-week module for ${nameOf(context, subject)} on ${BASICS.get(basic)}`,
    );
  },
};
