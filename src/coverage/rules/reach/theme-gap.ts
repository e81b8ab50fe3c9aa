/** A0: break out the themes, and repeat them for everybody. */

import type { Department, Theme } from '../../../model/model.ts';
import { type Context, headsOf } from '../../context.ts';
import { nameOf, widening } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { earlyWindow, monthWindow } from '../../patches/months.ts';
import { audienceOf, postsOf } from '../../patches/who.ts';
import type { Draft, Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'theme-gap',
  heading: 'reach',
  severity: 'warn',
  sentence: 'A theme that a department must meet is absent there; an error when all of them are.',
  why: 'Walters (A0) proposes a small part of customer experience each month, for everyone: dashboards, empathy, the journey today and tomorrow. Consistency is the message; a department that never meets a theme learns that it is for the others.',
  fix: 'Address the department with a session on the theme, or narrow the theme’s audience.',
  articles: ['A0'],
  examples: {
    fires:
      'modules:\n  theme-huddle: { audience: { departments: [shop] } }\n  kind-invoices: { themes: [empathy] }\n',
    silent: 'modules:\n  theme-huddle: { audience: everyone, themes: month }\n',
  },
  *check(context) {
    for (const department of context.departments) {
      const { needed, absent } = absentThemes(context, department);
      for (const theme of absent) yield draft(context, department, theme, absent.length === needed);
    }
  },

  *patches(context, { subject }) {
    const theme = context.model.themes.get(subject.theme!)!;
    const posts = postsOf(context, subject).filter(({ id }) => theme.audience.posts.has(id));
    const name = nameOf(context, subject);
    const onTheme = context.yearly.filter(
      ({ kind, themes, minutes }) =>
        kind !== 'tool' &&
        kind !== 'process' &&
        themes !== 'month' &&
        themes.includes(theme.id) &&
        minutes <= 30,
    );
    for (const module of onTheme.slice(0, 1)) yield* widening(context, module, posts, name);
    const month = context.months.find((one) => one.theme === theme.id);
    yield* lessons(
      context,
      {
        id: `${subject.department}-${theme.id}`,
        name: `“${theme.name}” – ${name}`,
        audience: audienceOf(subject),
        posts,
        minutes: 15,
        when: month ? monthWindow(context, month.key) : earlyWindow(context),
        themes: [theme.id],
      },
      `A short module on “${theme.name}” for ${name}`,
    );
  },
};

function absentThemes(
  { model, tallies, postsOfDepartment }: Context,
  { id }: Department,
): { needed: number; absent: Theme[] } {
  const posts = postsOfDepartment(id);
  const cells = (theme: Theme) => posts.flatMap((post) => tallies.get(post.id)!.themes.get(theme.id) ?? []);
  const needed = [...model.themes.values()].filter((theme) => cells(theme).length > 0);
  return {
    needed: needed.length,
    absent: needed.filter((theme) => cells(theme).every(({ reached }) => reached === 0)),
  };
}

function draft(
  { postsOfDepartment, say }: Context,
  { id, name }: Department,
  theme: Theme,
  allAbsent: boolean,
): Draft {
  const heads = headsOf(postsOfDepartment(id).filter((post) => theme.audience.posts.has(post.id)));
  return {
    subject: { department: id, theme: theme.id },
    ...(allAbsent ? { severity: 'error' as const } : {}),
    message: `${name}: none of ${people(say, heads)} has a session on “${theme.name}”${allAbsent ? ', nor on any other theme' : ''}.`,
    pointer: ['themes', theme.id],
  };
}
