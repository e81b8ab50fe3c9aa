/**
 * What came of the seats that were due by the day of the plan: due = delivered + missed + untold, for the firm and for each of
 * its parts. Parts of fewer than five people are not told, nor what they could be worked out from.
 */
import { type Day, toDay } from '../../calendar/date.ts';
import { rollsOf } from '../../demand/demand.ts';
import type { DeliveredSeats } from '../../model/made/gaps.ts';
import { type Outcome, type Outcomes, outcomesOf } from '../../model/made/outcomes.ts';
import type { Plan, PlanGroup, PlanSession } from '../../model/made/plan.ts';
import type { Id, Model } from '../../model/model.ts';

/** Parts of fewer people are left out of what is shared. */
export const SUPPRESSED_BELOW = 5;

const KINDS = ['departments', 'roles', 'sites', 'groups', 'modules', 'sessions'] as const;

/** Undefined where nothing was due, or it is not told. */
type At = (id: Id) => DeliveredSeats | undefined;

export interface Deliveries extends Readonly<Record<(typeof KINDS)[number], At>> {
  readonly organisation: DeliveredSeats | undefined;
}

/** Undefined without an attendance file. */
export function deliveriesOf(model: Model, plan: Plan): Deliveries | undefined {
  if (model.attendance.length === 0) return undefined;
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  const asOf = toDay(plan.asOf)!;
  const outcomes = outcomesIn(model, plan, asOf);
  const all = new Part('');
  const parts = Object.fromEntries(KINDS.map((kind) => [kind, new Map<Id, Part>()])) as Record<
    (typeof KINDS)[number],
    Map<Id, Part>
  >;
  for (const session of plan.sessions) {
    if (!isDue(session, asOf)) continue;
    for (const { group: id, first, last } of session.attendees) {
      const known = outcomes.get(session.id)?.get(id);
      const group = groups.get(id);
      const own = [
        all,
        partOf(parts.modules, session.module, ''),
        partOf(parts.sessions, session.id, session.module),
        ...(group ? partsOf(parts, group) : []),
      ];
      for (let number = first; number <= last; number++) {
        const outcome = known?.get(number);
        for (const part of own) part.add(`${id} ${number}`, outcome);
      }
    }
  }
  const at = (kind: (typeof KINDS)[number]): At => {
    const shown = told([...parts[kind].entries()]);
    return (id) => shown.get(id);
  };
  return {
    organisation: all.size >= SUPPRESSED_BELOW ? all.counts : undefined,
    departments: at('departments'),
    roles: at('roles'),
    sites: at('sites'),
    groups: at('groups'),
    modules: at('modules'),
    sessions: at('sessions'),
  };
}

/** What came of the seats of a plan; plans of before, which do not say who is on which number, are numbered by the rule. */
export function outcomesIn(model: Model, plan: Plan, asOf: Day): Outcomes {
  const isNumbered = !model.people || plan.groups.some(({ people }) => people);
  return outcomesOf(model.attendance, isNumbered ? plan.groups : rollsOf(model), plan, asOf);
}

function isDue({ status, start }: PlanSession, asOf: Day): boolean {
  return status === 'confirmed' && toDay(start.slice(0, 10))! <= asOf;
}

/** Seats of one part, and whose they are. */
class Part {
  readonly counts = { due: 0, delivered: 0, missed: 0, untold: 0 };
  /** What it is a part of: others of the same and the whole say what it is. */
  readonly of: Id;
  private readonly people = new Set<string>();

  constructor(of: Id) {
    this.of = of;
  }

  get size(): number {
    return this.people.size;
  }

  add(person: string, outcome: Outcome | undefined): void {
    this.people.add(person);
    this.counts.due++;
    if (outcome === undefined) this.counts.untold++;
    else if (outcome === 'absent') this.counts.missed++;
    else this.counts.delivered++;
  }
}

function partOf(parts: Map<Id, Part>, id: Id, of: Id): Part {
  const part = parts.get(id) ?? new Part(of);
  parts.set(id, part);
  return part;
}

function partsOf(
  { departments, roles, sites, groups }: Record<(typeof KINDS)[number], Map<Id, Part>>,
  { id, department, role, site }: PlanGroup,
): Part[] {
  return [
    partOf(departments, department, ''),
    partOf(roles, role, department),
    partOf(sites, site, ''),
    partOf(groups, id, role),
  ];
}

/** Those that are told: where one alone of a whole is too small, the smallest of the others is kept back with it. */
function told(parts: readonly (readonly [Id, Part])[]): Map<Id, DeliveredSeats> {
  const small = new Map<Id, number>();
  for (const [, { size, of }] of parts) if (size < SUPPRESSED_BELOW) small.set(of, (small.get(of) ?? 0) + 1);
  const shown = new Map<Id, DeliveredSeats>();
  const kept = new Set<Id>();
  const bySize = [...parts].sort(([, a], [, b]) => a.size - b.size);
  for (const [id, { size, of, counts }] of bySize) {
    if (size < SUPPRESSED_BELOW) continue;
    if (small.get(of) === 1 && !kept.has(of)) kept.add(of);
    else shown.set(id, counts);
  }
  return shown;
}
