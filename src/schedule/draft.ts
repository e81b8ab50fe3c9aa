/**
 * A session being put together: a pool, a start, then whoever fits. Constraints are asked through it, so that
 * people already in the draft count too. One draft is used again and again.
 */
import type { FacilitatorInfo, GroupInfo, Pool, Req, RoomInfo } from './problem.ts';
import type { Before, Seat, Session, State } from './state.ts';

export class Draft {
  readonly state: State;
  pool!: Pool;
  start = 0;
  end = 0;
  meeting = -1;
  room: RoomInfo | undefined;
  facilitator: FacilitatorInfo | undefined;
  seats: Seat[] = [];
  heads = 0;
  private readonly perCell = new Map<number, number>();
  private readonly perRole = new Map<number, number>();

  constructor(state: State) {
    this.state = state;
  }

  /** Starts afresh. @param meeting resource of the meeting for a huddle, −1 else */
  begin(pool: Pool, start: number, meeting: number): this {
    this.pool = pool;
    this.start = start;
    this.end = start + pool.minutes;
    this.meeting = meeting;
    this.room = undefined;
    this.facilitator = undefined;
    // Most drafts find nobody: only those that did have something to forget.
    if (this.heads > 0) {
      this.seats = [];
      this.heads = 0;
      this.perCell.clear();
      this.perRole.clear();
    }
    return this;
  }

  add(req: Req, first: number, last: number): void {
    const heads = last - first + 1;
    const { cell, role } = req.group;
    this.seats.push({ req, first, last });
    this.heads += heads;
    this.perCell.set(cell.index, (this.perCell.get(cell.index) ?? 0) + heads);
    if (role >= 0) this.perRole.set(role, (this.perRole.get(role) ?? 0) + heads);
  }

  /** People of the draft in the group's cell. */
  inCell(group: GroupInfo): number {
    return this.perCell.get(group.cell.index) ?? 0;
  }

  /** People of the draft who hold a role, its facilitator included. */
  inRole(role: number): number {
    return (this.perRole.get(role) ?? 0) + (this.facilitator?.role === role ? 1 : 0);
  }

  /** The draft as a session. */
  session(id: number, before?: Before, fixed = false): Session {
    const { pool, start, end, meeting, room, facilitator, seats, heads } = this;
    return { id, pool, start, end, meeting, room, facilitator, seats, heads, before, fixed };
  }
}
