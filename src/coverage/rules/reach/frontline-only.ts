/** A3: the attention must not stop at those who meet customers. */
import { append } from '../../../collections/lists.ts';
import type { Context } from '../../context.ts';
import { median } from '../../measure/median.ts';
import type { Segment } from '../../measure/touches.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import type { Rule } from '../../rule.ts';
import { people, percent } from '../../words.ts';

export const rule: Rule = {
  id: 'frontline-only',
  heading: 'reach',
  severity: 'error',
  sentence:
    'People behind the scenes of a department get under a quarter of the time that customer-facing people get.',
  why: 'The mistake Hyken (A3) sees most is to fix the attention on the front line: a parcel packed badly in the warehouse is part of the customer’s experience although nobody there meets a customer. The training differs, but everyone is trained.',
  fix: 'Address them with the theme of the month and one module on their own part in the journey.',
  articles: ['A3'],
  options: { share: 0.25 },
  examples: {
    fires:
      'audiences:\n' +
      '  # whom the modules of the year address\n' +
      '  all: customer-facing\n' +
      'modules:\n' +
      '  kind-invoices: { audience: { roles: [bookkeeper] }, minutes: 15 }\n',
    silent: 'audiences:\n' + '  all: everyone\n',
  },
  *check(context, options) {
    const facing: Segment[] = [];
    const behind = new Map<string, Segment[]>();
    for (const segment of context.touches.segments) {
      // Whoever is there for some of the year gets less without being forgotten.
      if (!segment.allYear) continue;
      if (isFacing(context, segment)) facing.push(segment);
      else append(behind, segment.post.department, segment);
    }
    const front = median(facing.map(weigh));
    for (const { id, name } of context.departments) {
      const segments = behind.get(id);
      if (!segments || front === 0) continue;
      const own = median(segments.map(weigh));
      if (own >= options.share! * front) continue;
      const heads = segments.reduce((sum, { members }) => sum + members, 0);
      yield {
        subject: { department: id },
        message: `${name}: ${people(context.say, heads)} behind the scenes get ${Math.round(own)} minutes that count, customer-facing people ${Math.round(front)} (medians; ${percent(own / front)}).`,
        pointer: ['departments', id],
      };
    }
  },

  *patches(context, { subject }) {
    const department = subject.department!;
    const behind = context.roles.filter((role) => role.department === department && !role.customerFacing);
    const posts = behind.flatMap(({ id }) => context.postsOfRole(id));
    const front = context.touches.segments.filter((s) => s.allYear && isFacing(context, s)).map(weigh);
    const own = context.touches.segments.filter((s) => s.allYear && posts.includes(s.post)).map(weigh);
    const missing = rule.options!.share! * median(front) - median(own);
    const monthly = Math.max(10, 5 * Math.ceil(missing / Math.max(1, context.months.length - 1) / 5));
    const name = nameOf(context, subject);
    yield* lessons(
      context,
      {
        id: `${department}-behind-the-scenes`,
        name: `Our part in the journey – ${name}`,
        audience: { roles: behind.map(({ id }) => id) },
        posts,
        minutes: monthly,
        when: { every: 'month' },
      },
      `${monthly} minutes a month for those behind the scenes in ${name}`,
    );
  },
};

function isFacing({ model }: Context, { post }: Segment): boolean {
  return model.roles.get(post.role)!.customerFacing;
}

/** Counting minutes of each person, and how many people. */
function weigh({ touches, members }: Segment): readonly [number, number] {
  return [touches.reduce((sum, { counts, session }) => sum + (counts ? session.minutes : 0), 0), members];
}
