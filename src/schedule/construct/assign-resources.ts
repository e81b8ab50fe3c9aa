/** What a session being put together needs beside people: whoever leads it, and a room. */
import { mayLead, mayUse } from '../constraints/index.ts';
import { isIn } from '../problem/crews.ts';
import type { FacilitatorInfo, RoomInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';

export class Outfitter {
  /** Most people that the draft can seat: its module's seats and the largest room that is free. */
  capacity(draft: Draft): number {
    const { pool } = draft;
    if (!pool.roomed) return pool.seats;
    for (let i = pool.rooms.length - 1; i >= 0; i--) {
      if (mayUse(draft, pool.rooms[i]!)) return Math.min(pool.seats, pool.rooms[i]!.room.seats);
    }
    return 0;
  }

  /** Gives the draft the smallest free room that fits. False when there is none. */
  findRoom(draft: Draft, kept?: RoomInfo): boolean {
    const { pool } = draft;
    if (!pool.roomed) return true;
    draft.room = undefined;
    if (kept && pool.rooms.includes(kept) && fits(draft, kept)) draft.room = kept;
    for (let i = 0; draft.room === undefined && i < pool.rooms.length; i++) {
      if (fits(draft, pool.rooms[i]!)) draft.room = pool.rooms[i];
    }
    return draft.room !== undefined;
  }

  /** Gives the draft whoever can lead it and has done least so far. False when nobody can. */
  findLeader(draft: Draft, kept?: FacilitatorInfo): boolean {
    const { pool } = draft;
    if (!pool.led) return true;
    if (pool.leaders > 1) return this.findCrew(draft, kept);
    if (kept && pool.able.includes(kept) && mayLead(draft, kept)) {
      draft.facilitator = kept;
      return true;
    }
    let lowest = Number.POSITIVE_INFINITY;
    draft.facilitator = undefined;
    for (const one of pool.able) {
      if (one === kept) continue;
      const cost = this.leaderCost(draft, one);
      if (cost >= lowest || !mayLead(draft, one)) continue;
      lowest = cost;
      draft.facilitator = one;
    }
    return draft.facilitator !== undefined;
  }

  /** As {@link findLeader} where several lead together: those of `kept` who can still, and the next best beside them. */
  private findCrew(draft: Draft, kept: FacilitatorInfo | undefined): boolean {
    const { able, leaders } = draft.pool;
    const old = kept ? able.filter((one) => isIn(kept, one)) : [];
    const others = able
      .filter((one) => !old.includes(one))
      .map((one) => ({ one, cost: this.leaderCost(draft, one) }))
      .sort((a, b) => a.cost - b.cost);
    const all = [...old, ...others.map((other) => other.one)];
    // Where languages are spoken, the best may have none in common: then somebody else begins.
    const firsts = draft.pool.spoken ? all.length - leaders + 1 : 1;
    for (let first = 0; first < firsts; first++) {
      if (gather(draft, all.slice(first), leaders)) return true;
    }
    return false;
  }

  /** As the module names them; those who can lead little else first; bought days are filled up; then whoever has led least. */
  private leaderCost(draft: Draft, one: FacilitatorInfo): number {
    const { index, facilitator, range } = one;
    const { state } = draft;
    const { days, firstDay } = state.problem;
    const today = state.ledDay[index * days + draft.dayFor(one) - firstDay]!;
    const newDay = facilitator.totalDays !== undefined && today === 0 ? 100_000 : 0;
    const turn = draft.pool.module.facilitators?.indexOf(facilitator.id) ?? 0;
    return 1_000_000 * turn + newDay + 2000 * range + state.ledTotal[index]! - (today > 0 ? 60 : 0);
  }
}

/** Gives the draft the first so many of a list who can lead it together, with somebody who is to be among them. */
export function gather(
  draft: Draft,
  list: readonly FacilitatorInfo[],
  count: number,
  settled?: FacilitatorInfo,
): boolean {
  const crew = settled ? [settled] : [];
  draft.facilitator = settled;
  for (const one of list) {
    // Two of one role are two: whoever is chosen counts when the next is asked.
    if (!mayLead(draft, one)) continue;
    crew.push(one);
    draft.facilitator = draft.state.problem.crews.of(crew);
    if (crew.length === count) return true;
  }
  draft.facilitator = undefined;
  return false;
}

function fits(draft: Draft, room: RoomInfo): boolean {
  return room.room.seats >= draft.heads && mayUse(draft, room);
}
