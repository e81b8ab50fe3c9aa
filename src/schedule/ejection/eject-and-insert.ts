/**
 * Taking out what stands in the way of people at one place and seating them there: first whatever can do with another
 * leader or room, then whoever is the easiest to place elsewhere.
 */
import type { Day } from '../../calendar/date.ts';
import { LEAD_RULES, ROOM_RULES, SEAT_RULES } from '../constraints/index.ts';
import { orphans } from '../constraints/precedence.ts';
import type { Inserter, Unit } from '../construct/insert.ts';
import type { Random } from '../construct/random.ts';
import { membersOf } from '../problem/crews.ts';
import type { Req } from '../problem/problem.ts';
import { sortSeats, wholeHeads } from '../solution/seats.ts';
import type { State } from '../solution/state.ts';
import { type Obstacle, type Victim, Victims } from './choose-ejected.ts';
import type { Homes } from './kept-places.ts';
import { anySpot, type Spot } from './positions.ts';
import { doesInstead } from './substitute.ts';

/** Sessions taken out, or led by others, at most for one that is put in. */
const LIFTS = 8;

/** Places that are compared for each person who needs room made; where others stay put, most are of no use. */
const TRIES = { any: 10, locked: 40 };
/** Starts that are drawn again, where there is a previous plan, for one at which the leader is at work. */
const DRAWS = 20;

export interface Made {
  /** How hard those who were taken out are to place. */
  readonly cost: number;
  readonly ejected: Unit[];
  /** Of the unit, whoever has no seat yet. */
  readonly left: Unit[];
}

export class RoomMaker {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly homes: Homes;
  readonly victims: Victims;

  constructor(inserter: Inserter, homes: Homes) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.homes = homes;
    this.victims = new Victims(inserter.state, homes);
  }

  /**
   * Takes out whatever keeps the unit from a spot and seats it there. Undefined (with the state half changed:
   * the caller undoes it) when something that cannot be taken out stands in the way.
   */
  make(unit: Unit, spot: Spot): Made | undefined {
    const { state } = this;
    const { draft } = this.inserter;
    const { req, first } = unit;
    const { joins } = spot;
    if (joins) state.lift(joins);
    const want = Math.min(unit.last, first + seatsAt(unit, spot) - 1);
    const ejected: Unit[] = [];
    let cost = 0;
    for (let lifts = 0; ; lifts++) {
      const obstacle = this.seat(unit, want, spot);
      if (!obstacle) break;
      if (lifts === LIFTS) return undefined;
      cost += this.clear(unit, spot, obstacle, ejected);
      if (cost === Number.POSITIVE_INFINITY) return undefined;
    }
    sortSeats(draft);
    const before = joins ? joins.before : state.before.of(req, first);
    state.place(draft.session(joins ? joins.id : state.newId(), before));
    const left = want < unit.last ? [{ req, first: want + 1, last: unit.last }] : [];
    return { cost, ejected, left };
  }

  /** Of a few places (up to a day), the one at which the least has to go. */
  cheapest(unit: Unit, by: Day, random: Random): Spot | undefined {
    let [best, lowest] = [undefined as Spot | undefined, Number.POSITIVE_INFINITY];
    const { state } = this;
    const tries = this.victims.locked ? TRIES.locked : TRIES.any;
    for (let i = 0; i < tries; i++) {
      const spot = anySpot(state, random, unit.req, by, this.homes.none ? 0 : DRAWS);
      if (!spot) continue;
      const position = state.position();
      const made = this.make(unit, spot);
      const cost = made ? made.cost + random(3) : Number.POSITIVE_INFINITY;
      state.undo(position);
      if (cost < lowest) [best, lowest] = [spot, cost];
    }
    return best;
  }

  /** Puts all who are to sit there into the draft; the first constraint that keeps them from it. */
  private seat({ req, first }: Unit, last: number, spot: Spot): Obstacle | undefined {
    const { draft } = this.inserter;
    const { start, meeting, facilitator, room, joins } = spot;
    draft.begin(req.pool, start, meeting);
    draft.facilitator = facilitator;
    draft.room = room;
    for (const seat of joins?.seats ?? []) {
      const obstacle = this.seatOne(seat.req, seat.first, seat.last);
      if (obstacle) return obstacle;
    }
    // A session that is joined where it is has its leader and room.
    return this.seatOne(req, first, last) ?? (joins?.start === start ? undefined : this.equip(spot));
  }

  private seatOne(req: Req, first: number, last: number): Obstacle | undefined {
    const { draft } = this.inserter;
    for (const rule of SEAT_RULES) {
      if (rule.seat!(draft, req, first, last) < last)
        return { rule, wanted: { kind: 'seat', req, first, last } };
    }
    draft.add(req, first, last);
    return undefined;
  }

  private equip({ facilitator, room }: Spot): Obstacle | undefined {
    const { draft } = this.inserter;
    for (const one of facilitator ? membersOf(facilitator) : []) {
      const rule = LEAD_RULES.find(({ lead }) => !lead!(draft, one));
      if (rule) return { rule, wanted: { kind: 'lead', one } };
    }
    for (const rule of room ? ROOM_RULES : []) {
      if (!rule.room!(draft, room!)) return { rule, wanted: { kind: 'room', room: room! } };
    }
    return undefined;
  }

  /** Takes one session out of the way, or gives it another leader or room; what that costs, ∞ where it cannot be. */
  private clear(unit: Unit, { salt }: Spot, obstacle: Obstacle, ejected: Unit[]): number {
    const { inserter, homes, victims } = this;
    const { rule, wanted } = obstacle;
    const ids = rule.blockers?.(inserter.draft, wanted) ?? [];
    if (doesInstead(inserter, homes, ids, wanted)) return 1;
    const victim = victims.of(unit, obstacle, ids, salt);
    return victim ? this.takeOut(victim, ejected) : Number.POSITIVE_INFINITY;
  }

  /** Lifts a session, or those of it who joined, and all that may not stay without them; ∞ when something must. */
  private takeOut({ session, leaving }: Victim, ejected: Unit[]): number {
    const { state, homes, victims } = this;
    if (state.sessions[session.id] !== session) return 0;
    let cost = victims.costOf(session, leaving);
    state.lift(session);
    if (leaving !== session.seats) state.place(homes.homeOf(session));
    for (const seat of leaving) ejected.push(seat);
    for (const { req, first, last } of leaving) {
      for (const orphan of orphans(state, req, first, last)) {
        if (victims.locked && homes.has(orphan)) return Number.POSITIVE_INFINITY;
        cost += this.takeOut({ session: orphan, leaving: orphan.seats }, ejected);
      }
    }
    return cost;
  }
}

/** How many can sit there beside those who do. */
function seatsAt({ req }: Unit, { joins, room }: Spot): number {
  if (!joins) return wholeHeads(req);
  return Math.min(req.pool.seats, room?.room.seats ?? Number.POSITIVE_INFINITY) - joins.heads;
}
