/** Which minutes of a session lie in the shift of its people and which do not, walked minute by minute. */
import { toWall } from '../calendar/zone.ts';
import { onShift } from './constraints/in-shift.ts';
import { timesOf } from './season.ts';
import type { MemberGroup, TimedSession } from './types.ts';

/** Runs of minutes (UTC) in which a group is on shift during a session. */
export function runsOnShift(
  { start, end }: Pick<TimedSession, 'start' | 'end'>,
  { department, post, site }: Pick<MemberGroup, 'department' | 'post' | 'site'>,
): { readonly start: number; readonly end: number }[] {
  const times = timesOf(department, post.shift, site);
  const runs: { start: number; end: number }[] = [];
  for (let utc = start; utc < end; utc++) {
    if (!onShift(times, toWall(site.zone, utc))) continue;
    const last = runs.at(-1);
    if (last?.end === utc) last.end = utc + 1;
    else runs.push({ start: utc, end: utc + 1 });
  }
  return runs;
}

/** Minutes of a session outside the shift of a group. */
export function minutesOff(
  session: Pick<TimedSession, 'start' | 'end'>,
  group: Pick<MemberGroup, 'department' | 'post' | 'site'>,
): number {
  const on = runsOnShift(session, group).reduce((sum, { start, end }) => sum + end - start, 0);
  return session.end - session.start - on;
}
