/** A4: those who meet the journey every day are asked about it. */
import { isoDate } from '../../../calendar/date.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { freshId } from '../../patches/lesson.ts';
import { workday } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-listening',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'A department has no way to speak up about the customer’s journey (survey, panel, stories).',
  why: 'A4 asks for open communication and for sources of employee input: surveys, panels with people from the whole company, stories collected across the employee base and not only from the front line. Who is never asked stops noticing.',
  fix: 'Plan a ritual of type listening whose audience includes the department.',
  articles: ['A4'],
  examples: {
    fires: 'rituals:\n  what-customers-say: { audience: { departments: [shop] } }\n',
    silent: 'rituals:\n  what-customers-say: { audience: everyone }\n',
  },
  *check({ departments, plan }) {
    const heard = new Set(
      plan.rituals.flatMap(({ type, status, departments: ids }) =>
        type === 'listening' && status !== 'cancelled' ? ids : [],
      ),
    );
    for (const { id, name } of departments) {
      if (heard.has(id)) continue;
      yield {
        subject: { department: id },
        message: `${name} is never asked what it sees of the customer’s journey: no survey, panel or collection of stories.`,
        pointer: ['rituals'],
      };
    }
  },

  *patches(context, { subject }) {
    const { starts, ends } = context.model.programme;
    const posts = postsOf(context, subject);
    const asked = workday(context, posts, Math.floor((starts + ends) / 2));
    const told = workday(context, posts, asked + 21);
    const id = (wanted: string) => freshId(context, `${subject.department}-${wanted}`, 'rituals');
    const audience = audienceOf(subject);
    yield {
      title: `Ask ${nameOf(context, subject)} what they see of the journey, and tell them what came of it`,
      edits: [
        {
          pointer: ['rituals', id('what-we-see')],
          op: 'set',
          value: {
            name: 'What do you see of the customer’s journey?',
            type: 'listening',
            audience,
            channel: 'survey',
            when: { date: isoDate(asked) },
          },
        },
        {
          pointer: ['rituals', id('what-we-heard')],
          op: 'set',
          value: {
            name: 'What we heard, and what we do about it',
            type: 'readback',
            audience,
            channel: 'meeting',
            when: { date: isoDate(told) },
          },
        },
      ],
    };
  },
};
