/**
 * `in-shift`: wholly inside the rostered hours of every group in it, the way there and back too, on each group's own clock. Walked minute by
 * minute, so that a shift in the night when clocks change is as long as it really is.
 */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { toUtc } from '../../calendar/zone.ts';
import type { ShiftTime } from '../../model/model.ts';
import { isDayOf, timesOf } from '../season.ts';
import { firstMinute } from '../shown.ts';
import type { Check, SeatedMembers, TimedSession, Violation } from '../types.ts';
import { groupWords, named, timeWords } from '../words.ts';

export const inShift: Check = (facts) => {
  const known = new Map<string, number | undefined>();
  return facts.sessions.flatMap((session) => [
    ...session.seated.flatMap((seated) => offShift(session, seated, known)),
    ...skipped(session),
  ]);
};

function offShift(
  session: TimedSession,
  seated: SeatedMembers,
  known: Map<string, number | undefined>,
): Violation[] {
  const { group, leaves: start, back: end } = seated;
  const { id, zone } = group.site;
  if (session.module.outsideShift) return farOff(session, seated);
  const key = `${group.department.id} ${group.post.shift} ${id} ${start} ${end}`;
  if (!known.has(key)) {
    const times = timesOf(group.department, group.post.shift, group.site);
    known.set(
      key,
      firstMinute(zone, start, end, (wall) => !onShift(times, wall)),
    );
  }
  const off = known.get(key);
  if (off === undefined) return [];
  return [
    {
      constraint: 'in-shift',
      message: `${named(session)}: ${groupWords(group)} is not on shift (${group.post.shift}) at ${timeWords(off)}`,
      sessions: [session.id],
      group: group.id,
    },
  ];
}

/** Of what may be held outside the shift: neither in it, nor right before or after it. */
function farOff(session: TimedSession, { group, leaves: start, back: end }: SeatedMembers): Violation[] {
  const times = timesOf(group.department, group.post.shift, group.site);
  const near = firstMinute(group.site.zone, start - 1, end + 1, (wall) => onShift(times, wall));
  if (near !== undefined) return [];
  const message = `${named(session)} is not next to a shift (${group.post.shift}) of ${groupWords(group)}`;
  return [{ constraint: 'in-shift', message, sessions: [session.id], group: group.id }];
}

/** Whether a shift is on at a minute; hours past midnight belong to the day they began. */
export function onShift(times: readonly ShiftTime[], wall: number): boolean {
  const day = Math.floor(wall / MINUTES_A_DAY);
  const minute = wall - day * MINUTES_A_DAY;
  return times.some((time) => {
    const { start, end } = time.hours;
    const late = minute + MINUTES_A_DAY;
    return (
      (minute >= start && minute < end && isDayOf(time, day)) ||
      (late >= start && late < end && isDayOf(time, day - 1))
    );
  });
}

/** A time that the clock never shows is no start; of one that it shows twice the first is meant. */
function skipped(session: TimedSession): Violation[] {
  const { timezone } = session.raw;
  if (toUtc(timezone, session.wall).kind !== 'gap') return [];
  const message = `${named(session)} starts at a time that the clocks of ${timezone} skip`;
  return [{ constraint: 'in-shift', message, sessions: [session.id] }];
}
