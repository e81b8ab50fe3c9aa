/** Groups as the plan writes them: who is on which number, and who of them is not there all year. */
import { isoDate, toDay } from '../calendar/date.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { startingDay } from '../demand/joiners.ts';
import type { Demand, Membership, Roll } from '../demand/types.ts';
import type { PlanGroup, PlanPresence } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';

/** Every roll of a demand, sorted by id. */
export function planGroups(model: Model, { rolls = [] }: Demand): PlanGroup[] {
  return rolls.map((roll) => planGroup(model, roll)).sort((a, b) => byCodeUnit(a.id, b.id));
}

function planGroup(model: Model, roll: Roll): PlanGroup {
  const { id, post, heads, joiners, people } = roll;
  const { department, role, site, shift } = post;
  const presence = isUsual(model, roll)
    ? []
    : roll.stretches.flatMap((stretch) => planPresence(model, stretch) ?? []);
  return {
    id,
    department,
    role,
    site,
    shift,
    heads,
    joiners: joiners ?? false,
    ...(presence.length > 0 && { presence }),
    ...(people && { people }),
  };
}

/** Joiners without names come on the first working day of their month: that need not be said. */
function isUsual(model: Model, { joiners, people, post, stretches }: Roll): boolean {
  if (joiners === undefined || people || stretches.length > 1) return false;
  return stretches[0]?.joined === startingDay(model, post, toDay(`${joiners}-01`)!);
}

/** Undefined for those who are there all year. */
function planPresence(
  { programme: { starts, ends } }: Model,
  { first, last, from, until }: Membership,
): PlanPresence | undefined {
  if (from <= starts && until >= ends) return undefined;
  return {
    first,
    last,
    ...(from > starts && { from: isoDate(from) }),
    ...(until < ends && { until: isoDate(until) }),
  };
}
