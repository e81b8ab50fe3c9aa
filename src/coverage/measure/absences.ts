/** How many of a group have stayed away from one session after the other, until now; told of no group of which `deliveries` tells nothing. */
import { toDay } from '../../calendar/date.ts';
import type { Plan, PlanGroup, PlanSession } from '../../model/made/plan.ts';
import type { Id, Model } from '../../model/model.ts';
import { deliveriesOf, outcomesIn, SUPPRESSED_BELOW } from './deliveries.ts';

/** Somebody's absences since they last came, and the group in which they had their last seat. */
interface Run {
  group: Id;
  absences: number;
}

export interface Absent {
  readonly group: PlanGroup;
  /** People who missed the last so many sessions, or more, of those of which it is known whether they came. */
  readonly absent: number;
  /** People in the group. */
  readonly of: number;
}

/** Groups with such people, in the order of the plan; those that are suppressed are left out. @param least sessions */
export function absentInARow(model: Model, plan: Plan, least: number): Absent[] {
  const told = deliveriesOf(model, plan)?.groups;
  if (!told) return [];
  const counts = new Map<Id, number>();
  for (const { group, absences } of runsOf(model, plan)) {
    if (absences >= least) counts.set(group, (counts.get(group) ?? 0) + 1);
  }
  return plan.groups.flatMap((group) => {
    const absent = counts.get(group.id) ?? 0;
    const of = group.people?.filter((person) => person !== null).length ?? group.heads;
    return absent > 0 && of >= SUPPRESSED_BELOW && told(group.id) ? [{ group, absent, of }] : [];
  });
}

function runsOf(model: Model, plan: Plan): Iterable<Run> {
  const outcomes = outcomesIn(model, plan, toDay(plan.asOf)!);
  const people = new Map(plan.groups.map((group) => [group.id, group.people]));
  const runs = new Map<string, Run>();
  const held = plan.sessions.filter(({ id }) => outcomes.has(id)).sort(byStart);
  for (const { id } of held) {
    for (const [group, members] of outcomes.get(id)!) {
      if (!people.has(group)) continue;
      for (const [number, outcome] of members) {
        const person = people.get(group)?.[number - 1];
        // Whoever is gone is nobody's concern any more; whoever changed posts is still the same.
        if (person === null) continue;
        const key = person ?? `${group} ${number}`;
        const run = runs.get(key) ?? { group, absences: 0 };
        runs.set(key, run);
        run.group = group;
        run.absences = outcome === 'absent' ? run.absences + 1 : 0;
      }
    }
  }
  return runs.values();
}

function byStart(a: PlanSession, b: PlanSession): number {
  return a.startUtc < b.startUtc ? -1 : Number(a.startUtc > b.startUtc);
}
