/** A0: Pat's firm had posters. */
import { lessons } from '../../patches/lesson.ts';
import { monthWindow, reopened } from '../../patches/months.ts';
import type { Rule } from '../../rule.ts';
import { monthDays } from '../../words.ts';

export const rule: Rule = {
  id: 'slogan-only',
  heading: 'strategy',
  severity: 'warn',
  sentence: 'A theme month has messages and no learning.',
  why: 'In Pat’s story (A0) the chief executive announces that customers are loved, the posters go up, and nothing follows. Walters pairs each month’s communication with individual learning, so that a theme is more than a slogan.',
  fix: 'Give somebody a session on the theme in that month: a ten-minute huddle with themes: month is enough.',
  articles: ['A0'],
  examples: {
    fires:
      'modules:\n' +
      '  theme-huddle:\n' +
      '    when: { every: fortnight, months: [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12] }\n' +
      '  # which the planner may hold in July, too\n' +
      '  coach-leaders: { themes: [empathy] }\n',
    silent: 'modules:\n' + '  theme-huddle:\n' + '    themes: month\n' + '    when: { every: fortnight }\n',
  },
  *check({ model, plan, months, touches, say }) {
    const learned = new Set<string>();
    for (const { counts, session } of touches.all) {
      if (counts) for (const theme of session.themes) learned.add(`${session.start.slice(0, 7)} ${theme}`);
    }
    for (const { key, theme } of months) {
      if (theme === undefined || learned.has(`${key} ${theme}`)) continue;
      const message = plan.rituals.find(
        ({ type, date, themes, status }) =>
          type === 'communication' &&
          status !== 'cancelled' &&
          date.startsWith(key) &&
          themes.includes(theme),
      );
      if (!message) continue;
      const name = model.themes.get(theme)!.name;
      yield {
        subject: { theme, month: key },
        message: `${say.monthYear(key)} announces “${name}” (“${model.rituals.get(message.ritual)?.name ?? message.ritual}”), and nobody has a session on it that month.`,
        pointer: ['themes', theme],
        again: {
          words: `“${model.rituals.get(message.ritual)?.name ?? message.ritual}” announces a theme on which nobody has a session that month`,
          ...monthDays(key),
        },
      };
    }
  },

  *patches(context, { subject }) {
    const month = subject.month!;
    const everybody = [...context.model.posts.values()];
    yield* reopened(context, month, everybody);
    const theme = context.model.themes.get(subject.theme!)!;
    const asked = context.departments.filter(({ id }) =>
      context.postsOfDepartment(id).some((post) => theme.audience.posts.has(post.id)),
    );
    const posts = asked.flatMap(({ id }) => context.postsOfDepartment(id));
    yield* lessons(
      context,
      {
        id: `${theme.id}-in-${month}`,
        name: `Ten minutes on “${theme.name}”`,
        audience:
          asked.length === context.departments.length
            ? 'everyone'
            : { departments: asked.map(({ id }) => id) },
        posts,
        minutes: 10,
        when: monthWindow(context, month),
        themes: [theme.id],
      },
      `Ten minutes on “${theme.name}” in ${context.say.monthYear(month)}`,
    );
  },
};
