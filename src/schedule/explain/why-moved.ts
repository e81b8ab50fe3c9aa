/** What a replan changed about a session, and why: who is away, what is closed, what fits no more, or others came. */
import { clock, isoDate, MINUTES_A_DAY } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import { isOwnDay } from '../constraints/in-window.ts';
import { membersOf } from '../problem/crews.ts';
import { type FacilitatorInfo, inMonths, type Problem, type RoomInfo, roomOpen } from '../problem/problem.ts';
import { dayOfStart } from '../problem/start-table.ts';
import { asBefore, isLedAsBefore } from '../solution/session.ts';
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
  if (!isLedAsBefore(before, facilitator)) {
    const old = idsOf(before).map((id) => model.facilitators.get(id)?.name ?? 'nobody');
    const why = absent.leader ? ', who is not there then' : '';
    const now = facilitator ? membersOf(facilitator).map((one) => one.facilitator.name) : ['nobody'];
    out.push(`Led by ${now.join(' and ')} instead of ${old.join(' and ') || 'nobody'}${why}.`);
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

/** Ids of those who led it. */
function idsOf({ facilitator, coFacilitators = [] }: PreviousIdentity): string[] {
  return facilitator === undefined ? [] : [facilitator, ...coFacilitators];
}

/** Who led it and could still, where it was held and could still be, were they not away or closed at its old time. */
function absentAt(
  { pool }: Session,
  before: PreviousIdentity,
): { readonly leader?: FacilitatorInfo | undefined; readonly room?: RoomInfo | undefined } {
  const { start, room } = before;
  const end = start + pool.minutes;
  const leaders = pool.able.filter((one) => idsOf(before).includes(one.facilitator.id));
  const leader = leaders.find(({ works }) => !contains(works, start, end));
  const place = pool.rooms.find((one) => one.room.id === room);
  return {
    leader,
    room: place && !roomOpen(place, start, end) ? place : undefined,
  };
}

/** Whether it could stand where it stood if nothing else were planned: its people, leader and room have the time. */
function fitsStill({ pool, seats, heads }: Session, before: PreviousIdentity): boolean {
  const { start, room } = before;
  const end = start + pool.minutes;
  const ids = idsOf(before);
  const there = pool.able.filter(
    ({ works, facilitator: { id } }) => ids.includes(id) && contains(works, start, end),
  );
  const housed = pool.rooms.some(
    (one) => one.room.id === room && one.room.seats >= heads && roomOpen(one, start, end),
  );
  return (
    (there.length >= pool.leaders || !pool.led) &&
    (housed || !pool.roomed) &&
    seats.every(({ req, first, last }) => {
      const [own, day] = [req.group.clock.day(start), pool.clock.day(start)];
      const inWindow = isOwnDay(req, own) && day >= req.from && day <= req.by && inMonths(pool.module, day);
      const open = req.tables.some((table) => dayOfStart(table, start) >= 0);
      return inWindow && open && (last - first < req.floor || pool.overtime);
    })
  );
}
