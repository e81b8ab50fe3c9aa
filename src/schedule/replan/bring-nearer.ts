/** What had to move is held as near to its old day as can be: whatever the search left further away is brought back. */
import type { Inserter } from '../construct/insert.ts';
import { type Spot, scanAround } from '../construct/scan-starts.ts';
import { refit } from '../moves/relocate.ts';
import type { Session } from '../solution/state.ts';

/** Holds each session on the nearest day that makes the plan no worse. @param ids numbers of sessions that may be moved */
export function bringNearer(inserter: Inserter, ids: readonly number[]): void {
  const { state } = inserter;
  if (state.before.none) return;
  for (const id of ids) {
    const session = state.sessions[id];
    const before = session?.before;
    if (!session || !before || session.fixed || before.past || before.start === session.start) continue;
    bring(inserter, session, session.pool.clock.day(before.start));
  }
}

function bring(inserter: Inserter, session: Session, then: number): void {
  const { state, draft, objective } = inserter;
  const { req } = session.seats[0]!;
  const spot: Spot = { start: 0, day: 0, table: undefined, meeting: -1 };
  const away = Math.abs(session.day - then);
  let found: Session | undefined;
  let [lowest, on] = [-1e-9, 0];
  state.pickUp(session);
  const now = objective.marginalOf('start', state, session);
  scanAround(state, req, { from: then - away, by: then + away }, then, (start, meeting) => {
    const day = session.pool.clock.day(start);
    // The best hour of the first day on which there is any.
    if (found && day !== on) return 'stop';
    Object.assign(spot, { start, day, meeting });
    if (!refit(inserter, session, spot)) return 'next';
    const delta = objective.change(state, session, draft, now);
    if (delta < lowest) [found, lowest, on] = [draft.session(session.id, session.before), delta, day];
    return 'next';
  });
  state.putDown(found ?? session);
}
