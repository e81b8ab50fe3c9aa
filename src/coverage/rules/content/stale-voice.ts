/** A1: the customer's reality, not last year's; and only with their consent. */
import type { Day } from '../../../calendar/date.ts';
import type { Say } from '../../../calendar/say.ts';
import type { Voice } from '../../../model/model.ts';
import { index } from '../../context.ts';
import type { Touch } from '../../measure/touches.ts';
import type { Edit } from '../../patch.ts';
import { fittingVoice, lastHeard } from '../../patches/voice.ts';
import type { Rule } from '../../rule.ts';
import { count, list } from '../../words.ts';

export const rule: Rule = {
  id: 'stale-voice',
  heading: 'content',
  severity: 'warn',
  sentence: 'A voice in use is older than a year, or its consent ends before a session that uses it.',
  why: 'Walters (A1) wants the reality of a customer’s situation discussed, and learning that adapts to changing environments. A recording from three systems ago teaches what is no longer so; one whose consent has ended may not be played at all.',
  fix: 'Record a new one, renew the consent, or let the module use another voice.',
  articles: ['A1'],
  options: { days: 365 },
  examples: {
    fires: 'voices:\n  first-call: { consentUntil: 2027-06-30 }\n',
    silent: 'voices:\n  first-call: { recorded: 2026-09-01, consentUntil: 2028-12-31 }\n',
  },
  forPeople: 'A consent is renewed, and a new voice recorded, with the customer.',
  *check({ model, asOf, touches, isOver, say }, options) {
    const ahead = touches.all.filter(({ day }) => !isOver(day));
    const used = index(ahead.flatMap(uses), ({ voice }) => voice);
    for (const [id, uses] of used) {
      const voice = model.voices.get(id)!;
      const said = [
        tooOld(say, voice, asOf, options.days!),
        withoutConsent(
          say,
          voice,
          uses.map(({ touch }) => touch),
        ),
      ];
      const message = said.filter((text) => text !== '').join('; ');
      if (message === '') continue;
      const names = [...new Set(uses.map(({ touch }) => `“${touch.module.name}”`))];
      yield {
        subject: { voice: id },
        message: `“${voice.name}” (heard in ${list(names, 3)}) ${message}.`,
        pointer: ['voices', id],
      };
    }
  },

  *patches(context, { subject }) {
    const id = subject.voice!;
    const using = [...context.model.modules.values()].filter(({ voices }) => voices.includes(id));
    const edits: Edit[] = [];
    const names: string[] = [];
    for (const module of using) {
      const other = fittingVoice(context, module, lastHeard(context, module), id);
      if (!other) return;
      const pointer = ['modules', module.id, 'voices'];
      // First the new one, so that a list never stands empty.
      if (!module.voices.includes(other.id)) edits.push({ pointer, op: 'add', value: other.id });
      edits.push({ pointer, op: 'remove', value: id });
      names.push(`“${other.name}” in “${module.name}”`);
    }
    if (edits.length > 0) yield { title: `Hear ${list(names, 3)} instead`, edits };
  },
};

function uses(touch: Touch): { voice: string; touch: Touch }[] {
  return touch.module.voices.map((voice) => ({ voice, touch }));
}

/** Measured on the day of the plan: what is recorded next cannot be asked of a plan made now. */
function tooOld(say: Say, { recorded }: Voice, asOf: Day, days: number): string {
  if (recorded === undefined || asOf - recorded <= days) return '';
  return `was recorded on ${say.date(recorded)}, more than ${count(days, 'day')} ago`;
}

function withoutConsent(say: Say, { consentUntil }: Voice, touches: readonly Touch[]): string {
  if (consentUntil === undefined) return '';
  const late = touches.filter(({ day }) => day > consentUntil);
  if (late.length === 0) return '';
  return `may be used until ${say.date(consentUntil)}, and ${count(late.length, 'session')} come later`;
}
