/**
 * Taking out what stands in the way of people at one place and seating them there. Who has been hard to place
 * before is not taken out lightly (penalties as in Nagata and Bräysy, "A powerful route minimization heuristic", 2009).
 */
import type { Constraint, Wanted } from './constraints/constraint.ts';
import { LEAD_RULES, ROOM_RULES, SEAT_RULES, seatLimit } from './constraints/index.ts';
import type { Homes } from './homes.ts';
import type { Inserter, Unit } from './insert.ts';
import { orphans } from './links.ts';
import type { FacilitatorInfo, RoomInfo } from './problem.ts';
import { freeSeats, sortSeats, wholeHeads } from './seats.ts';
import type { Seat, Session, State } from './state.ts';

/** Sessions taken out at most for one that is put in. */
const LIFTS = 8;

/** Where people could be seated: a session of their own, or a free seat of one that is there. */
export interface Spot {
  readonly start: number;
  /** Resource of the meeting for a huddle, −1 else. */
  readonly meeting: number;
  readonly facilitator: FacilitatorInfo | undefined;
  readonly room: RoomInfo | undefined;
  readonly joins: Session | undefined;
  /** Varies who is taken out of those that cost much the same; a try and its repetition choose alike. */
  readonly salt: number;
}

export interface Made {
  /** How hard those who were taken out are to place. */
  readonly cost: number;
  readonly ejected: Unit[];
  /** Of the unit, whoever has no seat yet. */
  readonly left: Unit[];
}

/** Who would go. */
interface Victim {
  readonly session: Session;
  /** All of its people, or only those who joined it. */
  readonly leaving: readonly Seat[];
}

interface Obstacle {
  readonly rule: Constraint;
  readonly wanted: Wanted;
}

export class RoomMaker {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly homes: Homes;
  private readonly penalty: Int32Array;
  /** Whether sessions of the previous plan stay where they are; else they are taken out last. */
  locked = false;

