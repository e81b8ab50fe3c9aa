/** The state of the search → the schedule that is handed on. */
import { clock, isoDate, MINUTES_A_DAY } from '../calendar/date.ts';
import { asBefore } from './previous.ts';
import type { Problem } from './problem.ts';
import type { Session, State } from './state.ts';
import type { Placed } from './types.ts';

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
export function placedOf(problem: Problem, session: Session): Placed {
  const { pool, start, room, facilitator, seats, before } = session;
  const was = before?.past ? before : undefined;
  const zone = was?.zone ?? pool.clock.zone;
  return {
    module: pool.module.id,
    occurrence: pool.occurrence,
    attendees: seats.map(({ req, first, last }) => ({ group: req.group.group.id, first, last })),
    start: problem.clocks.of(zone).wall(start),
    minutes: pool.minutes,
    zone,
    site: was?.site ?? pool.site,
    room: was ? was.room : room?.room.id,
    facilitator: was ? was.facilitator : facilitator?.facilitator.id,
    moved: whyMoved(problem, session),
  };
}

/** In a sentence each, what is not as the previous plan had it. */
function whyMoved({ model }: Problem, session: Session): string[] {
  const { before, pool, start, room, facilitator } = session;
  if (!before || asBefore(session)) return [];
  const out: string[] = [];
  if (before.start !== start) {
    const wall = pool.clock.wall(before.start);
    out.push(
      `Moved from ${isoDate(Math.floor(wall / MINUTES_A_DAY))} ${clock(wall)}, where it no longer fits.`,
    );
  }
  if (before.room !== room?.room.id) {
    out.push(
      `Held in ${room?.room.name ?? 'no room'} instead of ${model.rooms.get(before.room ?? '')?.name ?? 'none'}.`,
    );
  }
  if (before.facilitator !== facilitator?.facilitator.id) {
    const old = model.facilitators.get(before.facilitator ?? '')?.name ?? 'nobody';
    out.push(`Led by ${facilitator?.facilitator.name ?? 'nobody'} instead of ${old}.`);
  }
  return out;
}
