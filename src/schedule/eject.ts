/**
 * Placing people who found nothing by making room: a session (or a few) that stands in the way is taken out,
 * and its people look for another place in turn. Who has been hard to place before is not taken out lightly
 * (penalties as in Nagata and Bräysy, "A powerful route minimization heuristic", 2009). Ends with the fewest
 * people without a place that were seen.
 */
import { MINUTES_A_DAY } from '../calendar/date.ts';
import type { Constraint, Wanted } from './constraints/constraint.ts';
import { LEAD_RULES, ROOM_RULES, SEAT_RULES } from './constraints/index.ts';
import { isOpen } from './constraints/not-closed.ts';
import { ANY, type Inserter, sortSeats, type Unit, wholeHeads } from './insert.ts';
import { doneAt, linkedReqs, orphans, sessionOf } from './links.ts';
import type { FacilitatorInfo, Req, RoomInfo } from './problem.ts';
import type { Random } from './random.ts';
import { pickStart } from './scan.ts';
import { runFrom } from './starts.ts';
import type { Session, State } from './state.ts';

/** Starts that are compared for each person who needs room made. */
const TRIES = 10;
/** Sessions taken out at most for one that is put in. */
const LIFTS = 8;
/** Steps for each person who waits, however few were allowed: many who are in the way take a few each. */
const EACH = 6;
/** Existing sessions of the pool that are asked for a free seat. */
const ASKED = 200;

interface Spot {
  readonly start: number;
  readonly meeting: number;
  readonly facilitator: FacilitatorInfo | undefined;
  readonly room: RoomInfo | undefined;
}

export class Ejection {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly random: Random;
  private readonly kept: ReadonlySet<number>;
  private readonly penalty: Int32Array;
  /** Who waits; the last one is next. */
  private queue: Unit[] = [];
  moves = 0;

