/** Every hard constraint, in the order of the plan's documentation; nothing else decides what is allowed. */

import type { FacilitatorInfo, Req, RoomInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { Constraint } from './constraint.ts';
import { facilitatorAble } from './facilitator-able.ts';
import { facilitatorHours } from './facilitator-hours.ts';
import { facilitatorOnce } from './facilitator-once.ts';
import { floor } from './floor.ts';
import { frozen } from './frozen.ts';
import { hostPlaces } from './host-places.ts';
import { inShift } from './in-shift.ts';
import { inWindow } from './in-window.ts';
import { language } from './language.ts';
import { leaderOnce } from './leader-once.ts';
import { load } from './load.ts';
import { maxMoves } from './max-moves.ts';
import { meetingSlot } from './meeting-slot.ts';
import { nightRest } from './night-rest.ts';
import { notClosed } from './not-closed.ts';
import { overtimeLimit } from './overtime-limit.ts';
import { personOnce } from './person-once.ts';
import { prerequisite } from './prerequisite.ts';
import { roomFits } from './room-fits.ts';
import { roomOnce } from './room-once.ts';

export const CONSTRAINTS: readonly Constraint[] = [
  inWindow,
  inShift,
  nightRest,
  notClosed,
  personOnce,
  facilitatorOnce,
  facilitatorAble,
  language,
  facilitatorHours,
  roomOnce,
  roomFits,
  leaderOnce,
  floor,
  prerequisite,
  hostPlaces,
  meetingSlot,
  load,
  overtimeLimit,
  frozen,
  maxMoves,
];

/** Cheapest first. The tables of starts behind `not-closed` imply `in-shift` and `night-rest`, so they are not asked again. */
export const SEAT_RULES: readonly Constraint[] = [
  inWindow,
  frozen,
  maxMoves,
  notClosed,
  language,
  meetingSlot,
  personOnce,
  load,
  overtimeLimit,
  leaderOnce,
  floor,
  hostPlaces,
  facilitatorOnce,
  prerequisite,
];
export const LEAD_RULES: readonly Constraint[] = [language, facilitatorHours, facilitatorOnce];
export const ROOM_RULES: readonly Constraint[] = [roomOnce, notClosed];

/**
 * The last member from `first` on who can join the draft; `first − 1`: nobody. The rules as in {@link SEAT_RULES},
 * one call each: a call that only ever has one target is compiled in, which a loop over them is not. Whatever the
 * order, the same members are left; where modules build on each other, nothing refuses as often as `prerequisite`.
 * Rules that have nothing to say here are not asked: half of all calls, at nearly every move of the search.
 */
export function seatLimit(draft: Draft, req: Req, first: number, last: number): number {
  const { pool, meeting, day } = draft;
  let limit = inWindow.seat!(draft, req, first, last);
  if (limit >= first && day < req.opens) limit = frozen.seat!(draft, req, first, limit);
  if (limit >= first && draft.state.before.bound) limit = maxMoves.seat!(draft, req, first, limit);
  if (limit >= first) limit = notClosed.seat!(draft, req, first, limit);
  if (limit >= first && pool.spoken) limit = language.seat!(draft, req, first, limit);
  if (limit >= first && pool.linked) limit = prerequisite.seat!(draft, req, first, limit);
  if (limit >= first && meeting >= 0) limit = meetingSlot.seat!(draft, req, first, limit);
  if (limit >= first) limit = personOnce.seat!(draft, req, first, limit);
  if (limit >= first) limit = load.seat!(draft, req, first, limit);
  if (limit >= first && pool.overtime) limit = overtimeLimit.seat!(draft, req, first, limit);
  if (limit >= first && pool.line) limit = leaderOnce.seat!(draft, req, first, limit);
  if (limit >= first && req.floor < Number.POSITIVE_INFINITY) limit = floor.seat!(draft, req, first, limit);
  if (limit >= first && pool.host >= 0) limit = hostPlaces.seat!(draft, req, first, limit);
  if (limit >= first && req.role >= 0) limit = facilitatorOnce.seat!(draft, req, first, limit);
  return limit;
}

/** Whether someone able can lead the draft. */
export function mayLead(draft: Draft, one: FacilitatorInfo): boolean {
  if (draft.pool.spoken && !language.lead!(draft, one)) return false;
  return facilitatorHours.lead!(draft, one) && facilitatorOnce.lead!(draft, one);
}

/** Whether a room (with the right site and features) is free for the draft. */
export function mayUse(draft: Draft, room: RoomInfo): boolean {
  return roomOnce.room!(draft, room) && notClosed.room!(draft, room);
}
