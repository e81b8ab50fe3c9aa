/**
 * Planned, delivered and missed, counted again from plan.json and the attendance file alone: nothing of cxplan is asked, so that
 * a mistake there shows. A row of attendance names a person and a session.
 */
interface Plan {
  readonly asOf: string;
  readonly groups: readonly {
    readonly id: string;
    readonly department: string;
    readonly role: string;
    readonly site: string;
    readonly people?: readonly (string | null)[] | undefined;
  }[];
  readonly sessions: readonly {
    readonly id: string;
    readonly module: string;
    readonly status: string;
    readonly start: string;
    readonly attendees: readonly { readonly group: string; readonly first: number; readonly last: number }[];
  }[];
}

export interface Recounted {
  planned: number;
  delivered: number;
  missed: number;
  untold: number;
  ahead: number;
  /** Whose seats were due. */
  readonly people: Set<string>;
}

/** @param came `<person> <session>` → status @returns `<kind> <id>` → counts; kinds: firm, person, group, role, department, site, module */
export function recount(plan: Plan, came: ReadonlyMap<string, string>): Map<string, Recounted> {
  const all = new Map<string, Recounted>();
  const of = (key: string): Recounted => {
    const known = all.get(key) ?? {
      planned: 0,
      delivered: 0,
      missed: 0,
      untold: 0,
      ahead: 0,
      people: new Set(),
    };
    all.set(key, known);
    return known;
  };
  for (const { id, module, status, start, attendees } of plan.sessions) {
    if (status !== 'confirmed') continue;
    for (const { group, first, last } of attendees) {
      const known = plan.groups.find((one) => one.id === group)!;
      for (let number = first; number <= last; number++) {
        const person = known.people?.[number - 1];
        const keys = [
          'firm ',
          `group ${group}`,
          `role ${known.role}`,
          `department ${known.department}`,
          `site ${known.site}`,
          `module ${module}`,
        ];
        if (typeof person === 'string') keys.push(`person ${person}`);
        const status = came.get(`${person} ${id}`);
        for (const key of keys) {
          const counts = of(key);
          counts.planned++;
          if (start.slice(0, 10) > plan.asOf) counts.ahead++;
          else {
            counts.people.add(`${group} ${number}`);
            if (status === undefined) counts.untold++;
            else if (status === 'absent') counts.missed++;
            else counts.delivered++;
          }
        }
      }
    }
  }
  return all;
}
