/** Asks whether a session that is lifted could be held otherwise; the answer is left in the inserter's draft. */
import { mayLead, mayUse, seatLimit } from '../constraints/index.ts';
import type { Inserter } from '../construct/insert.ts';
import type { Spot } from '../construct/scan-starts.ts';
import type { FacilitatorInfo, RoomInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { Session } from '../solution/state.ts';

/** The same people at another start, with the same room and facilitator where they can; else others. */
export function refit(inserter: Inserter, session: Session, spot: Spot): boolean {
  const { draft } = inserter;
  draft.begin(session.pool, spot.start, spot.meeting, spot.day);
  draft.table = spot.table;
  // People first: they refuse most, and whoever learns is not there to lead.
  return (
    seatsFit(draft, session) &&
    inserter.findLeader(draft, session.facilitator) &&
    inserter.findRoom(draft, session.room)
  );
}

/** Everything as it is, but led by this person. */
export function refitLeader(inserter: Inserter, session: Session, by: FacilitatorInfo): boolean {
  const { draft } = inserter;
  draft.begin(session.pool, session.start, session.meeting, session.day);
  if (!mayLead(draft, by)) return false;
  draft.facilitator = by;
  draft.room = session.room;
  return seatsFit(draft, session);
}

/** Everything as it is, but in this room. */
export function refitRoom(inserter: Inserter, session: Session, room: RoomInfo): boolean {
  const { draft } = inserter;
  draft.begin(session.pool, session.start, session.meeting, session.day);
  if (room.room.seats < session.heads || !mayUse(draft, room)) return false;
  draft.facilitator = session.facilitator;
  draft.room = room;
  return seatsFit(draft, session);
}

function seatsFit(draft: Draft, session: Session): boolean {
  const { seats } = session;
  for (let i = 0; i < seats.length; i++) {
    const { req, first, last } = seats[i]!;
    if (seatLimit(draft, req, first, last) < last) return false;
    draft.count(req, last - first + 1);
  }
  draft.seats = seats;
  draft.before = session.before;
  return true;
}
