/** A0: what a role learns is part of the larger theme. */
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
  *check({ planned }) {
    for (const { id, name, kind, themes, audience } of planned) {
      if (themes.length > 0 || kind === 'tool' || kind === 'process') continue;
      yield {
        subject: { module: id },
        message: `“${name}” (${people(audience.heads)}) belongs to no theme, and so counts for nothing.`,
        pointer: ['modules', id, 'themes'],
      };
    }
  },
};
