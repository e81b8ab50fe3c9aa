import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import { hasNamedDays, type OfferedDate, offersOf } from '../../model/model.ts';
import { inMonths, type Req } from '../problem/problem.ts';
import type { Draft } from '../solution/draft.ts';
import type { Constraint } from './constraint.ts';

export const inWindow: Constraint = {
  id: 'in-window',
  sentence:
    'A session starts inside the window of every requirement it fills, by its own clock and, but for a day that is named, by that of its people, on the days and hours its module allows.',
  why: 'A theme taught outside its month, or a basic taught after it was needed, is not what was asked.',
  reason: (detail, cause) =>
    cause === 'other-site'
      ? `it is held at ${detail} only, and these people are not asked to come there`
      : 'its window, or the module’s own days, hours and sites, leave no start',
  seat(draft, req, first, last) {
    const { pool, day } = draft;
    if (day < req.from || day > req.by) return first - 1;
    if (!isOwnDay(req, draft.dayFor(req.group))) return first - 1;
    if (!inMonths(pool.module, day)) return first - 1;
    const offers = offersOf(pool.module);
    return offers ? Math.min(last, first - 1 + offeredSeats(offers, draft) - draft.heads) : last;
  },
};

/**
 * Whether a session may be on a day of its people's own clock: in their window. Where a day is named it is that of the session, and
 * any on which they are there will do: nine in the morning of 5 October online is the evening of the 4th in Honolulu.
 */
export function isOwnDay({ group, from, by, pool }: Req, own: Day): boolean {
  if (!hasNamedDays(pool.module)) return own >= from && own <= by;
  const { stay } = group.group;
  return own >= stay.from && own <= stay.until;
}

/** The most that a session takes at a start of those that are offered; nobody where it is none of them. */
function offeredSeats(offers: readonly OfferedDate[], { pool, day, start }: Draft): number {
  let most = 0;
  for (const { date, at, seats = Number.POSITIVE_INFINITY } of offers) {
    if (date !== day || (at !== undefined && pool.clock.utc(date * MINUTES_A_DAY + at) !== start)) continue;
    most = Math.max(most, seats);
  }
  return most;
}
