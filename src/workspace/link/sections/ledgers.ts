/** `programme.attendance` and `programme.actions`: what came of the plan. */

import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Place, Severity } from '../../../diagnostics/diagnostic.ts';
import { namesVeil } from '../../../diagnostics/people-names.ts';
import {
  type Action,
  type Attendance,
  type Id,
  type Module,
  type Person,
  type Post,
  renamerOf,
  type Stage,
} from '../../../model/model.ts';
import type { Alike } from '../../alike.ts';
import type { Row, Table } from '../../files/csv/table.ts';
import { didYouMean, withFix, wrong } from '../cells.ts';
import { ownerName } from '../private.ts';
import { dateIn, type Firm, type Say } from './people.ts';

const ATTENDANCE_STATUS = ['attended', 'absent', 'confirmed'] as const;
const ACTION_STATUS = ['open', 'done', 'dropped'] as const;

export interface LedgerReferences
  extends Pick<Firm, 'departments' | 'declared' | 'former' | 'roles' | 'sites'> {
  /** Everybody who has a row on the roster; undefined where there is none that could be read. */
  readonly people: ReadonlySet<Id> | undefined;
  readonly posts: ReadonlyMap<Id, Post>;
  readonly modules: ReadonlyMap<Id, Module>;
  readonly stages: ReadonlyMap<Id, Stage>;
}

/** Rows in order of date, then who, then what. */
export function linkAttendance(table: Table, known: LedgerReferences, said: Alike): Attendance[] {
  const persons = known.people;
  const { modules } = known.former;
  const strangers = new Unlisted();
  const renamer = renamerOf(known.former, (role) => known.roles.get(role)?.department);
  const link: Link<Attendance> = (row, say, warn) => {
    const given = inIdsOfNow(either(row, 'person', 'group', say), 'group', renamer.group);
    const who = inIdsOfNow(given, 'person', (id) => known.former.people.get(id) ?? id);
    const what = inIdsOfNow(either(row, 'session', 'module', say), 'module', (id) => modules.get(id) ?? id);
    const date = row.cell('date') === undefined ? missing(row, 'date', say) : dateIn(row, 'date', say);
    const status = oneOf(row, 'status', ATTENDANCE_STATUS, 'attended', say);
    const minutes = minutesIn(row, say);
    if (who?.column === 'person' && persons && !persons.has(who.word)) {
      strangers.add(row);
      return undefined;
    }
    if (who?.column === 'group' && who.word.split('.').length !== 4) {
      say(
        'group',
        'unknown-reference',
        `group "${who.word}" does not exist`,
        'groups are called role.site.shift.number',
      );
    } else if (who?.column === 'group' && !isPost(who.word.split('.'), known)) {
      warn(
        'group',
        'no-longer-there',
        `there is no group "${who.word}" now: the row counts only where the plan has held sessions of it`,
        'fine if it has been renamed or dissolved; otherwise groups are called role.site.shift.number',
      );
    }
    const gone = what && retiredModule(what.word, known);
    if (gone !== undefined) {
      warn(
        what!.column,
        'no-longer-there',
        `there is no module "${gone}" now: the row counts only where the plan has held sessions of it`,
        () => didYouMean(gone, known.modules.keys()) ?? TAKEN_OUT,
      );
    }
    if (!who || !what || date === undefined || status === undefined) return undefined;
    return { who: who.word, what: what.word, date, status, minutes };
  };
  look(table, said, link);
  strangers.tell(said);
  return sound(table, said, link).sort(
    (a, b) => a.date - b.date || byCodeUnit(a.who, b.who) || byCodeUnit(a.what, b.what),
  );
}

/** The module of a session or module that is not there (any more); a session keeps the id that it was made with. */
function retiredModule(id: Id, { former, modules, declared }: LedgerReferences): Id | undefined {
  const prefix = id.split('.')[0]!;
  const module = former.modules.get(prefix) ?? prefix;
  return modules.has(module) || declared('modules', module) ? undefined : module;
}

const TAKEN_OUT = 'fine if it has been taken out; otherwise correct the id';

/** Whoever is taken out of the roster leaves rows behind: told once, without an id, and nobody is kept from planning. */
class Unlisted {
  #first: Place | undefined;
  #count = 0;

  add(row: Row): void {
    this.#first ??= row.place('person');
    this.#count++;
  }

