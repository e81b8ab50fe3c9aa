/**
 * `in-shift`: wholly inside the rostered hours of every group in it, on each group's own clock; no session
 * spans a change of clocks. Walked minute by minute.
 */
import { MINUTES_A_DAY } from '../../calendar/date.ts';
import { toUtc, toWall } from '../../calendar/zone.ts';
import type { ShiftTime } from '../../model/model.ts';
import { isDayOf } from './season.ts';
import type { Check, Held, Seated, Violation } from './types.ts';
import { groupWords, named, timeWords } from './words.ts';

export const inShift: Check = (facts) => {
  const known = new Map<string, number | undefined>();
  return facts.sessions.flatMap((session) => [
    ...session.seated.flatMap((seated) => offShift(session, seated, known)),
    ...clockChange(session),
  ]);
};

function offShift(session: Held, seated: Seated, known: Map<string, number | undefined>): Violation[] {
  const { group, start, end } = seated;
  const key = `${group.department.id} ${group.post.shift} ${start} ${end}`;
  if (!known.has(key)) {
    const times = group.department.shifts.get(group.post.shift)?.times ?? [];
    let off: number | undefined;
    for (let wall = start; wall < end && off === undefined; wall++) if (!onShift(times, wall)) off = wall;
    known.set(key, off);
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

function clockChange(session: Held): Violation[] {
  const zones = new Set([session.raw.timezone, ...session.seated.map(({ group }) => group.site.zone)]);
  const skipped = toUtc(session.raw.timezone, session.wall).kind === 'gap';
  const changing = [...zones].filter((zone) => {
    const [first, last] = [toWall(zone, session.start), toWall(zone, session.end - 1)];
    return last - first !== session.minutes - 1;
  });
  if (!skipped && changing.length === 0) return [];
  const message = skipped
    ? `${named(session)} starts in an hour that ${session.raw.timezone} skips`
    : `${named(session)} spans a change of clocks in ${changing.join(' and ')}`;
  return [{ constraint: 'in-shift', message, sessions: [session.id] }];
}
