/** `minutesPerWeek` of whoever holds a role on a shift: the role's, else the department's, that of the level, the policy's. */
import { holdsOn } from '../../../calendar/season.ts';
import type { Department, Id, Policy, Programme, Role, Shift } from '../../../model/model.ts';
import { share } from '../values.ts';
import type { Written, WrittenWeeklyMinutes } from '../written.ts';

/** Minutes a week for people of a role on a shift of its department. */
export type WeeklyLimit = (role: Role, shift: Id) => number;

export function weeklyLimits(
  written: Pick<Written, 'roles' | 'departments' | 'policy'>,
  programme: Programme,
  departments: ReadonlyMap<Id, Department>,
  { minutesPerWeek }: Policy,
): WeeklyLimit {
  const known = new Map<Shift, number>();
  return ({ id, department, level }, shift) => {
    const most: WrittenWeeklyMinutes =
      written.roles.get(id)?.minutesPerWeek ??
      written.departments.get(department)?.minutesPerWeek ??
      written.policy.minutesPerWeekByLevel?.[level] ??
      minutesPerWeek;
    if (typeof most === 'number') return most;
    const own = departments.get(department)?.shifts.get(shift);
    if (!own) return minutesPerWeek;
    const hours = known.get(own) ?? weeklyMinutes(own, programme);
    known.set(own, hours);
    // A hair above, so that 5% of 2,400 are 120 and not 119.999….
    return Math.max(1, Math.floor(share(most) * hours + 1e-9));
  };
}

/** Minutes that a shift is on, in a mean week of the programme. */
function weeklyMinutes({ times }: Shift, { starts, ends }: Programme): number {
  let minutes = 0;
  for (let day = starts; day <= ends; day++) {
    for (const time of times) if (holdsOn(time, day)) minutes += time.hours.end - time.hours.start;
  }
  return (7 * minutes) / (ends - starts + 1);
}
