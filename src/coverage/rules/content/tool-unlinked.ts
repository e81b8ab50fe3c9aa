/** A1: a tool is taught for what it does for a customer. */
import type { Module } from '../../../model/model.ts';
import { themesOf } from '../../patches/lesson.ts';
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
  forPeople:
    'What the tool lets people do for a customer cannot be computed where there is neither an outcome nor a mantra.',
  *check({ model, say }) {
    for (const { id, name, kind, strategy, audience } of model.modules.values()) {
      if ((kind !== 'tool' && kind !== 'process') || strategy?.trim()) continue;
      yield {
        subject: { module: id },
        message: `“${name}” teaches ${people(say, audience.heads)} a ${kind} and does not say how that serves the customer; it counts for nothing.`,
        pointer: ['modules', id, 'strategy'],
      };
    }
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const strategy = sentenceOf(module, context.model.programme.mantra);
    if (!strategy) return;
    const pointer = ['modules', module.id];
    const posts = [...module.audience.posts].map((id) => context.model.posts.get(id)!);
    const themes = themesOf(context, posts);
    yield {
      title: `Say how “${module.name}” serves the customer${module.themes.length > 0 ? '' : ', and give it the theme of its month'}`,
      edits: [
        { pointer: [...pointer, 'strategy'], op: 'set', value: strategy },
        ...(module.themes.length > 0 || themes.length === 0
          ? []
          : [{ pointer: [...pointer, 'themes'], op: 'set' as const, value: themes }]),
      ],
      note: 'The sentence is made from what is written already: put it into the words of those who use the tool, or drop the module if there is none.',
    };
  },
};

/** What a customer notices, else the promise that every tool has to serve. */
function sentenceOf({ name, outcome }: Module, mantra: string | undefined): string | undefined {
  if (outcome?.trim()) return `We learn it so that this comes true: ${outcome.trim()}`;
  return mantra?.trim() && `“${name}” has to serve what we promise: ${mantra.trim()}`;
}
