/** Minutes a week: of each facilitator, and of each department's people. ISO weeks of the local start. */
import { MINUTES_A_DAY, toDay, weekKey } from '../calendar/date.ts';
import { toWall } from '../calendar/zone.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { Group } from '../demand/types.ts';
import { ledBy } from '../model/made/led-by.ts';
import type { PlanLoads, PlanSession } from '../model/made/plan.ts';
import { remembered } from '../model/made/remembered.ts';
import type { Id, Model } from '../model/model.ts';

/** Minutes by whose they are, then week. */
type Sums = Map<Id, Map<string, number>>;

/** A plan whose loads are known, and what is in it no longer. */
export interface KnownLoads {
  readonly loads: PlanLoads;
  readonly gone: readonly PlanSession[];
}

/**
 * Confirmed sessions only. Weeks go by the facilitator's, and each group's, own clock.
 * @param sessions all of them, or those beside what is known
 */
export function planLoads(
  model: Model,
  groups: ReadonlyMap<string, Group>,
  sessions: readonly PlanSession[],
  known?: KnownLoads,
): PlanLoads {
  const facilitators: Sums = new Map();
  const departments: Sums = new Map();
  for (const { facilitator, week, minutes } of known?.loads.facilitators ?? [])
    add(facilitators, facilitator, week, minutes);
  for (const { department, week, personMinutes } of known?.loads.departments ?? [])
    add(departments, department, week, personMinutes);
  const weeksIn = remembered((zone: string) =>
    remembered((startUtc: string) => weekIn(zone, utcOf(startUtc))),
  );
  const count = (session: PlanSession, by: 1 | -1) => {
    const { status, startUtc, minutes, attendees } = session;
    if (status === 'cancelled') return;
    for (const id of ledBy(session)) {
      const facilitator = model.facilitators.get(id);
      if (facilitator) add(facilitators, id, weeksIn(facilitator.zone)(startUtc), by * minutes);
    }
    for (const { group, first, last } of attendees) {
      const known = groups.get(group);
      // Of a group of long ago.
      if (!known) continue;
      const { site, department } = known.post;
      const week = weeksIn(model.sites.get(site)!.zone)(startUtc);
      add(departments, department, week, by * minutes * (last - first + 1));
    }
  };
  for (const session of sessions) count(session, 1);
  for (const session of known?.gone ?? []) count(session, -1);
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

/** Sorted by id, then week; weeks of which nothing is left are no rows. */
function rows(sums: Sums): [id: Id, week: string, minutes: number][] {
  return [...sums].sort(byKey).flatMap(([id, weeks]) =>
    [...weeks]
      .filter(([, minutes]) => minutes > 0)
      .sort(byKey)
      .map(([week, minutes]): [Id, string, number] => [id, week, minutes]),
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
