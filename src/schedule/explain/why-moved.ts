/** What a replan changed about a session, and why: who is away, what is closed, what fits no more, or others came. */
import { clock, isoDate, MINUTES_A_DAY } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import { type FacilitatorInfo, inMonths, type Problem, type RoomInfo, roomOpen } from '../problem/problem.ts';
import { dayOfStart } from '../problem/start-table.ts';
import { asBefore } from '../solution/session.ts';
import type { PreviousIdentity, Session } from '../solution/state.ts';

/** In a sentence each, what is not as the previous plan had it; none when all is. */
export function whyMoved(problem: Problem, session: Session): string[] {
  const { model } = problem;
  const { before, pool, start, room, facilitator } = session;
  const out = whySoon(problem, session);
  if (!before || asBefore(session)) return out;
  if (before.start !== start) {
    const wall = pool.clock.wall(before.start);
    out.push(
      `Moved from ${isoDate(Math.floor(wall / MINUTES_A_DAY))} ${clock(wall)}, ${whyGone(session, before)}.`,
    );
  }
  const absent = before.start === start ? absentAt(session, before) : {};
  if (before.room !== room?.room.id) {
    const old = model.rooms.get(before.room ?? '')?.name ?? 'none';
    const why = absent.room ? ', which is closed then' : '';
    out.push(`Held in ${room?.room.name ?? 'no room'} instead of ${old}${why}.`);
  }
  if (before.facilitator !== facilitator?.facilitator.id) {
    const old = model.facilitators.get(before.facilitator ?? '')?.name ?? 'nobody';
    const why = absent.leader ? ', who is not there then' : '';
    out.push(`Led by ${facilitator?.facilitator.name ?? 'nobody'} instead of ${old}${why}.`);
  }
  return out;
}

/** Why it is in the notice period, where it did not stand there before. */
function whySoon({ model, noticed, past }: Problem, { before, fixed, seats, day, start }: Session): string[] {
  if (fixed || day >= noticed || day <= past || before?.start === start) return [];
  const why = seats.every(({ req }) => day >= req.opens)
    ? 'its window leaves no later day'
    : 'what follows on it stands soon after';
  return [`Within the ${model.policy.noticeDays} days of notice: ${why}.`];
}

function whyGone(session: Session, before: PreviousIdentity): string {
  const { leader, room } = absentAt(session, before);
  if (leader) return `when ${leader.facilitator.name} is not there`;
  if (room) return `when ${room.room.name} is closed`;
  return fitsStill(session, before) ? 'where it gave way to others' : 'where it no longer fits';
}

/** Who led it and could still, where it was held and could still be, were they not away or closed at its old time. */
function absentAt(
  { pool }: Session,
  { start, room, facilitator }: PreviousIdentity,
): { readonly leader?: FacilitatorInfo | undefined; readonly room?: RoomInfo | undefined } {
  const end = start + pool.minutes;
  const leader = pool.able.find((one) => one.facilitator.id === facilitator);
  const place = pool.rooms.find((one) => one.room.id === room);
  return {
    leader: leader && !contains(leader.works, start, end) ? leader : undefined,
    room: place && !roomOpen(place, start, end) ? place : undefined,
  };
}

/** Whether it could stand where it stood if nothing else were planned: its people, leader and room have the time. */
function fitsStill({ pool, seats, heads }: Session, { start, room, facilitator }: PreviousIdentity): boolean {
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
      return inWindow && open && (last - first < req.floor || pool.overtime);
    })
  );
}
