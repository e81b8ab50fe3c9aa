/** `facilitator-able`: who leads is of the kind that is asked for, teaches this and comes to this site. */

import type { Facilitator, Module } from '../../../model/model.ts';
import { leadersOf } from '../../leaders.ts';
import type { Check, Facts, TimedSession } from '../../types.ts';
import { named } from '../../words.ts';

const KINDS: ReadonlySet<string> = new Set(['trainer', 'champion', 'external']);

export const facilitatorAble: Check = (facts) =>
  facts.sessions.flatMap((session) => {
    const leaders = leadersOf(session.raw);
    const faults =
      leaders.length === 0 ? [leaderless(session)] : leaders.map((id) => faultOf(facts, session, id));
    return [...faults, miscounted(session, leaders)].flatMap((fault) =>
      fault === undefined
        ? []
        : [{ constraint: 'facilitator-able', message: `${named(session)} ${fault}`, sessions: [session.id] }],
    );
  });

function leaderless({ module }: TimedSession): string | undefined {
  // Huddles are held by the meeting's own people, self-paced time by nobody.
  const alone = module.format === 'huddle' || module.format === 'self-paced';
  const needed = KINDS.has(module.led) && !alone;
  return needed ? `has no facilitator, but needs a ${module.led}` : undefined;
}

/** As many lead it as its module asks for, each of them once. */
function miscounted({ module }: TimedSession, leaders: readonly string[]): string | undefined {
  if (leaders.length === 0) return undefined;
  const different = new Set(leaders).size;
  if (different < leaders.length) return `names somebody twice who leads it: ${leaders.join(', ')}`;
  return different === module.leaders
    ? undefined
    : `is led by ${different}, but its module asks for ${module.leaders}`;
}

function faultOf({ model }: Facts, { module, raw }: TimedSession, id: string): string | undefined {
  const facilitator = model.facilitators.get(id);
  if (!facilitator) return `is led by "${id}", who is not among the facilitators`;
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
