/** A0: Pat heard of the customer once. */
import type { Post } from '../../../model/model.ts';
import { type Context, headsOf } from '../../context.ts';
import { crews, NEEDLESS_TO_SAY } from '../../measure/untaught.ts';
import { bringIn } from '../../patches/bring-in.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'onboarding-only',
  heading: 'lifecycle',
  severity: 'error',
  sentence:
    'A department or role hears of the customer in onboarding only: nothing is planned for those who are past it.',
  why: 'Pat’s onboarding (A0) was full of enthusiasm; a year later nothing had followed, and a culture around customers looked like an idea somebody once had. Taught once, says Walters, it is easily taken for not being one’s job.',
  fix: 'Add them to a module of the year: the theme huddle of the month is enough to begin with.',
  articles: ['A0'],
  implies: ['onboarding-only', ...NEEDLESS_TO_SAY],
  examples: {
    fires:
      'roles:\n' +
      '  cleaner: { department: office, heads: 2, joiners: 2, impact: A clean shop is what a customer sees first. }\n' +
      'audiences:\n' +
      '  # whom the modules of the year address\n' +
      '  all: { except: { roles: [cleaner] } }\n' +
      'modules:\n' +
      '  welcome: { audience: everyone, when: { moment: week-1 } }\n',
    silent:
      'roles:\n' +
      '  cleaner: { department: office, heads: 2, joiners: 2, impact: A clean shop is what a customer sees first. }\n' +
      'audiences:\n' +
      '  all: everyone\n' +
      'modules:\n' +
      '  welcome: { audience: everyone, when: { moment: week-1 } }\n',
  },
  *check(context) {
    for (const { subject, name, posts, pointer } of crews(context)) {
      if (!isOnlyNew(context, posts)) continue;
      yield {
        subject,
        message: `${name}: joiners are introduced to the customer, and then none of ${people(context.say, headsOf(posts))} has another session that counts.`,
        pointer,
      };
    }
  },

  *patches(context, { subject }) {
    yield* bringIn(context, subject);
  },
};

function isOnlyNew({ tallies }: Context, posts: readonly Post[]): boolean {
  return (
    posts.every(({ id }) => tallies.get(id)!.touched === 0) &&
    posts.some(({ id }) => tallies.get(id)!.joinersTouched > 0)
  );
}
