/** A0: what a role learns is part of the larger theme. */
import { themesOf } from '../../patches/lesson.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'role-module-unlinked',
  heading: 'content',
  severity: 'warn',
  sentence: 'A module has no theme (tools and processes apart).',
  why: 'Walters (A0) wants what each role learns, unhappy customers or renewal talks, to fit the bigger themes and be seen as part of them, not as generic service training. A module without a theme stands alone, and counts for no one.',
  fix: 'Name the themes the module belongs to, or themes: month.',
  articles: ['A0'],
  examples: {
    fires: 'modules:\n  kind-invoices: { themes: [] }\n',
    silent: 'modules:\n  kind-invoices: { themes: [empathy] }\n',
  },
  *check({ planned, say }) {
    for (const { id, name, kind, themes, audience } of planned) {
      if (themes.length > 0 || kind === 'tool' || kind === 'process') continue;
      yield {
        subject: { module: id },
        message: `“${name}” (${people(say, audience.heads)}) belongs to no theme, and so counts for nothing.`,
        pointer: ['modules', id, 'themes'],
      };
    }
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const posts = [...module.audience.posts].map((id) => context.model.posts.get(id)!);
    const pointer = ['modules', module.id, 'themes'];
    const day = context.touches.all.find((touch) => touch.module === module)?.session.start.slice(0, 7);
    const theme = day && context.model.themeOfMonth.get(day);
    if (theme && module.when.kind !== 'every') {
      yield {
        title: `Give “${module.name}” the theme of its month, “${context.model.themes.get(theme)!.name}”`,
        edits: [{ pointer, op: 'set', value: [theme] }],
        note: 'Choose another theme where it fits better.',
      };
    }
    yield {
      title: `Give “${module.name}” the theme of the month it falls in`,
      edits: [{ pointer, op: 'set', value: themesOf(context, posts) }],
      note: 'Choose another theme where it fits better.',
    };
  },
};
