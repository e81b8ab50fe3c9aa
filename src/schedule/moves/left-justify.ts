/**
 * Holding everything earlier where it can be, the earliest first, so that what time is left lies together at the end,
 * where those who wait may fit. Nobody gains or loses a place by it. Scheduling with scarce resources knows it as
 * justification (Valls, Ballestín and Quintanilla, "Justification and RCPSP", 2005; docs/decisions/ejection.md).
 */
import type { Inserter } from '../construct/insert.ts';
import { firstStart } from '../construct/scan-starts.ts';
import type { Session } from '../solution/state.ts';
import { refit } from './relocate.ts';

/** Pulls all sessions forward that may be moved: a part has to be small for that to be done often. */
export function compact(inserter: Inserter): void {
  const { sessions, byPool } = inserter.state;
  // By the lists of who stands: the numbers of sessions that were tried and taken back are many more.
  const standing = byPool.flatMap((ids) => ids.map((id) => sessions[id]!));
  standing.sort((a, b) => a.start - b.start || a.id - b.id);
  for (const session of standing) if (!session.fixed) pull(inserter, session);
}

function pull(inserter: Inserter, session: Session): void {
  const { state, draft } = inserter;
  state.pickUp(session);
  const { req } = session.seats[0]!;
  const found = firstStart(req, session.start, (spot) => refit(inserter, session, spot));
  state.putDown(found ? draft.session(session.id, session.before) : session);
}
