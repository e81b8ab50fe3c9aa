/**
 * Attendance files → who was there from when to when, or with which status. Teams and Zoom put several tables into one
 * file, with the meeting's title before them: the tables are found by their titles, whatever language they are in.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Mapping } from '../mapping.ts';
import { readRecords } from '../table/table.ts';
import { bareTitle, plainTitle, titlesIn } from '../table/titles.ts';
import type { RawRecord, TableSource } from '../table/types.ts';
import { ATTENDANCE_FIELDS, isTopic } from './fields.ts';
import type { AttendanceFile, AttendanceRow } from './types.ts';
import { wideAttendance } from './wide.ts';

interface Section {
  readonly columns: ReadonlyMap<string, number>;
  readonly header: RawRecord;
  readonly rows: RawRecord[];
}

/** Fields by which somebody is told. */
const WHO = ['person', 'name', 'firstname', 'lastname', 'email', 'upn', 'group'];
/** And by which it is told whether they were there. */
const WHAT = ['join', 'leave', 'duration', 'status', 'action', 'session', 'module', 'date'];

/** Reads one file. Without `file` nothing could be understood. */
export async function readAttendance(
  source: TableSource,
  mapping: Mapping,
): Promise<{ readonly file?: AttendanceFile; readonly diagnostics: readonly Diagnostic[] }> {
  const { records, diagnostics } = await readRecords(source, ATTENDANCE_FIELDS, mapping);
  if (diagnostics.length > 0) return { diagnostics };
  const sections = sectionsOf(records, mapping);
  if (sections.length === 0) {
    const wide = wideAttendance(records, mapping, source.file);
    return wide ? { file: wide, diagnostics: [] } : { diagnostics: [unknown(source)] };
  }
  const chosen = best(sections);
  const titles = new Map(
    chosen.flatMap(({ columns, header }) => [...columns].map(([id, i]) => [id, header.cells[i]!] as const)),
  );
  const rows = chosen.flatMap((section) => section.rows.map((record) => rowOf(record, section, source.file)));
  const has = (field: string): boolean => titles.has(field);
  return {
    file: {
      kind: kindOf(sections),
      topic: topicOf(records, chosen[0]!),
      rows,
      titles,
      isList: !has('status') && (has('join') || has('duration') || has('action')),
    },
    diagnostics: [],
  };
}

function sectionsOf(records: readonly RawRecord[], mapping: Mapping): Section[] {
  const sections: Section[] = [];
  const known = knownTitles(mapping);
  const headers = records.map((record) =>
    mayBeTitles(record, known) ? columnsOf(record, mapping) : undefined,
  );
  records.forEach((record, i) => {
    const columns = headers[i];
    if (columns) sections.push({ columns, header: record, rows: [] });
    else if (sections.length > 0 && !isTitle(record, headers[i + 1] !== undefined))
      sections.at(-1)!.rows.push(record);
  });
  return sections.filter(({ rows }) => rows.length > 0);
}

function knownTitles({ columns = {} }: Mapping): ReadonlySet<string> {
  const names = ATTENDANCE_FIELDS.flatMap(({ id, names: others = [] }) => [id, ...others]);
  return new Set([...names, ...Object.values(columns)].map(plainTitle));
}

/** Whether two cells are titles at least; most rows are people, and are seen not to be without looking closely. */
function mayBeTitles({ cells }: RawRecord, known: ReadonlySet<string>): boolean {
  let found = 0;
  const open: string[] = [];
  for (const cell of cells) {
    if (cell === '' || cell.length > 60 || /[\d@]/.test(cell)) continue;
    const bare = cell.toLowerCase().replaceAll(' ', '');
    if (known.has(bare)) found++;
    // Letters and blanks alone need no closer look.
    else if (!/^[a-z]+$/.test(bare)) open.push(cell);
  }
  if (found + open.length < 2) return false;
  for (const cell of open) if (known.has(plainTitle(cell)) || known.has(bareTitle(cell))) found++;
  return found >= 2;
}

/** The columns of a row of titles; undefined for any other row. */
function columnsOf({ cells }: RawRecord, mapping: Mapping): ReadonlyMap<string, number> | undefined {
  const { columns } = titlesIn(cells, ATTENDANCE_FIELDS, mapping);
  const isHeader = WHO.some((field) => columns.has(field)) && WHAT.some((field) => columns.has(field));
  return isHeader ? columns : undefined;
}

/** `2. Participants`, `Attendee Details`: a line before the titles of the next table. */
function isTitle({ cells }: RawRecord, isBeforeTitles: boolean): boolean {
  if (cells.filter((cell) => cell !== '').length !== 1) return false;
  return isBeforeTitles || /^\d{1,2}[.)] /.test(cells[0] ?? '');
}

/** The tables of the same titles with most to say: single stays before sums, the first of each kind. */
function best(sections: readonly Section[]): Section[] {
  const score = ({ columns }: Section): number =>
    (columns.has('join') && columns.has('leave') ? 4 : 0) +
    (columns.has('status') ? 2 : 0) +
    (columns.has('duration') ? 1 : 0);
  const stays = sections.filter(
    ({ columns, header }) => columns.has('join') && !isFirstAndLast(header, columns),
  );
  const pool = stays.length > 0 ? stays : sections;
  const most = Math.max(...pool.map(score));
  return pool.filter((section) => score(section) === most);
}

/** `First Join` and `Last Leave` say nothing of what lay between. */
function isFirstAndLast({ cells }: RawRecord, columns: ReadonlyMap<string, number>): boolean {
  return /first|erst|premi|primer|eerst/i.test(cells[columns.get('join')!] ?? '');
}

function rowOf({ cells, line }: RawRecord, { columns }: Section, file: string): AttendanceRow {
  return {
    line,
    cell: (field) => cells[columns.get(field) ?? -1] ?? '',
    place: (field) => ({ file, line, column: (field === undefined ? 0 : (columns.get(field) ?? 0)) + 1 }),
  };
}

function kindOf(sections: readonly Section[]): string {
  const titles = sections
    .flatMap(({ header }) => header.cells)
    .join('|')
    .toLowerCase();
  const has = (field: string): boolean => sections.some(({ columns }) => columns.has(field));
  if (has('action') || has('upn') || /first join|in-meeting/.test(titles)) return 'Teams';
  if (/original name|user email|\bguest\b/.test(titles)) return 'Zoom';
  if (has('join') && has('leave')) return 'meeting';
  return has('status') ? 'status' : 'own';
}

/** Beside its title or below it, before the first table. */
function topicOf(records: readonly RawRecord[], first: Section): string | undefined {
  for (const [i, { cells, line }] of records.entries()) {
    if (line >= first.header.line) return undefined;
    const at = cells.findIndex(isTopic);
    if (at < 0) continue;
    const isRowOfTitles = cells.filter((cell) => cell !== '').length > 2;
    const value = isRowOfTitles ? records[i + 1]?.cells[at] : cells[at + 1];
    if (value !== undefined && value !== '') return value;
  }
  return undefined;
}

function unknown({ file }: TableSource): Diagnostic {
  return {
    code: 'csv-missing-header',
    severity: 'error',
    message: `${file} has no row of titles that tell who was there`,
    at: { file, line: 1, column: 1 },
    fix: 'it needs a person (id, e-mail or name) and a status, a duration or the times of joining and leaving; or say which column is which: --column name="<its title>"',
  };
}
