/**
 * Who goes where somebody needs room: of the sessions in the way, the one whose people are the easiest to place
 * elsewhere. Who has been hard to place before is not taken out lightly (penalties as in Nagata and Bräysy, "A powerful
 * route minimization heuristic", 2009): counted by person, so that those of a group who wait do not keep the others of it
 * where they are.
 */
import type { Constraint, RefusedThing } from '../constraints/constraint.ts';
import { needsOf } from '../constraints/precedence.ts';
import type { Unit } from '../construct/insert.ts';
import type { Seat, Session, State } from '../solution/state.ts';
import type { Homes } from './kept-places.ts';

/** Who would go. */
export interface Victim {
  readonly session: Session;
  /** All of its people, or only those who joined it. */
  readonly leaving: readonly Seat[];
}

/** What keeps somebody from a place. */
export interface Obstacle {
  readonly rule: Constraint;
  readonly wanted: RefusedThing;
}

export class Victims {
  private readonly state: State;
  private readonly homes: Homes;
  /** How often each member was hard to place, by requirement; of most requirements nobody was. */
  private readonly penalties: (Int32Array | undefined)[] = [];
  /** Whether sessions of the previous plan stay where they are; else they are taken out last. */
  locked = false;

  constructor(state: State, homes: Homes) {
    this.state = state;
    this.homes = homes;
  }

  /** Notes that somebody was hard to place. */
  blame({ req, first, last }: Unit): void {
    this.penalties[req.index] ??= new Int32Array(req.group.heads);
    const own = this.penalties[req.index]!;
    for (let i = first - 1; i < last; i++) own[i]! += 1;
  }

  /** Of the sessions in the way of a unit, the one that goes. @param salt varies who does of those that cost the same */
  of(unit: Unit, { rule, wanted }: Obstacle, ids: readonly number[], salt: number): Victim | undefined {
    let [best, lowest] = [undefined as Victim | undefined, Number.POSITIVE_INFINITY];
    for (const id of ids) {
      const session = this.state.sessions[id]!;
      if (session.fixed || comesBefore(session, unit)) continue;
      const leaving = this.leaving(session, wanted);
      if (leaving.length === 0 || (wanted.kind === 'seat' && !concerns(rule, leaving, wanted))) continue;
      const cost = this.costOf(session, leaving) + 4 * part(id, salt);
      if (cost < lowest) [best, lowest] = [{ session, leaving }, cost];
    }
    return best;
  }

  /** How hard those who would leave a session are to place. */
  costOf(session: Session, leaving: readonly Seat[]): number {
    let cost = leaving === session.seats && this.homes.has(session) ? 20 : 1;
    for (const { req, first, last } of leaving) {
      cost += last - first + 1;
      const own = this.penalties[req.index];
      for (let i = first - 1; own && i < last; i++) cost += 4 * own[i]!;
    }
    return cost;
  }

  /** Whoever of a session may be sent away: where it stands as before, those who joined it, as far as that helps. */
  private leaving(session: Session, { kind }: RefusedThing): readonly Seat[] {
    if (!this.homes.has(session)) return session.seats;
    const guests = kind === 'seat' ? this.homes.guestsOf(session) : [];
    return guests.length > 0 || this.locked ? guests : session.seats;
  }
}

/** Whether people of a unit need a session before what they wait for. */
function comesBefore({ pool, seats }: Session, { req, first, last }: Unit): boolean {
  const { module, part } = req.pool;
  const needed =
    module === pool.module
      ? pool.part < part
      : needsOf(req).some(({ reqs }) => reqs[0]!.pool.module === pool.module);
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
  { req, first, last }: RefusedThing & { kind: 'seat' },
): boolean {
  if (rule.id === 'floor') return leaving.some((seat) => seat.req.group.cell === req.group.cell);
  if (rule.id !== 'person-once' && rule.id !== 'load') return true;
  return leaving.some((seat) => seat.req.group === req.group && seat.first <= last && seat.last >= first);
}
