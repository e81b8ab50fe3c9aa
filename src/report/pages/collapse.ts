/**
 * Which sessions of a month are told in one row. A handful of sessions of one module is a row each; a huddle
 * in 24 stores is one row ("Tuesdays 2, 16 and 30 Mar, 13:00–13:10 · 24 sites"), because nobody reads 1,300
 * rows. Every single session stands in the department's calendar and in `sessions.csv`.
 */

import { toDay, weekday } from '../../calendar/date.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import { index } from '../../coverage/context.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import { type Slot, slotsOf } from '../slots.ts';

/** From so many sessions of one module a month on they are told together; huddles, which repeat, always. */
export const TOGETHER = 6;
/** Most times of the week that are told one by one. */
const PATTERNS = 3;

/** A session with its local times. */
export interface LocalSession {
  readonly session: PlanSession;
  readonly slots: readonly Slot[];
}

/** Sessions in order of time, put together where a person would say them in one breath. */
export function toldTogether(
  context: Context,
  department: string,
  sessions: readonly PlanSession[],
): LocalSession[][] {
  const held = sessions.map((session) => ({
    session,
    slots: slotsOf(context.at(session), session, department),
  }));
  // What goes by the names of another day is not told in one breath with what goes by those of now.
  const days = new Map<Context, number>();
  const dayOf = (session: PlanSession) => {
    const at = context.at(session);
    if (!days.has(at)) days.set(at, days.size);
    return days.get(at)!;
  };
  const families = [...index(held, ({ session }) => `${session.module} ${dayOf(session)}`).values()];
  return families.flatMap(rowsOf).sort((a, b) => byCodeUnit(sortKey(a), sortKey(b)));
}

function rowsOf(family: readonly LocalSession[]): LocalSession[][] {
  const apart = atOnce(family);
  const few = apart.length < TOGETHER && family[0]!.session.format !== 'huddle';
  return few ? apart : together(family);
}

/** At the same time, in the same place and with the same leader: two pairs who shadow the same shift. */
function atOnce(family: readonly LocalSession[]): LocalSession[][] {
  const keyOf = ({ session }: LocalSession) =>
    [
      session.startUtc,
      session.minutes,
      session.site,
      session.room,
      session.facilitator,
      partOf(session),
    ].join(' ');
  return [...index(family, keyOf).values()];
}

/** By time of the week where that makes few rows, else all in one. */
function together(family: readonly LocalSession[]): LocalSession[][] {
  const patterns = [...index(family, patternOf).values()];
  return patterns.length <= PATTERNS ? patterns : [[...family]];
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
