/** Ranges of members: how many fit together, and what is left of some once others were taken. */

import type { Req } from '../problem/problem.ts';
import type { Draft } from './draft.ts';
import type { Seat, Session } from './state.ts';

/** How many of a requirement's people are seated together where nothing forbids it: floor, seats, and rooms if any. */
export function wholeHeads({ floor, pool }: Req): number {
  const largest = pool.roomed ? pool.rooms.at(-1) : undefined;
  // Where nobody may go, whoever is asked is refused by name.
  return Math.max(1, Math.min(floor, pool.seats, largest?.room.seats ?? Number.POSITIVE_INFINITY));
}

/** The draft as the session stands, ready for more people. @param without a seat of it that is given up */
export function redraft(draft: Draft, session: Session, without?: Seat): void {
  draft.begin(session.pool, session.start, session.meeting);
  draft.room = session.room;
  draft.facilitator = session.facilitator;
  for (const seat of session.seats) if (seat !== without) draft.add(seat.req, seat.first, seat.last);
}

/** Seats in the order of groups, neighbouring ranges joined: how a session came about does not show. */
export function sortSeats(draft: Draft): void {
  const sorted = [...draft.seats].sort((a, b) => a.req.index - b.req.index || a.first - b.first);
  draft.seats = sorted.reduce<Seat[]>((out, seat) => {
    const last = out.at(-1);
    if (last && last.req === seat.req && last.last + 1 === seat.first) {
      out[out.length - 1] = { req: seat.req, first: last.first, last: seat.last };
    } else out.push(seat);
    return out;
  }, []);
}

/** Takes the people of a session off a waiting list. */
export function takeOff(waiting: Seat[], { seats }: { readonly seats: Session['seats'] }): void {
  for (const { req, first, last } of seats) {
    for (let i = waiting.length - 1; i >= 0; i--) {
      const unit = waiting[i]!;
      if (unit.req !== req || unit.last < first || unit.first > last) continue;
      const rest: Seat[] = [];
      if (unit.first < first) rest.push({ req, first: unit.first, last: first - 1 });
      if (unit.last > last) rest.push({ req, first: last + 1, last: unit.last });
      waiting.splice(i, 1, ...rest);
    }
  }
}

/** Seats of a session that nobody has, by its module and room. */
export function freeSeats({ pool, room, heads }: Session): number {
  return Math.min(pool.seats, room?.room.seats ?? Number.POSITIVE_INFINITY) - heads;
}

/** What is left of a unit after a session took some of it. */
export function without(unit: Seat, session: Session): Seat[] {
  const out: Seat[] = [];
  let first = unit.first;
  for (const seat of session.seats) {
    if (seat.req !== unit.req || seat.last < first || seat.first > unit.last) continue;
    if (seat.first > first) out.push({ req: unit.req, first, last: seat.first - 1 });
    first = seat.last + 1;
  }
  if (first <= unit.last) out.push({ req: unit.req, first, last: unit.last });
  return out;
}
