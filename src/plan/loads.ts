/** Minutes a week: of each facilitator, and of each department's people. ISO weeks of the local start. */
import { MINUTES_A_DAY, toDay, weekKey } from '../calendar/date.ts';
import { toWall } from '../calendar/zone.ts';
import type { Group } from '../demand/types.ts';
import type { Id, Model } from '../model/model.ts';
import { byCodeUnit } from '../model/order.ts';
import type { PlanLoads, PlanSession } from '../model/plan.ts';
import { remembered } from '../model/remembered.ts';

/** Minutes by whose they are, then week. */
type Sums = Map<Id, Map<string, number>>;

/** Confirmed sessions only. Weeks go by the facilitator's, and each group's, own clock. */
export function planLoads(
  model: Model,
  groups: ReadonlyMap<string, Group>,
  sessions: readonly PlanSession[],
): PlanLoads {
  const facilitators: Sums = new Map();
  const departments: Sums = new Map();
  const weeksIn = remembered((zone: string) =>
    remembered((startUtc: string) => weekIn(zone, utcOf(startUtc))),
  );
  for (const { status, startUtc, minutes, facilitator: id, attendees } of sessions) {
    if (status === 'cancelled') continue;
    const facilitator = id === null ? undefined : model.facilitators.get(id);
    if (facilitator) add(facilitators, facilitator.id, weeksIn(facilitator.zone)(startUtc), minutes);
    for (const { group, first, last } of attendees) {
      const { site, department } = groups.get(group)!.post;
      const week = weeksIn(model.sites.get(site)!.zone)(startUtc);
      add(departments, department, week, minutes * (last - first + 1));
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

function add(sums: Sums, id: Id, week: string, minutes: number): void {
  const weeks = sums.get(id);
  if (weeks) weeks.set(week, (weeks.get(week) ?? 0) + minutes);
  else sums.set(id, new Map([[week, minutes]]));
}

/** Sorted by id, then week. */
function rows(sums: Sums): [id: Id, week: string, minutes: number][] {
  return [...sums]
    .sort(byKey)
    .flatMap(([id, weeks]) =>
      [...weeks].sort(byKey).map(([week, minutes]): [Id, string, number] => [id, week, minutes]),
    );
}

function byKey([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return byCodeUnit(a, b);
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
