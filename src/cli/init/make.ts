/** Makes a first workspace from a template and a few answers, keeping the template's comments. */
import { type Document, isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import type { TextFile } from '../../output/types.ts';
import { LEARNING, PROGRAMME, RITUALS, THEMES } from './common.ts';
import type { Template } from './template.ts';

export interface Answers {
  readonly name: string;
  readonly year: number;
  readonly timezone: string;
  /** `GB-ENG`; undefined for none. */
  readonly holidays: string | undefined;
  /** Departments that the firm has; undefined for all. */
  readonly departments: readonly string[] | undefined;
  /** Role → heads, where they differ from the template's. */
  readonly heads: ReadonlyMap<string, number>;
  /** Roles that meet customers; undefined as in the template. */
  readonly customerFacing: readonly string[] | undefined;
  /** Departments that keep office hours although the template has shifts. */
  readonly officeHours: readonly string[];
  /** Themes to keep; `mission` always stays. Undefined for all. */
  readonly themes: readonly string[] | undefined;
}

const SCHEMA = '# yaml-language-server: $schema=https://cxplan.dev/schemas/workspace.schema.json\n';

/** The files of the workspace. */
export function makeWorkspace(template: Template, answers: Answers): TextFile[] {
  const parts = open(template, answers.year);
  leaveOutDepartments(parts, answers);
  leaveOutThemes(parts, answers);
  fillInProgramme(parts, answers);
  for (const [role, heads] of answers.heads)
    if (parts.people.hasIn(['roles', role])) parts.people.setIn(['roles', role, 'heads'], heads);
  if (answers.customerFacing) markCustomerFacing(parts, answers.customerFacing);
  for (const id of answers.officeHours) keepOfficeHours(parts, id);
  return Object.entries(parts).map(([name, document]) => ({
    path: `${name}.yaml`,
    text: SCHEMA + textOf(document),
  }));
}

/** The template's documents, for questions about what is in it. */
export function open(template: Template, year: number) {
  const parse = (text: string) =>
    parseDocument(text.replaceAll('{{year}}', String(year)).replaceAll('{{before}}', String(year - 1)));
  return {
    programme: parse(`${PROGRAMME}\n${THEMES}`),
    people: parse(template.people),
    journey: parse(template.journey),
    learning: parse(LEARNING + template.learning + RITUALS),
  };
}

type Parts = ReturnType<typeof open>;

/** The ids of a section, in the order of the template. */
export function idsOf(document: Document, section: string): string[] {
  return entries(document, section).map(([id]) => id);
}

function fillInProgramme({ programme, people }: Parts, { name, timezone, holidays }: Answers): void {
  const departments = idsOf(people, 'departments');
  programme.setIn(['programme', 'name'], name);
  programme.setIn(['programme', 'timezone'], timezone);
  if (holidays !== undefined) programme.setIn(['programme', 'holidays'], holidays);
  programme.setIn(['programme', 'agreedBy'], flow(programme, departments));
  programme.setIn(['programme', 'team'], flow(programme, departments.slice(0, 3)));
}

/** With a department go its roles, the touchpoints they answer for, and the modules for it alone. */
function leaveOutDepartments({ people, journey, learning }: Parts, { departments }: Answers): void {
  if (!departments) return;
  for (const [id] of entries(people, 'departments')) {
    if (!departments.includes(id)) people.deleteIn(['departments', id]);
  }
  for (const [id, role] of entries(people, 'roles')) {
    if (!departments.includes(String(role.get('department')))) people.deleteIn(['roles', id]);
  }
  const roles = idsOf(people, 'roles');
  for (const [id, stage] of entries(journey, 'stages')) {
    for (const [touchpoint, value] of pairs(stage.get('touchpoints'))) {
      const owners = [value.toJSON().owner].flat().filter((owner) => roles.includes(owner));
      if (owners.length === 0) journey.deleteIn(['stages', id, 'touchpoints', touchpoint]);
      else value.set('owner', owners.length === 1 ? owners[0] : flow(journey, owners));
    }
    if (pairs(stage.get('touchpoints')).length === 0) journey.deleteIn(['stages', id]);
  }
  for (const [id, module] of entries(learning, 'modules')) {
    const audience = module.toJSON().audience?.departments as string[] | undefined;
    if (audience && !audience.some((department) => departments.includes(department))) {
      learning.deleteIn(['modules', id]);
    }
  }
  const levels = entries(people, 'roles').map(([, role]) => role.get('level'));
  if (!levels.includes('manager') && !levels.includes('executive'))
    learning.deleteIn(['modules', 'lead-visibly']);
  const touchpoints = entries(journey, 'stages').flatMap(([, stage]) =>
    pairs(stage.get('touchpoints')).map(([id]) => id),
  );
  for (const [, module] of entries(learning, 'modules')) {
    keepOnly(module, 'stages', idsOf(journey, 'stages'));
    keepOnly(module, 'touchpoints', touchpoints);
  }
}

function leaveOutThemes({ programme, learning }: Parts, { themes }: Answers): void {
  if (!themes) return;
  const kept = ['mission', ...themes.filter((theme) => theme !== 'mission')];
  for (const [id] of entries(programme, 'themes')) if (!kept.includes(id)) programme.deleteIn(['themes', id]);
  programme.setIn(['programme', 'rotation'], flow(programme, kept));
  for (const section of ['modules', 'rituals']) {
    for (const [, entry] of entries(learning, section)) {
      keepOnly(entry, 'themes', kept);
      if (isSeq(entry.get('themes')) && entry.toJSON().themes.length === 0)
        entry.set('themes', flow(learning, ['mission']));
    }
  }
}

/** Without shifts; the meeting that huddles are held in moves into the office's morning. */
function keepOfficeHours({ people }: Parts, department: string): void {
  people.deleteIn(['departments', department, 'shifts']);
  const meeting = { team: { day: 'mon', at: '09:30', minutes: 30 } };
  people.setIn(['departments', department, 'meetings'], people.createNode(meeting, { flow: true }));
}

function markCustomerFacing({ people }: Parts, roles: readonly string[]): void {
  for (const [id, role] of entries(people, 'roles')) {
    if (roles.includes(id)) role.set('customerFacing', true);
    else role.delete('customerFacing');
  }
}

/** Drops from a list what is not known any more; words such as `own` and `month` stay. */
function keepOnly(entry: YAMLMap, key: string, known: readonly string[]): void {
  const list = entry.get(key);
  if (isSeq(list))
    list.items = list.items.filter((item) => isScalar(item) && known.includes(String(item.value)));
}

function entries(document: Document, section: string): [string, YAMLMap][] {
  return pairs(document.get(section));
}

function pairs(map: unknown): [string, YAMLMap][] {
  if (!isMap(map)) return [];
  return map.items.flatMap(({ key, value }) =>
    isScalar(key) && isMap(value) ? [[String(key.value), value] as [string, YAMLMap]] : [],
  );
}

function flow(document: Document, items: readonly string[]) {
  return document.createNode([...items], { flow: true });
}

function textOf(document: Document): string {
  return document.toString({ lineWidth: 120, flowCollectionPadding: true });
}
