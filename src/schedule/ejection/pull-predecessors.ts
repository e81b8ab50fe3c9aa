/** Holding what must come first on an earlier day, where it lies so late that nothing can follow in time. */

import { lastBefore, needsOf, sessionOf } from '../constraints/precedence.ts';
import { ANY, type Inserter, type Unit } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import { redraft } from '../solution/seats.ts';
import type { Session, State } from '../solution/state.ts';
import type { RoomMaker } from './eject-and-insert.ts';
import type { Homes } from './kept-places.ts';

export class Earlier {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly maker: RoomMaker;
  private readonly homes: Homes;
  private readonly latest: Int32Array;
  private readonly random: Random;

  /** @param latest for each requirement the last day that leaves one to what follows on it */
  constructor(inserter: Inserter, maker: RoomMaker, homes: Homes, latest: Int32Array, random: Random) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.maker = maker;
    this.homes = homes;
    this.latest = latest;
    this.random = random;
  }

  /**
   * Moves a session that a unit needs first to an earlier day (or a later one, where it would lie too far back), with all
   * its people, where nobody is in the way there.
   */
  advance({ req, first }: Unit): boolean {
    const { state } = this;
    for (const { reqs, atLeastDays, atMostDays } of needsOf(req)) {
      for (const earlier of reqs) {
        const session = sessionOf(state, earlier, first);
        if (!session || session.fixed || this.stays(session)) continue;
        const day = req.group.clock.day(session.start);
        const latest = req.by - atLeastDays;
        if (day >= latest && this.replaceIn(session, earlier.from, Math.min(day - 1, latest))) return true;
        const soonest = Math.max(earlier.from, req.from - (atMostDays ?? Number.POSITIVE_INFINITY));
        if (day < soonest && this.replaceIn(session, soonest, latest)) return true;
      }
    }
    return false;
  }

  /**
   * Holds what comes last before a unit on an earlier day, for this group alone, and takes out whatever is in the
   * way there; where what comes before that lies too late in turn, it is hurried first. Tells who was taken out;
   * undefined, and nothing changed, when that cannot be.
   */
  hurry({ req, first }: Unit): Unit[] | undefined {
    const { state, maker } = this;
    const late = lastBefore(state, req, first);
    const seat = late?.seats.find(
      (one) => one.req.group === req.group && one.first <= first && first <= one.last,
    );
    if (!late || !seat || late.fixed || this.stays(late)) return undefined;
    return state.attempt(() => {
      this.takeOut(late, seat);
      const by = Math.min(late.day - 1, this.latest[seat.req.index]!);
      let spot = maker.cheapest(seat, by, this.random);
      const sooner = spot ? [] : this.hurry(seat);
      if (!spot && sooner) spot = maker.cheapest(seat, by, this.random);
      const made = spot && maker.make(seat, spot);
      return sooner && made && made.left.length === 0 ? [...sooner, ...made.ejected] : undefined;
    });
  }

  private stays(session: Session): boolean {
    return this.maker.victims.locked && this.homes.has(session);
  }

  /** Of a session, one group. */
  private takeOut(session: Session, seat: Unit): void {
    const { state, inserter } = this;
    state.lift(session);
    if (session.seats.length === 1) return;
    redraft(inserter.draft, session, seat);
    state.place(inserter.draft.session(session.id, session.before));
  }

  /** Finds another place for all people of a session between two days; changes nothing when it cannot. */
  private replaceIn(session: Session, from: number, by: number): boolean {
    const { state, inserter } = this;
    return state.attempt(() => {
      state.lift(session);
      const waiting: Unit[] = [...session.seats];
      while (waiting.length > 0) {
        const window = { from: Math.max(from, waiting[0]!.req.from), by };
        if (!inserter.open(waiting, { ...ANY, window }, this.random(1000))) return false;
      }
      return true;
    });
  }
}