  tell(said: Alike): void {
    const [at, count] = [this.#first, this.#count];
    if (!at) return;
    const rows = count === 1 ? 'one row is' : `${count} rows are`;
    const message = `${rows} of people who are not on the roster, and count for nobody`;
    const fix = 'take them out as well, or correct the ids where they are slips';
    const code = 'not-on-the-roster';
    said.tell(code, () => ({ code, severity: 'warn', message, at, fix }), 'warn');
  }
}

/** Whether a group's role, site and shift belong together; of what is not sound nothing is known. */
function isPost(
  [role = '', site = '', shift = '']: readonly string[],
  { posts, roles, sites, declared }: LedgerReferences,
): boolean {
  if (posts.has(`${role}.${site}.${shift}`)) return true;
  return (declared('roles', role) && !roles.has(role)) || (declared('sites', site) && !sites.has(site));
}

/** Actions in order of their ids; their texts name nobody of the roster. */
export function linkActions(
  table: Table,
  known: LedgerReferences,
  people: readonly Person[] | undefined,
  said: Alike,
): Action[] {
  const veiled = namesVeil((people ?? []).map(({ name }) => name));
  const first = new Map<string, Place>();
  const link: Link<Action> = (row, say, warn) => {
    const text = (column: string): string | undefined => row.cell(column) ?? missing(row, column, say);
    const [id, given, learning, action] = ['id', 'department', 'learning', 'action'].map(text);
    const [owner, story] = [row.cell('owner'), row.cell('story')];
    const consentUntil = dateIn(row, 'consent', say);
    const department = given && (known.former.departments.get(given) ?? given);
    const [date, due] = ['date', 'due'].map((column) =>
      row.cell(column) === undefined ? missing(row, column, say) : dateIn(row, column, say),
    );
    const stage = row.cell('stage');
    const status = oneOf(row, 'status', ACTION_STATUS, 'open', say);
    if (
      department !== undefined &&
      !known.departments.has(department) &&
      !known.declared('departments', department)
    ) {
      say('department', 'unknown-reference', `there is no department "${department}"`, () =>
        didYouMean(department, known.departments.keys()),
      );
    }
    if (stage !== undefined && !known.stages.has(stage) && !known.declared('stages', stage)) {
      say('stage', 'unknown-reference', `there is no stage "${stage}"`, () =>
        didYouMean(stage, known.stages.keys()),
      );
    }
    const session = row.cell('session');
    const gone = session && retiredModule(session, known);
    if (gone) {
      warn(
        'session',
        'no-longer-there',
        `there is no module "${gone}" now`,
        () => didYouMean(gone, known.modules.keys()) ?? TAKEN_OUT,
      );
    }
    const twin = first.get(id ?? '');
    if (id !== undefined && twin && twin.line !== row.line) {
      said.tell('duplicate-id', () => ({
        ...wrong('duplicate-id', row, 'id', `action "${id}" stands twice`),
        related: [{ message: 'the first one', at: twin }],
      }));
    } else if (id !== undefined) first.set(id, row.place('id'));
    if (date !== undefined && due !== undefined && due < date) {
      say('due', 'due-before-date', `action "${id ?? ''}" is due before it was learned`);
    }
    if (!id || !department || !learning || !action || date === undefined || due === undefined || !status)
      return undefined;
    return {
      id,
      date,
      session: session && (known.former.modules.get(session) ?? session),
      department,
      stage,
      learning: veiled(learning),
      action: veiled(action),
      owner: owner === undefined ? undefined : ownerName(owner, known),
      isOwned: owner !== undefined,
      due,
      status,
      // Without a date nobody has agreed to anything.
      story: story === undefined || consentUntil === undefined ? undefined : veiled(story),
      consentUntil,
    };
  };
  look(table, said, link);
  return sound(table, said, link).sort((a, b) => byCodeUnit(a.id, b.id));
}

type Link<T> = (row: Row, say: Say, warn: Say) => T | undefined;

/** Says what is wrong with the rows, and holds none. */
function look<T>(table: Table, said: Alike, link: Link<T>): void {
  const say =
    (row: Row, severity: Severity): Say =>
    (column, code, message, fix) => {
      if (code === 'csv-missing-cell' && table.missing.has(column)) return undefined;
      said.tell(code, () => withFix(wrong(code, row, column, message), fix), severity);
      return undefined;
    };
  for (const row of table.rows) link(row, say(row, 'error'), say(row, 'warn'));
}

/** The rows, where nothing worse than a warning was said of any; else none. */
function sound<T>(table: Table, said: Alike, link: Link<T>): T[] {
  const found: T[] = [];
  if (said.failed || table.missing.size > 0) return found;
  const mute: Say = () => undefined;
  for (const row of table.rows) {
    const entry = link(row, mute, mute);
    if (entry !== undefined) found.push(entry);
  }
  return found;
}

function missing(_row: Row, column: string, say: Say): undefined {
  return say(column, 'csv-missing-cell', `this row has no ${column}`);
}

interface Word {
  readonly column: string;
  readonly word: string;
}

/** A word of a column, by what that is called now. */
function inIdsOfNow(
  given: Word | undefined,
  column: string,
  now: (word: string) => string,
): Word | undefined {
  return given?.column === column ? { column, word: now(given.word) } : given;
}

/** The one of two columns that is filled in. */
function either(row: Row, one: string, other: string, say: Say): Word | undefined {
  const [first, second] = [row.cell(one), row.cell(other)];
  if (first !== undefined && second !== undefined && one !== 'session') {
    return say(other, 'csv-both-cells', `this row names a ${one} and a ${other}`, 'fill in one of the two');
  }
  if (first !== undefined) return { column: one, word: first };
  if (second !== undefined) return { column: other, word: second };
  return say(one, 'csv-missing-cell', `this row names neither a ${one} nor a ${other}`);
}

function oneOf<T extends string>(
  row: Row,
  column: string,
  words: readonly T[],
  usual: T,
  say: Say,
): T | undefined {
  const text = row.cell(column) ?? usual;
  const found = words.find((word) => word === text.toLowerCase());
  const message = `"${text}" is not one of ${words.join(', ')}`;
  return found ?? say(column, 'bad-status', message, () => didYouMean(text, words));
}

function minutesIn(row: Row, say: Say): number | undefined {
  const text = row.cell('minutes');
  if (text === undefined) return undefined;
  const minutes = Number(text);
  if (/^\d{1,4}$/.test(text) && minutes >= 1 && minutes <= 1440) return minutes;
  return say('minutes', 'bad-minutes', `"${text}" is not a length from 1 to 1440 minutes`);
}
