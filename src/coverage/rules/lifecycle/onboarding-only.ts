/** A0: Pat heard of the customer once. */
import { headsOf } from '../../context.ts';
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
  implies: [
    'onboarding-only',
    'frontline-only',
    'theme-gap',
    'stage-gap',
    'touchpoint-gap',
    'shift-uncovered',
    'no-role-module',
    'no-metric',
    'mantra-untaught',
    'no-reinforcement',
    'empty-month',
    'hours-out-of-range',
    'common-issues',
    'empowerment-untaught',
  ],
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
  *check({ departments, roles, postsOfDepartment, postsOfRole, tallies }) {
    const isOnlyNew = (posts: readonly { readonly id: string }[]): boolean =>
      posts.every(({ id }) => tallies.get(id)!.touched === 0) &&
      posts.some(({ id }) => tallies.get(id)!.joinersTouched > 0);
    for (const { id, name } of departments) {
      const posts = postsOfDepartment(id);
      if (!isOnlyNew(posts)) continue;
      yield {
        subject: { department: id },
        message: `${name}: joiners are introduced to the customer, and then none of ${people(headsOf(posts))} has another session that counts.`,
        pointer: ['departments', id],
      };
    }
    for (const { id, name, department } of roles) {
      const posts = postsOfRole(id);
      if (!isOnlyNew(posts)) continue;
      yield {
        subject: { department, role: id },
        message: `${name}: joiners are introduced to the customer, and then none of ${people(headsOf(posts))} has another session that counts.`,
        pointer: ['roles', id],
      };
    }
  },

  *patches(context, { subject }) {
    yield* bringIn(context, subject);
  },
};
