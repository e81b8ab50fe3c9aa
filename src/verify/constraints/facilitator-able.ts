/** `facilitator-able`: who leads is of the kind that is asked for, teaches this and comes to this site. */
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
  if (facilitator.kind !== module.led) {
    return `is led by ${facilitator.name}, a ${facilitator.kind}, but needs a ${module.led}`;
  }
  if (facilitator.teaches && !facilitator.teaches.has(module.id) && !facilitator.teaches.has(module.skill)) {
    return `is led by ${facilitator.name}, who does not teach it`;
  }
  if (facilitator.sites && !facilitator.sites.has(raw.site)) {
    return `is led by ${facilitator.name}, who does not come to ${raw.site}`;
  }
  return undefined;
}
