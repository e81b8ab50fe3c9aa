import { MINUTES_A_DAY, type Span } from '../../../calendar/date.ts';
import { contains } from '../../../calendar/spans.ts';
import { firstEnding } from '../../problem/problem.ts';
import type { Proposal } from '../../solution/state.ts';
import type { Term } from './term.ts';

/** A minute at a peak, or outside the hours of a format, counts as so many at an edge. */
const WORSE = 2;

export const preferredHours: Term = {
  id: 'preferred-hours',
  weight: 1.5,
  sentence:
    'Sessions keep clear of the first and last minutes of their people’s own shifts (`policy.edges`), joiners’ of busy times, formats of hours that are not theirs (`policy.preferredHours`); hours there of each shift, huddles apart.',
  about: 'start',
  scale: 1 / 60,
  marginal({ problem }, session) {
    const { pool, start, end, seats } = session;
    if (pool.huddle) return 0;
    const { edges, preferredHours } = problem.model.policy;
    const preferred = preferredHours.size === 0 ? undefined : preferredHours.get(pool.module.format);
    let minutes = 0;
    let known: Int32Array | undefined;
    for (let i = 0; i < seats.length; i++) {
      const { joiner, rostered, clock } = seats[i]!.req.group;
      if (joiner) minutes += atPeak(session, i);
      if (rostered === known) continue;
      known = rostered;
      let own = atEdges(rostered, start, end, edges.start, edges.end);
      if (preferred) own += WORSE * outside(preferred, clock.wall(start), end - start);
      if (own > 0 && isFirst(rostered, seats, i)) minutes += own;
    }
    return minutes;
  },
};

/** Whether no seat before this one is of people with the same shift. */
function isFirst(rostered: Int32Array, seats: Proposal['seats'], at: number): boolean {
  for (let i = 0; i < at; i++) if (seats[i]!.req.group.rostered === rostered) return false;
  return true;
}

/** Minutes of a session outside a shift or in its first or last ones: what was held keeps its hours when a shift has others. */
function atEdges(rostered: Int32Array, start: number, end: number, first: number, last: number): number {
  let minutes = end - start;
  for (let i = firstEnding(rostered, start); i < rostered.length && rostered[i]! < end; i += 2) {
    minutes -= Math.max(0, Math.min(end, rostered[i + 1]! - last) - Math.max(start, rostered[i]! + first));
  }
  return minutes;
}

/** Minutes of a session that lie outside some hours of every day. @param wall of its start */
function outside({ start, end }: Span, wall: number, minutes: number): number {
  const minute = ((wall % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
  let inside = 0;
  // Hours that run past midnight began the day before; what begins late ends in those of the next.
  for (let day = -MINUTES_A_DAY; day <= MINUTES_A_DAY; day += MINUTES_A_DAY) {
    inside += Math.max(0, Math.min(minute + minutes, day + end) - Math.max(minute, day + start));
  }
  return minutes - inside;
}

/** Joiners may learn in busy times, but a quiet hour of the window serves everybody better. */
function atPeak({ start, end, seats }: Proposal, i: number): number {
  const { quiet } = seats[i]!.req;
  return quiet && !contains(quiet, start, end) ? WORSE * (end - start) : 0;
}
