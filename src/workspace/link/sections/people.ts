/** `programme.people`: the roster. Each row is a person at a post; what cannot be is named with its cell. */

import { isoDate, toDay } from '../../../calendar/date.ts';
import { append } from '../../../collections/lists.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Department, FormerIds, Id, Person, Programme, Role, Site } from '../../../model/model.ts';
import type { Alike } from '../../alike.ts';
import type { Row, Table } from '../../files/csv/table.ts';
import { suggestDate } from '../../suggest/suggest-date.ts';
import { didYouMean, withFix, wrong } from '../cells.ts';
import { firstDay, inTurn, Turns } from '../in-turn.ts';
import { TellingIds } from '../named-ids.ts';
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

/** Ids of people become file names: no paths, no leading dot. */
const PERSON_ID = /^[A-Za-z0-9][A-Za-z0-9_-]*(?:\.[A-Za-z0-9_-]+)*$/;
const RESERVED = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9]|constructor|prototype)(?:\.|$)/i;

/**
 * Everybody, sorted by id, then time; also those who are not there during the programme. Nobody where anything is wrong with
 * the table: whoever is only looked at is not held.
 */
export function linkPeople(table: Table, firm: Firm, said: Alike): Person[] {
  const strangers = new Strangers(table);
  const rostered = { ...firm, strangers };
  const link = (row: Row, tell: Alike['tell']) => linkPerson(row, table, rostered, tell);
  const again = idsSeenAgain(table);
  const turns = new Turns(table, again, said);
  const telling = new TellingIds(again);
  const named = table.columns.has('manager') ? idsIn(table) : undefined;
  const tell = said.tell.bind(said);
  for (const row of table.rows) {
    const person = link(row, tell);
    if (!person) continue;
    turns.add(person, row);
    telling.add(person, row);
    if (named) managerIsNamed(person, row, table, named, firm, said);
  }
  strangers.tell(firm, said);
  telling.tell(table, said);
  const listed = table.columns.has('was') ? (named ?? idsIn(table)) : undefined;
  if (listed) formerIdsAreFree(table, listed, said);
  if (said.failed) return [];
  const people: Person[] = [];
  const posts = new Map<string, Person[]>();
  for (const row of table.rows) {
    const person = link(row, () => undefined);
    if (!person) continue;
    const key = person.id.toLowerCase();
    if (again.has(key)) append(posts, key, person);
    else people.push(person);
  }
  for (const list of posts.values()) for (const person of inTurn(list)) people.push(person);
  return people.sort((a, b) => byCodeUnit(a.id, b.id) || firstDay(a) - firstDay(b));
}

function managerIsNamed(
  { manager }: Person,
  row: Row,
  table: Table,
  named: ReadonlySet<Id>,
  { former }: Firm,
  said: Alike,
): void {
  if (manager === undefined || named.has(former.people.get(manager) ?? manager)) return;
  const make = () => {
    const message = `person "${row.cell('id')}" has the manager "${manager}", who is not in ${table.file}`;
    return wrong('unknown-reference', row, 'manager', message);
  };
  said.tell('unknown-reference manager', make, 'warn');
}

/** Everybody who has a row, be it sound or not; undefined without a column of ids. */
export function idsIn(table: Table): Set<Id> | undefined {
  if (table.missing.has('id')) return undefined;
  const ids = new Set<Id>();
  for (const row of table.rows) {
    const id = row.cell('id');
    if (id !== undefined) ids.add(id);
  }
  return ids;
}

/** Ids in small letters that stand in several rows. */
function idsSeenAgain(table: Table): Set<string> {
  const [seen, again] = [new Set<string>(), new Set<string>()];
  for (const row of table.rows) {
    const key = row.cell('id')?.toLowerCase();
    if (key === undefined) continue;
    if (seen.has(key)) again.add(key);
    else seen.add(key);
  }
  return again;
}

/** Those who work here at some time of the programme. */
export function duringProgramme(people: readonly Person[], { starts, ends }: Programme): Person[] {
  return people.filter(({ joined, left }) => (joined ?? starts) <= ends && (left ?? ends) >= starts);
}

/** A row as a person; everything that is wrong with it is said at once. */
function linkPerson(row: Row, table: Table, firm: Rostered, tell: Alike['tell']): Person | undefined {
  const id = row.cell('id');
  let sound = true;
  const say: Say = (column, code, message, fix) => {
    sound = false;
    // That a whole column is missing has been said once.
    if (code === 'csv-missing-cell' && table.missing.has(column)) return undefined;
    tell(code, () => withFix(wrong(code, row, column, message), fix));
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

/** @param fix worked out only for what is told */
export type Say = (
  column: string,
  code: string,
  message: string,
  fix?: string | (() => string | undefined),
) => undefined;

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
  const fix = () => didYouMean(word, role.shifts) ?? `it works ${known}`;
  return say('shift', 'unknown-reference', message, fix);
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
  return say('team', 'unknown-reference', message, () => didYouMean(team, teams.keys()));
}

export function dateIn(row: Row, column: string, say: Say): number | undefined {
  const text = row.cell(column);
  if (text === undefined) return undefined;
  return toDay(text) ?? say(column, 'bad-date', `"${text}" is not a date`, () => suggestDate(text));
}
