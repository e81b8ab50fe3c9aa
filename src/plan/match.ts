/**
 * Which session of the previous plan a session is: the one of the same module and occurrence that stands as it
 * stood, whoever joined it, so that those who stay are told nothing; else the one with the largest overlap of
 * attendees, of equal ones the one whose start it has. Only sessions that share a group are compared, and those
 * whose attendees did not change not even that, so it stays linear in practice.
 */

import { wallText } from '../calendar/date.ts';
import { append } from '../collections/lists.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { Attendees, PlanSession } from '../model/made/plan.ts';

/** What matching needs to know of a session. */
export interface SeatedAttendees {
  readonly module: string;
  readonly occurrence: string;
  readonly attendees: readonly Attendees[];
  /** Wall clock. */
  readonly start: number;
}

interface Pair {
  readonly session: number;
  readonly before: PlanSession;
  readonly shared: number;
  readonly stays: boolean;
  /** Nobody of the previous one has to come at another time. */
  readonly whole: boolean;
}

/** For each session its previous self, or undefined; no previous session is used twice, no cancelled one at all. */
export function matchSessions(
  sessions: readonly SeatedAttendees[],
  previous: readonly PlanSession[],
): (PlanSession | undefined)[] {
  const left = new Map<string, PlanSession>();
  for (const before of previous) if (before.status === 'confirmed') left.set(firstSeat(before), before);
  const out = sessions.map((session) => {
    const key = firstSeat(session);
    const before = left.get(key);
    // Nobody else can have more of its people than all.
    if (!before || !sameSeats(session.attendees, before.attendees)) return undefined;
    left.delete(key);
    return before;
  });
  assign(out, pairsOf(sessions, out, [...left.values()]));
  return out;
}

/** Sessions without a previous self, each beside those that share people with it. */
function pairsOf(
  sessions: readonly SeatedAttendees[],
  matches: readonly (PlanSession | undefined)[],
  previous: readonly PlanSession[],
): Pair[] {
  const byGroup = new Map<string, PlanSession[]>();
  for (const before of previous) {
    for (const group of new Set(before.attendees.map(({ group }) => group))) {
      const key = keyOf(before, group);
      append(byGroup, key, before);
    }
  }
  const pairs: Pair[] = [];
  sessions.forEach((session, index) => {
    if (matches[index]) return;
    const candidates = new Set(
      session.attendees.flatMap(({ group }) => byGroup.get(keyOf(session, group)) ?? []),
    );
    for (const before of candidates) {
      const shared = sharedHeads(session.attendees, before.attendees);
      const stays = wallText(session.start) === before.start;
      const whole = stays && shared === before.heads;
      if (shared > 0) pairs.push({ session: index, before, shared, stays, whole });
    }
  });
  return pairs;
}

/** What stands first, then the largest overlap; ties go to the same start, the earlier session, then the smaller id. */
function assign(out: (PlanSession | undefined)[], pairs: Pair[]): void {
  pairs.sort(
    (a, b) =>
      Number(b.whole) - Number(a.whole) ||
      b.shared - a.shared ||
      Number(b.stays) - Number(a.stays) ||
      a.session - b.session ||
      byCodeUnit(a.before.id, b.before.id),
  );
  const used = new Set<string>();
  for (const { session, before } of pairs) {
    if (out[session] !== undefined || used.has(before.id)) continue;
    out[session] = before;
    used.add(before.id);
  }
}

function sharedHeads(a: readonly Attendees[], b: readonly Attendees[]): number {
  const ranges = new Map<string, Attendees[]>();
  for (const part of b) append(ranges, part.group, part);
  let shared = 0;
  for (const part of a) {
    for (const other of ranges.get(part.group) ?? []) {
      shared += Math.max(0, Math.min(part.last, other.last) - Math.max(part.first, other.first) + 1);
    }
  }
  return shared;
}

function sameSeats(a: readonly Attendees[], b: readonly Attendees[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ group, first, last }, i) => {
      const other = b[i]!;
      return group === other.group && first === other.first && last === other.last;
    })
  );
}

/** Nobody is in two sessions of a module and occurrence: its first attendee names a session. */
function firstSeat({ module, occurrence, attendees }: Omit<SeatedAttendees, 'start'>): string {
  const seat = attendees[0];
  return `${module} ${occurrence} ${seat?.group} ${seat?.first}`;
}

function keyOf({ module, occurrence }: Omit<SeatedAttendees, 'start'>, group: string): string {
  return `${module} ${occurrence} ${group}`;
}
