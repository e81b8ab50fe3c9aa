/** A0: a small part of customer experience every month. */
import { mondayOf } from '../../../calendar/date.ts';
import type { Context, Month } from '../../context.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { monthWindow, reopened } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';
import { monthDays } from '../../words.ts';

export const rule: Rule = {
  id: 'empty-month',
  heading: 'rhythm',
  severity: 'warn',
  sentence: 'A department has a month without learning on any theme.',
  why: 'Walters (A0) suggests tackling a small part of customer experience each month: consistency tells people that this is no fad but how business is done. A month in which a department hears nothing says the opposite.',
  fix: 'Plan one short themed session for the department in that month.',
  articles: ['A0'],
  examples: {
    fires:
      'modules:\n' +
      '  theme-huddle:\n' +
      '    when: { every: fortnight, months: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12] }\n',
    silent: 'modules:\n' + '  theme-huddle:\n' + '    when: { every: fortnight }\n',
  },
  *check(context) {
    for (const { id, name } of context.departments) {
      const learning = new Set(
        context.sessionsOf(id).flatMap(({ counts, session }) => (counts ? [session.start.slice(0, 7)] : [])),
      );
      // Nothing at all in a year is another rule's finding, said once.
      if (learning.size === 0) continue;
      for (const month of context.months) {
        if (learning.has(month.key) || !isOpen(context, id, month)) continue;
        yield {
          subject: { department: id, month: month.key },
          message: `${name} has no themed session in ${context.say.monthYear(month.key)}${themeOf(context, month)}.`,
          pointer: ['departments', id],
          again: { words: `${name} has no themed session in a month`, ...monthDays(month.key) },
        };
      }
    }
  },

  *patches(context, { subject }) {
    const month = subject.month!;
    const posts = postsOf(context, { department: subject.department! });
    yield* reopened(context, month, posts);
    const name = nameOf(context, { department: subject.department! });
    yield* lessons(
      context,
      {
        id: `${subject.department}-${month}`,
        name: `Ten minutes on the theme of ${context.say.monthYear(month)}`,
        audience: audienceOf({ department: subject.department! }),
        posts,
        minutes: 10,
        when: monthWindow(context, month),
      },
      `Ten minutes on the theme for ${name} in ${context.say.monthYear(month)}`,
    );
  },
};

function isOpen({ model, needs, postsOfDepartment }: Context, id: string, { from, to }: Month): boolean {
  const first = mondayOf(model.programme.starts);
  const [a, b] = [(mondayOf(from) - first) / 7, (mondayOf(to) - first) / 7];
  return postsOfDepartment(id).some((post) =>
    needs
      .openWeeks(post)
      .slice(a, b + 1)
      .some(Boolean),
  );
}

function themeOf({ model }: Context, { theme }: Month): string {
  return theme === undefined ? '' : `, the month of “${model.themes.get(theme)!.name}”`;
}
