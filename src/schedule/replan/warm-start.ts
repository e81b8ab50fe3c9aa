/**
 * Starting from the previous plan: what still matches the demand and breaks nothing stays where it is, so that
 * a small change in the workspace is a small change in people's calendars.
 */
import type { Day } from '../../calendar/date.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Notice } from '../../model/notice.ts';
import { mayLead, mayUse, seatLimit } from '../constraints/index.ts';
import { neighbour, sessionOf } from '../constraints/precedence.ts';
import { missing } from '../construct/construct.ts';
import { ANY, type Inserter, QUICK } from '../construct/insert.ts';
import { membersOf } from '../problem/crews.ts';
import type { FacilitatorInfo, Pool, Req, RoomInfo } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import { sortSeats } from '../solution/seats.ts';
import type { Session, State } from '../solution/state.ts';
import { inOrder, type PreviousSession, Reader } from './previous-sessions.ts';

export interface WarmStart {
  /** Sessions of the previous plan that stand in the state. */
  readonly sessions: ReadonlySet<number>;
  /** How many of the previous plan's sessions were not taken over as they were. */
  readonly changed: number;
}

/**
 * Puts the previous plan's sessions into the empty state, by start: those of the past as they were; then all
 * that can stay exactly as they are; then, at their own time, those that need another room, another leader
 * or lose some of their people. What has to come before others goes elsewhere in time for them.
 */
export function keepPrevious(
  inserter: Inserter,
  previous: readonly PlanSession[],
  notice: Notice,
): WarmStart {
  const { state } = inserter;
  const reader = new Reader(state, notice);
  const sessions = new Set<number>();
  const waiting: PreviousSession[] = [];
  let changed = 0;
  const { modules } = state.problem.model;
  for (const document of previous) if (!modules.has(document.module)) reader.spendHours(document);
  for (const document of inOrder(state.problem, previous)) {
    const old = reader.read(document);
    const isSpent = !old && reader.spendHours(document);
    const session =
      old && (old.before.past || old.settled ? asItWas(inserter, old) : unchanged(inserter, old));
    if (session) sessions.add(session.id);
    else if (old) waiting.push(old);
    else if (!isSpent) changed++;
  }
  for (const old of waiting) {
    // By now what has to come first may have found its place.
    let session = old.pool.linked ? unchanged(inserter, old) : undefined;
    if (!session) {
      changed++;
      session = moveOn(inserter, old);
    }
    if (session) sessions.add(session.id);
  }
  takeBackHurried(inserter);
  return { sessions, changed };
}

/** What cannot stay as it stood: at its time all the same if that can be, without those for whom it cannot. */
export function moveOn(inserter: Inserter, old: PreviousSession): Session | undefined {
  const session = adapted(inserter, old);
  holdInTime(inserter, old);
  return session;
}

/** As it stood, unasked: the past is never touched, whatever the workspace says by now. */
export function asItWas(inserter: Inserter, old: PreviousSession): Session {
  const session = sessionAsItWas(inserter, old);
  inserter.state.place(session);
  return session;
}

/** The session as it was, not placed yet. */
export function sessionAsItWas({ state, draft }: Inserter, old: PreviousSession): Session {
  draft.begin(old.pool, old.start, meetingsAt(old)[0] ?? -1);
  draft.end = old.start + old.minutes;
  draft.room = old.room;
  draft.facilitator = old.facilitator;
  for (const { req, first, last } of old.seats) draft.add(req, first, last);
  sortSeats(draft);
  return draft.session(state.newId(), old.before, old.fixed);
}

