/** `programme.people`: the roster. Each row is a person at a post; what cannot be is named with its cell. */

import { isoDate, toDay } from '../../../calendar/date.ts';
import { append } from '../../../collections/lists.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { Department, FormerIds, Id, Person, Programme, Role, Site } from '../../../model/model.ts';
import type { Row, Table } from '../../files/csv.ts';
import { suggestDate } from '../../suggest/suggest-date.ts';
import { didYouMean, wrong } from '../cells.ts';
import { firstDay, inTurn, type PersonRow } from '../in-turn.ts';
import { idsSayNobody } from '../named-ids.ts';
import { formerIdsAreFree } from '../renumbered.ts';
import { Strangers } from '../strangers.ts';
import { teamShift } from './departments.ts';

/** Whether an entry stands in the workspace at all, sound or not: what is wrong with it has been said there. */
export type IsDeclared = (
  section: 'sites' | 'departments' | 'roles' | 'stages' | 'modules',
  id: Id,
) => boolean;

export interface Firm {
  readonly declared: IsDeclared;
  readonly programme: Programme;
  readonly sites: ReadonlyMap<Id, Site>;
  readonly departments: ReadonlyMap<Id, Department>;
  readonly roles: ReadonlyMap<Id, Role>;
  /** What is written in ids of before reads in those of now. */
  readonly former: FormerIds;
}

/** With a place to note what many rows name and the workspace lacks. */
interface Rostered extends Firm {
  readonly strangers: Strangers;
}

export type Tell = (diagnostic: Diagnostic) => void;

/** Ids of people become file names: no paths, no leading dot. */
const PERSON_ID = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$/;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|constructor|prototype)(?:\.|$)/i;

/** Every sound row, sorted by id, then time; also those who are not there during the programme. */
export function linkPeople(table: Table, firm: Firm, tell: Tell): Person[] {
  const strangers = new Strangers(table);
  const rows = new Map<string, PersonRow[]>();
  for (const row of table.rows) {
    const person = linkPerson(row, table, { ...firm, strangers }, tell);
    if (!person) continue;
    const key = person.id.toLowerCase();
    append(rows, key, { person, row });
  }
  strangers.tell(firm, tell);
  const people = [...rows.values()].flatMap((list) =>
    list.length === 1 ? [list[0]!.person] : inTurn(table, list, tell),
  );
  const rowOf = ({ id }: Person): Row => rows.get(id.toLowerCase())![0]!.row;
  idsSayNobody(table, people, rowOf, tell);
  const listed = idsIn(table);
  if (listed) formerIdsAreFree(table, listed, tell);
  for (const { id, manager } of people) {
    if (manager === undefined || !listed || listed.has(firm.former.people.get(manager) ?? manager)) continue;
    const { row } = rows.get(id.toLowerCase())!.find(({ person }) => person.manager === manager)!;
    const message = `person "${id}" has the manager "${manager}", who is not in ${table.file}`;
    tell({ ...wrong('unknown-reference', row, 'manager', message), severity: 'warn' });
  }
  return people.sort((a, b) => byCodeUnit(a.id, b.id) || firstDay(a) - firstDay(b));
}

/** Everybody who has a row, be it sound or not; undefined without a column of ids. */
export function idsIn(table: Table): Set<Id> | undefined {
  if (table.missing.has('id')) return undefined;
  return new Set(table.rows.flatMap((row) => row.cell('id') ?? []));
}

/** Those who work here at some time of the programme. */
export function duringProgramme(people: readonly Person[], { starts, ends }: Programme): Person[] {
  return people.filter(({ joined, left }) => (joined ?? starts) <= ends && (left ?? ends) >= starts);
}

