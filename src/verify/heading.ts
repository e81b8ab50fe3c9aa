/** The head of the plan and its groups say what the workspace says: nobody can rename or shrink them by hand. */
import { isoDate } from '../calendar/date.ts';
import type { Facts, Violation } from './types.ts';

/** Faults in `programme` and `groups`; ids and domain of the programme are the plan's own. */
export function headingFaults({ model, plan, groups }: Facts): Violation[] {
  const { name, mantra, starts, ends, zone } = model.programme;
  const programme = {
    name,
    mantra: mantra ?? null,
    starts: isoDate(starts),
    ends: isoDate(ends),
    timezone: zone,
  };
  const out = faults('programme', plan.programme, programme);
  for (const written of plan.groups) {
    const [group] = groups.get(written.id) ?? [];
    if (!group) continue;
    const { department, role, site, shift } = group.post;
    const wanted = { department, role, site, shift, joiners: group.joiners ?? false };
    out.push(...faults(`group ${written.id}`, written, wanted));
  }
  return out;
}

function faults(what: string, written: object, wanted: Readonly<Record<string, unknown>>): Violation[] {
  return Object.entries(wanted)
    .filter(([key, value]) => written[key as keyof typeof written] !== value)
    .map(([key, value]) => ({
      constraint: 'document',
      message: `${what}: \`${key}\` is ${JSON.stringify(written[key as keyof typeof written])}, but should be ${JSON.stringify(value)}`,
      sessions: [],
    }));
}
