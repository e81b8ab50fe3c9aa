/** A1: pay people for learning. */

import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'unpaid',
  heading: 'time',
  severity: 'error',
  sentence: 'A module is not paid time for the people whom it addresses.',
  why: 'Walters (A1) leaves no doubt: it should always mean paying people for the time they train. Telling the front line to fit it in on their own time says that it is not a priority, and is not fair.',
  fix: 'Set paid: true, in parts if it must be short.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  customer-lunch: { paid: false }\n',
    silent: 'modules:\n  customer-lunch: { paid: true }\n',
  },
  *check({ planned, say }) {
    for (const { id, name, audience, paid } of planned) {
      if (paid) continue;
      yield {
        subject: { module: id },
        message: `“${name}” is not paid time for ${people(say, audience.heads)}.`,
        pointer: ['modules', id, 'paid'],
      };
    }
  },

  *patches({ model }, { subject }) {
    const module = model.modules.get(subject.module!)!;
    const pay = { pointer: ['modules', module.id, 'paid'], op: 'set' as const, value: true };
    yield { title: `Pay people for “${module.name}”`, edits: [pay] };
  },
};
