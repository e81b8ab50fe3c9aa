/**
 * A plan made with other zone data: laws change what the clocks of a place show, but not at which time of the clock
 * people were asked to come. What is still to come keeps its local time and gets the instant that this is now; what
 * was held stays as it was told.
 */
import { MINUTES_A_DAY, toDay } from '../calendar/date.ts';
import { toUtc, utcText, ZONE_RELEASE } from '../calendar/zone.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Id } from '../model/model.ts';

/** Why a session was changed whose local time stands. */
export const CLOCKS_CHANGED = `Clocks: zone data ${ZONE_RELEASE} puts its local time at another instant than before.`;

export interface ClockUpdate {
  readonly plan: Plan;
  /** Ids of the sessions whose instants are others now. */
  readonly changed: ReadonlySet<Id>;
}

/**
 * The plan with the instants of our zone data; itself where all were right. Where the same data made them, somebody has
 * changed a local time by hand: no clocks are why then.
 *
 * @param asOf what starts before is held
 */
export function reckoned(plan: Plan, asOf: string): ClockUpdate {
  const moved = new Set<Id>();
  const sessions = plan.sessions.map((session) => {
    if (session.status === 'cancelled' || session.start.slice(0, 10) < asOf) return session;
    const now = onItsClock(session);
    if (now !== session) moved.add(session.id);
    return now;
  });
  const changed = plan.made.zones === ZONE_RELEASE ? NONE : moved;
  return moved.size === 0 ? { plan, changed } : { plan: { ...plan, sessions }, changed };
}

const NONE: ReadonlySet<Id> = new Set();

function onItsClock(session: PlanSession): PlanSession {
  const { start, timezone, minutes } = session;
  const wall =
    toDay(start.slice(0, 10))! * MINUTES_A_DAY +
    Number(start.slice(11, 13)) * 60 +
    Number(start.slice(14, 16));
  const utc = toUtc(timezone, wall).utc;
  const [startUtc, endUtc] = [utcText(utc), utcText(utc + minutes)];
  if (startUtc === session.startUtc && endUtc === session.endUtc) return session;
  return { ...session, startUtc, endUtc };
}
