/** Explains what stands in a plan: a session, a group, a department; with the lines of YAML it comes from. */
import type { Locate } from '../diagnostics/diagnostic.ts';
import type { Model } from '../model/model.ts';
import type { Plan, PlanSession, PlanUnscheduled } from '../model/plan.ts';
import { findRoot } from '../workspace/root.ts';
import { outputFolder } from './folders.ts';
import type { Host } from './host.ts';
import { loadValid } from './load.ts';
import { counted } from './words.ts';
import { readPlan } from './year.ts';

interface Flags {
  readonly workspace?: string;
  readonly out?: string;
}

export interface Answer {
  /** Lines for people. */
  readonly lines: readonly string[];
  readonly data: unknown;
}

/** What the plan knows about an id; undefined when it knows nothing. */
export async function explainFromPlan(id: string, flags: Flags, host: Host): Promise<Answer | undefined> {
  if (flags.workspace === undefined && findRoot(host.cwd) === undefined) return undefined;
  const { root, model, loaded } = await loadValid(flags.workspace, host, { quiet: true });
  const plan = await readPlan(outputFolder(root, flags.out, host), host);
  return plan && answerFor(id, model, plan, loaded.locate);
}

function answerFor(id: string, model: Model, plan: Plan, locate: Locate): Answer | undefined {
  const session = plan.sessions.find((candidate) => candidate.id === id || candidate.uid === id);
  if (session) return aboutSession(session, model, locate);
  if (plan.groups.some((group) => group.id === id)) return aboutGroup(id, model, plan);
  if (model.departments.has(id)) return aboutDepartment(id, model, plan);
  return undefined;
}

function aboutSession(session: PlanSession, model: Model, locate: Locate): Answer {
  const module = model.modules.get(session.module);
  const room = session.room === null ? undefined : (model.rooms.get(session.room)?.name ?? session.room);
  const leader =
    session.facilitator === null
      ? session.led
      : (model.facilitators.get(session.facilitator)?.name ?? session.facilitator);
  const site = model.sites.get(session.site)?.name ?? session.site;
  const lines = [
    `${module?.name ?? session.module} (${session.occurrence})`,
    `  when     ${session.start.replace('T', ' ')} to ${session.end.slice(11)}, ${session.timezone}`,
    `  where    ${room ? `${room}, ` : ''}${site}`,
    `  led by   ${leader}`,
    `  who      ${session.attendees.map(({ group, first, last }) => `${group} ${first}–${last}`).join(', ')} (${counted(session.heads, 'person', 'people')})`,
    `  counts   ${session.counts ? 'yes' : 'no: it is unpaid, has no theme, or is a tool without a strategy'}`,
  ];
  const because = session.why.map((reason) => `  because  ${placed(reason, locate)}`);
  return { lines: [...lines, ...because], data: session };
}

/** A pointer with the line it stands on; a sentence as it is. */
function placed(reason: string, locate: Locate): string {
  const pointer = reason.split('.').flatMap((part) => part.replace(/\[(\d+)\]/g, '.$1').split('.'));
  const at = /^[a-z]+(\.[A-Za-z0-9-]+|\[\d+\])+$/.test(reason) ? locate(pointer) : undefined;
  return at ? `${reason} (${at.file}:${at.line}:${at.column})` : reason;
}

function aboutGroup(id: string, model: Model, plan: Plan): Answer {
  const group = plan.groups.find((candidate) => candidate.id === id)!;
  const sessions = plan.sessions.filter((session) =>
    session.attendees.some((attendee) => attendee.group === id),
  );
  const missing = plan.unscheduled.filter((entry) => entry.group === id);
  const role = model.roles.get(group.role)?.name ?? group.role;
  const title = `${role}, ${group.site}, shift ${group.shift}: ${counted(group.heads, 'person', 'people')}`;
  const lines = [group.joiners ? `${title} joining in ${group.joiners}` : title];
  for (const { start, module, attendees } of sessions) {
    const part = attendees.find((attendee) => attendee.group === id)!;
    const members = part.last - part.first + 1 === group.heads ? '' : ` (members ${part.first}–${part.last})`;
    lines.push(`  ${start.replace('T', ' ')}  ${model.modules.get(module)?.name ?? module}${members}`);
  }
  return { lines: [...lines, ...missing.map(noPlace)], data: { group, sessions, unscheduled: missing } };
}

function noPlace({ module, occurrence, first, last, reasons }: PlanUnscheduled): string {
  const why = reasons.map(
    ({ constraint, excluded, of }) => `${constraint} excludes ${excluded} of ${of} starts`,
  );
  return `  no place  ${module} (${occurrence}), members ${first}–${last}: ${why.join('; ')}`;
}

function aboutDepartment(id: string, model: Model, plan: Plan): Answer {
  const department = model.departments.get(id)!;
  const groups = plan.groups.filter((group) => group.department === id);
  const sessions = plan.sessions.filter((session) => session.departments.includes(id));
  const members = groups
    .filter((group) => group.joiners === false)
    .reduce((sum, group) => sum + group.heads, 0);
  const lines = [
    `${department.name}: ${counted(members, 'person', 'people')} in ${counted(department.roles.length, 'role')}, ${counted(sessions.length, 'session')}`,
    `  roles   ${department.roles.join(', ')}`,
    `  shifts  ${[...department.shifts.keys()].join(', ')}`,
    ...groups.map((group) => `  group   ${group.id} (${group.heads})`),
  ];
  return {
    lines,
    data: { id, name: department.name, groups, sessions: sessions.map((session) => session.id) },
  };
}
