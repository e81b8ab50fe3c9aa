/** Two plans side by side, each in its own words, and what causes are looked up in; made once, when first asked for. */
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { isHeld } from '../../model/made/history.ts';
import type { PlanGroup, PlanSession, PlanUnscheduled } from '../../model/made/plan.ts';
import { lazy, remembered } from '../../model/made/remembered.ts';
import type { Department } from '../../model/model.ts';
import { rosteredTime } from '../../model/working-time/time.ts';
import { type Context, listed, sums } from '../context.ts';

/** One cause, in a clause without its full stop; `at` leads into the workspace, where a line says it. */
export interface Cause {
  readonly text: string;
  readonly at?: Pointer;
}

export interface PlanComparison {
  readonly then: Context;
  readonly now: Context;
  /** People of a role at a site, joiners apart, in both. */
  readonly heads: (role: string, site: string) => { readonly was: number; readonly is: number };
  /** Who of a group had no place in the old plan. */
  readonly waited: (module: string, occurrence: string, group: string) => readonly PlanUnscheduled[];
  /** Whether anybody of a group was to be in it. */
  readonly attended: (module: string, occurrence: string, group: string) => boolean;
  /** Sessions that have been held with somebody of a group. */
  readonly held: (module: string, occurrence: string, group: string) => readonly PlanSession[];
  /** When a shift is on now. */
  readonly rostered: (department: Department, group: Pick<PlanGroup, 'site' | 'shift'>) => readonly number[];
}

export function compared(then: Context, now: Context): PlanComparison {
  const [was, is] = [then, now].map((context) => lazy(() => headsByRole(context))) as [Heads, Heads];
  const waiting = lazy(() =>
    listed(then.plan.unscheduled, (one) => [keyOf(one.module, one.occurrence, one.group)]),
  );
  const planned = lazy(() =>
    listed(then.plan.sessions, ({ status, module, occurrence }) =>
      status === 'cancelled' ? [] : [`${module} ${occurrence}`],
    ),
  );
  const held = lazy(() =>
    listed(
      now.plan.sessions.filter((session) => isHeld(session, now.plan.asOf)),
      ({ module, occurrence, attendees }) => attendees.map(({ group }) => keyOf(module, occurrence, group)),
    ),
  );
  const known = remembered((key: string) => {
    const [department, site, shift] = key.split(' ') as [string, string, string];
    return rosteredTime(now.model, now.model.departments.get(department)!, { site, shift });
  });
  return {
    then,
    now,
    heads(role, site) {
      const key = `${role} ${site}`;
      return { was: was().get(key) ?? 0, is: is().get(key) ?? 0 };
    },
    waited: (module, occurrence, group) => waiting().get(keyOf(module, occurrence, group)) ?? [],
    attended: (module, occurrence, group) =>
      (planned().get(`${module} ${occurrence}`) ?? []).some(({ attendees }) =>
        attendees.some((seat) => seat.group === group),
      ),
    held: (module, occurrence, group) => held().get(keyOf(module, occurrence, group)) ?? [],
    rostered: ({ id }, { site, shift }) => known(`${id} ${site} ${shift}`),
  };
}

type Heads = () => ReadonlyMap<string, number>;

function headsByRole({ groups }: Context): ReadonlyMap<string, number> {
  const members = [...groups.values()].filter(({ joiners }) => joiners === false);
  return sums(
    members,
    ({ role, site }) => `${role} ${site}`,
    ({ heads }) => heads,
  );
}

function keyOf(module: string, occurrence: string, group: string): string {
  return `${module} ${occurrence} ${group}`;
}
