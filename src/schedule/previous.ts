/**
 * Starting from the previous plan: what still matches the demand and breaks nothing stays where it is, so that
 * a small change in the workspace is a small change in people's calendars.
 */
import { type Day, MINUTES_A_DAY, toDay } from '../calendar/date.ts';
import type { PlanSession } from '../model/plan.ts';
import { mayLead, mayUse, seatLimit } from './constraints/index.ts';
import type { Draft } from './draft.ts';
import type { Inserter } from './insert.ts';
import { sortSeats } from './insert.ts';
import type { Pool, Problem, Req } from './problem.ts';
import type { Before, Seat, Session, State } from './state.ts';

export interface Kept {
  /** Sessions of the previous plan that stand in the state. */
  readonly sessions: ReadonlySet<number>;
  /** How many of the previous plan's sessions were not taken over as they were. */
  readonly changed: number;
}

/**
 * Puts the previous plan's sessions into the empty state, by start: those of the past as they were; then all
 * that can stay exactly as they are; then, at their own time, those that need another room, another leader
 * or lose some of their people.
 */
export function keepPrevious(
  inserter: Inserter,
  previous: readonly PlanSession[],
  asOf: Day,
  noticeDays: number,
): Kept {
  const { problem } = inserter.state;
  const reqs = reqsByName(problem);
  const sessions = new Set<number>();
  const waiting: Old[] = [];
  let changed = 0;
  for (const document of inOrder(problem, previous)) {
    const day = toDay(document.start.slice(0, 10))!;
    const past = day < asOf;
    const old = oldOf(inserter.state, document, reqs, past, day < asOf + noticeDays);
    if (!old) {
      changed++;
      continue;
    }
    const session = past ? asItWas(inserter, old) : unchanged(inserter, old);
    if (session) sessions.add(session.id);
    else waiting.push(old);
  }
  for (const old of waiting) {
    const session = adapted(inserter, old);
    if (session) sessions.add(session.id);
    changed++;
  }
  return { sessions, changed };
}

/** A session of the previous plan, in terms of the problem. */
interface Old {
  readonly document: PlanSession;
  readonly pool: Pool;
  readonly start: number;
  readonly seats: readonly Seat[];
  /** Whether all its people are still asked for. */
  readonly whole: boolean;
  readonly before: Before;
  readonly fixed: boolean;
}

/** Earlier sessions first, prerequisites before what follows on them: by start. */
function inOrder({ model }: Problem, previous: readonly PlanSession[]): PlanSession[] {
  const confirmed = previous.filter(
    ({ status, module }) => status === 'confirmed' && model.modules.has(module),
  );
  return [...confirmed].sort((a, b) =>
    a.startUtc < b.startUtc ? -1 : a.startUtc > b.startUtc ? 1 : a.id < b.id ? -1 : 1,
  );
}

function reqsByName({ reqs }: Problem): Map<string, Req> {
  return new Map(reqs.map((req) => [req.requirement.id, req]));
}

/** Undefined when nobody in it is asked for any more. */
function oldOf(
  state: State,
  document: PlanSession,
  reqs: ReadonlyMap<string, Req>,
  past: boolean,
  fixed: boolean,
): Old | undefined {
  const { module, occurrence, attendees, room, facilitator } = document;
  const seats = attendees.flatMap(({ group, first, last }) => {
    const req = reqs.get(`${module}.${occurrence}.${group}`);
    return req && first <= req.group.heads ? [{ req, first, last: Math.min(last, req.group.heads) }] : [];
  });
  const pool = seats[0]?.req.pool;
  const start = utcMinute(document.startUtc);
  if (!pool || !state.holds(start)) return undefined;
  const before: Before = {
    id: document.id,
    past,
    site: document.site,
    zone: document.timezone,
    start,
    room: room ?? undefined,
    facilitator: facilitator ?? undefined,
  };
  for (const { req, first, last } of seats) {
    for (let member = first; member <= last; member++) state.before.set(req.base + member - 1, before);
  }
  const own = seats.filter(({ req }) => req.pool === pool);
  const heads = own.reduce((sum, { first, last }) => sum + last - first + 1, 0);
  return { document, pool, start, seats: own, whole: heads === document.heads, before, fixed };
}

