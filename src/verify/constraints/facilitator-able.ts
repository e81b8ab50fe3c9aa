/** `facilitator-able`: who leads is of the kind that is asked for, teaches this and comes to this site. */
import type { Facilitator, Module } from '../../model/model.ts';
import type { Check, Facts, TimedSession } from '../types.ts';
import { named } from '../words.ts';

const KINDS: ReadonlySet<string> = new Set(['trainer', 'champion', 'external']);

export const facilitatorAble: Check = (facts) =>
  facts.sessions.flatMap((session) => {
    const fault = faultOf(facts, session);
    if (fault === undefined) return [];
    return [
      { constraint: 'facilitator-able', message: `${named(session)} ${fault}`, sessions: [session.id] },
    ];
  });

function faultOf({ model }: Facts, { module, raw }: TimedSession): string | undefined {
  // Huddles are held by the meeting's own people, self-paced time by nobody.
  const alone = module.format === 'huddle' || module.format === 'self-paced';
  const needed = KINDS.has(module.led) && !alone;
  if (raw.facilitator === null) return needed ? `has no facilitator, but needs a ${module.led}` : undefined;
  const facilitator = model.facilitators.get(raw.facilitator);
  if (!facilitator) return `is led by "${raw.facilitator}", who is not among the facilitators`;
  if (!KINDS.has(module.led)) return `is led by ${facilitator.name}, but needs no facilitator`;
  const named = module.facilitators;
  if (named && !named.includes(facilitator.id))
    return `is led by ${facilitator.name}, but the module names ${named.join(' and ')}`;
  const unable = named ? undefined : unableTo(facilitator, module);
  if (unable) return `is led by ${facilitator.name}, ${unable}`;
  if (facilitator.sites && !facilitator.sites.has(raw.site)) {
    return `is led by ${facilitator.name}, who does not come to ${raw.site}`;
  }
  return undefined;
}

/** Why somebody does not lead a module that names nobody. */
function unableTo({ kind, teaches }: Facilitator, { id, skill, led }: Module): string | undefined {
  if (kind !== led) return `a ${kind}, but needs a ${led}`;
  return teaches && !teaches.has(id) && !teaches.has(skill) ? 'who does not teach it' : undefined;
}
