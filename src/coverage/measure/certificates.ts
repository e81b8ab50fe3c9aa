/**
 * Who holds what is good for a while (`validFor`) on the day of the plan, for each department and module: counts only. Departments of fewer
 * than five people are left out, as everywhere that people are told of.
 */
import { type Day, toDay } from '../../calendar/date.ts';
import { append } from '../../collections/lists.ts';
import { LearnedUntil } from '../../demand/certificates.ts';
import type { Plan, PlanGroup } from '../../model/made/plan.ts';
import { certificatesOf, type Id, type Model, type Module, validityOf } from '../../model/model.ts';
import { isThere, stretchesOf } from '../../model/presence.ts';
import { SUPPRESSED_BELOW } from './deliveries.ts';

interface Certificates {
  readonly department: Id;
  readonly module: Module;
  /** People who are there on the day, of those whom the module is for. */
  readonly people: number;
  /** Of them: who holds it, and until when, the first to end before. */
  readonly good: readonly Holder[];
  /** Whose certificate has ended. */
  readonly expired: readonly Holder[];
}

export interface Holder {
  /** Last day of the certificate. */
  readonly until: Day;
  /** The next seat that they have in it; undefined: none to come. */
  readonly next: Day | undefined;
}

/** By department, then module; nothing where no certificate ends. */
export function certificatesIn(model: Model, plan: Plan): Certificates[] {
  const learned = new LearnedUntil(model, plan, plan.asOf);
  if (learned.modules.length === 0) return [];
  const asOf = toDay(plan.asOf)!;
  const members = membersOn(model, plan, asOf);
  const next = nextSeats(plan, new Set(learned.modules.map(({ id }) => id)));
  return [...model.departments.keys()].flatMap((department) => {
    const own = members.get(department) ?? [];
    if (own.length < SUPPRESSED_BELOW) return [];
    return learned.modules.flatMap((module) => {
      const asked = own.filter(({ post }) => module.audience.posts.has(post));
      if (asked.length < SUPPRESSED_BELOW) return [];
      const validity = validityOf(model, module)!;
      const holders = asked.flatMap(({ group, number, person }): Holder[] => {
        const { days } = learned.of(module.id, group, number, person);
        const last = certificatesOf(days, validity).reduce((most, { until }) => Math.max(most, until), -1);
        return last < 0 ? [] : [{ until: last, next: next.get(`${module.id} ${group} ${number}`) }];
      });
      const sorted = holders.sort((a, b) => a.until - b.until);
      return {
        department,
        module,
        people: asked.length,
        good: sorted.filter(({ until }) => until >= asOf),
        expired: sorted.filter(({ until }) => until < asOf),
      };
    });
  });
}

interface Member {
  readonly group: Id;
  readonly number: number;
  readonly person: Id | undefined;
  readonly post: Id;
}

/** Department → who is there on a day; before the programme: who will be when it begins. */
function membersOn({ programme: { starts, ends } }: Model, plan: Plan, day: Day): Map<Id, Member[]> {
  const members = new Map<Id, Member[]>();
  const on = Math.max(day, starts);
  for (const group of plan.groups) {
    for (const stretch of stretchesOf(group, { from: starts, until: ends })) {
      if (!isThere(stretch, Math.min(on, ends))) continue;
      for (let number = stretch.first; number <= stretch.last; number++) {
        // A seat for somebody who is still to come is nobody who could have learned anything.
        if (group.people?.[number - 1] === null) continue;
        append(members, group.department, memberOf(group, number));
      }
    }
  }
  return members;
}

function memberOf({ id, people, role, site, shift }: PlanGroup, number: number): Member {
  const person = people?.[number - 1] ?? undefined;
  return { group: id, number, person, post: `${role}.${site}.${shift}` };
}

/** Module, group and number → the first day on or after that of the plan on which they have a seat in it. */
function nextSeats({ sessions, asOf }: Plan, modules: ReadonlySet<Id>): Map<string, Day> {
  const next = new Map<string, Day>();
  for (const { module, status, start, attendees } of sessions) {
    if (!modules.has(module) || status !== 'confirmed' || start.slice(0, 10) < asOf) continue;
    const day = toDay(start.slice(0, 10))!;
    for (const { group, first, last } of attendees) {
      for (let number = first; number <= last; number++) {
        const key = `${module} ${group} ${number}`;
        next.set(key, Math.min(day, next.get(key) ?? day));
      }
    }
  }
  return next;
}
