/** What came of a seat: for how many minutes somebody was there, and whether that was enough. */
import type { Presence } from '../exchange/attendance/presence.ts';
import type { Id } from '../model/model.ts';
import { clipped } from './clock.ts';
import type { SeatedSession } from './seats.ts';
import type { Delivery, MatchOptions } from './types.ts';

/** A person in a session, with all that is known of it. */
export interface MatchedSeat {
  readonly person: Id;
  readonly session: SeatedSession;
  readonly isSeated: boolean;
  readonly presences: Presence[];
}

export function deliveryOf(
  { person, session, isSeated, presences }: MatchedSeat,
  begun: number,
  options: MatchOptions,
): Delivery {
  const outcomes = presences.flatMap(({ outcome }) =>
    outcome === undefined || outcome === 'open' ? [] : [outcome],
  );
  // Of several rows of one person the best counts.
  const said = (['confirmed', 'attended', 'absent'] as const).find((one) => outcomes.includes(one));
  const minutes = minutesOf(session, presences, begun, options);
  const enough = minutes === undefined || minutes >= session.session.minutes * options.attendedFrom;
  const status = said ?? (enough ? 'attended' : 'absent');
  return { person, session, isSeated, status, minutes };
}

/** When each session began: at its time, or when the first came, if that was later. Its length stays. */
export function beginnings(
  placed: Iterable<MatchedSeat>,
  { zone }: MatchOptions,
): Map<SeatedSession, number> {
  const first = new Map<SeatedSession, number>();
  for (const { session, presences } of placed) {
    for (const { from } of presences) {
      if (from)
        first.set(
          session,
          Math.min(first.get(session) ?? Number.POSITIVE_INFINITY, clipped(session, from, zone)),
        );
    }
  }
  return new Map([...first].map(([session, came]) => [session, Math.max(session.start, came)]));
}

/** Whole minutes for which somebody was there, rejoining and second devices counted once; undefined where no time is known. */
function minutesOf(
  session: SeatedSession,
  presences: readonly Presence[],
  start: number,
  { zone }: MatchOptions,
): number | undefined {
  const end = start + (session.end - session.start);
  const stays = presences.flatMap(({ from, to }) =>
    from && to
      ? [[Math.max(start, clipped(session, from, zone)), Math.min(end, clipped(session, to, zone))] as const]
      : [],
  );
  if (stays.length > 0) return Math.round(unionOf(stays) / 60);
  const durations = presences.flatMap(({ duration }) => duration ?? []);
  if (durations.length === 0) return undefined;
  const sum = durations.reduce((total, seconds) => total + seconds, 0);
  return Math.round(Math.min(sum, session.end - session.start) / 60);
}

function unionOf(stays: readonly (readonly [number, number])[]): number {
  let [sum, until] = [0, Number.NEGATIVE_INFINITY];
  for (const [from, to] of [...stays].sort(([a], [b]) => a - b)) {
    const start = Math.max(from, until);
    if (to > start) sum += to - start;
    until = Math.max(until, to);
  }
  return sum;
}