  /** @param kept sessions of the previous plan, which are taken out last */
  constructor(inserter: Inserter, random: Random, kept: ReadonlySet<number>) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
    this.kept = kept;
    this.penalty = new Int32Array(inserter.state.problem.reqs.length);
  }

  /** Tries to place units, in `steps` steps or a few for each person; gives up when too many bring nothing. */
  async run(units: readonly Unit[], steps: number, onStep: () => void | Promise<void>): Promise<void> {
    this.queue = units.filter(({ req }) => hasStart(this.state, req)).reverse();
    const { state } = this;
    const people = this.queue.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const budget = Math.max(steps, EACH * people);
    state.mark();
    let [best, position, gained] = [state.placedHeads, 0, 0];
    const patience = Math.min(budget / 4, 100 + 20 * this.queue.length);
    for (let step = 0; step < budget && step - gained <= patience && this.queue.length > 0; step++) {
      this.moves++;
      this.placeOrEject(this.next());
      this.settleOther();
      if (state.placedHeads > best) [best, position, gained] = [state.placedHeads, state.position(), step];
      await onStep();
    }
    state.undo(position);
    state.forget();
  }

  /** Mostly whoever lost a place last, now and then anybody: else a long chain would keep all others out. */
  private next(): Unit {
    const { queue, random } = this;
    const index = random(3) > 0 ? queue.length - 1 : random(queue.length);
    return queue.splice(index, 1)[0]!;
  }

  /** Somebody else who waits may fit by now, without pushing anybody. */
  private settleOther(): void {
    const { queue, random } = this;
    if (queue.length === 0) return;
    const [unit] = queue.splice(random(queue.length), 1) as [Unit];
    queue.unshift(...this.settle(unit));
  }

  private placeOrEject(unit: Unit): void {
    const rest = this.settle(unit);
    if (rest.length === 0) return;
    const [first, ...others] = rest as [Unit];
    this.queue.unshift(...others);
    if (waitsForOthers(this.state, first)) {
      this.queue.unshift(first);
      return;
    }
    if (this.advance(first)) {
      this.queue.push(first);
      return;
    }
    this.penalty[first.req.index]! += 1;
    const spot = this.cheapest(first);
    if (!spot) {
      this.queue.unshift(first);
      return;
    }
    const { left, ejected } = this.makeRoom(first, spot)!;
    this.queue.push(...left, ...ejected);
  }

  /** Free seats and free starts, as far as they go; what is left of the unit. */
  settle(unit: Unit): Unit[] {
    let rest: Unit[] = [unit];
    for (;;) {
      const next = rest[0];
      if (!next) return [];
      const joined = this.joinAny(next);
      if (joined) {
        rest = [...without(next, joined), ...rest.slice(1)];
        continue;
      }
      if (!this.inserter.open(rest, ANY, this.random(1000))) return rest;
    }
  }

  private joinAny(unit: Unit): Session | undefined {
    const { pool } = unit.req;
    if (pool.seats <= 1) return undefined;
    let asked = 0;
    // Backwards: who is tried moves to the end.
    const ids = this.state.byPool[pool.index]!;
    for (let i = ids.length - 1; i >= 0; i--) {
      const session = this.state.sessions[ids[i]!]!;
      if (session.fixed) continue;
      const seats = Math.min(pool.seats, session.room?.room.seats ?? Number.POSITIVE_INFINITY);
      if (session.heads >= seats || !couldCome(unit.req, session)) continue;
      if (++asked > ASKED) return undefined;
      const fuller = this.inserter.join(unit, session);
      if (fuller) return fuller;
    }
    return undefined;
  }

  /** Holds what must come before earlier, where it lies so late that nothing can follow in time. */
  private advance({ req, first }: Unit): boolean {
    const { state } = this;
    for (const { module, atLeastDays } of req.pool.module.after) {
      for (const earlier of linkedReqs(state.problem, req.group, module)) {
        const session = sessionOf(state, earlier, first);
        if (!session || session.fixed) continue;
        const day = req.group.clock.day(session.start);
        const latest = req.by - atLeastDays;
        if (day >= latest && this.replaceBy(session, Math.min(day - 1, latest))) return true;
      }
    }
    return false;
  }

  /** Finds another place for all people of a session, on a day at the latest; changes nothing when it cannot. */
  private replaceBy(session: Session, by: number): boolean {
    const { state, inserter } = this;
    const position = state.position();
    state.lift(session);
    const waiting: Unit[] = [...session.seats];
    while (waiting.length > 0) {
      const window = { from: waiting[0]!.req.from, by };
      if (inserter.open(waiting, { ...ANY, window }, this.random(1000))) continue;
      state.undo(position);
      return false;
    }
    return true;
  }

  /** Of a few possible starts, the one at which the least has to go. */
  private cheapest(unit: Unit): Spot | undefined {
    let [best, lowest] = [undefined as Spot | undefined, Number.POSITIVE_INFINITY];
    const { state } = this;
    for (let i = 0; i < TRIES; i++) {
      const spot = this.spot(unit.req);
      if (!spot) continue;
      const position = state.position();
      const made = this.makeRoom(unit, spot);
      const cost = made ? made.cost + this.random(3) : Number.POSITIVE_INFINITY;
      state.undo(position);
      if (cost < lowest) [best, lowest] = [spot, cost];
    }
    return best;
  }

  /** A start at random, with somebody who could lead then and a room that is large enough. */
  private spot(req: Req): Spot | undefined {
    const { pool } = req;
    const place = { start: 0, table: undefined, meeting: -1 };
    if (!pickStart(this.state, req, this.random, place)) return undefined;
    const rooms = pool.rooms.filter(({ room }) => room.seats >= Math.min(req.group.heads, wholeHeads(req)));
    return {
      ...place,
      facilitator: pool.led ? pool.able[this.random(pool.able.length)] : undefined,
      room: pool.roomed ? (rooms[this.random(rooms.length)] ?? pool.rooms.at(-1)) : undefined,
    };
  }

  /**
   * Takes out whatever keeps the unit from a spot and seats it there. Undefined (with the state half changed:
   * the caller undoes it) when something that cannot be taken out stands in the way.
   */
  private makeRoom(
    unit: Unit,
    spot: Spot,
  ): { readonly cost: number; readonly ejected: Unit[]; readonly left: Unit[] } | undefined {
    const { state, inserter } = this;
    const { draft } = inserter;
    const { req, first } = unit;
    const want = Math.min(unit.last, first + wholeHeads(req) - 1);
    const ejected: Unit[] = [];
    let cost = 0;
    for (let lifts = 0; ; lifts++) {
      draft.begin(req.pool, spot.start, spot.meeting);
      draft.facilitator = spot.facilitator;
      draft.room = spot.room;
      const obstacle = this.obstacle(unit, want, spot);
      if (!obstacle) break;
      const victim = lifts < LIFTS ? this.victim(obstacle.rule, obstacle.wanted) : undefined;
      if (!victim) return undefined;
      cost += this.takeOut(victim, ejected);
    }
    draft.add(req, first, want);
    sortSeats(draft);
    state.place(draft.session(state.newId(), state.before.of(req, first)));
    const left = want < unit.last ? [{ req, first: want + 1, last: unit.last }] : [];
    return { cost, ejected, left };
  }

  /** The first constraint that keeps the unit from the spot. */
  private obstacle(unit: Unit, want: number, spot: Spot): { rule: Constraint; wanted: Wanted } | undefined {
    const { draft } = this.inserter;
    const { req, first } = unit;
    for (const rule of SEAT_RULES) {
      if (rule.seat!(draft, req, first, want) < want) {
        return { rule, wanted: { kind: 'seat', req, first, last: want } };
      }
    }
    for (const rule of spot.facilitator ? LEAD_RULES : []) {
      if (!rule.lead!(draft, spot.facilitator!))
        return { rule, wanted: { kind: 'lead', one: spot.facilitator! } };
    }
    for (const rule of spot.room ? ROOM_RULES : []) {
      if (!rule.room!(draft, spot.room!)) return { rule, wanted: { kind: 'room', room: spot.room! } };
    }
    return undefined;
  }

  /** Of the sessions in the way, the one whose people are the easiest to place elsewhere. */
  private victim(rule: Constraint, wanted: Wanted): Session | undefined {
    let [best, lowest] = [undefined as Session | undefined, Number.POSITIVE_INFINITY];
    for (const id of rule.blockers?.(this.inserter.draft, wanted) ?? []) {
      const session = this.state.sessions[id]!;
      if (session.fixed || (wanted.kind === 'seat' && !concerns(rule, session, wanted))) continue;
      const cost = this.costOf(session);
      // Equal ones by number: a try and its repetition must choose alike.
      if (cost < lowest || (cost === lowest && id < best!.id)) [best, lowest] = [session, cost];
    }
    return best;
  }

  private costOf(session: Session): number {
    let cost = this.kept.has(session.id) ? 20 : 1;
    for (const { req, first, last } of session.seats) {
      cost += (1 + 4 * this.penalty[req.index]!) * (last - first + 1);
    }
    return cost;
  }

  /** Lifts a session and all that may not stay without it. */
  private takeOut(session: Session, ejected: Unit[]): number {
    if (this.state.sessions[session.id] !== session) return 0;
    let cost = this.costOf(session);
    this.state.lift(session);
    for (const seat of session.seats) ejected.push(seat);
    for (const { req, first, last } of session.seats) {
      for (const orphan of orphans(this.state, req, first, last)) cost += this.takeOut(orphan, ejected);
    }
    return cost;
  }
}

