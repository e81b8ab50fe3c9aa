/** The meetings that a first workspace proposes: a quarter of an hour a week for each shift, inside its own hours. */
import type { Department } from '../firm.ts';
import type { Shift, Time } from '../shifts.ts';
import { dayName, dayNumbers, minuteOf, timeOf } from '../times.ts';
import { weeksOf } from './weeks.ts';

const MINUTES = 15;

/** Id → a meeting in the workspace's form. */
export function meetingsOf(department: Department, year: number): Record<string, object> {
  const only = department.shifts.length === 1;
  return Object.fromEntries(
    department.shifts.flatMap((shift) => {
      const times = rounds(shift);
      return times.map((time, i) => [
        times.length > 1 ? `${shift.id}-${i + 1}` : only ? 'team' : shift.id,
        { ...slotIn(time), ...weeksOf(time, year), ...(!only && { shifts: [shift.id] }) },
      ]);
    }),
  );
}

/** Of each round of weeks the first stretch: what comes every other week is besides what comes each week. */
function rounds({ times }: Shift): Time[] {
  const whole = times.filter(({ weeks }) => !weeks);
  if (whole.length > 0) return whole.slice(0, 1);
  const seen = new Set<string>();
  return times.filter(({ weeks }) => {
    const key = JSON.stringify(weeks);
    return !seen.has(key) && seen.add(key);
  });
}

/** In the middle of the working week, a quarter of an hour after work begins. */
function slotIn({ days, hours }: Time): { day: string; at: string; minutes: number } {
  const all = dayNumbers(days);
  const begins = minuteOf(hours);
  // From midnight to midnight is the whole day, and not none of it.
  const length = (minuteOf(hours.slice(6)) - begins + 1440) % 1440 || 1440;
  const settled = length >= 60 && begins + MINUTES < 1440 ? begins + MINUTES : begins;
  const day = dayName(all.includes(2) ? 2 : all[Math.floor(all.length / 2)]!);
  return { day, at: timeOf(settled), minutes: Math.min(MINUTES, length) };
}
