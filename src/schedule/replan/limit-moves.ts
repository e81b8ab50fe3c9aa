/**
 * At most so many sessions at another time than before. The year is planned without a limit first; where that moves more,
 * those whose old time is lost and who are most people may move, all others are held to the time they had, and whoever has
 * no place that way is left out, with where they would have gone.
 */

import { wallText } from '../../calendar/date.ts';
import { toUtc, utcText } from '../../calendar/zone.ts';
import { append } from '../../collections/lists.ts';
import type { Attendees } from '../../model/made/plan.ts';
import { maxMoves as rule } from '../constraints/max-moves.ts';
import type {
  PinnableSession,
  PlacedSession,
  Previous,
  Schedule,
  ScheduleOptions,
  Unplaced,
} from '../types.ts';

/** So often moves that turned out not to be needed are given to others. */
const ROUNDS = 5;

type Options = Pick<ScheduleOptions, 'previous' | 'maxMoves' | 'asOf'>;

/**
 * @param plan plans the year; sessions that are `bound` stay at their time, or their people have none
 * @param mended the year without a limit, where it is known
 */
export async function limitMoves<O extends Options>(
  options: O,
  plan: (options: O) => Promise<Schedule>,
  mended: Schedule | undefined,
): Promise<Schedule> {
  const free = mended ?? (await plan(options));
  const { maxMoves, previous, asOf } = options;
  if (maxMoves === undefined || !previous) return free;
  const open = previous.sessions.filter(({ status, start }) => status === 'confirmed' && start >= asOf);
  const isMoved = movedIn(free);
  const moved = open.filter(isMoved);
  if (moved.length <= maxMoves) return free;

  const boundBut = (some: ReadonlySet<PinnableSession>) =>
    plan({ ...options, previous: bound(previous, new Set(open), some) });
  const waiting = inOrder(moved, await boundBut(new Set()));
  let allowed = new Set(waiting.splice(0, maxMoves));
  let best: Schedule | undefined;
  for (let round = 0; round < ROUNDS; round++) {
    const next = await boundBut(allowed);
    if (!best || next.score.unplaced < best.score.unplaced) best = next;
    const used = [...allowed].filter(movedIn(next));
    if (used.length === allowed.size || waiting.length === 0) break;
    allowed = new Set([...used, ...waiting.splice(0, maxMoves - used.length)]);
  }
  const { tried: _, ...limited } = best!;
  return {
    ...limited,
    maxMoves,
    unplaced: limited.unplaced.map((one) => toldWhy(one, free, previous, moved.length)),
  };
}

/** Pinned ones in any case, then those whose old time is lost, the most people first, then those who only gave way. */
function inOrder(moved: readonly PinnableSession[], without: Schedule): PinnableSession[] {
  const lost = new Map(moved.map((session) => [session, lostBy(session, without.unplaced)]));
  return [...moved].sort(
    (a, b) =>
      Number(b.settled ?? false) - Number(a.settled ?? false) ||
      lost.get(b)! - lost.get(a)! ||
      (a.startUtc < b.startUtc ? -1 : a.startUtc > b.startUtc ? 1 : a.id < b.id ? -1 : 1),
  );
}

/** So many of its people have no place. */
function lostBy({ module, occurrence, attendees }: PinnableSession, unplaced: readonly Unplaced[]): number {
  let heads = 0;
  for (const { requirement, first, last } of unplaced) {
    if (requirement.module.id !== module || requirement.occurrence !== occurrence) continue;
    for (const seat of attendees) {
      if (seat.group === requirement.group.id)
        heads += Math.max(0, Math.min(last, seat.last) - Math.max(first, seat.first) + 1);
    }
  }
  return heads;
}

function bound(
  previous: Previous,
  open: ReadonlySet<PinnableSession>,
  but: ReadonlySet<PinnableSession>,
): Previous {
  const sessions = previous.sessions.map(
    (session): PinnableSession =>
      open.has(session) && !but.has(session) && !session.settled ? { ...session, bound: true } : session,
  );
  return { ...previous, sessions };
}

/** Tells of a session of the previous plan whether anybody has it at another time in a schedule. */
function movedIn({ sessions, replaced }: Schedule): (session: PinnableSession) => boolean {
  const places = new Map<string, { readonly seat: Attendees; readonly startUtc: string }[]>();
  for (const { module, occurrence, attendees, zone, start } of sessions) {
    const startUtc = utcText(toUtc(zone, start).utc);
    for (const seat of attendees) {
      const key = `${module} ${occurrence} ${seat.group}`;
      append(places, key, { seat, startUtc });
    }
  }
  return ({ id, module, occurrence, attendees, startUtc }) =>
    (!replaced || replaced.has(id)) &&
    attendees.some(({ group, first, last }) =>
      places
        .get(`${module} ${occurrence} ${group}`)
        ?.some(({ seat, startUtc: now }) => now !== startUtc && seat.first <= last && first <= seat.last),
    );
}

/** Where somebody would have been without the limit, and whether that is another time than before. */
interface Elsewhere {
  readonly start: string;
  readonly moved: boolean;
}

/** With what the limit costs them as the reason; those who had no place without it either keep their reasons. */
function toldWhy(one: Unplaced, free: Schedule, previous: Previous, most: number): Unplaced {
  const { requirement, first, last, reasons } = one;
  const before = free.unplaced.find(
    (other) => other.requirement === requirement && other.first <= first && last <= other.last,
  );
  if (before) return { ...before, first, last };
  const would = elsewhere(one, free, previous);
  const of = reasons[0]?.of ?? 0;
  return {
    ...one,
    // Who would have stayed has lost what must come first: that is told.
    reasons: would?.moved
      ? [{ constraint: rule.id, excluded: of, of }]
      : reasons.filter(({ constraint }) => constraint !== rule.id),
    relaxations: would ? [{ change: `--max-moves ${most}`, start: would.start }] : [],
  };
}

function elsewhere(one: Unplaced, free: Schedule, previous: Previous): Elsewhere | undefined {
  const then = previous.sessions.find((session) => session.status === 'confirmed' && seats(session, one));
  const now = free.sessions.find((session) => seats(session, one));
  // A mended plan lists what is not as it was.
  if (!now) return then && { start: then.start, moved: false };
  return { start: wallText(now.start), moved: utcText(toUtc(now.zone, now.start).utc) !== then?.startUtc };
}

function seats(
  { module, occurrence, attendees }: Pick<PlacedSession, 'module' | 'occurrence' | 'attendees'>,
  { requirement, first }: Unplaced,
): boolean {
  return (
    module === requirement.module.id &&
    occurrence === requirement.occurrence &&
    attendees.some((seat) => seat.group === requirement.group.id && seat.first <= first && first <= seat.last)
  );
}
