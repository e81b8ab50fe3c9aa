/** The state of the search → the schedule that is handed on. */

import { whyMoved } from '../explain/why-moved.ts';
import { coFacilitatorsOf } from '../problem/crews.ts';
import type { Problem } from '../problem/problem.ts';
import { minutesOf, type Session } from '../solution/session.ts';
import type { State } from '../solution/state.ts';
import type { PlacedSession } from '../types.ts';

/** Sessions by start, then pool, then first attendee: an order that does not tell how they were found. */
export function inOrder(state: State): Session[] {
  return state.sessions
    .filter((session) => session !== undefined)
    .sort(
      (a, b) =>
        a.start - b.start ||
        a.pool.index - b.pool.index ||
        a.seats[0]!.req.index - b.seats[0]!.req.index ||
        a.seats[0]!.first - b.seats[0]!.first,
    );
}

/** What is past is handed on as it was. */
export function placedOf(problem: Problem, session: Session): PlacedSession {
  const { pool, start, room, facilitator, seats, before } = session;
  const was = before?.past ? before : undefined;
  const zone = was?.zone ?? pool.clock.zone;
  return {
    module: pool.module.id,
    occurrence: pool.occurrence,
    attendees: seats.map(({ req, first, last }) => ({ group: req.group.group.id, first, last })),
    start: problem.clocks.of(zone).wall(start),
    minutes: minutesOf(session),
    zone,
    site: was?.site ?? pool.site,
    room: was ? was.room : room?.room.id,
    facilitator: was ? was.facilitator : facilitator?.facilitator.id,
    coFacilitators: was ? was.coFacilitators : facilitator && coFacilitatorsOf(facilitator),
    ...(session.fixed && before?.pin !== undefined && { pin: before.pin }),
    moved: whyMoved(problem, session),
  };
}