  constructor(inserter: Inserter, homes: Homes) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.homes = homes;
    this.penalty = new Int32Array(inserter.state.problem.reqs.length);
  }

  /** Notes that somebody was hard to place. */
  blame({ req }: Unit): void {
    this.penalty[req.index]! += 1;
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
    const want = Math.min(unit.last, first + this.seatsAt(unit, spot) - 1);
    const ejected: Unit[] = [];
    let cost = 0;
    for (let lifts = 0; ; lifts++) {
      if (!this.begin(unit, spot)) return undefined;
      const obstacle = this.obstacle(unit, want, spot);
      if (!obstacle) break;
      const victim = lifts < LIFTS ? this.victim(unit, spot, obstacle) : undefined;
      if (!victim) return undefined;
      cost += this.takeOut(victim, ejected);
      if (cost === Number.POSITIVE_INFINITY) return undefined;
    }
    draft.add(req, first, want);
    sortSeats(draft);
    const before = joins ? joins.before : state.before.of(req, first);
    state.place(draft.session(joins ? joins.id : state.newId(), before));
    const left = want < unit.last ? [{ req, first: want + 1, last: unit.last }] : [];
    return { cost, ejected, left };
  }

  private seatsAt({ req }: Unit, { joins }: Spot): number {
    if (!joins) return wholeHeads(req);
    return freeSeats(joins);
  }

  /** The draft without the unit. False when those who were there may not stay now that others are taken out. */
  private begin({ req }: Unit, { start, meeting, facilitator, room, joins }: Spot): boolean {
    const { draft } = this.inserter;
    draft.begin(req.pool, start, meeting);
    draft.facilitator = facilitator;
    draft.room = room;
    for (const seat of joins?.seats ?? []) {
      if (seatLimit(draft, seat.req, seat.first, seat.last) < seat.last) return false;
      draft.add(seat.req, seat.first, seat.last);
    }
    return true;
  }

  /** The first constraint that keeps the unit from the spot. */
  private obstacle(
    { req, first }: Unit,
    last: number,
    { facilitator, room, joins }: Spot,
  ): Obstacle | undefined {
    const { draft } = this.inserter;
    for (const rule of SEAT_RULES) {
      if (rule.seat!(draft, req, first, last) < last)
        return { rule, wanted: { kind: 'seat', req, first, last } };
    }
    // A session that is joined has its leader and room.
    if (joins) return undefined;
    for (const rule of facilitator ? LEAD_RULES : []) {
      if (!rule.lead!(draft, facilitator!)) return { rule, wanted: { kind: 'lead', one: facilitator! } };
    }
    for (const rule of room ? ROOM_RULES : []) {
      if (!rule.room!(draft, room!)) return { rule, wanted: { kind: 'room', room: room! } };
    }
    return undefined;
  }

  /** Of the sessions in the way, the one whose people are the easiest to place elsewhere. */
  private victim(unit: Unit, { salt }: Spot, { rule, wanted }: Obstacle): Victim | undefined {
    let [best, lowest] = [undefined as Victim | undefined, Number.POSITIVE_INFINITY];
    for (const id of rule.blockers?.(this.inserter.draft, wanted) ?? []) {
      const session = this.state.sessions[id]!;
      if (session.fixed || comesBefore(session, unit)) continue;
      const leaving = this.leaving(session, wanted);
      if (leaving.length === 0 || (wanted.kind === 'seat' && !concerns(rule, leaving, wanted))) continue;
      const cost = this.costOf(session, leaving) + 4 * part(id, salt);
      if (cost < lowest) [best, lowest] = [{ session, leaving }, cost];
    }
    return best;
  }

  /** Whoever of a session may be sent away: where it stands as before, those who joined it, as far as that helps. */
  private leaving(session: Session, { kind }: Wanted): readonly Seat[] {
    if (!this.homes.has(session)) return session.seats;
    const guests = kind === 'seat' ? this.homes.guestsOf(session) : [];
    return guests.length > 0 || this.locked ? guests : session.seats;
  }

  private costOf(session: Session, leaving: readonly Seat[]): number {
    let cost = leaving === session.seats && this.homes.has(session) ? 20 : 1;
    for (const { req, first, last } of leaving) {
      cost += (1 + 4 * this.penalty[req.index]!) * (last - first + 1);
    }
    return cost;
  }

  /** Lifts a session, or those of it who joined, and all that may not stay without them; ∞ when something must. */
  private takeOut({ session, leaving }: Victim, ejected: Unit[]): number {
    const { state, homes } = this;
    if (state.sessions[session.id] !== session) return 0;
    let cost = this.costOf(session, leaving);
    state.lift(session);
    if (leaving !== session.seats) state.place(homes.homeOf(session));
    for (const seat of leaving) ejected.push(seat);
    for (const { req, first, last } of leaving) {
      for (const orphan of orphans(state, req, first, last)) {
        if (this.locked && homes.has(orphan)) return Number.POSITIVE_INFINITY;
        cost += this.takeOut({ session: orphan, leaving: orphan.seats }, ejected);
      }
    }
    return cost;
  }
}

/** Whether people of a unit need a session before what they wait for. */
function comesBefore({ pool, seats }: Session, { req, first, last }: Unit): boolean {
  const { module, part } = req.pool;
  const needed =
    module === pool.module ? pool.part < part : module.after.some((one) => one.module === pool.module.id);
  return (
    needed && seats.some((seat) => seat.req.group === req.group && seat.first <= last && seat.last >= first)
  );
}

/** A number of [0, 1), another one for each session and salt. */
function part(id: number, salt: number): number {
  return (Math.imul(id + 1, salt | 1) >>> 8) / 2 ** 24;
}

/** Members who concern a refusal: for whoever is elsewhere or has a full week, only their own sessions. */
function concerns(
  rule: Constraint,
  leaving: readonly Seat[],
  { req, first, last }: Wanted & { kind: 'seat' },
): boolean {
  if (rule.id === 'floor') return leaving.some((seat) => seat.req.group.cell === req.group.cell);
  if (rule.id !== 'person-once' && rule.id !== 'load') return true;
  return leaving.some((seat) => seat.req.group === req.group && seat.first <= last && seat.last >= first);
}
