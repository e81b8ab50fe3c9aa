/**
 * Making room for some may push others about who, once it is done, could stand where they stood: they go back,
 * so that nobody's calendar changes for nothing.
 */
import type { Inserter } from '../construct/insert.ts';
import type { FacilitatorInfo } from '../problem/problem.ts';
import { asBefore } from '../solution/session.ts';
import type { PreviousIdentity, Session } from '../solution/state.ts';
import { unchanged } from './warm-start.ts';

/** Sends sessions back to where the previous plan had them, as far as that is free. */
export function goHome(inserter: Inserter): void {
  const { state } = inserter;
  const atHome = new Map<string, number>();
  const away: Session[] = [];
  for (const session of state.sessions) {
    if (session?.before === undefined) continue;
    if (asBefore(session)) atHome.set(session.before.id, session.id);
    else away.push(session);
  }
  state.mark();
  for (const session of away) {
    const home = atHome.get(session.before!.id);
    const back = state.attempt(() => {
      state.lift(session);
      return home === undefined ? returned(inserter, session) : joined(inserter, session, home);
    });
    if (typeof back === 'object') atHome.set(session.before!.id, back.id);
  }
  state.forget();
}

function returned(inserter: Inserter, { pool, seats, before }: Session): Session | undefined {
  return unchanged(inserter, {
    pool,
    start: before!.start,
    minutes: pool.minutes,
    seats,
    whole: true,
    before: before!,
    room: pool.rooms.find(({ room }) => room.id === before!.room),
    facilitator: leaderBefore(inserter, pool, before!),
    fixed: false,
    settled: false,
  });
}

/** Seats a lifted session's people in what stands at their old place; false when not all of them can. */
function joined(inserter: Inserter, { seats }: Session, home: number): boolean {
  return seats.every((seat) => {
    const host = inserter.state.sessions[home]!;
    const fuller = seat.req.pool === host.pool ? inserter.join(seat, host) : undefined;
    return fuller !== undefined && fuller.heads - host.heads === seat.last - seat.first + 1;
  });
}

/** Who led it, as far as they still can. */
function leaderBefore(
  { state }: Inserter,
  { able }: Session['pool'],
  { facilitator, coFacilitators = [] }: PreviousIdentity,
): FacilitatorInfo | undefined {
  const ids = [facilitator, ...coFacilitators];
  return state.problem.crews.of(able.filter((one) => ids.includes(one.facilitator.id)));
}
