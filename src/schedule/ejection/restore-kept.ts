/**
 * Making room pushes some about who need not have been: each goes back to where the previous plan had it, whoever has
 * come there since, if those find another place without pushing anybody in turn.
 */

import type { Inserter, Unit } from '../construct/insert.ts';
import { redraft, without } from '../solution/seats.ts';
import type { Session } from '../solution/state.ts';
import type { RoomMaker } from './eject-and-insert.ts';
import type { Homes } from './kept-places.ts';

/**
 * Sends sessions back to where they were, as far as nobody loses a place by it.
 * @param maker takes nothing out that stands as it stood
 * @param place tries to give those who wait a place, until so many people have one
 */
export function sendHome(
  inserter: Inserter,
  maker: RoomMaker,
  homes: Homes,
  place: (waiting: Unit[], heads: number) => void,
): void {
  const { state } = inserter;
  state.mark();
  for (let gained = true; gained; ) {
    gained = false;
    for (const home of homes.left()) {
      const heads = state.placedHeads;
      const done = state.attempt(() => {
        const waiting = putBack(inserter, maker, home);
        if (waiting) place(waiting, heads);
        return waiting !== undefined && state.placedHeads >= heads;
      });
      if (done) gained = true;
    }
  }
  state.forget();
}

/**
 * Puts a session back where it stood; tells who has no place then. Undefined (with the state half changed: the
 * caller undoes it) when something that may not be taken out stands there.
 */
function putBack(inserter: Inserter, maker: RoomMaker, home: Session): Unit[] | undefined {
  const { state } = inserter;
  const { start, meeting, facilitator, room } = home;
  const waiting = recall(inserter, home);
  let joins: Session | undefined;
  for (const seat of home.seats) {
    const made = maker.make(seat, { start, meeting, facilitator, room, joins, salt: 0 });
    if (!made || made.left.length > 0) return undefined;
    waiting.push(...made.ejected);
    joins = state.sessions[state.places[seat.req.base + seat.first - 1]!]!;
  }
  state.lift(joins!);
  state.place(home);
  return waiting;
}

/** Its people leave where they are; tells which others leave what is left of it. */
function recall({ state, draft }: Inserter, home: Session): Unit[] {
  const ids = home.seats.flatMap(({ req, first, last }) => [
    ...state.places.subarray(req.base + first - 1, req.base + last),
  ]);
  const waiting: Unit[] = [];
  for (const id of new Set([home.id, ...ids])) {
    const session = id < 0 ? undefined : state.sessions[id];
    if (!session) continue;
    state.lift(session);
    const staying = session.seats.flatMap((seat) => without(seat, home));
    if (id === home.id) waiting.push(...staying);
    else if (staying.length > 0) {
      redraft(draft, { ...session, seats: staying });
      state.place(draft.session(id, session.before));
    }
  }
  return waiting;
}
