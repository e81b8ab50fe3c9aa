/** Every hard constraint, in the order of the plan's documentation; nothing else decides what is allowed. */
import type { Draft } from '../draft.ts';
import type { FacilitatorInfo, Pool, Req, RoomInfo } from '../problem.ts';
import type { Constraint } from './constraint.ts';
import { facilitatorAble } from './facilitator-able.ts';
import { facilitatorHours } from './facilitator-hours.ts';
import { facilitatorOnce } from './facilitator-once.ts';
import { floor } from './floor.ts';
import { frozen } from './frozen.ts';
import { hostPlaces } from './host-places.ts';
import { inShift } from './in-shift.ts';
import { inWindow } from './in-window.ts';
import { leaderOnce } from './leader-once.ts';
import { load } from './load.ts';
import { meetingSlot } from './meeting-slot.ts';
import { notClosed } from './not-closed.ts';
import { personOnce } from './person-once.ts';
import { prerequisite } from './prerequisite.ts';
import { roomFits } from './room-fits.ts';
import { roomOnce } from './room-once.ts';

export const CONSTRAINTS: readonly Constraint[] = [
  inWindow,
  inShift,
  notClosed,
  personOnce,
  facilitatorOnce,
  facilitatorAble,
  facilitatorHours,
  roomOnce,
  roomFits,
  leaderOnce,
  floor,
  prerequisite,
  hostPlaces,
  meetingSlot,
  load,
  frozen,
];

/** Cheapest first. The tables of starts behind `not-closed` imply `in-shift`, so it is not asked again. */
export const SEAT_RULES: readonly Constraint[] = [
  inWindow,
  notClosed,
  meetingSlot,
  personOnce,
  load,
  leaderOnce,
  floor,
  hostPlaces,
  facilitatorOnce,
  prerequisite,
];
export const LEAD_RULES: readonly Constraint[] = [facilitatorHours, facilitatorOnce];
export const ROOM_RULES: readonly Constraint[] = [roomOnce, notClosed];

/** The last member from `first` on who can join the draft; `first − 1`: nobody. */
export function seatLimit(draft: Draft, req: Req, first: number, last: number): number {
  let limit = last;
  const { rules } = draft.pool;
  for (let i = 0; i < rules.length; i++) {
    limit = SEAT_RULES[rules[i]!]!.seat!(draft, req, first, limit);
    if (limit < first) return limit;
  }
  return limit;
}

/** Numbers of the rules for seats that can ever bind in a pool. */
export function rulesOf(pool: Pool): number[] {
  return [...SEAT_RULES.keys()].filter((i) => SEAT_RULES[i]!.binds?.(pool) ?? true);
}

/** Whether someone able can lead the draft. */
export function mayLead(draft: Draft, one: FacilitatorInfo): boolean {
  for (const rule of LEAD_RULES) if (!rule.lead!(draft, one)) return false;
  return true;
}

/** Whether a room (with the right site and features) is free for the draft. */
export function mayUse(draft: Draft, room: RoomInfo): boolean {
  for (const rule of ROOM_RULES) if (!rule.room!(draft, room)) return false;
  return true;
}
