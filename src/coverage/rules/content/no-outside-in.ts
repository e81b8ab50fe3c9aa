/** A1: somebody from outside sees what insiders explain away. */
import { ledBy } from '../../../model/made/led-by.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'no-outside-in',
  heading: 'content',
  severity: 'info',
  sentence: 'In the whole year there is no outside trainer and no session that a customer leads.',
  why: 'It is not easy to move from the employee’s inside-out view to the customer’s outside-in one. The easiest way, says Walters (A1), is to bring in an outside trainer, and then to weave that perspective through the rest of the year.',
  fix: 'Give one module to an external facilitator, or invite a customer (a voice of type guest).',
  articles: ['A1'],
  examples: {
    fires:
      'voices:\n  regular: { type: testimonial }\nmodules:\n  warm-welcome: { led: champion }\nfacilitators:\n  outside-in: { kind: champion }\n',
    silent: 'modules:\n  warm-welcome: { led: external }\n',
  },
  *check({ model, touches }) {
    const voices = (ids: readonly string[]) => ids.map((id) => model.voices.get(id)!.type);
    const isOutside = touches.all.some(({ session, module }) => {
      const kinds = ledBy(session).map((id) => model.facilitators.get(id)?.kind);
      const types = [...module.voiceTypes, ...voices(module.voices)];
      return kinds.includes('external') || types.includes('guest') || types.includes('outside-trainer');
    });
    if (isOutside) return;
    yield {
      subject: {},
      message:
        'All year, nobody from outside is in the room: no external trainer and no customer as a guest.',
      pointer: ['modules'],
    };
  },

  *patches({ yearly }) {
    const open = yearly.filter(({ format }) => GATHERINGS.has(format));
    for (const { id, name } of open.sort((a, b) => b.minutes - a.minutes).slice(0, 1)) {
      yield {
        title: `Invite a customer to “${name}”`,
        edits: [{ pointer: ['modules', id, 'voices'], op: 'add', value: 'guest' }],
        note: 'Find a customer who comes.',
      };
    }
  },
};

/** Formats in which a guest can take part. */
const GATHERINGS = new Set(['workshop', 'virtual', 'talk', 'lunch', 'event', 'customer-room', 'book-club']);
