/** A3, A4: what is celebrated is done again. */
import { isoDate } from '../../../calendar/date.ts';
import { quartersOf } from '../../over.ts';
import { freshId } from '../../patches/lesson.ts';
import type { Rule } from '../../rule.ts';
import { list } from '../../words.ts';

export const rule: Rule = {
  id: 'no-recognition',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'A quarter of the programme has no recognition that reaches everybody.',
  why: 'When goals are met, let people know, says Hyken (A3): good behaviour that is recognised begets more of the same. A4 wants exemplary service regularly recognised, rewarded and celebrated. Regularly is at least once a quarter.',
  fix: 'Plan a ritual of type recognition every quarter, for everyone.',
  articles: ['A3', 'A4'],
  examples: {
    fires: 'rituals:\n  thank-you: { when: { every: half-year } }\n',
    silent: 'rituals:\n  thank-you: { when: { every: quarter } }\n',
  },
  *check(context) {
    for (const { id, from, to } of quartersOf(context.model.programme)) {
      const reached = new Set(
        context.plan.rituals.flatMap(({ type, status, date, departments }) =>
          type === 'recognition' && status !== 'cancelled' && date >= isoDate(from) && date <= isoDate(to)
            ? departments
            : [],
        ),
      );
      const missed = context.departments.filter((department) => !reached.has(department.id));
      if (missed.length === 0) continue;
      const who =
        reached.size === 0
          ? 'nobody is'
          : `${list(missed.map(({ name }) => name))} ${missed.length === 1 ? 'is' : 'are'} not`;
      yield {
        subject: { quarter: id },
        message: `Between ${context.say.date(from)} and ${context.say.date(to)} ${who} recognised for what they did for customers.`,
        pointer: ['rituals'],
        again: {
          words: `Quarter after quarter ${who} recognised for what they did for customers`,
          from: isoDate(from),
          to: isoDate(to),
        },
      };
    }
  },

  *patches(context) {
    yield {
      title: 'Thank people every quarter for what they did for customers',
      edits: [
        {
          pointer: ['rituals', freshId(context, 'thank-you-every-quarter', 'rituals')],
          op: 'set',
          value: {
            name: 'Thank you for what customers noticed',
            type: 'recognition',
            channel: 'meeting',
            when: { every: 'quarter' },
          },
        },
      ],
    };
  },
};
