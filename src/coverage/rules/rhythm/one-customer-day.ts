/** A0: a customer day more than once a year, and not always the same. */
import { lessonEdit } from '../../patches/lesson.ts';
import { windowOf } from '../../patches/months.ts';
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

export const rule: Rule = {
  id: 'one-customer-day',
  heading: 'rhythm',
  severity: 'info',
  sentence: 'There are fewer than two customer days in the year, or all of them are of one format.',
  why: 'Walters (A0) applauds CX Day and asks for it more than once a year, in ways that are combined or rotated to keep them fresh: a book club, a customer room, leaders who present, lunch and learns.',
  fix: 'Tag a second occasion of another format with customer-day: a lunch, a book club, a customer room.',
  articles: ['A0'],
  options: { days: 2 },
  examples: {
    fires: 'modules:\n  customer-lunch: { tags: [discussion] }\n',
    silent: 'modules:\n  customer-lunch: { tags: [customer-day, discussion] }\n',
  },
  *check({ touches }, options) {
    const days = new Set<string>();
    const formats = new Set<string>();
    for (const { module, session } of touches.all) {
      if (!module.tags.has('customer-day')) continue;
      days.add(`${module.id} ${session.occurrence.replace(/\.p\d+$/, '')}`);
      formats.add(module.format);
    }
    if (days.size >= options.days! && formats.size > 1) return;
    const [format] = formats;
    yield {
      subject: {},
      message:
        days.size < options.days!
          ? `The year has ${count(days.size, 'customer day')}.`
          : `All ${days.size} customer days are of one format: ${format}.`,
      pointer: ['modules'],
    };
  },

  *patches(context) {
    const days = context.touches.all.filter(({ module }) => module.tags.has('customer-day'));
    const used = new Set(days.map(({ module }) => module.format));
    const format = (['lunch', 'event'] as const).find((one) => !used.has(one));
    const { starts, ends } = context.model.programme;
    const middle = Math.floor((starts + ends) / 2);
    if (!format) return;
    const edit = lessonEdit(
      context,
      {
        id: `customer-${format === 'lunch' ? 'lunch' : 'half-hour'}`,
        name: format === 'lunch' ? 'Lunch with a customer' : 'Half an hour with a customer',
        audience: 'everyone',
        posts: [...context.model.posts.values()],
        minutes: 30,
        when: windowOf(context, middle - 45, middle + 45),
        tags: ['customer-day', 'discussion'],
        more: { room: false },
      },
      format,
    );
    if (!edit) return;
    yield {
      title: `A second customer day of another kind: ${format === 'lunch' ? 'a lunch' : 'half an hour'} with a customer`,
      edits: [edit],
      note: 'Invite the customers.',
    };
  },
};
