/** Which departments' own modules a trainer can lead: only where every shift can be met, and the hours last. */
import type { Department, Firm } from '../firm.ts';
import type { Time } from '../shifts.ts';
import { dayNumbers, minuteOf } from '../times.ts';
import { type Trainer, USUAL } from '../trainers.ts';

/** What a session and the way to it take. */
const NEEDED = 60;
/** Weeks of the window in which they are asked; half of their hours are kept for what the firm adds. */
const WEEKS = 20;
const PART = 0.5;
const SEATS = 12;

/** Ids of departments, the smallest first as long as the trainers' hours last. */
export function ledByTrainers({ departments, trainers }: Firm): ReadonlySet<string> {
  let hours = trainers.reduce((sum, { hoursPerWeek }) => sum + hoursPerWeek, 0) * WEEKS * PART;
  const led = new Set<string>();
  const reachable = departments.filter(({ shifts }) =>
    shifts.every(({ times }) => trainers.some((trainer) => times.some((time) => meet(time, trainer)))),
  );
  for (const department of reachable.sort((a, b) => sessions(a) - sessions(b))) {
    hours -= sessions(department);
    if (hours >= 0) led.add(department.id);
  }
  return led;
}

/** At most: every job at every site on every shift by itself. */
function sessions({ jobs, shifts }: Department): number {
  const groups = jobs.flatMap(({ heads }) => [...heads.values()]);
  return groups.reduce((sum, people) => sum + Math.max(shifts.length, Math.ceil(people / SEATS)), 0);
}

function meet(time: Time, trainer: Trainer): boolean {
  const theirs = { days: trainer.days ?? USUAL.days, hours: trainer.hours ?? USUAL.hours };
  return stretches(time).some(([from, to]) =>
    stretches(theirs).some(([start, end]) => Math.min(to, end) - Math.max(from, start) >= NEEDED),
  );
}

/** Minutes of a week, from Monday's midnight; what runs past midnight ends the day after. */
function stretches({ days, hours }: Pick<Time, 'days' | 'hours'>): [number, number][] {
  const [from, to] = [minuteOf(hours), minuteOf(hours.slice(6))];
  return dayNumbers(days).map((day) => [day * 1440 + from, day * 1440 + (to <= from ? to + 1440 : to)]);
}