/** The past is never touched, whatever the workspace says by now. */
function asItWas({ state, draft }: Inserter, old: Old): Session {
  const { rooms, facilitators } = state.problem;
  draft.begin(old.pool, old.start, meetingsAt(old)[0] ?? -1);
  draft.room = rooms.find(({ room }) => room.id === old.before.room);
  draft.facilitator = facilitators.find(({ facilitator }) => facilitator.id === old.before.facilitator);
  for (const { req, first, last } of old.seats) draft.add(req, first, last);
  return stand(state, draft, old);
}

/** Exactly as it stood; undefined when something forbids it. */
function unchanged(inserter: Inserter, old: Old): Session | undefined {
  const { state, draft } = inserter;
  const { pool, start, before } = old;
  const facilitator = pool.able.find((one) => one.facilitator.id === before.facilitator);
  const room = pool.rooms.find((one) => one.room.id === before.room);
  if (!old.whole || pool.led !== (facilitator !== undefined) || pool.roomed !== (room !== undefined)) {
    return undefined;
  }
  for (const meeting of meetingsAt(old)) {
    draft.begin(pool, start, meeting);
    if (facilitator && !mayLead(draft, facilitator)) continue;
    draft.facilitator = facilitator;
    if (!seatAll(draft, old)) continue;
    if (draft.heads > pool.seats || (room && (room.room.seats < draft.heads || !mayUse(draft, room))))
      continue;
    draft.room = room;
    return stand(state, draft, old);
  }
  return undefined;
}

function seatAll(draft: Draft, { seats }: Old): boolean {
  for (const { req, first, last } of seats) {
    if (seatLimit(draft, req, first, last) < last) return false;
    draft.add(req, first, last);
  }
  return true;
}

/** At its time with whoever can still come, another leader or room where it has to be. */
function adapted(inserter: Inserter, old: Old): Session | undefined {
  const { state, draft } = inserter;
  const { pool, start, before } = old;
  for (const meeting of meetingsAt(old)) {
    draft.begin(pool, start, meeting);
    const facilitator = pool.able.find((one) => one.facilitator.id === before.facilitator);
    if (!inserter.findLeader(draft, facilitator)) continue;
    const most = inserter.capacity(draft);
    for (const { req, first, last } of old.seats) {
      const limit = seatLimit(draft, req, first, Math.min(last, first + most - draft.heads - 1));
      if (limit >= first) draft.add(req, first, limit);
    }
    if (draft.heads === 0) continue;
    if (
      !inserter.findRoom(
        draft,
        pool.rooms.find((one) => one.room.id === before.room),
      )
    )
      continue;
    return stand(state, draft, old);
  }
  return undefined;
}

function stand(state: State, draft: Draft, { before, fixed }: Old): Session {
  sortSeats(draft);
  const session = draft.session(state.newId(), before, fixed);
  state.place(session);
  return session;
}

/** Resources of the meetings in which a huddle may have stood; −1 for anything else. */
function meetingsAt({ pool, seats, start }: Old): number[] {
  if (!pool.huddle) return [-1];
  return seats[0]!.req.tables
    .filter((table) => table.from.some((from, i) => from <= start && start <= table.to[i]!))
    .map((table) => pool.meetings + table.meeting);
}

/** Whether a session stands as the previous plan had it. */
export function asBefore({ before, start, room, facilitator }: Session): boolean {
  if (before?.past) return true;
  return (
    before !== undefined &&
    before.start === start &&
    before.room === room?.room.id &&
    before.facilitator === facilitator?.facilitator.id
  );
}

/** `2027-03-02T09:30:00Z` → UTC minutes. */
function utcMinute(text: string): number {
  const day = toDay(text.slice(0, 10))!;
  return day * MINUTES_A_DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16));
}
