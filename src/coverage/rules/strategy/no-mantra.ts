/** A3: everything starts with one sentence that everybody can say. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-mantra',
  heading: 'strategy',
  severity: 'error',
  sentence: 'The programme has no mantra.',
  why: 'Hyken (A3) begins every customer-focused culture with leaders and heads of department agreeing one short sentence, the north star that all messages and training then point to. Without it, each session teaches its own idea of the customer.',
  fix: 'Write the one sentence that everybody should be able to say under programme.mantra.',
  articles: ['A3'],
  implies: ['mantra-not-agreed', 'train-before-mantra'],
  examples: {
    fires: 'programme:\n  mantra: null\n',
    silent: 'programme:\n  mantra: People serving people like those we love the most.\n',
  },
  forPeople: 'Leaders and heads of department find the sentence together; no file can do that for them.',
  *check({ model: { programme } }) {
    if (programme.mantra?.trim()) return;
    yield {
      subject: {},
      message: `${programme.name} has no mantra: nothing says in one sentence what customers should feel.`,
      pointer: ['programme', 'mantra'],
    };
  },
};
