/**
 * Starting from the previous plan: what still matches the demand and breaks nothing stays where it is, so that
 * a small change in the workspace is a small change in people's calendars.
 */
import { type Day, MINUTES_A_DAY, toDay } from '../calendar/date.ts';
import type { Plan, PlanSession } from '../model/plan.ts';
import { seatLimit } from './constraints/index.ts';
import type { Inserter } from './insert.ts';
import { sortSeats } from './insert.ts';
import type { Pool, Problem, Req } from './problem.ts';
import type { Before, Session } from './state.ts';

export interface Kept {
  /** Sessions of the previous plan that stand in the state. */
  readonly sessions: ReadonlySet<number>;
  /** How many of the previous plan's sessions were not taken over as they were. */
  readonly changed: number;
}

/** Puts the previous plan's sessions into the empty state: the frozen ones first, then by start. */
export function keepPrevious(inserter: Inserter, previous: Plan, asOf: Day, noticeDays: number): Kept {
  const { problem } = inserter.state;
  const reqs = reqsByName(problem);
  const sessions = new Set<number>();
  let changed = 0;
  for (const old of inOrder(problem, previous)) {
    const day = toDay(old.start.slice(0, 10))!;
    const session = keep(inserter, old, reqs, day < asOf + noticeDays);
    if (session) sessions.add(session.id);
    if (!session || session.heads !== old.heads || !asBefore(session)) changed++;
  }
  return { sessions, changed };
}

/** Earlier sessions first, prerequisites before what follows on them: by start. */
function inOrder({ model }: Problem, previous: Plan): PlanSession[] {
  const confirmed = previous.sessions.filter(
    ({ status, module }) => status === 'confirmed' && model.modules.has(module),
  );
  return [...confirmed].sort((a, b) =>
    a.startUtc < b.startUtc ? -1 : a.startUtc > b.startUtc ? 1 : a.id < b.id ? -1 : 1,
  );
}

function reqsByName({ reqs }: Problem): Map<string, Req> {
  return new Map(reqs.map((req) => [req.requirement.id, req]));
}

function keep(
  inserter: Inserter,
  old: PlanSession,
  reqs: ReadonlyMap<string, Req>,
  fixed: boolean,
): Session | undefined {
  const { state, draft } = inserter;
  const seats = old.attendees.flatMap(({ group, first, last }) => {
    const req = reqs.get(`${old.module}.${old.occurrence}.${group}`);
    return req ? [{ req, first, last: Math.min(last, req.group.heads) }] : [];
  });
  const pool = seats[0]?.req.pool;
  if (!pool) return undefined;
  const start = utcMinute(old.startUtc);
  const before: Before = {
    id: old.id,
    start,
    room: old.room ?? undefined,
    facilitator: old.facilitator ?? undefined,
  };
  for (const { req, first, last } of seats) {
    for (let member = first; member <= last; member++) state.before.set(req.base + member - 1, before);
  }
  for (const meeting of meetingsAt(pool, seats[0]!.req, start)) {
    draft.begin(pool, start, meeting);
    if (
      pool.led &&
      !inserter.findLeader(
        draft,
        pool.able.find((one) => one.facilitator.id === old.facilitator),
      )
    ) {
      continue;
    }
    for (const { req, first, last } of seats) {
      if (req.pool !== pool || last < first) continue;
      const limit = seatLimit(draft, req, first, last);
      if (limit >= first) draft.add(req, first, limit);
    }
    if (draft.heads === 0) continue;
    if (
      !inserter.findRoom(
        draft,
        pool.rooms.find(({ room }) => room.id === old.room),
      )
    )
      continue;
    sortSeats(draft);
    const session = draft.session(state.newId(), before, fixed);
    state.place(session);
    return session;
  }
  return undefined;
}

/** Resources of the meetings in which a huddle may have stood; −1 for anything else. */
function meetingsAt(pool: Pool, req: Req, start: number): number[] {
  if (!pool.huddle) return [-1];
  return req.tables
    .filter((table) => table.from.some((from, i) => from <= start && start <= table.to[i]!))
    .map((table) => pool.meetings + table.meeting);
}

/** Whether a session stands as the previous plan had it. */
export function asBefore({ before, start, room, facilitator }: Session): boolean {
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
