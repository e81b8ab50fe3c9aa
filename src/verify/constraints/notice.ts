/**
 * The other half of `frozen`: nothing is new to anybody in the notice period, unless it cannot be held later, be it for
 * its window or for what follows on it and stands.
 */
import { type Day, isoDate, MINUTES_A_DAY, toDay } from '../../calendar/date.ts';
import { toUtc, toWall } from '../../calendar/zone.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import { noticeOf } from '../../model/notice.ts';
import {
  type Check,
  type Facts,
  keyOf,
  type SeatedMembers,
  type TimedSession,
  type Violation,
} from '../types.ts';
import { peopleMinutes } from '../ways.ts';
import { groupWords, named } from '../words.ts';

/** @param own what a session must keep whatever else is planned */
export function newInNotice(facts: Facts, previous: Plan, own: readonly Check[]): Violation[] {
  const { plan, model } = facts;
  const { from, end } = noticeOf(model, toDay(plan.asOf)!, plan.made.dated);
  const before = placesOf(previous);
  const now = placesOf(plan);
  return facts.sessions.flatMap((session) => {
    const day = toDay(session.raw.start.slice(0, 10))!;
    if (day < from || day >= end) return [];
    const fresh = session.seated.filter((seated) => isNew(before, session, seated));
    if (fresh.length === 0 || fresh.some((seated) => mustBeSoon(facts, session, seated, before, now, end)))
      return [];
    const late = fresh.filter((seated) => canWait(facts, own, session, seated, end));
    if (late.length === 0) return [];
    return [
      {
        constraint: 'frozen',
        message: `${named(session)} is new to ${groupWords(late[0]!.group)} within ${end - from} days of ${isoDate(from)}, though it could be held later`,
        sessions: [session.id],
      },
    ];
  });
}

/** Module, occurrence, group and member → when they have it. */
type Places = ReadonlyMap<string, string>;

function placesOf({ sessions }: Plan): Places {
  const places = new Map<string, string>();
  for (const session of sessions) {
    if (session.status === 'cancelled') continue;
    for (const { group, first, last } of session.attendees) {
      for (let member = first; member <= last; member++)
        places.set(`${keyOf(session.module, session.occurrence, group)} ${member}`, session.startUtc);
    }
  }
  return places;
}

function isNew(before: Places, { raw }: TimedSession, { group, first, last }: SeatedMembers): boolean {
  const key = keyOf(raw.module, raw.occurrence, group.name);
  for (let member = first; member <= last; member++)
    if (before.get(`${key} ${member}`) !== raw.startUtc) return true;
  return false;
}

/** Whether something that follows on it stands so early that a later day would come after it. */
function mustBeSoon(
  { model, asked }: Facts,
  { module, raw }: TimedSession,
  { group, first, last }: SeatedMembers,
  before: Places,
  now: Places,
  end: Day,
): boolean {
  const current = asked.get(keyOf(module.id, raw.occurrence, group.id));
  for (const other of asked.values()) {
    if (other.group.id !== group.id) continue;
    const after = model.modules.get(other.module.id)!.after.find((one) => one.module === module.id);
    const next = other.module === module && other.period === current?.period && other.part > current.part;
    if (!after && !next) continue;
    const occurrence = other.module.parts > 1 ? `${other.period}.p${other.part}` : other.period;
    const key = keyOf(other.module.id, occurrence, group.name);
    for (let member = first; member <= last; member++) {
      const then = now.get(`${key} ${member}`);
      if (then === undefined || then !== before.get(`${key} ${member}`)) continue;
      const day = Math.floor(toWall(group.site.zone, minuteOf(then)) / MINUTES_A_DAY);
      if (day - Math.max(1, after?.atLeastDays ?? 0) < end) return true;
    }
  }
  return false;
}

/** Whether the people could have it by themselves on some later day of its window. */
function canWait(
  facts: Facts,
  own: readonly Check[],
  session: TimedSession,
  { group }: SeatedMembers,
  end: Day,
): boolean {
  const asked = facts.asked.get(keyOf(session.module.id, session.raw.occurrence, group.id));
  for (let day = end; asked && day <= asked.by; day++) {
    for (const minute of minutesOf(facts, session, group.department.id)) {
      const alone = heldAt(facts, session, group, day * MINUTES_A_DAY + minute);
      if (own.every((check) => check({ ...facts, sessions: [alone] }).length === 0)) return true;
    }
  }
  return false;
}

/** Minutes of a day at which it may start. */
function minutesOf({ model }: Facts, { module }: TimedSession, department: string): number[] {
  if (module.format === 'huddle') {
    return model.departments.get(department)!.meetings.flatMap(({ at, minutes }) => {
      const starts = [];
      for (let minute = 0; minute + module.minutes <= minutes; minute += 5) starts.push((at + minute) % 1440);
      return starts;
    });
  }
  const { startEvery } = model.policy;
  return Array.from({ length: Math.ceil(MINUTES_A_DAY / startEvery) }, (_, i) => i * startEvery);
}

/** One person of a group in the session at another time. */
function heldAt(
  { model }: Facts,
  { raw, module, id }: TimedSession,
  group: SeatedMembers['group'],
  wall: number,
): TimedSession {
  const start = toUtc(raw.timezone, wall).utc;
  const local = toWall(group.site.zone, start);
  const { minutes } = module;
  const { first } = group;
  const end = start + minutes;
  const way = peopleMinutes(model, group.site.id, raw.site);
  const time = { start: local, end: local + minutes, leaves: start - way, back: end + way };
  const seated = [{ group, first, last: first, heads: 1, ...time }];
  return { id, raw, module, start, end, wall, minutes, seated };
}

/** `2027-03-02T09:30:00Z` → minutes since 1970. */
function minuteOf(utc: PlanSession['startUtc']): number {
  const day = toDay(utc.slice(0, 10))!;
  return day * MINUTES_A_DAY + 60 * Number(utc.slice(11, 13)) + Number(utc.slice(14, 16));
}