/** A row as a person; everything that is wrong with it is said at once. */
function linkPerson(row: Row, table: Table, firm: Rostered, tell: Tell): Person | undefined {
  const id = row.cell('id');
  let sound = true;
  const say: Say = (column, code, message, fix) => {
    sound = false;
    // That a whole column is missing has been said once.
    if (code === 'csv-missing-cell' && table.missing.has(column)) return undefined;
    tell({ ...wrong(code, row, column, message), ...(fix !== undefined && { fix }) });
    return undefined;
  };
  if (id === undefined) say('id', 'csv-missing-cell', 'this person has no id');
  else if (id.length > 64 || !PERSON_ID.test(id) || RESERVED.test(id)) {
    say(
      'id',
      'bad-person-id',
      `"${id}" cannot be a person's id`,
      'use letters, digits, hyphens and single dots: ids become file names',
    );
  }
  const who = id === undefined ? 'this person' : `person "${id}"`;
  const role = knownIn('roles', firm, row, 'role', who, say);
  const site = siteIn(row, role, firm, who, say);
  const shift = role && teamIn(row, who, role, firm, shiftOf(row, who, role, firm, say), say);
  const [joined, left] = [dateIn(row, 'joined', say), dateIn(row, 'left', say)];
  if (joined !== undefined && left !== undefined && left < joined) {
    say(
      'left',
      'left-before-joined',
      `${who} left on ${isoDate(left)}, before joining on ${isoDate(joined)}`,
    );
  }
  if (!sound || id === undefined || !role || site === undefined || shift === undefined) return undefined;
  const [name, email, manager] = [row.cell('name'), row.cell('email'), row.cell('manager')];
  return { id, role: role.id, site, shift, joined, left, name, email, manager };
}

/** As written; else where the role works, if that is one place only. */
function siteIn(row: Row, role: Role | undefined, firm: Rostered, who: string, say: Say): Id | undefined {
  if (row.cell('site') !== undefined) return knownIn('sites', firm, row, 'site', who, say)?.id;
  if (!role) return undefined;
  const department = firm.departments.get(role.department)!;
  const site = department.teams.get(row.cell('team') ?? '')?.site ?? siteOf(role, department, firm);
  return (
    site ?? say('site', 'csv-missing-cell', `${who} has no site, and role "${role.id}" works at several`)
  );
}

export type Say = (column: string, code: string, message: string, fix?: string) => undefined;

/** The entry that a cell names; nothing is said of one that is declared and has something wrong with it. */
function knownIn<Section extends 'roles' | 'sites'>(
  section: Section,
  firm: Rostered,
  row: Row,
  column: string,
  who: string,
  say: Say,
): (Firm[Section] extends ReadonlyMap<Id, infer Entry> ? Entry : never) | undefined {
  const word = row.cell(column);
  if (word === undefined) return say(column, 'csv-missing-cell', `${who} has no ${column}`);
  const entries = firm[section];
  const entry = entries.get(word) ?? entries.get(firm.former[section].get(word) ?? word);
  if (entry) return entry as never;
  if (!firm.declared(section, word)) firm.strangers.add(section, word, row);
  return undefined;
}

/** Where a role works at one place only, nobody needs to write it. */
function siteOf(role: Role, department: Department, { sites }: Firm): Id | undefined {
  if (role.heads.size === 1) return [...role.heads.keys()][0];
  if (role.heads.size === 0) return department.site;
  return sites.size === 1 ? [...sites.keys()][0] : undefined;
}

function shiftOf(row: Row, who: string, role: Role, { former }: Firm, say: Say): Id | undefined {
  const written = row.cell('shift');
  const word = written && (former.shifts.get(role.department)?.get(written) ?? written);
  const known = role.shifts.join(', ');
  if (word === undefined) {
    if (role.shifts.length === 1) return role.shifts[0];
    return say('shift', 'csv-missing-cell', `${who} has no shift, and role "${role.id}" works ${known}`);
  }
  if (role.shifts.includes(word)) return word;
  const message = `${who} works shift "${word}", which role "${role.id}" does not work`;
  return say('shift', 'unknown-reference', message, didYouMean(word, role.shifts) ?? `it works ${known}`);
}

/** The team's part of the shift, where the row names a team of the role's department. */
function teamIn(
  row: Row,
  who: string,
  role: Role,
  firm: Firm,
  shift: Id | undefined,
  say: Say,
): Id | undefined {
  const team = row.cell('team');
  if (team === undefined || shift === undefined) return shift;
  const { id, teams } = firm.departments.get(role.department)!;
  const now = teams.has(team)
    ? teamShift(shift, team)
    : firm.former.shifts.get(id)?.get(teamShift(shift, team));
  if (now !== undefined) return now;
  const message = `${who} is in team "${team}", which department "${id}" does not have`;
  return say('team', 'unknown-reference', message, didYouMean(team, teams.keys()));
}

export function dateIn(row: Row, column: string, say: Say): number | undefined {
  const text = row.cell(column);
  if (text === undefined) return undefined;
  return toDay(text) ?? say(column, 'bad-date', `"${text}" is not a date`, suggestDate(text));
}
