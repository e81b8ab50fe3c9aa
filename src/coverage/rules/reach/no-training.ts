/** A1, A3: customer experience is everyone's job, so nobody is left without. */
import { addresses, type Context, headsOf } from '../../context.ts';
import { bringIn } from '../../patches/bring-in.ts';
import type { Draft, Rule } from '../../rule.ts';
import { list, people } from '../../words.ts';

export const rule: Rule = {
  id: 'no-training',
  heading: 'reach',
  severity: 'error',
  sentence: 'A department or role has no counting touch at all.',
  why: 'Walters (A1) says that keeping people from this learning tells them not to worry about the customer; Hyken (A3) says that everyone must be trained, the warehouse as much as the support desk. A seat counts when it is paid, has a theme and is not a reaction to something gone wrong.',
  fix: 'Address them with one paid, themed module; the monthly theme huddle is the cheapest.',
  articles: ['A1', 'A3'],
  implies: [
    'no-training',
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
      '  cleaner: { department: office, heads: 2, impact: A clean shop is what a customer sees first. }\n' +
      'audiences:\n' +
      '  # whom the modules of the year address\n' +
      '  all: { except: { roles: [cleaner] } }\n',
    silent:
      'roles:\n' +
      '  cleaner: { department: office, heads: 2, impact: A clean shop is what a customer sees first. }\n' +
      'audiences:\n' +
      '  all: everyone\n',
  },
  *check(context) {
    for (const { id, name } of context.departments) {
      const posts = context.postsOfDepartment(id);
      if (!touched(context, posts))
        yield draft({ department: id }, name, headsOf(posts), ['departments', id]);
    }
    for (const role of context.roles) {
      const posts = context.postsOfRole(role.id);
      if (touched(context, posts)) continue;
      yield draft({ department: role.department, role: role.id }, role.name, headsOf(posts), [
        'roles',
        role.id,
      ]);
    }

    function draft(subject: Draft['subject'], name: string, heads: number, pointer: Draft['pointer']): Draft {
      const posts = subject.role
        ? context.postsOfRole(subject.role)
        : context.postsOfDepartment(subject.department!);
      const asked = context.yearly.filter((module) => addresses(module, posts));
      const why =
        asked.length === 0
          ? 'no module of the year is for them'
          : `none of their modules gives anybody a seat that counts (${list(asked.map((m) => `“${m.name}”`))})`;
      return { subject, message: `${name} (${people(heads)}): ${why}.`, pointer };
    }
  },

  *patches(context, { subject }) {
    yield* bringIn(context, subject);
  },
};

/** Whether anybody in the posts, new or not, has a counting touch. */
function touched({ tallies }: Context, posts: readonly { readonly id: string }[]): boolean {
  return posts.some(({ id }) => {
    const tally = tallies.get(id)!;
    return tally.touched > 0 || tally.joinersTouched > 0;
  });
}
