/** Stretches of UTC → ranges as a workspace writes them: whole days together, hours of one day each. */
import { clock as clockText, endClock, isoDate } from '../../calendar/date.ts';
import type { Stretch } from './busy.ts';
import { DAY, dayAt } from './times.ts';
import { zoneClock } from './zones.ts';

export interface WrittenRange {
  readonly from: string;
  readonly to: string;
  readonly hours?: string;
  readonly reason: string;
}

/** Marks the ranges that the next import replaces. */
export const REASON = 'Busy (calendar)';

/** Begun minutes count whole. */
export function rangesOf(stretches: readonly Stretch[], zone: string): WrittenRange[] {
  const clock = zoneClock(zone);
  return stretches.flatMap(({ from, to }) => {
    const start = Math.floor(clock.toWall(from) / 60) * 60;
    const end = Math.ceil(clock.toWall(to) / 60) * 60;
    return end > start ? daysOf(start, end) : [];
  });
}

/** A first part of a day, whole days, a last part of a day. */
function daysOf(start: number, end: number): WrittenRange[] {
  const [first, last] = [dayAt(start), dayAt(end - 1)];
  const isWhole = (day: number): boolean => start <= day * DAY && end >= (day + 1) * DAY;
  const part = (day: number): WrittenRange => {
    const [from, to] = [Math.max(start, day * DAY) - day * DAY, Math.min(end, (day + 1) * DAY) - day * DAY];
    return {
      from: isoDate(day),
      to: isoDate(day),
      hours: `${clockText(from / 60)}-${endClock(to / 60)}`,
      reason: REASON,
    };
  };
  const begins = isWhole(first) ? first : first + 1;
  const ends = isWhole(last) ? last : last - 1;
  return [
    ...(isWhole(first) ? [] : [part(first)]),
    ...(ends >= begins ? [{ from: isoDate(begins), to: isoDate(ends), reason: REASON }] : []),
    ...(isWhole(last) || last === first ? [] : [part(last)]),
  ];
}
