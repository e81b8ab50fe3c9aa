/**
 * A session being put together: a pool, a start, then whoever fits. Constraints are asked through it, so that
 * people already in the draft count too. One draft is used again and again, without allocating anything.
 */
import type { Day } from '../../calendar/date.ts';
import { heldBy } from '../problem/crews.ts';
import type { FacilitatorInfo, GroupInfo, Pool, Req, RoomInfo } from '../problem/problem.ts';
import type { StartTable } from '../problem/start-table.ts';
import type { PreviousIdentity, Seat, Session, State } from './state.ts';

const NOBODY: readonly Seat[] = [];

export class Draft {
  readonly state: State;
  pool!: Pool;
  start = 0;
  end = 0;
  /** Local date of the start, by the pool's clock. */
  day: Day = 0;
  meeting = -1;
  /** Starts of which this is one, where that is known. */
  table: StartTable | undefined;
  room: RoomInfo | undefined;
  facilitator: FacilitatorInfo | undefined;
  seats: readonly Seat[] = NOBODY;
  heads = 0;
  /** In which it can be held for all who are in it, whoever leads apart; as bits. */
  languages = -1;
  /** Whether it may be new to people in the notice period: what follows on it stands there. */
  soon = false;
  before: PreviousIdentity | undefined;
  /** People of each cell and role; `counted` tells whose numbers are not 0. */
  private readonly perCell: Int32Array;
  private readonly perRole: Int32Array;
  private readonly counted: GroupInfo[] = [];

  constructor(state: State) {
    this.state = state;
    this.perCell = new Int32Array(state.problem.cells.length);
    this.perRole = new Int32Array(state.problem.roleHeads.length);
  }

  /**
   * Starts afresh. @param meeting resource of the meeting for a huddle, −1 else @param day local date of the start,
   * where it is known
   */
  begin(pool: Pool, start: number, meeting: number, day = pool.clock.day(start)): this {
    this.pool = pool;
    this.start = start;
    this.end = start + pool.minutes;
    this.day = day;
    this.meeting = meeting;
    this.room = undefined;
    this.facilitator = undefined;
    this.before = undefined;
    this.table = undefined;
    this.soon = false;
    this.languages = pool.languages;
    // Most drafts find nobody: only those that did have something to forget.
    if (this.heads > 0) this.forget();
    return this;
  }

  private forget(): void {
    this.seats = NOBODY;
    this.heads = 0;
    const { counted, perCell, perRole } = this;
    for (let group = counted.pop(); group; group = counted.pop()) {
      perCell[group.cell.index] = 0;
      if (group.role >= 0) perRole[group.role] = 0;
    }
  }

  add(req: Req, first: number, last: number): void {
    const seat = { req, first, last };
    if (this.seats === NOBODY) this.seats = [seat];
    else (this.seats as Seat[]).push(seat);
    this.count(req, last - first + 1);
  }

  /** Counts people without seating them: for a session whose seats are known. */
  count({ group, role }: Req, heads: number): void {
    this.heads += heads;
    if (this.pool.spoken) this.heed(group);
    this.perCell[group.cell.index]! += heads;
    if (role >= 0) this.perRole[role]! += heads;
    this.counted.push(group);
  }

  /** Whoever leads is to speak a language that these people understand: before they have a seat, too. */
  heed({ languages }: Pick<GroupInfo, 'languages'>): void {
    this.languages &= languages;
  }

  /** The same for all of some people, as far as they understand one another. */
  heedAll(seats: readonly Seat[]): void {
    if (!this.pool.spoken) return;
    for (const { req } of seats) if ((this.languages & req.group.languages) !== 0) this.heed(req.group);
  }

  /** Local date of the start, by somebody's own clock. */
  dayFor({ clock }: Pick<GroupInfo, 'clock'>): Day {
    return clock === this.pool.clock ? this.day : clock.day(this.start);
  }

  /** People of the draft in the group's cell. */
  inCell(group: GroupInfo): number {
    return this.perCell[group.cell.index]!;
  }

  /** People of the draft who hold a role, those who lead it included. */
  inRole(role: number): number {
    return this.perRole[role]! + heldBy(this.facilitator, role);
  }

  /** The draft as a session. */
  session(id: number, before?: PreviousIdentity, fixed = false): Session {
    const { pool, start, end, day, meeting, room, facilitator, seats, heads } = this;
    return { id, pool, start, end, day, meeting, room, facilitator, seats, heads, before, fixed };
  }
}
