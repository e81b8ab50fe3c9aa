/**
 * `frozen`: a session of the previous plan that starts before `asOf + noticeDays` stays as it is, unless it
 * breaks another constraint now: on its own, or with others that stayed. The past is never touched: what
 * started before `asOf` stays word for word in any case, and nothing is put there.
 */
import { toDay } from '../../calendar/date.ts';
import { isHeld } from '../../model/made/history.ts';
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import { noticeOf } from '../../model/notice.ts';
import { heldSessions } from '../facts.ts';
import { runsIn } from '../people.ts';
import {
  type Check,
  type Facts,
  keyOf,
  type MemberGroup,
  type TimedSession,
  type Violation,
} from '../types.ts';
import { allowed, floor, headsBeside } from './floor.ts';
import { newInNotice } from './notice.ts';

/**
 * @param others every other constraint, to tell whether the old place would break one
 * @param own those that a session keeps or breaks by itself, to tell whether it could be held later
 */
export const frozen =
  (others: readonly Check[], own: readonly Check[]): Check =>
  (facts) => {
    const { plan, previous, model } = facts;
    if (!previous) return [];
    const until = noticeOf(model, toDay(plan.asOf)!, plan.made.dated).end;
    const now = new Map(plan.sessions.map((session) => [session.id, session]));
    const stayed = previous.sessions.filter((old) => stays(old, now.get(old.id)));
    const out: Violation[] = [];
    for (const old of previous.sessions) {
      if (old.status === 'cancelled' || toDay(old.start.slice(0, 10))! >= until) continue;
      const session = now.get(old.id);
      const held = isHeld(old, plan.asOf);
      // What was held stands word for word, whatever the workspace says by now.
      if (held ? JSON.stringify(old) === JSON.stringify(session) : stays(old, session)) continue;
      if (!held && breaks(facts, others, old, stayed)) continue;
      const what = !session ? 'is gone' : session.status === 'cancelled' ? 'was cancelled' : 'was changed';
      out.push({
        constraint: 'frozen',
        message: held
          ? `${old.id}, ${old.start}, was over on ${plan.asOf} and ${what}: the past is never touched`
          : `${old.id}, ${old.start}, starts within ${model.policy.noticeDays} days of ${plan.asOf} and ${what}, though it could stay`,
        sessions: [old.id],
      });
    }
    return [...out, ...intoThePast(plan, previous), ...newInNotice(facts, previous, own)];
  };

/** Whether an earlier plan made a session that is past now. */
export function isHistory(session: PlanSession, asOf: string): boolean {
  return isHeld(session, asOf) && session.created < asOf;
}

/** Sessions before the day of the plan that did not stand there before (with more people, perhaps). */
function intoThePast(plan: Plan, previous: Plan): Violation[] {
  const before = new Map(previous.sessions.map((session) => [session.id, session]));
  return plan.sessions
    .filter((session) => isHeld(session, plan.asOf))
    .filter(
      ({ id, startUtc, site }) => before.get(id)?.startUtc !== startUtc || before.get(id)?.site !== site,
    )
    .map(({ id, start }) => ({
      constraint: 'frozen',
      message: `${id} is put at ${start}, before the day of the plan, ${plan.asOf}`,
      sessions: [id],
    }));
}

function isAsked({ groups, asked }: Facts, { module, occurrence, attendees }: PlanSession): boolean {
  return attendees.every((range) =>
    runsIn(groups, range)?.every(({ group }) => asked.has(keyOf(module, occurrence, group.id))),
  );
}

/** Same moment, whatever its zone is called by now, and the same place, leader and people. */
function stays(old: PlanSession, now: PlanSession | undefined): boolean {
  return (
    now !== undefined && now.status === 'confirmed' && placeOf(old) === placeOf(now) && sameTime(old, now)
  );
}

/** By its own clock, as new zone data may put the same local time at another instant; or by the instant, as a zone may have another name. */
function sameTime(old: PlanSession, now: PlanSession): boolean {
  return old.startUtc === now.startUtc || (old.start === now.start && old.timezone === now.timezone);
}

function placeOf({ module, occurrence, site, room, facilitator, attendees }: PlanSession): string {
  return JSON.stringify([module, occurrence, site, room, facilitator, attendees]);
}

function breaks(
  facts: Facts,
  others: readonly Check[],
  old: PlanSession,
  stayed: readonly PlanSession[],
): boolean {
  const sessions = heldSessions(facts, [...stayed, old]);
  const own = sessions.find(({ id }) => id === old.id);
  if (!own || own.minutes !== own.module.minutes) return true;
  if (!isAsked(facts, old)) return true;
  const broken = (check: Check, among: readonly TimedSession[]): boolean =>
    check({ ...facts, sessions: among }).some((violation) => violation.sessions.includes(old.id));
  return (
    others.some((check) => broken(check, sessions)) ||
    smallerShares(facts, sessions, own).some((among) => broken(floor, among))
  );
}

function shiftOf({ department, post }: MemberGroup): string {
  return `${department.id} ${post.site} ${post.shift}`;
}

/**
 * Sessions by what share of a shift they let go, a larger one in each list: nobody stays only because others, for
 * whom more people may go, happen to be away at the same time.
 */
function smallerShares(
  { model }: Facts,
  sessions: readonly TimedSession[],
  own: TimedSession,
): TimedSession[][] {
  const groups = new Map(own.seated.map(({ group }) => [shiftOf(group), group]));
  return [...groups.values()].flatMap(({ department, post }) => {
    const heads = headsBeside(model, post);
    const mostOf = (session: TimedSession): number => allowed(session, department, post, heads);
    const limits = new Set(sessions.map(mostOf).filter((most) => most >= mostOf(own)));
    return [...limits].map((most) => sessions.filter((session) => mostOf(session) <= most));
  });
}
