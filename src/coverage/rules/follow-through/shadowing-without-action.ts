/** A0: walk in their shoes, and then do something about it. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'shadowing-without-action',
  heading: 'follow-through',
  severity: 'warn',
  sentence: 'Shadowing or a customer room has no follow-up.',
  why: 'DoorDash has everyone make a delivery or sit with customer service, and others have similar programmes. They can be very successful, says Walters (A0), if there is also a way to act on what was learned; without one it was an outing.',
  fix: 'Write followUp: { action, withinDays } so that each visit ends in one thing that is changed.',
  articles: ['A0'],
  examples: {
    fires:
      'modules:\n' + '  customer-day: { format: customer-room, led: external, room: false, seats: 20 }\n',
    silent:
      'modules:\n' +
      '  customer-day:\n' +
      '    format: customer-room\n' +
      '    led: external\n' +
      '    room: false\n' +
      '    seats: 20\n' +
      '    followUp: { action: One thing we change, withinDays: 14 }\n',
  },
  *check({ planned }) {
    for (const { id, name, format, followUp } of planned) {
      if ((format !== 'shadowing' && format !== 'customer-room') || followUp) continue;
      yield {
        subject: { module: id },
        message: `“${name}” (${format}) does not say what happens with what people learned there.`,
        pointer: ['modules', id, 'followUp'],
      };
    }
  },

  *patches({ model }, { subject }) {
    const { id, name } = model.modules.get(subject.module!)!;
    yield {
      title: `Let “${name}” end in one thing that is changed, within two weeks`,
      edits: [
        {
          pointer: ['modules', id, 'followUp'],
          op: 'set',
          value: { action: 'Each visitor names one thing that we change, with its owner', withinDays: 14 },
        },
      ],
    };
  },
};
