/** What a replan changed about a session, and why it had to leave its time: it fits there no more, or others came. */
import { clock, isoDate, MINUTES_A_DAY } from '../calendar/date.ts';
import { contains } from '../calendar/spans.ts';
import { asBefore } from './previous.ts';
import { inMonths, type Problem, roomOpen } from './problem.ts';
import { dayOfStart } from './starts.ts';
import type { Before, Session } from './state.ts';

/** In a sentence each, what is not as the previous plan had it; none when all is. */
export function whyMoved({ model }: Problem, session: Session): string[] {
  const { before, pool, start, room, facilitator } = session;
  if (!before || asBefore(session)) return [];
  const out: string[] = [];
  if (before.start !== start) {
    const wall = pool.clock.wall(before.start);
    const why = fitsStill(session, before) ? 'gave way to others' : 'no longer fits';
    out.push(`Moved from ${isoDate(Math.floor(wall / MINUTES_A_DAY))} ${clock(wall)}, where it ${why}.`);
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

/** Whether it could stand where it stood if nothing else were planned: its people, leader and room have the time. */
function fitsStill({ pool, seats, heads }: Session, { start, room, facilitator }: Before): boolean {
  const end = start + pool.minutes;
  const led = pool.able.some(
    ({ works, facilitator: { id } }) => id === facilitator && contains(works, start, end),
  );
  const housed = pool.rooms.some(
    (one) => one.room.id === room && one.room.seats >= heads && roomOpen(one, start, end),
  );
  return (
    (led || !pool.led) &&
    (housed || !pool.roomed) &&
    seats.every(({ req, first, last }) => {
      const day = req.group.clock.day(start);
      const inWindow = day >= req.from && day <= req.by && inMonths(pool.module, pool.clock.day(start));
      const open = req.tables.some((table) => dayOfStart(table, start) >= 0);
      return inWindow && open && last - first < req.floor;
    })
  );
}
