/** Minutes a week: of each facilitator, and of each department's people. ISO weeks of the local start. */
import { MINUTES_A_DAY, toDay, weekKey } from '../calendar/date.ts';
import { toWall } from '../calendar/zone.ts';
import type { Group } from '../demand/types.ts';
import type { Model } from '../model/model.ts';
import { byCodeUnit } from '../model/order.ts';
import type { PlanLoads, PlanSession } from '../model/plan.ts';

/** Confirmed sessions only. Weeks go by the facilitator's, and each group's, own clock. */
export function planLoads(
  model: Model,
  groups: ReadonlyMap<string, Group>,
  sessions: readonly PlanSession[],
): PlanLoads {
  const facilitators = new Map<string, number>();
  const departments = new Map<string, number>();
  for (const session of sessions) {
    if (session.status === 'cancelled') continue;
    const utc = utcOf(session.startUtc);
    const facilitator =
      session.facilitator === null ? undefined : model.facilitators.get(session.facilitator);
    if (facilitator) add(facilitators, `${facilitator.id} ${weekIn(facilitator.zone, utc)}`, session.minutes);
    for (const { group, first, last } of session.attendees) {
      const { site, department } = groups.get(group)!.post;
      const week = weekIn(model.sites.get(site)!.zone, utc);
      add(departments, `${department} ${week}`, session.minutes * (last - first + 1));
    }
  }
  return {
    facilitators: rows(facilitators).map(([facilitator, week, minutes]) => ({ facilitator, week, minutes })),
    departments: rows(departments).map(([department, week, personMinutes]) => ({
      department,
      week,
      personMinutes,
    })),
  };
}

function add(sums: Map<string, number>, key: string, minutes: number): void {
  sums.set(key, (sums.get(key) ?? 0) + minutes);
}

function rows(sums: ReadonlyMap<string, number>): [id: string, week: string, minutes: number][] {
  return [...sums]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([key, minutes]) => {
      const [id, week] = key.split(' ');
      return [id!, week!, minutes];
    });
}

function weekIn(zone: string, utc: number): string {
  return weekKey(Math.floor(toWall(zone, utc) / MINUTES_A_DAY));
}

/** Minutes since 1970 of `2027-03-02T09:30:00Z`. */
function utcOf(text: string): number {
  return (
    toDay(text.slice(0, 10))! * MINUTES_A_DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  );
}
