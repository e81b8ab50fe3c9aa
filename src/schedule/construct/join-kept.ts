/**
 * People whom the previous plan did not know: they join what stands for the same, before anything new is held
 * for them. No soft term counts sessions, so a start of their own would look just as good.
 */

import { takeOff } from '../solution/seats.ts';
import type { Session, State } from '../solution/state.ts';
import type { Inserter, Unit } from './insert.ts';

/** Sessions of other groups that are asked for a free seat. */
const ASKED = 40;

/**
 * Seats newcomers in kept sessions of their pool and takes those seated off the list.
 * @param waiting units of one pool
 */
export function joinKept(inserter: Inserter, waiting: Unit[]): void {
  const { state } = inserter;
  const kept = keptOf(state, waiting[0]!);
  if (kept.length === 0) return;
  for (const unit of waiting.filter((one) => isNew(state, one))) {
    let { first } = unit;
    for (const id of nearest(state, unit, kept)) {
      const session = state.sessions[id]!;
      const fuller = inserter.join({ ...unit, first }, session);
      if (!fuller) continue;
      takeOff(waiting, fuller);
      first += fuller.heads - session.heads;
      if (first > unit.last) break;
    }
  }
}

function isNew({ before }: State, { req, first, last }: Unit): boolean {
  for (let member = first; member <= last; member++) if (before.of(req, member)) return false;
  return true;
}

/**
 * Numbers of the pool's sessions that the previous plan had, the earliest first: what follows can follow on them.
 * None that is frozen, huddles included: who is in a session is part of what stays as it is, and one more person
 * would be a new version of the entry in the calendar of everybody else, a day before it is held.
 */
function keptOf({ byPool, sessions }: State, { req }: Unit): number[] {
  const kept = byPool[req.pool.index]!.map((id) => sessions[id]!).filter(
    ({ before, fixed }) => before !== undefined && !fixed,
  );
  return kept.sort(byStart).map(({ id }) => id);
}

function byStart(a: Session, b: Session): number {
  return a.start - b.start || a.id - b.id;
}

/** Sessions in which the unit's own group is, then some of others. */
function nearest({ places }: State, { req }: Unit, kept: readonly number[]): number[] {
  const own = new Set(places.subarray(req.base, req.base + req.group.heads));
  const mates = kept.filter((id) => own.has(id));
  return [...mates, ...kept.filter((id) => !own.has(id)).slice(0, ASKED)];
}
