/**
 * Which session of the previous plan a session is: the one of the same module and occurrence with the largest
 * overlap of attendees. Only sessions that share a group are compared, so it stays linear in practice.
 */
import { byCodeUnit } from '../model/order.ts';
import type { Attendees, PlanSession } from '../model/plan.ts';

/** What matching needs to know of a session. */
export interface Seated {
  readonly module: string;
  readonly occurrence: string;
  readonly attendees: readonly Attendees[];
}

interface Pair {
  readonly session: number;
  readonly before: PlanSession;
  readonly shared: number;
}

/** For each session its previous self, or undefined; no previous session is used twice, no cancelled one at all. */
export function matchSessions(
  sessions: readonly Seated[],
  previous: readonly PlanSession[],
): (PlanSession | undefined)[] {
  const byGroup = new Map<string, PlanSession[]>();
  for (const before of previous) {
    if (before.status === 'cancelled') continue;
    for (const group of new Set(before.attendees.map(({ group }) => group))) {
      const key = keyOf(before, group);
      const list = byGroup.get(key);
      if (list) list.push(before);
      else byGroup.set(key, [before]);
    }
  }
  const pairs: Pair[] = [];
  sessions.forEach((session, index) => {
    const candidates = new Set(
      session.attendees.flatMap(({ group }) => byGroup.get(keyOf(session, group)) ?? []),
    );
    for (const before of candidates) {
      const shared = sharedHeads(session.attendees, before.attendees);
      if (shared > 0) pairs.push({ session: index, before, shared });
    }
  });
  return assign(sessions.length, pairs);
}

/** Largest overlap first; ties go to the earlier session, then to the smaller id. */
function assign(count: number, pairs: Pair[]): (PlanSession | undefined)[] {
  pairs.sort((a, b) => b.shared - a.shared || a.session - b.session || byCodeUnit(a.before.id, b.before.id));
  const out: (PlanSession | undefined)[] = new Array(count).fill(undefined);
  const used = new Set<string>();
  for (const { session, before } of pairs) {
    if (out[session] !== undefined || used.has(before.id)) continue;
    out[session] = before;
    used.add(before.id);
  }
  return out;
}

function sharedHeads(a: readonly Attendees[], b: readonly Attendees[]): number {
  const ranges = new Map<string, Attendees[]>();
  for (const part of b) ranges.set(part.group, [...(ranges.get(part.group) ?? []), part]);
  let shared = 0;
  for (const part of a) {
    for (const other of ranges.get(part.group) ?? []) {
      shared += Math.max(0, Math.min(part.last, other.last) - Math.max(part.first, other.first) + 1);
    }
  }
  return shared;
}

function keyOf({ module, occurrence }: Seated, group: string): string {
  return `${module} ${occurrence} ${group}`;
}
