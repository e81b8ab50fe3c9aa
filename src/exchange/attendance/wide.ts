/**
 * A row for each person and a column for each session, as Moodle exports attendance and as people keep it in a sheet: a title
 * begins with the session's date, a cell says what came of the seat. It becomes a row for each person and session.
 */
import type { Mapping } from '../mapping.ts';
import { readDate } from '../table/dates.ts';
import { plainTitle, titlesIn } from '../table/titles.ts';
import type { RawRecord } from '../table/types.ts';
import { ATTENDANCE_FIELDS } from './fields.ts';
import type { AttendanceFile, AttendanceRow } from './types.ts';

/** Fields by which a person is told. */
const WHO = ['person', 'name', 'firstname', 'lastname', 'email'];

/** Titles stand among the first lines. */
const MOST_BEFORE_TITLES = 50;

const COURSES = new Set(['course', 'kurs', 'cours', 'curso', 'cursus', 'module', 'modul']);

/** Undefined where no row of titles has dates. */
export function wideAttendance(
  records: readonly RawRecord[],
  mapping: Mapping,
  file: string,
): AttendanceFile | undefined {
  for (const [i, header] of records.slice(0, MOST_BEFORE_TITLES).entries()) {
    const { columns } = titlesIn(header.cells, ATTENDANCE_FIELDS, mapping);
    const who = WHO.flatMap((field) => (columns.has(field) ? [[field, columns.get(field)!] as const] : []));
    if (who.length === 0) continue;
    const sessions = datedColumns(header.cells);
    const [first] = sessions;
    if (!first) continue;
    const title = header.cells[first.index]!;
    return {
      kind: 'Moodle',
      topic: courseIn(records.slice(0, i)),
      rows: records.slice(i + 1).flatMap((record) => rowsOf(record, new Map(who), sessions, file)),
      titles: new Map([
        ...who.map(([field, index]) => [field, header.cells[index]!] as const),
        ['date', title],
        ['status', title],
      ]),
      isList: false,
    };
  }
  return undefined;
}

interface DatedColumn {
  readonly index: number;
  readonly date: string;
}

function datedColumns(titles: readonly string[]): DatedColumn[] {
  return titles.flatMap((title, index) => {
    const date = /\d/.test(title) ? dateBefore(title) : undefined;
    return date === undefined ? [] : [{ index, date }];
  });
}

/** `2 Mar 2027 10.00AM All students` → `2 Mar 2027 10:00 AM`: as many of the first words as are a date. */
function dateBefore(title: string): string | undefined {
  const words = title
    .replace(/(\d)\.(\d\d) ?([ap])\.?m\.?(?= |$)/i, '$1:$2 $3M')
    .split(/\s+/)
    .slice(0, 8);
  for (let count = words.length; count > 0; count--) {
    const text = words.slice(0, count).join(' ');
    if (readDate(text)) return text;
  }
  return undefined;
}

function rowsOf(
  { cells, line }: RawRecord,
  who: ReadonlyMap<string, number>,
  sessions: readonly DatedColumn[],
  file: string,
): AttendanceRow[] {
  return sessions.flatMap(({ index, date }): AttendanceRow[] => {
    const status = statusIn(cells[index] ?? '');
    if (status === '') return [];
    return [
      {
        line,
        cell: (field) =>
          field === 'date' ? date : field === 'status' ? status : (cells[who.get(field) ?? -1] ?? ''),
        place: (field) => ({ file, line, column: (who.get(field ?? '') ?? index) + 1 }),
      },
    ];
  });
}

/** `P (2/2)` → `P`; nothing where nothing was taken (`?`), or where it only says since when somebody is enrolled. */
function statusIn(cell: string): string {
  const text = cell.replace(/\([^)]*\)\s*$/, '').trim();
  return /\d/.test(text) || !/\p{L}/u.test(text) ? '' : text;
}

/** What the lines before the titles call the course. */
function courseIn(records: readonly RawRecord[]): string | undefined {
  for (const { cells } of records) {
    const [title = '', course = ''] = cells.filter((cell) => cell !== '');
    if (COURSES.has(plainTitle(title)) && course !== '') return course;
  }
  return undefined;
}
