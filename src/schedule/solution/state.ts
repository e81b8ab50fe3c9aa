/**
 * The plan in the making: which sessions there are, who is in them, and what they take from others. Placing and
 * lifting are exact inverses, so that any change can be undone.
 */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Problem } from '../problem/problem.ts';
import { Places } from './previous-places.ts';
import type { Session } from './session.ts';
import { Tallies } from './tallies.ts';
import { type Change, Journal, LIFTED, PICKED_UP, PLACED, PUT_DOWN } from './undo-log.ts';

export type { PreviousIdentity, Proposal, Seat, Session } from './session.ts';

export class State extends Tallies {
  /** By their numbers; undefined where one is lifted or gone. */
  readonly sessions: (Session | undefined)[] = [];
  /** For each member of each requirement the number of the session, or −1. */
  readonly places: Int32Array;
  /** Numbers of the sessions of each pool. */
  readonly byPool: readonly number[][];
  /** Where a session stands in the list of its pool. */
  private readonly spots: number[] = [];
  /** Where people stood in the previous plan. */
  readonly before: Places;
  /** Member-requirements that have a place. */
  placedHeads = 0;
  private readonly journal = new Journal();

  constructor(problem: Problem, before = new Places()) {
    super(problem);
    this.before = before;
    this.byPool = problem.pools.map(() => []);
    this.places = new Int32Array(problem.places).fill(-1);
  }

  /** A number for a session that is new. */
  newId(): number {
    this.sessions.push(undefined);
    return this.sessions.length - 1;
  }

  /** Whether an instant (UTC minutes) lies in the days that the timelines cover. */
  holds(utc: number): boolean {
    const day = Math.floor(utc / MINUTES_A_DAY) - this.problem.firstDay;
    return day >= 0 && day < this.problem.days - 1;
  }

  /** Seats the people of a session and counts what it takes. */
  place(session: Session): void {
    this.enrol(session);
    this.put(session, PLACED);
  }

  /** Takes back {@link place}. */
  lift(session: Session): void {
    this.dismiss(session);
    this.take(session, LIFTED);
  }

  /** As {@link lift} for a session that will be {@link putDown} elsewhere: its people remain its own meanwhile. */
  pickUp(session: Session): void {
    this.take(session, PICKED_UP);
  }

  /** As {@link place} for a session that was picked up, with the same people. */
  putDown(session: Session): void {
    this.put(session, PUT_DOWN);
  }

  /** From here on changes can be undone with {@link undo}. */
  mark(): void {
    this.journal.begin();
  }

  /** Takes back everything since {@link mark}, or since an earlier {@link position}. */
  undo(to = 0): void {
    this.journal.takeBack(to, this.takeBack);
  }

  /** Does something that may fail half-way: whatever it changed is taken back where it gives `undefined` or `false`. */
  attempt<T>(change: () => T): T {
    const position = this.position();
    const result = change();
    if (result === undefined || result === false) this.undo(position);
    return result;
  }

  /** Where {@link undo} has to go back to for what is done from now on. */
  position(): number {
    return this.journal.length;
  }

  /** Nothing done so far can be undone any more. */
  forget(): void {
    this.journal.close();
  }

  private readonly takeBack = (session: Session, change: Change): void => {
    if (change === PICKED_UP) this.putDown(session);
    else if (change === PUT_DOWN) this.pickUp(session);
    else if (change === PLACED) this.lift(session);
    else this.place(session);
  };

  private put(session: Session, change: Change): void {
    this.sessions[session.id] = session;
    this.tally(session, 1);
    this.journal.write(session, change);
  }

  private take(session: Session, change: Change): void {
    this.sessions[session.id] = undefined;
    this.tally(session, -1);
    this.journal.write(session, change);
  }

  /** Who is in a session that is new. */
  private enrol({ id, pool, seats, heads }: Session): void {
    const list = this.byPool[pool.index]!;
    this.spots[id] = list.length;
    list.push(id);
    this.placedHeads += heads;
    for (const { req, first, last } of seats) {
      this.places.fill(id, req.base + first - 1, req.base + last);
      this.weeks.part(req.group, first, last);
    }
  }

  private dismiss({ id, pool, seats, heads }: Session): void {
    const list = this.byPool[pool.index]!;
    const other = list.pop()!;
    if (other !== id) {
      list[this.spots[id]!] = other;
      this.spots[other] = this.spots[id]!;
    }
    this.placedHeads -= heads;
    for (const { req, first, last } of seats) this.places.fill(-1, req.base + first - 1, req.base + last);
  }
}
