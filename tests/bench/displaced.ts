/**
 * What a change of the workspace forces, and what the new plan does: sessions of the old plan that cannot stand
 * any more, as the verifier (which was written apart from the planner) finds them, beside those that changed.
 */
import { isoDate, toDay, wallText } from '../../src/calendar/date.ts';
import { toUtc, utcText } from '../../src/calendar/zone.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { wallOf } from '../../src/verify/facts.ts';
import { verifyPlan } from '../../src/verify/verify.ts';

/** About the document as a whole or its words, not about where sessions are. */
const WORDS = new Set(['document', 'frozen']);
const FIRST = 'prerequisite';

export interface Disturbance {
  /** Sessions that no longer hold; of those that only collide with each other, as few as have to go. */
  readonly displaced: number;
  /** Of these: nobody is asked for them any more, or not all who were in them. */
  readonly unasked: number;
  /** Sessions whose people have another start, room or leader, or none at all. */
  readonly changed: number;
  /** People-seats of the changed sessions that are elsewhere now. */
  readonly peopleMoved: number;
  /** Ids of sessions that changed although they could have stayed. */
  readonly needless: readonly string[];
}

/** @param model the workspace after the change */
export function disturbance(model: Model, before: Plan, after: Plan): Disturbance {
  const open = before.sessions.filter(
    ({ status, start }) => status === 'confirmed' && start.slice(0, 10) >= after.asOf,
  );
  const displaced = displacedIn(model, before, after, new Set(open.map(({ id }) => id)));
  const now = new Map(after.sessions.map((session) => [session.id, session]));
  const places = placesOf(after);
  const changed = open.filter((session) => !isWhereItWas(session, now.get(session.id)));
  return {
    displaced: displaced.size,
    unasked: open.filter((session) => !isAsked(after, model, session)).length,
    changed: changed.length,
    peopleMoved: changed.reduce((sum, session) => sum + movedOf(session, places), 0),
    needless: changed.flatMap(({ id }) => (displaced.has(id) ? [] : [id])),
  };
}

/** As few of the open sessions as must go, so that what is left breaks nothing. */
function displacedIn(model: Model, before: Plan, after: Plan, open: ReadonlySet<string>): Set<string> {
  const planned = before.sessions.map((session) =>
    open.has(session.id) ? asLongAsNow(model, session) : session,
  );
  const gone = new Set(
    planned.flatMap((session) =>
      open.has(session.id) && !isAsked(after, model, session) ? [session.id] : [],
    ),
  );
  const soonest = atTheSoonest(model, after.asOf);
  for (;;) {
    const sessions = planned.filter(({ id }) => !gone.has(id));
    const early = planned.flatMap((session) => (gone.has(session.id) ? soonest(session) : [session]));
    const year = { ...before, asOf: after.asOf, groups: after.groups };
    const faults = [
      ...verifyPlan(model, { ...year, sessions }).filter(
        ({ constraint }) => constraint !== FIRST && !WORDS.has(constraint),
      ),
      // What has to come first may find another place in time, if its window lets it.
      ...verifyPlan(model, { ...year, sessions: early }).filter(({ constraint }) => constraint === FIRST),
    ].map((fault) => [...new Set(fault.sessions)].filter((id) => open.has(id) && !gone.has(id)));
    const real = faults.filter((ids) => ids.length > 0);
    if (real.length === 0) return gone;
    for (const id of hitting(real)) gone.add(id);
  }
}

/** A session as if it were held as soon as its window opens; nothing when it is not asked for. */
function atTheSoonest(model: Model, asOf: string): (session: PlanSession) => PlanSession[] {
  const requirements = makeDemand(model).requirements.map(
    (one) => [`${one.module.id} ${one.occurrence} ${one.group.id}`, one.from] as const,
  );
  const windows = new Map(requirements);
  return (session) => {
    const { module, occurrence, attendees } = session;
    const opens = attendees.map(({ group }) => windows.get(`${module} ${occurrence} ${group}`));
    if (opens.some((day) => day === undefined)) return [];
    const day = Math.max(toDay(asOf)! + 1, ...(opens as number[]));
    return [{ ...session, start: `${isoDate(day)}T00:00` }];
  };
}

/** Names of which every list has one: those that stand alone, then whatever is in most of the others. */
function hitting(lists: readonly (readonly string[])[]): Set<string> {
  const out = new Set(lists.flatMap((list) => (list.length === 1 ? list : [])));
  let left = lists.filter((list) => !list.some((id) => out.has(id)));
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const id of left.flat()) counts.set(id, (counts.get(id) ?? 0) + 1);
    const [worst] = [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] > a[0]) ? b : a));
    out.add(worst);
    left = left.filter((list) => !list.includes(worst));
  }
  return out;
}

/** Where it begins when it did: another length is no reason to go elsewhere by itself. */
function asLongAsNow(model: Model, session: PlanSession): PlanSession {
  const minutes = model.modules.get(session.module)?.minutes ?? session.minutes;
  if (minutes === session.minutes) return session;
  const zone = session.timezone;
  const start = wallOf(session.start)!;
  return {
    ...session,
    minutes,
    end: wallText(start + minutes),
    endUtc: utcText(toUtc(zone, start).utc + minutes),
  };
}

/** Whether the session's module and all of its people still are there: the verifier passes over what it cannot read. */
function isAsked({ groups }: Plan, model: Model, { module, attendees }: PlanSession): boolean {
  if (!model.modules.has(module)) return false;
  const heads = new Map(groups.map(({ id, heads }) => [id, heads]));
  return attendees.every(({ group, last }) => last <= (heads.get(group) ?? 0));
}

/** Same start, room and leader for everybody who was in it; others may have joined. */
function isWhereItWas(old: PlanSession, now: PlanSession | undefined): boolean {
  return (
    now?.status === 'confirmed' &&
    spotOf(now) === spotOf(old) &&
    old.attendees.every(({ group, first, last }) =>
      now.attendees.some((seat) => seat.group === group && seat.first <= first && seat.last >= last),
    )
  );
}

function spotOf({ start, room, facilitator }: PlanSession): string {
  return `${start} ${room} ${facilitator}`;
}

/** Where each member is for each module and occurrence. */
function placesOf({ sessions }: Plan): Map<string, string> {
  const places = new Map<string, string>();
  for (const session of sessions) {
    if (session.status === 'confirmed') for (const key of keysOf(session)) places.set(key, spotOf(session));
  }
  return places;
}

function movedOf(session: PlanSession, places: ReadonlyMap<string, string>): number {
  return keysOf(session).filter((key) => places.get(key) !== spotOf(session)).length;
}

function keysOf({ module, occurrence, attendees }: PlanSession): string[] {
  return attendees.flatMap(({ group, first, last }) =>
    Array.from({ length: last - first + 1 }, (_, i) => `${module} ${occurrence} ${group} ${first + i}`),
  );
}
