/** The previous plan in terms of the problem: which of our people sat where, and who of them is still asked for. */

import { type Day, isoDate } from '../../calendar/date.ts';
import { utcMinute } from '../../calendar/instant.ts';
import { append } from '../../collections/lists.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import type { Notice } from '../../model/notice.ts';
import type { FacilitatorInfo, Pool, Problem, Req, RoomInfo } from '../problem/problem.ts';
import type { PreviousIdentity, Seat, State } from '../solution/state.ts';
import type { PinnableSession } from '../types.ts';

/** A session of the previous plan. */
export interface PreviousSession {
  readonly pool: Pool;
  /** UTC minutes. */
  readonly start: number;
  /** As it was planned, however long its module is by now. */
  readonly minutes: number;
  readonly seats: readonly Seat[];
  /** Whether all its people are still asked for, and for as long as they were. */
  readonly whole: boolean;
  readonly before: PreviousIdentity;
  /** Where it was held and who led it, if they are known still. */
  readonly room: RoomInfo | undefined;
  readonly facilitator: FacilitatorInfo | undefined;
  /** It starts within the notice period, or is pinned. */
  readonly fixed: boolean;
  /** It is put where it stands, unasked: what it needs there has been looked into. */
  readonly settled: boolean;
}

/** Reads the sessions of a previous plan one by one. */
export class Reader {
  private readonly state: State;
  /** Key: module and occurrence; then by the number of the group. */
  private readonly reqs = new Map<string, Map<number, Req>>();
  private readonly groups: ReadonlyMap<string, number>;
  private readonly rooms: ReadonlyMap<string, RoomInfo>;
  private readonly facilitators: ReadonlyMap<string, FacilitatorInfo>;
  /** The first day that is not over, and the first after the notice period: `2027-03-02`. */
  private readonly past: string;
  private readonly frozen: string;

  constructor(state: State, notice: Notice) {
    const { groups, reqs, rooms, facilitators } = state.problem;
    this.state = state;
    this.past = dayText(notice.from);
    this.frozen = dayText(notice.end);
    this.groups = new Map(groups.map(({ group, index }) => [group.id, index]));
    this.rooms = new Map(rooms.map((info) => [info.room.id, info]));
    this.facilitators = new Map(facilitators.map((info) => [info.facilitator.id, info]));
    for (const req of reqs) {
      const key = keyOf(req.pool.module.id, req.requirement.occurrence);
      const byGroup = this.reqs.get(key) ?? new Map<number, Req>();
      this.reqs.set(key, byGroup.set(req.group.index, req));
    }
  }

  /** Undefined when nobody in it is asked for any more. */
  read(document: PinnableSession): PreviousSession | undefined {
    const { id, start: wall, minutes, site, timezone, room, facilitator, heads } = document;
    const start = utcMinute(document.startUtc);
    const seats = this.seatsOf(document);
    const pool = seats[0]?.req.pool;
    if (!pool || !this.state.holds(start)) return undefined;
    const before: PreviousIdentity = {
      id,
      past: wall < this.past,
      ...(document.bound && { bound: true }),
      site,
      zone: timezone,
      start,
      room: room ?? undefined,
      facilitator: facilitator ?? undefined,
      coFacilitators: document.coFacilitators,
      ...(document.settled && { pin: document.pin?.pointer[1] }),
    };
    for (const seat of seats) this.state.before.add(seat, before);
    const own = seats.filter(({ req }) => req.pool === pool);
    const asked = own.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    return {
      pool,
      start,
      minutes,
      // What was held was held, with people who would no longer meet in one session too.
      seats: before.past ? seats : own,
      whole: asked === heads && pool.minutes === minutes,
      before,
      room: room === null ? undefined : this.rooms.get(room),
      facilitator: this.state.problem.crews.of(
        ledBy(document).flatMap((one) => this.facilitators.get(one) ?? []),
      ),
      fixed: wall < this.frozen || document.settled === true,
      settled: document.settled === true,
    };
  }

  /**
   * What was held took the hours of whoever led it, even if nobody in it is asked for any more.
   * @returns whether it was held
   */
  spendHours(document: PlanSession): boolean {
    const { status, start: wall, startUtc, minutes } = document;
    const start = utcMinute(startUtc);
    if (wall >= this.past || status !== 'confirmed') return false;
    if (!this.state.holds(start)) return true;
    for (const id of ledBy(document)) {
      const leader = this.facilitators.get(id);
      if (leader) this.state.tallyHours(leader, start, minutes, 1);
    }
    return true;
  }

  private seatsOf({ module, occurrence, attendees }: PlanSession): Seat[] {
    const seats: Seat[] = [];
    const reqs = this.reqs.get(keyOf(module, occurrence));
    if (!reqs) return seats;
    for (const { group, first, last } of attendees) {
      const index = this.groups.get(group);
      const req = index === undefined ? undefined : reqs.get(index);
      if (req && first <= req.group.heads) seats.push({ req, first, last: Math.min(last, req.group.heads) });
    }
    return seats;
  }
}

/** Tells of people without a place whether the previous plan had none for them either. */
export function leftOutBefore(unscheduled: readonly PlanUnscheduled[]): (unit: MemberRange) => boolean {
  const ranges = new Map<string, PlanUnscheduled[]>();
  for (const one of unscheduled) append(ranges, `${keyOf(one.module, one.occurrence)} ${one.group}`, one);
  return ({ req: { requirement }, first, last }) => {
    const { module, occurrence, group } = requirement;
    const known = ranges.get(`${keyOf(module.id, occurrence)} ${group.id}`) ?? [];
    return known.some((one) => one.first <= first && last <= one.last);
  };
}

/** Members of a requirement, wherever it stands in a problem. */
interface MemberRange extends Pick<Seat, 'first' | 'last'> {
  readonly req: Pick<Req, 'requirement'>;
}

/** Confirmed ones, what is pinned first, then the earlier, so that prerequisites come before what follows on them. */
export function inOrder({ model }: Problem, sessions: readonly PinnableSession[]): PinnableSession[] {
  return sessions
    .filter(({ status, module }) => status === 'confirmed' && model.modules.has(module))
    .sort(
      (a, b) =>
        Number(b.settled ?? false) - Number(a.settled ?? false) ||
        (a.startUtc < b.startUtc ? -1 : a.startUtc > b.startUtc ? 1 : a.id < b.id ? -1 : 1),
    );
}

/** Days before 1970 stand for: nothing is over. */
function dayText(day: Day): string {
  return day < 0 ? '' : isoDate(day);
}

function keyOf(module: string, occurrence: string): string {
  return `${module} ${occurrence}`;
}
