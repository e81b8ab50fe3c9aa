/** Giving up a leader or a room without giving up the session: somebody else leads it, or it is held elsewhere. */
import type { RefusedThing } from '../constraints/constraint.ts';
import type { Inserter } from '../construct/insert.ts';
import { refitLeader, refitRoom } from '../moves/relocate.ts';
import { membersOf } from '../problem/crews.ts';
import type { FacilitatorInfo } from '../problem/problem.ts';
import type { Session } from '../solution/state.ts';
import type { Homes } from './kept-places.ts';

/**
 * The first of the sessions in the way of a leader or a room that could do with another one, and now does. False, and
 * nothing changed but the draft, where none can. What stands as the previous plan had it keeps what it has.
 */
export function doesInstead(
  inserter: Inserter,
  homes: Homes,
  ids: readonly number[],
  wanted: RefusedThing,
): boolean {
  const { state } = inserter;
  if (wanted.kind === 'seat') return false;
  for (const id of ids) {
    const session = state.sessions[id]!;
    if (session.fixed || homes.has(session)) continue;
    state.lift(session);
    const fits = refits(inserter, session, wanted);
    state.place(fits ? inserter.draft.session(id, session.before) : session);
    if (fits) return true;
  }
  return false;
}

/** Whether a lifted session can do without what is wanted; the draft is the session then. */
function refits(inserter: Inserter, session: Session, wanted: RefusedThing): boolean {
  const { able, rooms } = session.pool;
  if (wanted.kind === 'lead')
    return able.some((one) => {
      const by = instead(inserter, session, wanted.one, one);
      return by !== undefined && refitLeader(inserter, session, by);
    });
  if (wanted.kind === 'room')
    return rooms.some((room) => room !== wanted.room && refitRoom(inserter, session, room));
  return false;
}

/** Those who lead a session with somebody else for one of them; undefined where that changes nothing. */
function instead(
  { state }: Inserter,
  { facilitator }: Session,
  old: FacilitatorInfo,
  one: FacilitatorInfo,
): FacilitatorInfo | undefined {
  // A colleague who learns in it is in the way, too; then anybody else may do for whoever leads it.
  const place = facilitator ? membersOf(facilitator).findIndex(({ index }) => index === old.index) : -1;
  if (place >= 0 || (facilitator?.coFacilitators.length ?? 0) > 0)
    return one.index === old.index
      ? undefined
      : state.problem.crews.instead(facilitator!, Math.max(0, place), one);
  return one === old ? undefined : one;
}
