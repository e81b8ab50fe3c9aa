/**
 * Which sessions of a month are told in one row: all of one module. A huddle in 24 stores is one row ("Tuesdays 2, 16 and
 * 30 Mar, 13:00–13:10 · 24 sites"), because nobody reads 1,300 of them. Every single session stands with its date on the pages
 * of the sites, in the department's calendar, on the page and in `sessions.csv`.
 */

import { toDay, weekday } from '../../calendar/date.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import { index } from '../../coverage/context.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import { type Slot, slotsOf } from '../slots.ts';

/** A session with its local times. */
export interface LocalSession {
  readonly session: PlanSession;
  readonly slots: readonly Slot[];
}

/** Sessions in order of time, put together by module; what goes by the names of another day apart from what goes by those of now. */
export function toldTogether(
  context: Context,
  department: string,
  sessions: readonly PlanSession[],
): LocalSession[][] {
  const held = sessions.map((session) => ({
    session,
    slots: slotsOf(context.at(session), session, department),
  }));
  const days = new Map<Context, number>();
  const dayOf = (session: PlanSession) => {
    const at = context.at(session);
    if (!days.has(at)) days.set(at, days.size);
    return days.get(at)!;
  };
  const families = index(held, ({ session }) => `${session.module} ${dayOf(session)}`);
  return [...families.values()].sort((a, b) => byCodeUnit(sortKey(a), sortKey(b)));
}

/** Weekday and clock times, the same for sessions that repeat. */
export function patternOf({ session, slots }: LocalSession): string {
  const times = slots.map(({ date, start, end }) => `${weekday(toDay(date) ?? 0)} ${start} ${end}`);
  return `${partOf(session)} ${times.join(' ')}`;
}

function partOf({ occurrence }: PlanSession): string {
  return /\.p\d+$/.exec(occurrence)?.[0] ?? '';
}

function sortKey([first]: readonly LocalSession[]): string {
  return `${first!.session.startUtc} ${first!.session.id}`;
}
