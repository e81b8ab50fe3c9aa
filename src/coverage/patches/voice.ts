/** The customer's voice that fits: a piece of the library on the same stage or theme, else a kind of voice to find. */
import type { Day } from '../../calendar/date.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import type { Id, Module, Voice, VoiceType } from '../../model/model.ts';
import type { Context } from '../context.ts';

export interface VoiceTopic {
  readonly themes: readonly Id[] | 'month';
  readonly stages: readonly Id[] | 'own';
  readonly touchpoints: readonly Id[];
}

/** Older than this, a piece would be reported as stale at once. */
const FRESH_DAYS = 365;

/**
 * Id of the fitting piece, or the kind of voice that can always be found by asking one customer.
 * `until`: the last day on which it is heard.
 */
export function voiceFor(context: Context, about: VoiceTopic, until: Day, not?: Id): Id | VoiceType {
  return fittingVoice(context, about, until, not)?.id ?? 'testimonial';
}

/** The piece of the library that shares most stages and themes, with consent to the end; undefined without any. */
export function fittingVoice(
  { model, asOf }: Context,
  about: VoiceTopic,
  until: Day,
  not?: Id,
): Voice | undefined {
  const stages = new Set(about.stages === 'own' ? [] : about.stages);
  for (const id of about.touchpoints) stages.add(model.touchpoints.get(id)?.stage ?? '');
  const themes = new Set(about.themes === 'month' ? [] : about.themes);
  const fitting = [...model.voices.values()].flatMap((voice) => {
    if (voice.id === not || !isUsable(voice, asOf, until)) return [];
    const shared = { stages: overlap(voice.stages, stages), themes: overlap(voice.themes, themes) };
    const fit = 2 * shared.stages + shared.themes;
    // A map of the whole journey touches everything; a piece about this stage says more.
    return fit > 0 ? [{ voice, fit: fit / (1 + voice.stages.length + voice.themes.length) }] : [];
  });
  fitting.sort((a, b) => b.fit - a.fit || byCodeUnit(a.voice.id, b.voice.id));
  return fitting[0]?.voice;
}

/** The last day on which a module is heard in the plan; the programme's last where it is in none yet. */
export function lastHeard({ touches, model }: Context, module: Module): Day {
  const days = touches.all.flatMap((touch) => (touch.module.id === module.id ? [touch.day] : []));
  return days.length > 0 ? Math.max(...days) : model.programme.ends;
}

function isUsable({ type, recorded, consentUntil }: Voice, asOf: Day, until: Day): boolean {
  return (
    type !== 'guest' &&
    type !== 'outside-trainer' &&
    (recorded === undefined || asOf - recorded <= FRESH_DAYS) &&
    (consentUntil === undefined || consentUntil >= until)
  );
}

function overlap(ids: readonly Id[], wanted: ReadonlySet<Id>): number {
  return ids.filter((id) => wanted.has(id)).length;
}
