/** A2: those who teach must have learned it first. */
import { ledBy } from '../../../model/made/led-by.ts';
import type { Context } from '../../context.ts';
import type { Touch } from '../../measure/touches.ts';
import { nameOf } from '../../patches/bring-in.ts';
import { lessons } from '../../patches/lesson.ts';
import { windowOf } from '../../patches/months.ts';
import { audienceOf } from '../../patches/who.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  id: 'trainers-uncovered',
  heading: 'reach',
  severity: 'error',
  sentence: 'The role of a trainer or champion has no counting touch before the first session they lead.',
  why: 'Walters (A2) takes learning and development as her first example: if those who train do not know what experience the brand is trying to give, training turns inward, to process and system, and no one’s role is seen from the customer’s side.',
  fix: 'Let the role attend one counting module before that day, or let somebody else lead the first session.',
  articles: ['A2'],
  examples: {
    fires:
      'facilitators:\n' +
      '  nora: { kind: champion, role: shop-manager }\n' +
      'modules:\n' +
      '  opening-talk:\n' +
      '    audience: { departments: [office] }\n' +
      '    format: talk\n' +
      '    room: false\n' +
      '    minutes: 20\n' +
      '    when: { from: 2027-01-04, by: 2027-01-04 }\n' +
      '    themes: [mission]\n' +
      '    voices: [first-call]\n',
    silent:
      'facilitators:\n' +
      '  nora: { kind: champion, role: shop-manager }\n' +
      'modules:\n' +
      '  opening-talk:\n' +
      '    audience: { departments: [office] }\n' +
      '    format: talk\n' +
      '    room: false\n' +
      '    minutes: 20\n' +
      '    when: { from: 2027-03-01, by: 2027-03-05 }\n' +
      '    themes: [mission]\n' +
      '    voices: [first-call]\n',
  },
  forPeople:
    'Where somebody leads on the first day, nothing can be learned before it: somebody else has to lead that one.',
  *check(context) {
    const firstLed = firstSessions(context.touches.all);
    for (const { id, name, role, kind } of context.model.facilitators.values()) {
      const led = firstLed.get(id);
      if (kind === 'external' || role === undefined || !led || context.isOver(led.day)) continue;
      if (learnedBefore(context, role, led)) continue;
      yield {
        subject: { facilitator: id },
        message: `${name} leads “${led.module.name}” on ${context.say.date(led.day)}, before anybody in the role ${context.model.roles.get(role)!.name} has learned anything that counts.`,
        pointer: ['facilitators', id, 'role'],
      };
    }
  },

  *patches(context, { subject }) {
    const { role } = context.model.facilitators.get(subject.facilitator!)!;
    const led = firstSessions(context.touches.all).get(subject.facilitator!);
    if (role === undefined || !led) return;
    const name = nameOf(context, { role });
    yield* lessons(
      context,
      {
        id: `${role}-first`,
        name: `What we are going to teach – ${name}`,
        audience: audienceOf({ role }),
        posts: context.postsOfRole(role),
        minutes: 20,
        when: windowOf(context, context.model.programme.starts, led.day - 1),
      },
      `A module for ${name} before they lead “${led.module.name}”`,
    );
  },
};

function firstSessions(touches: readonly Touch[]): Map<string, Touch> {
  const first = new Map<string, Touch>();
  for (const touch of touches) {
    for (const id of ledBy(touch.session)) if (!first.has(id)) first.set(id, touch);
  }
  return first;
}

function learnedBefore(context: Context, role: string, led: Touch): boolean {
  const isBefore = (touch: Touch): boolean => touch.counts && touch.session.endUtc <= led.session.startUtc;
  return context.segmentsOfRole(role).some(({ touches }) => touches.some(isBefore));
}
