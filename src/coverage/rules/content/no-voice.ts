/** A1: no training without the customer's own voice. */

import { hasVoice } from '../../measure/touches.ts';
import { fittingVoice, lastHeard } from '../../patches/voice.ts';
import type { Rule } from '../../rule.ts';
import { people } from '../../words.ts';

export const rule: Rule = {
  id: 'no-voice',
  heading: 'content',
  severity: 'error',
  sentence: 'A planned module carries no customer’s voice (interviews, tools and processes apart).',
  why: 'Home-grown training slips into what management believes happens to customers. Walters (A1) does not allow any of it to be completely void of the customer’s perspective: journey maps, recordings, testimonials; they deserve representation. Pat (A0) never heard one all year.',
  fix: 'Add a piece of the customer’s own voice to the module’s voices, if only one testimonial read aloud.',
  articles: ['A1'],
  examples: {
    fires: 'modules:\n  kind-invoices: { voices: [] }\n',
    silent: 'modules:\n  kind-invoices: { voices: [first-call] }\n',
  },
  *check({ planned, say }) {
    for (const module of planned) {
      if (module.kind === 'tool' || module.kind === 'process' || hasVoice(module)) continue;
      yield {
        subject: { module: module.id },
        message: `“${module.name}” teaches ${people(say, module.audience.heads)} without a customer’s voice in it.`,
        pointer: ['modules', module.id, 'voices'],
      };
    }
  },

  *patches(context, { subject }) {
    const module = context.model.modules.get(subject.module!)!;
    const fitting = fittingVoice(context, module, lastHeard(context, module));
    const edit = (value: string) => ({
      pointer: ['modules', module.id, 'voices'],
      op: 'add' as const,
      value,
    });
    if (fitting) {
      yield { title: `Let “${module.name}” hear “${fitting.name}”`, edits: [edit(fitting.id)] };
    }
    yield {
      title: `Read a customer’s testimonial aloud in “${module.name}”`,
      edits: [edit('testimonial')],
      note: 'Ask a customer for it.',
    };
  },
};
