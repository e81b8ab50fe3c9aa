/** What stands in a day of a calendar. */
import type { Day } from '../../../calendar/date.ts';
import { isCancelled } from '../../data.ts';
import { usePage } from '../../parts/common.tsx';

/** Sessions of one module on one day are told together in a month, those that begin together in a week. */
export interface Entry {
  readonly session: number;
  /** The last of them. */
  readonly until: number;
  readonly times: number;
}

function entriesOf(sessions: readonly number[], keyOf: (session: number) => string): Entry[] {
  const entries = new Map<string, { session: number; until: number; times: number }>();
  for (const session of sessions) {
    const key = keyOf(session);
    const known = entries.get(key);
    if (known) {
      known.times++;
      known.until = session;
    } else entries.set(key, { session, until: session, times: 1 });
  }
  return [...entries.values()];
}

export function useDays(sessions: ArrayLike<number>, together: 'day' | 'time'): (day: Day) => Entry[] {
  const { year } = usePage();
  const days = new Map<Day, number[]>();
  for (let n = 0; n < sessions.length; n++) {
    const day = year.day[sessions[n]!]!;
    const list = days.get(day);
    if (list) list.push(sessions[n]!);
    else days.set(day, [sessions[n]!]);
  }
  return (day) =>
    entriesOf(
      days.get(day) ?? [],
      (i) => `${year.title[i]} ${together === 'time' ? year.start[i] : ''} ${isCancelled(year, i)}`,
    );
}
