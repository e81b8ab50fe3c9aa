/** A1, A3: customer experience is everyone's job, so nobody is left without. */
import { addresses, type Context, headsOf } from '../../context.ts';
import { crews, NEEDLESS_TO_SAY } from '../../measure/untaught.ts';
import { bringIn } from '../../patches/bring-in.ts';
import type { Rule } from '../../rule.ts';
import { list, people } from '../../words.ts';

export const rule: Rule = {
  id: 'no-training',
  heading: 'reach',
  severity: 'error',
  sentence: 'A department or role has no counting touch at all.',
  why: 'Walters (A1) says that keeping people from this learning tells them not to worry about the customer; Hyken (A3) says that everyone must be trained, the warehouse as much as the support desk. A seat counts when it is paid, has a theme and is not a reaction to something gone wrong.',
  fix: 'Address them with one paid, themed module; the monthly theme huddle is the cheapest.',
  articles: ['A1', 'A3'],
  implies: ['no-training', ...NEEDLESS_TO_SAY],
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
    for (const { subject, name, posts, pointer } of crews(context)) {
      if (touched(context, posts)) continue;
      const asked = context.yearly.filter((module) => addresses(module, posts));
      const why =
        asked.length === 0
          ? 'no module of the year is for them'
          : `none of their modules gives anybody a seat that counts (${list(asked.map((m) => `“${m.name}”`))})`;
      yield { subject, message: `${name} (${people(context.say, headsOf(posts))}): ${why}.`, pointer };
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
