/**
 * Why somebody cannot lead at a time, told apart: they are not at work then, they are away, or their hours are
 * used up. And how far their day would have to reach for it.
 */
import { clock, endClock, inMask, MINUTES_A_DAY, spanText } from '../../calendar/date.ts';
import { holdsOn } from '../../calendar/season.ts';
import { contains } from '../../calendar/spans.ts';
import type { ShiftTime } from '../../model/model.ts';
import { daysText, seasonText } from '../../workspace/link/values.ts';
import type { FacilitatorInfo } from '../problem/problem.ts';
import type { Cause, HoursCause } from '../types.ts';

/** What in `facilitator-hours` refuses a session in `[start, end)` UTC, given that something does. */
export function causeOf(one: FacilitatorInfo, start: number, end: number): HoursCause {
  if (contains(one.works, start, end)) return 'used-up';
  return beyond(one, start, end) === 0 ? 'away' : 'off-duty';
}

/** `Amira`; with the hours where they are what stands in the way: `Amira (mon-fri 09:00-17:00)`. */
export function leaderText({ facilitator }: FacilitatorInfo, cause: Cause | undefined): string {
  const { name, works } = facilitator;
  const when = works
    .map((time) => `${daysText(time.days)} ${spanText(time.hours)}${seasonText(time)}`)
    .join(', ');
  return cause === 'off-duty' ? `${name} (${when})` : name;
}

/** The day of theirs to which a session is nearest, and where it begins and ends in it (wall clock). */
interface Fit {
  readonly time: ShiftTime;
  readonly onDay: boolean;
  readonly from: number;
  readonly to: number;
  /** Minutes beyond their hours; a day on which they do not work counts as a whole day. */
  readonly beyond: number;
}

/** Minutes by which a session lies outside their days and hours; 0 when it lies within (whoever is away included). */
export function beyond(one: FacilitatorInfo, start: number, end: number): number {
  return fitOf(one, start, end).beyond;
}

/** `Amira until 19:30 instead of 17:00`, `Amira on sat too` */
export function longerDay(one: FacilitatorInfo, start: number, end: number): string {
  const { name } = one.facilitator;
  const { time, onDay, from, to } = fitOf(one, start, end);
  const { days, hours } = time;
  const parts: string[] = [];
  if (!onDay) {
    const day = Math.floor((one.clock.wall(start) - from) / MINUTES_A_DAY);
    if (inMask(days, day)) parts.push('in that week, too');
    else parts.push(`on ${daysText(1 << ((((day + 3) % 7) + 7) % 7))} as well as ${daysText(days)}`);
  }
  if (from < hours.start) parts.push(`from ${clock(from)} instead of ${clock(hours.start)}`);
  if (to > hours.end) parts.push(`until ${endClock(to)} instead of ${endClock(hours.end)}`);
  return parts.length === 0 ? `${name} at work then` : `${name} ${parts.join(' and ')}`;
}

/** Tries the day itself and the one before, whose hours may run past midnight. */
function fitOf({ clock, facilitator }: FacilitatorInfo, start: number, end: number): Fit {
  const wall = clock.wall(start);
  const today = Math.floor(wall / MINUTES_A_DAY);
  const fits = [today, today - 1].flatMap((day) =>
    facilitator.works.map((time): Fit => {
      const { hours } = time;
      const from = wall - day * MINUTES_A_DAY;
      const to = from + end - start;
      const onDay = holdsOn(time, day);
      const out = Math.max(0, hours.start - from) + Math.max(0, to - hours.end);
      return { time, onDay, from, to, beyond: out + (onDay ? 0 : MINUTES_A_DAY) };
    }),
  );
  return fits.reduce((best, fit) => (fit.beyond < best.beyond ? fit : best));
}
