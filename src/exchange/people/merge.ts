/** A proposal beside the workspace there is: what is new, and what has another number now. Nothing is ever taken out. */
import type { Model } from '../../model/model.ts';
import type { SourceEdit } from '../../workspace/edit/edit.ts';
import type { Proposal, ProposedRole } from './proposal.ts';

export interface Merge {
  /** Entries that the workspace does not have, by section; sections without any left out. */
  readonly added: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly edits: readonly SourceEdit[];
  /** What was left alone, and why, as sentences. */
  readonly kept: readonly string[];
  /** Roles of the workspace that the export does not name. */
  readonly unnamed: readonly string[];
}

/** The workspace's part that is looked at. */
export type Firm = Pick<Model, 'sites' | 'departments' | 'roles' | 'named'>;

export function mergeFirm(proposal: Proposal, firm: Firm | undefined): Merge {
  const added: Record<string, Record<string, unknown>> = {};
  const edits: SourceEdit[] = [];
  const kept: string[] = [];
  const add = (section: string, id: string, entry: unknown): void => {
    added[section] ??= {};
    added[section][id] = entry;
  };
  for (const [id, site] of Object.entries(proposal.sites)) if (!firm?.sites.has(id)) add('sites', id, site);
  for (const [id, department] of Object.entries(proposal.departments)) {
    if (!firm?.departments.has(id)) add('departments', id, department);
    else edits.push(...newShifts(id, department.shifts ?? {}, firm));
  }
  for (const [id, role] of Object.entries(proposal.roles)) {
    const known = firm?.roles.get(id);
    if (!known) add('roles', id, role);
    else if (!isSame(role.heads, known.heads, homeOf(known.department, firm!))) {
      const why = leftAlone(known.department, firm!);
      if (why === undefined) edits.push({ pointer: ['roles', id, 'heads'], op: 'set', value: role.heads });
      else kept.push(`The heads of role ${id} stay as they are: ${why}.`);
    }
  }
  const unnamed = [...(firm?.roles.keys() ?? [])].filter((id) => !Object.hasOwn(proposal.roles, id)).sort();
  return { added, edits, kept, unnamed };
}

/** Shifts that the department does not have; their shares would no longer add up, so they are left out. */
function newShifts(
  department: string,
  shifts: NonNullable<Proposal['departments'][string]['shifts']>,
  firm: Firm,
): SourceEdit[] {
  const known = firm.departments.get(department)!.shifts;
  return Object.entries(shifts).flatMap(([id, { days, hours }]): SourceEdit[] =>
    known.has(id)
      ? []
      : [{ pointer: ['departments', department, 'shifts', id], op: 'set', value: { days, hours } }],
  );
}

/** Why a department's heads are not an export's business. */
function leftAlone(id: string, { departments, named }: Firm): string | undefined {
  if (named.has(id)) return 'the roster names the people of its department';
  return departments.get(id)!.teams.size > 0
    ? 'its department has teams, of which the export does not speak'
    : undefined;
}

function homeOf(department: string, { departments }: Firm): string {
  return departments.get(department)!.site;
}

function isSame(heads: ProposedRole['heads'], known: ReadonlyMap<string, number>, home: string): boolean {
  const now = typeof heads === 'number' ? { [home]: heads } : heads;
  const sites = Object.keys(now);
  return sites.length === known.size && sites.every((site) => known.get(site) === now[site]);
}
