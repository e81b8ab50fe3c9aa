/** A4: talk about it afterwards, informally. */

import type { Touch } from '../../measure/touches.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

const FORMAL = new Set(['workshop', 'virtual', 'self-paced', 'talk']);
const INFORMAL = new Set(['lunch', 'book-club', 'huddle']);

export const rule: Rule = {
  id: 'no-discussion',
  heading: 'rhythm',
  severity: 'info',
  sentence: 'A department has no informal session within the quarter after formal training.',
  why: 'A4 recommends talking with employees often: periodic informal discussions reinforce the principles that formal sessions explained. Over lunch people say what would not work at their own desk.',
  fix: 'Plan a lunch, a book club or a huddle, or tag a session with discussion, within three months.',
  articles: ['A4'],
  options: { days: 91 },
  examples: {
    fires:
      'modules:\n' +
      '  theme-huddle: { format: self-paced }\n' +
      '  customer-lunch: { when: { from: 2027-11-01, by: 2027-11-30 } }\n',
    silent: 'modules:\n' + '  theme-huddle: { format: huddle }\n',
  },
  *check({ model, departments, sessionsOf, isOver, say }, options) {
    for (const { id, name } of departments) {
      const sessions = sessionsOf(id);
      const informal = sessions.filter(isInformal);
      const alone = sessions.filter(
        (touch) =>
          FORMAL.has(touch.module.format) &&
          touch.counts &&
          !isInformal(touch) &&
          touch.day + options.days! <= model.programme.ends &&
          !isOver(touch.day + options.days!) &&
          !follows(informal, touch.day, options.days!),
      );
      if (alone.length === 0) continue;
      yield {
        subject: { department: id },
        message: `${name}: after ${count(alone.length, 'formal session')}, the first “${alone[0]!.module.name}” on ${say.date(alone[0]!.day)}, nobody talks about it informally within ${options.days} days.`,
        pointer: ['departments', id],
      };
    }
  },

  *patches(context, { subject }) {
    const name = nameOf(context, subject);
    yield* lessons(
      context,
      {
        id: `${subject.department}-talk-it-over`,
        name: `Ten minutes to talk it over – ${name}`,
        audience: audienceOf(subject),
        posts: postsOf(context, subject),
        minutes: 10,
        when: { every: 'month' },
        tags: ['discussion'],
      },
      `Ten minutes a month in which ${name} talk it over`,
    );
  },
};

function isInformal({ module }: Touch): boolean {
  return INFORMAL.has(module.format) || module.tags.has('discussion');
}

/** Whether one of the sessions (by day) falls into the days after; by bisection. */
function follows(informal: readonly Touch[], day: number, days: number): boolean {
  let [low, high] = [0, informal.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (informal[middle]!.day < day) low = middle + 1;
    else high = middle;
  }
  return low < informal.length && informal[low]!.day <= day + days;
}
