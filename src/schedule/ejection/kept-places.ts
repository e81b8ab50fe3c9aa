/**
 * Where the previous plan had what could stay: nobody is pushed from there while there is another way, and who
 * was pushed goes back once that leaves nobody without a place.
 */

import { without } from '../solution/seats.ts';
import { asBefore } from '../solution/session.ts';
import type { Seat, Session, State } from '../solution/state.ts';

export class Homes {
  private readonly state: State;
  /** By the numbers of the sessions. */
  private readonly homes = new Map<number, Session>();
  /** Whether nothing at all of a previous plan stands, as it was or otherwise. */
  readonly fresh: boolean;

  /** @param kept numbers of sessions of the previous plan that stand in the state */
  constructor(state: State, kept: ReadonlySet<number>) {
    this.state = state;
    this.fresh = kept.size === 0;
    for (const id of kept) {
      const session = state.sessions[id]!;
      if (!session.fixed && asBefore(session)) this.homes.set(id, session);
    }
  }

  get none(): boolean {
    return this.homes.size === 0;
  }

  /** Whether a session stands as it stood, whoever joined it. */
  has(session: Session): boolean {
    const home = this.homes.get(session.id);
    return home !== undefined && standsAs(session, home);
  }

  /** Those of a session that stands as it stood who joined it. */
  guestsOf(session: Session): readonly Seat[] {
    const home = this.homeOf(session);
    return session === home ? NOBODY : session.seats.flatMap((seat) => without(seat, home));
  }

  /** A session that stands as it stood, without those who joined it. */
  homeOf({ id }: Session): Session {
    return this.homes.get(id)!;
  }

  /** Those that do not stand as they stood, the earliest first. */
  left(): Session[] {
    const out: Session[] = [];
    for (const home of this.homes.values()) {
      const now = this.state.sessions[home.id];
      if (!now || !standsAs(now, home)) out.push(home);
    }
    return out.sort((a, b) => a.start - b.start || a.id - b.id);
  }
}

const NOBODY: readonly Seat[] = [];

function standsAs(session: Session, home: Session): boolean {
  if (session === home) return true;
  return (
    session.start === home.start &&
    session.room === home.room &&
    session.facilitator === home.facilitator &&
    home.seats.every((seat) => without(seat, session).length === 0)
  );
}
