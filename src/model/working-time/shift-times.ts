/**
 * When a shift is on at one site. Where a Saturday or Sunday is worked in lieu (`holidays.worked`), whoever works from
 * Monday to Friday in that week works then, too, with the hours of the Friday; other shifts keep their own days.
 */
import { type Day, mondayOf } from '../../calendar/date.ts';
import { holdsOn } from '../../calendar/season.ts';
import type { Department, Id, ShiftTime, Site } from '../model.ts';

const MONDAY_TO_FRIDAY = [0, 1, 2, 3, 4];

/** A shift's times, each day worked in lieu as a season of one day. @param site undefined: wherever it is worked */
export function shiftTimes(
  { shifts }: Department,
  shift: Id,
  site: Pick<Site, 'worked'> | undefined,
): readonly ShiftTime[] {
  const times = shifts.get(shift)?.times ?? [];
  if (!site || site.worked.size === 0) return times;
  return [...times, ...[...site.worked].flatMap((day) => inLieu(times, day))];
}

function inLieu(times: readonly ShiftTime[], day: Day): ShiftTime[] {
  const on = (other: Day) => times.filter((time) => holdsOn(time, other));
  const monday = mondayOf(day);
  const fullWeek = MONDAY_TO_FRIDAY.every((i) => on(monday + i).length > 0);
  if (!fullWeek || on(day).length > 0) return [];
  return on(monday + 4).map(({ hours }) => ({ days: 1 << (day - monday), hours, from: day, to: day }));
}
