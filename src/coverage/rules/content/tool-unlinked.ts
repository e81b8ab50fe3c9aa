/** A1: a tool is taught for what it does for a customer. */
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'tool-unlinked',
  heading: 'content',
  severity: 'warn',
  sentence: 'A tool or process module does not say how it serves the strategy.',
  why: 'Walters (A1) does not forbid training on tools: she asks that the strategy be defined, communicated and connected to any training on tools, processes or procedures. One sentence makes that link, or shows that there is none.',
  fix: 'Write under strategy what the tool lets people do for a customer, and give the module a theme.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  till-update:\n    strategy: null\n',
    silent: 'modules:\n  till-update: { strategy: Nobody queues twice to get one refund. }\n',
  },
  *check({ model }) {
    for (const { id, name, kind, strategy, audience } of model.modules.values()) {
      if ((kind !== 'tool' && kind !== 'process') || strategy?.trim()) continue;
      yield {
        subject: { module: id },
        message: `“${name}” teaches ${people(audience.heads)} a ${kind} and does not say how that serves the customer; it counts for nothing.`,
        pointer: ['modules', id, 'strategy'],
      };
    }
  },
};