/** Members who concern a refusal: for whoever is elsewhere or has a full week, only their own sessions. */
function concerns(
  rule: Constraint,
  session: Session,
  { req, first, last }: Wanted & { kind: 'seat' },
): boolean {
  if (rule.id !== 'person-once' && rule.id !== 'load') return true;
  return session.seats.some(
    (seat) => seat.req.group === req.group && seat.first <= last && seat.last >= first,
  );
}

/** Whether the day and hours of a session suit a requirement, whoever else is in it. */
function couldCome(req: Req, { pool, start, meeting }: Session): boolean {
  const day = Math.floor(pool.clock.wall(start) / MINUTES_A_DAY);
  if (day < req.from || day > req.by) return false;
  return isOpen(req, start, meeting < 0 ? -1 : meeting - pool.meetings);
}

function hasStart({ problem }: State, req: Req): boolean {
  if (req.pool.led && req.pool.able.length === 0) return false;
  if (req.pool.roomed && req.pool.rooms.length === 0) return false;
  const from = Math.max(req.from, problem.past + 1);
  return req.tables.some((table) => runFrom(table, from) < runFrom(table, req.by + 1));
}

/** Whether a prerequisite has no place itself: then making room here is no use. */
function waitsForOthers(state: State, { req, first }: Unit): boolean {
  return req.pool.module.after.some(
    ({ module }) => doneAt(state, req.group, first, module) === Number.POSITIVE_INFINITY,
  );
}

/** What is left of a unit after a session took some of it. */
function without(unit: Unit, session: Session): Unit[] {
  const out: Unit[] = [];
  let first = unit.first;
  for (const seat of session.seats) {
    if (seat.req !== unit.req || seat.last < first || seat.first > unit.last) continue;
    if (seat.first > first) out.push({ req: unit.req, first, last: seat.first - 1 });
    first = seat.last + 1;
  }
  if (first <= unit.last) out.push({ req: unit.req, first, last: unit.last });
  return out;
}
