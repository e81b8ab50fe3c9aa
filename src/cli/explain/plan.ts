/** Explains what a workspace and its plan know by an id: a session, group, department, role or site, or a gap's key. */
import { sayIn } from '../../calendar/say.ts';
import type { ScoredPart } from '../../model/made/gaps.ts';
import type { Id, Model } from '../../model/model.ts';
import { counted } from '../../wording/words.ts';
import { findRoot } from '../../workspace/files/root.ts';
import type { Host } from '../host.ts';
import { loadValid } from '../load.ts';
import { plannedYear } from '../planned.ts';
import type { Answer, AnswerSource } from './answer.ts';
import { part } from './answer.ts';
import { aboutFinding, findingsByKey } from './finding.ts';
import { aboutGroup } from './group.ts';
import { aboutScored, departmentHead } from './scored.ts';
import { aboutSite } from './site.ts';

interface Flags {
  readonly workspace?: string;
  readonly out?: string;
  readonly quiet?: boolean;
}

/** An answer, or the ids there would be one for. */
export interface AnswerLookup {
  readonly answer: Answer | undefined;
  readonly known: readonly string[];
  /** `module`, where the workspace has the id and there is no answer for things of that kind. */
  readonly kind?: string | undefined;
}

/** What explain answers for, in a sentence. */
export const ANSWERS =
  'a rule, the key of a gap, a constraint, a term, a session, a group, a department, a role or a site';

/** What is known about an id. Nothing is planned for a word that can be neither of the workspace nor of a plan. */
export async function explainFromPlan(id: string, flags: Flags, host: Host): Promise<AnswerLookup> {
  if (flags.workspace === undefined && findRoot(host.cwd) === undefined)
    return { answer: undefined, known: [] };
  const workspace = await loadValid(flags.workspace, host, { ...flags, quiet: true });
  const { model, loaded } = workspace;
  const written = [...model.departments.keys(), ...model.roles.keys(), ...model.sites.keys()];
  if (!written.includes(id) && !/[.:@]/.test(id)) {
    return { answer: undefined, known: written, kind: kindOf(id, model) };
  }
  const known: AnswerSource = {
    model,
    locate: loaded.locate,
    say: sayIn(model.programme.locale),
    ...(await plannedYear(workspace, flags, host)),
  };
  const answer = await answerFor(id, known);
  const { plan, gaps } = known;
  const planned = () => [
    ...plan.groups.map((group) => group.id),
    ...findingsByKey(gaps).keys(),
    ...plan.sessions.map((session) => session.id),
  ];
  return { answer, known: answer ? [] : [...planned(), ...written] };
}

function kindOf(id: Id, model: Model): string | undefined {
  const { modules, facilitators, rooms, rituals, voices, themes, stages, touchpoints, moments, metrics } =
    model;
  const all = {
    modules,
    facilitators,
    rooms,
    rituals,
    voices,
    themes,
    stages,
    touchpoints,
    moments,
    metrics,
  };
  return Object.entries(all)
    .find(([, section]) => section.has(id))?.[0]
    .slice(0, -1);
}

async function answerFor(id: string, known: AnswerSource): Promise<Answer | undefined> {
  const { model, plan, gaps } = known;
  const session = plan.sessions.find((candidate) => candidate.id === id || candidate.uid === id);
  // What else was possible is the planner's to say; nothing else here needs it.
  if (session) return (await import('./session.ts')).aboutSession(session, known);
  if (plan.groups.some((group) => group.id === id)) return aboutGroup(id, known);
  const found = findingsByKey(gaps).get(id);
  if (found) return aboutFinding(found, known);
  if (model.departments.has(id)) return aboutDepartment(id, known);
  if (model.roles.has(id)) return aboutRole(id, known);
  return model.sites.has(id) ? aboutSite(id, known) : undefined;
}

function aboutDepartment(id: Id, known: AnswerSource): Answer {
  const { model, plan, gaps, say } = known;
  const department = model.departments.get(id)!;
  const groups = plan.groups.filter((group) => group.department === id);
  const sessions = plan.sessions.filter(
    (session) => session.status === 'confirmed' && session.departments.includes(id),
  );
  const members = groups
    .filter(({ joiners }) => joiners === false)
    .reduce((sum, { heads }) => sum + heads, 0);
  return aboutScored(
    scoredOf(gaps.departments, id),
    {
      head: departmentHead(say, department.name, members, department.roles.length, sessions.length),
      pointer: ['departments', id],
      data: { id, name: department.name, groups, sessions: sessions.map((session) => session.id) },
      more: part(
        `Groups (${say.exact(groups.length)})`,
        groups.map((group) => `${group.id} (${say.exact(group.heads)})`),
      ),
    },
    known,
  );
}

function aboutRole(id: Id, known: AnswerSource): Answer {
  const { model, plan, gaps, say } = known;
  const groups = plan.groups.filter((group) => group.role === id);
  const scored = scoredOf(gaps.roles, id);
  return aboutScored(
    scored,
    {
      head: `${scored.name}: ${counted(say, scored.people, 'person', 'people')} in ${nameOf(model, id)}`,
      pointer: ['roles', id],
      data: { id, name: scored.name, groups },
      more: [
        ...part(
          `Groups (${say.exact(groups.length)})`,
          groups.map((group) => `${group.id} (${say.exact(group.heads)})`),
        ),
        '',
        `cxplan walk ${id} tells one of them's year`,
      ],
    },
    known,
  );
}

function nameOf({ roles, departments }: Model, role: Id): string {
  return departments.get(roles.get(role)!.department)!.name;
}

function scoredOf(all: readonly ScoredPart[], id: Id): ScoredPart {
  return all.find((one) => one.id === id)!;
}