/** Exactly as it stood; undefined when something forbids it. */
export function unchanged(inserter: Inserter, old: PreviousSession): Session | undefined {
  const { state, draft } = inserter;
  const { pool, start, room, facilitator } = old;
  if (!old.whole || !isFitFor(pool, facilitator, room)) return undefined;
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

/** Whether a pool is led by such a person and held in such a room, as far as it needs any. */
function isFitFor(
  { led, leaders, able, roomed, rooms }: Pool,
  facilitator: FacilitatorInfo | undefined,
  room: RoomInfo | undefined,
): boolean {
  const crew = facilitator ? membersOf(facilitator) : [];
  const isLed = led
    ? crew.length === leaders && crew.every((one) => able.some(({ index }) => index === one.index))
    : crew.length === 0;
  return isLed && (roomed ? room !== undefined && rooms.includes(room) : room === undefined);
}

function seatAll(draft: Draft, { seats }: PreviousSession): boolean {
  for (const { req, first, last } of seats) {
    if (seatLimit(draft, req, first, last) < last) return false;
    draft.add(req, first, last);
  }
  return true;
}

/** At its time with whoever can still come, another leader or room where it has to be. */
function adapted(inserter: Inserter, old: PreviousSession): Session | undefined {
  const { state, draft } = inserter;
  const { pool, start } = old;
  for (const meeting of meetingsAt(old)) {
    draft.begin(pool, start, meeting);
    draft.heedAll(old.seats);
    if (!inserter.findLeader(draft, old.facilitator)) continue;
    const most = inserter.capacity(draft);
    for (const { req, first, last } of old.seats) {
      const limit = seatLimit(draft, req, first, Math.min(last, first + most - draft.heads - 1));
      if (limit >= first) draft.add(req, first, limit);
    }
    if (draft.heads === 0) continue;
    if (!inserter.findRoom(draft, old.room)) continue;
    return stand(state, draft, old);
  }
  return undefined;
}

/** Places those of a session who lost their place before what follows on it for them, so that this can stay. */
function holdInTime(inserter: Inserter, { pool, seats }: PreviousSession): void {
  if (!pool.linked) return;
  const { state } = inserter;
  for (const { req, first, last } of seats) {
    const by = lastDayFor(state, req, first, (later) => state.before.of(later, first));
    if (by < req.from || by === Number.POSITIVE_INFINITY) continue;
    const window = { from: req.from, by, soon: by < state.problem.noticed };
    // Others of the group may still wait for the session that they were in.
    const waiting = missing(state, req).flatMap((unit) => {
      const own = { req, first: Math.max(first, unit.first), last: Math.min(last, unit.last) };
      return own.first <= own.last ? [own] : [];
    });
    while (waiting.length > 0) {
      if (inserter.open(waiting, { ...QUICK, window }, 0)) continue;
      if (!inserter.open(waiting, { ...ANY, window }, 0)) break;
    }
  }
}

/**
 * Takes out again what was put into the notice period for the sake of what follows on it, where that could not stay
 * all the same: it is for later then. Asked once everything that can stand does.
 */
export function takeBackHurried({ state }: Inserter): void {
  const { problem } = state;
  // The last first: what came into it for something that goes itself is for later, too.
  const latestFirst = state.sessions
    .filter((session) => session !== undefined)
    .sort((a, b) => b.start - a.start);
  for (const session of latestFirst) {
    if (session.fixed || !session.pool.linked || session.day <= problem.past) continue;
    const { seats, day, start } = session;
    if (seats.every(({ req }) => day >= req.opens)) continue;
    const needed = seats.some(({ req, first }) => {
      if (state.before.of(req, first)?.start === start) return true;
      return lastDayFor(state, req, first, (later) => sessionOf(state, later, first)) < problem.noticed;
    });
    if (!needed) state.lift(session);
  }
}

/**
 * The day before which a member has what follows on a requirement; ∞ when nothing does.
 * @param find where they have it, or had it in the previous plan
 */
function lastDayFor(
  { before }: State,
  req: Req,
  member: number,
  find: (later: Req) => { readonly start: number } | undefined,
): Day {
  const { group, links } = req;
  const own = before.of(req, member)!.start;
  const part = neighbour(req, 1);
  const next = part ? [{ later: part, atLeastDays: 0 }] : [];
  for (const { reqs, atLeastDays } of links?.followers ?? []) {
    for (const later of reqs) next.push({ later, atLeastDays });
  }
  return next.reduce((by, { later, atLeastDays }) => {
    const then = find(later);
    return then && then.start > own
      ? Math.min(by, group.clock.day(then.start) - Math.max(1, atLeastDays))
      : by;
  }, Number.POSITIVE_INFINITY);
}

function stand(state: State, draft: Draft, { before, fixed }: PreviousSession): Session {
  sortSeats(draft);
  const session = draft.session(state.newId(), before, fixed);
  state.place(session);
  return session;
}

/** Resources of the meetings in which a huddle may have stood; −1 for anything else. */
function meetingsAt({ pool, seats, start }: PreviousSession): readonly number[] {
  if (!pool.huddle) return NONE;
  return seats[0]!.req.tables
    .filter((table) => table.from.some((from, i) => from <= start && start <= table.to[i]!))
    .map((table) => pool.meetings + table.meeting);
}

const NONE: readonly number[] = [-1];
