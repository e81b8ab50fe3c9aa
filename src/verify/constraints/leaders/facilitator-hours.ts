/** `facilitator-hours`: within their days and hours, not away, within hours a day, a week and a month and days in total. */

import { isoDate, MINUTES_A_DAY, weekKey } from '../../../calendar/date.ts';
import { toWall } from '../../../calendar/zone.ts';
import { groupBy } from '../../../collections/lists.ts';
import type { Facilitator, Model } from '../../../model/model.ts';
import { type At, anyRange, inHoliday, workingDaysOf } from '../../closed.ts';
import { spentSessions } from '../../facts.ts';
import { byLeader } from '../../leaders.ts';
import { firstMinute } from '../../shown.ts';
import { idsOf } from '../../sweep.ts';
import type { Check, SpentSession, TimedSession, Violation } from '../../types.ts';
import { named, timeWords } from '../../words.ts';
import { onShift } from '../in-shift.ts';

interface LedSession<Session extends SpentSession = TimedSession> {
  readonly session: Session;
  /** On the facilitator's clock. */
  readonly start: number;
  readonly day: number;
}

export const facilitatorHours: Check = (facts) => {
  const { model, sessions } = facts;
  const spent = byLeader(spentSessions(facts));
  return [...byLeader(sessions)].flatMap(([id, list]) => {
    const facilitator = model.facilitators.get(id);
    if (!facilitator) return [];
    const own = list.map((session) => ledBy(facilitator, session));
    const before = (spent.get(id) ?? []).map((session) => ledBy(facilitator, session));
    return [...atWork(model, facilitator, own), ...withinBudget(facilitator, [...before, ...own])];
  });
};

function ledBy<Session extends SpentSession>({ zone }: Facilitator, session: Session): LedSession<Session> {
  const start = toWall(zone, session.start);
  return { session, start, day: Math.floor(start / MINUTES_A_DAY) };
}

function atWork(model: Model, facilitator: Facilitator, list: readonly LedSession[]): Violation[] {
  const { name, zone } = facilitator;
  const away = anyRange(
    facilitator.away,
    workingDaysOf(facilitator.works, everywhereOff(model, facilitator)),
  );
  const off = (wall: number) => !onShift(facilitator.works, wall);
  return list.flatMap(({ session }) => {
    const { start, end } = session;
    const gone = firstMinute(zone, start, end, away);
    const idle = firstMinute(zone, start, end, off);
    if (gone === undefined && idle === undefined) return [];
    const why = gone === undefined ? 'does not work' : 'is away';
    const at = timeWords((gone ?? idle)!);
    return [violation(`${name} leads ${named(session)}, but ${why} on ${at}`, [session])];
  });
}

/** Holidays that are kept wherever a facilitator comes to. */
function everywhereOff({ sites }: Model, facilitator: Facilitator): At {
  const all = [...sites.values()];
  const own = all.filter(({ id }) => facilitator.sites?.has(id));
  const places = own.length > 0 ? own : all;
  return (wall) => places.every((site) => inHoliday(site, wall));
}

function withinBudget(facilitator: Facilitator, list: readonly LedSession<SpentSession>[]): Violation[] {
  const { name, minutesPerDay, minutesPerWeek, minutesPerMonth, totalDays } = facilitator;
  const out: Violation[] = [];
  const over = (cap: number | undefined, keyOf: (led: LedSession<SpentSession>) => string, unit: string) => {
    if (cap === undefined) return;
    for (const [key, group] of groupBy(list, keyOf)) {
      const sum = group.reduce((total, { session }) => total + session.minutes, 0);
      const sessions = group.map(({ session }) => session);
      if (sum > cap)
        out.push(violation(`${name} leads ${sum} minutes in ${unit} ${key}, but has ${cap}`, sessions));
    }
  };
  over(minutesPerDay, ({ day }) => isoDate(day), 'the day');
  over(minutesPerWeek, ({ day }) => weekKey(day), 'the week');
  over(minutesPerMonth, ({ day }) => isoDate(day).slice(0, 7), 'the month');
  const days = new Set(list.map(({ day }) => day)).size;
  if (totalDays !== undefined && days > totalDays) {
    const message = `${name} leads on ${days} days, but ${totalDays} are bought`;
    out.push(
      violation(
        message,
        list.map(({ session }) => session),
      ),
    );
  }
  return out;
}

function violation(message: string, sessions: readonly SpentSession[]): Violation {
  return { constraint: 'facilitator-hours', message, sessions: idsOf(sessions) };
}
