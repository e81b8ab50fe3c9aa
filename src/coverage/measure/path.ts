/**
 * One person's way through the year: which sessions, when a customer is first heard, how long it is silent.
 * What a role expects of its plan and the story that `cxplan walk` tells are both measured here. Days are
 * calendar days: closed days are silent too.
 */
import type { Day } from '../../calendar/date.ts';
import type { Programme } from '../../model/model.ts';
import type { Touch } from './touches.ts';

/** From one day to another on which something was heard, or to an edge of the year. */
export interface Stretch {
  readonly days: number;
  readonly from: Day;
  readonly to: Day;
}

export interface Path {
  /** The programme's first day, or the first day at work of whoever joins. */
  readonly from: Day;
  /** The programme's last day; of joiners the day of their last session, because no more is planned for them. */
  readonly to: Day;
  readonly touches: readonly Touch[];
  /** Planned minutes, whether they count or not. */
  readonly minutes: number;
  /** The first session with a customer's voice, and how many days after `from` it is. */
  readonly firstVoice: { readonly touch: Touch; readonly days: number } | undefined;
  /** Longest without a session that counts; of several the first. */
  readonly silence: Stretch;
  /** Longest without a session that carries a customer's voice. */
  readonly voiceless: Stretch;
  /** Sessions that count and are about more than a tool or a process. */
  readonly beyondTools: number;
}

/**
 * The path of people who attend these sessions (in order of start).
 *
 * @param joined their first day, where they join
 * @param since of stretches only those that were not over on that day
 */
export function pathOf(
  programme: Pick<Programme, 'starts' | 'ends'>,
  touches: readonly Touch[],
  joined: Day | undefined,
  since?: Day,
): Path {
  const from = joined ?? programme.starts;
  const to = joined === undefined ? programme.ends : Math.max(from, touches.at(-1)?.day ?? from);
  const first = touches.find(hasVoice);
  return {
    from,
    to,
    touches,
    minutes: touches.reduce((sum, { session }) => sum + session.minutes, 0),
    firstVoice: first && { touch: first, days: first.day - from },
    silence: longest(from, touches, counts, to, since),
    voiceless: longest(from, touches, hasVoice, to, since),
    beyondTools: touches.filter((touch) => counts(touch) && !isTool(touch.module.kind)).length,
  };
}

/** Whether a module is about how to use something rather than about customers. */
export function isTool(kind: Touch['module']['kind']): boolean {
  return kind === 'tool' || kind === 'process';
}

/** The longest time of the programme in which people who are there all year hear no customer. */
export function voicelessOf({ starts, ends }: Programme, touches: readonly Touch[]): Stretch {
  return longest(starts, touches, hasVoice, ends);
}

/** The longest stretch without a session of a kind. */
function longest(
  from: Day,
  touches: readonly Touch[],
  isMeant: (touch: Touch) => boolean,
  to: Day,
  since = from,
): Stretch {
  let most: Stretch = { days: 0, from, to: from };
  let last = from;
  const reach = (day: Day): void => {
    if (day >= since && day - last > most.days) most = { days: day - last, from: last, to: day };
    last = Math.max(last, day);
  };
  for (const touch of touches) if (isMeant(touch)) reach(touch.day);
  reach(to);
  return most;
}

function hasVoice({ voice }: Touch): boolean {
  return voice;
}

function counts({ counts }: Touch): boolean {
  return counts;
}
