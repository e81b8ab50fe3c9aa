/** Whether a session can be held at a start with whom and where it is wanted; else the constraint that forbids it. */
import { contains } from '../../calendar/spans.ts';
import { rosteredTime, touches } from '../../model/working-time/time.ts';
import { inWindow } from '../constraints/in-window.ts';
import { LEAD_RULES, mayLead, mayUse, ROOM_RULES, SEAT_RULES } from '../constraints/index.ts';
import { nightRest } from '../constraints/night-rest.ts';
import { notClosed } from '../constraints/not-closed.ts';
import { needsOf } from '../constraints/precedence.ts';
import { prerequisite } from '../constraints/prerequisite.ts';
import type { Inserter } from '../construct/insert.ts';
import { isIn, membersOf } from '../problem/crews.ts';
import type { FacilitatorInfo, Pool, Req, RoomInfo } from '../problem/problem.ts';
import { dayOfStart } from '../problem/start-table.ts';
import type { PreviousSession } from '../replan/previous-sessions.ts';
import type { Draft } from '../solution/draft.ts';
import { sortSeats } from '../solution/seats.ts';
import type { Seat, Session } from '../solution/state.ts';

/** What is fixed besides the start; undefined: free. */
export interface PinRequest {
  readonly facilitator: string | undefined;
  /** Who leads it together with them, where that is fixed, too. */
  readonly coFacilitators?: readonly string[] | undefined;
  readonly room: string | undefined;
  /** As many of its people as can come, not all. */
  readonly open?: boolean;
  /** Constraints that are waived. */
  readonly waived: ReadonlySet<string>;
}

/** The session, not placed yet; or the id of what forbids it. */
export function probe(
  inserter: Inserter,
  old: PreviousSession,
  start: number,
  wanted: PinRequest,
): Session | string {
  const { pool, seats } = old;
  const refusals = meetingsAt(pool, seats[0]!.req, start).map((meeting) => {
    const { draft } = inserter;
    draft.begin(pool, start, meeting);
    draft.soon = wanted.waived.has('frozen');
    draft.heedAll(seats);
    const refused =
      untimely(draft, seats, wanted) ??
      led(inserter, old, wanted) ??
      seated(inserter, seats, wanted) ??
      housed(inserter, old, wanted);
    if (refused !== undefined) return refused;
    sortSeats(draft);
    return draft.session(-1, old.before, true);
  });
  return refusals.find((one) => typeof one !== 'string') ?? refusals[0] ?? 'meeting-slot';
}

/** Whether it is no time for its people, whoever leads it: that is told first. */
function untimely(draft: Draft, seats: readonly Seat[], { waived }: PinRequest): string | undefined {
  for (const { req, first, last } of seats) {
    for (const { id, seat } of [inWindow, nightRest, notClosed]) {
      if (!waived.has(id) && seat!(draft, req, first, last) < last) return id;
    }
  }
  return undefined;
}

function led(inserter: Inserter, old: PreviousSession, wanted: PinRequest): string | undefined {
  const { draft } = inserter;
  const { pool } = old;
  const { facilitator, coFacilitators = [] } = wanted;
  if (!pool.led) return facilitator === undefined ? undefined : 'facilitator-able';
  if (facilitator === undefined) {
    if (inserter.findLeader(draft, old.facilitator)) return undefined;
    return refusalOf(draft, pool.able) ?? 'facilitator-able';
  }
  const ids = [facilitator, ...coFacilitators];
  const asked = pool.able.filter((info) => ids.includes(info.facilitator.id));
  if (asked.length < ids.length || asked.length > pool.leaders) return 'facilitator-able';
  const refused = asked.find((one) => !mayLead(draft, one));
  if (refused) return refusalOf(draft, [refused]);
  const before = old.facilitator ? membersOf(old.facilitator) : [];
  const others = before.filter(({ facilitator: { id } }) => !ids.includes(id));
  const crew = draft.state.problem.crews.of([...asked, ...others].slice(0, pool.leaders));
  if (!inserter.findLeader(draft, crew)) return refusalOf(draft, pool.able) ?? 'facilitator-able';
  return asked.every((one) => isIn(draft.facilitator!, one)) ? undefined : 'facilitator-once';
}

function refusalOf(draft: Draft, leaders: readonly FacilitatorInfo[]): string | undefined {
  return LEAD_RULES.find(({ lead }) => leaders.some((one) => !lead!(draft, one)))?.id;
}

function seated(
  inserter: Inserter,
  seats: readonly Seat[],
  { waived, open = false }: PinRequest,
): string | undefined {
  const { draft } = inserter;
  const most = open ? inserter.capacity(draft) : Number.POSITIVE_INFINITY;
  for (const { req, first, last } of seats) {
    if (waived.has('not-closed') && !isOnShift(draft, req)) return 'in-shift';
    let limit = Math.min(last, first + most - 1);
    for (const rule of SEAT_RULES) {
      if (waived.has(rule.id) || (rule === prerequisite && canPrecede(draft, req))) continue;
      const seat = rule.seat!(draft, req, first, limit);
      if (seat < (open ? first : limit)) return rule.id;
      limit = seat;
    }
    draft.add(req, first, limit);
  }
  return draft.heads > draft.pool.seats ? 'room-fits' : undefined;
}

/** What may be held in spite of closures may not be held outside the shift: the tables of starts know both as one. */
function isOnShift({ state, start, end, pool }: Draft, { group, way }: Req): boolean {
  const { model } = state.problem;
  const { post } = group.group;
  const department = model.departments.get(post.department)!;
  const [from, to] = [start - way, end + way].map((minute) => group.clock.wall(minute)) as [number, number];
  const shift = rosteredTime(model, department, post);
  return pool.module.outsideShift ? touches(shift, from, to) : contains(shift, from, to);
}

/** Whether what must come before could be held early enough: it finds its place around what is pinned. */
function canPrecede({ day }: Draft, req: Req): boolean {
  return needsOf(req).every(({ reqs, atLeastDays }) => reqs.some(({ from }) => from + atLeastDays <= day));
}

function housed(inserter: Inserter, old: PreviousSession, { room }: PinRequest): string | undefined {
  const { draft } = inserter;
  const { pool } = old;
  if (!pool.roomed) return room === undefined ? undefined : 'room-fits';
  if (room === undefined) {
    if (inserter.findRoom(draft, old.room)) return undefined;
    return pool.rooms.some((one) => one.room.seats >= draft.heads) ? 'room-once' : 'room-fits';
  }
  const one = pool.rooms.find((info) => info.room.id === room);
  if (!one || one.room.seats < draft.heads) return 'room-fits';
  if (!mayUse(draft, one))
    return ROOM_RULES.find((rule) => !rule.room!(draft, one as RoomInfo))?.id ?? 'room-once';
  draft.room = one;
  return undefined;
}

/** Resources of the meetings that a huddle could be part of; −1 for anything else. */
function meetingsAt(pool: Pool, { tables }: Req, start: number): readonly number[] {
  if (!pool.huddle) return [-1];
  return tables.flatMap((table) => (dayOfStart(table, start) >= 0 ? [pool.meetings + table.meeting] : []));
}
