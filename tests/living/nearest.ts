/**
 * How near to its old day a session could have been held, if all others stay where they are now: every day from there
 * outwards, every start, room and leader is asked for, and the verifier, which was written apart, says whether that does.
 */
import { MINUTES_A_DAY, toDay, wallText } from '../../src/calendar/date.ts';
import { toUtc, utcText } from '../../src/calendar/zone.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';
import { verifyPlan } from '../../src/verify/verify.ts';

/** About the document and its words, not about where sessions are. */
const WORDS = new Set(['document', 'complete', 'frozen']);

/** Days between the old day and the nearest that would do; at most as many as there are now. @param earliest first day */
export function leastShift(
  model: Model,
  plan: Plan,
  before: PlanSession,
  after: PlanSession,
  earliest: number,
): number {
  const [then, now] = [before, after].map(({ start }) => toDay(start.slice(0, 10))!) as [number, number];
  const most = Math.abs(now - then);
  const others = plan.sessions.filter(({ id }) => id !== after.id);
  const alone: Plan = { ...plan, sessions: [] };
  for (let away = 0; away < most; away++) {
    for (const day of new Set([then - away, then + away])) {
      if (day < earliest) continue;
      for (let minute = 0; minute < MINUTES_A_DAY; minute += model.policy.startEvery) {
        const start = day * MINUTES_A_DAY + minute;
        const here = at(after, start);
        // Most starts are no time for its people at all: that is asked first.
        if (breaks(model, { ...alone, sessions: [here] }, after, new Set(TIMES))) continue;
        for (const one of everyWay(model, here))
          if (!breaks(model, { ...plan, sessions: [...others, one] }, after)) return away;
      }
    }
  }
  return most;
}

const TIMES = ['in-window', 'in-shift', 'not-closed', 'meeting-slot', 'presence'];

function breaks(model: Model, plan: Plan, { id }: PlanSession, only?: ReadonlySet<string>): boolean {
  return verifyPlan(model, plan).some(
    ({ constraint, sessions }) =>
      !WORDS.has(constraint) && (!only || only.has(constraint)) && sessions.includes(id),
  );
}

function at(session: PlanSession, wall: number): PlanSession {
  const start = toUtc(session.timezone, wall).utc;
  return {
    ...session,
    start: wallText(wall),
    end: wallText(wall + session.minutes),
    startUtc: utcText(start),
    endUtc: utcText(start + session.minutes),
  };
}

/** With every room and every leader, as far as it has any. */
function* everyWay(model: Model, session: PlanSession): Generator<PlanSession> {
  const rooms = session.room === null ? [null] : [...model.rooms.keys()];
  const leaders = session.facilitator === null ? [null] : [...model.facilitators.keys()];
  for (const room of rooms) for (const facilitator of leaders) yield { ...session, room, facilitator };
}

/** The day after which nothing is too near. */
export function firstDay(model: Model, asOf: string): number {
  return toDay(asOf)! + model.policy.noticeDays;
}
