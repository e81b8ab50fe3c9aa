import { isLedAsBefore, type PreviousIdentity } from '../../solution/session.ts';
import type { Proposal } from '../../solution/state.ts';
import type { Term } from './term.ts';

/** So many days away cost as much again as being elsewhere at all. */
const DAYS = 7;

export const moved: Term = {
  id: 'moved',
  weight: 10,
  sentence:
    'People’s sessions stay where the previous plan had them, else near by (people whose session differs, and a seventh of each for each day between).',
  about: 'all',
  scale: 1 / DAYS,
  marginal({ before }, session) {
    if (before.none) return 0;
    let cost = 0;
    const { seats } = session;
    for (let i = 0; i < seats.length; i++) {
      const { req, first, last } = seats[i]!;
      for (const { seat, before: was } of before.rangesOf(req)) {
        const heads = Math.min(last, seat.last) - Math.max(first, seat.first) + 1;
        if (heads > 0 && !was.past) cost += heads * distance(session, was);
      }
    }
    return cost;
  },
};

/** What it costs a person not to have a session when, where and by whom it was to be; 0 where all of it is as it was. */
function distance({ pool, day, start, room, facilitator }: Proposal, was: PreviousIdentity): number {
  if (was.start !== start) return DAYS + Math.abs(day - pool.clock.day(was.start));
  return was.room === room?.room.id && isLedAsBefore(was, facilitator) ? 0 : DAYS;
}
