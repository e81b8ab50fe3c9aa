/** `.xlsx` → records of texts: the first sheet, or the one that is named. The library is loaded only here. */
import { isoDate } from '../../calendar/date.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { archiveSize } from './archive.ts';
import {
  MOST_IN_CELL,
  MOST_PACKED,
  MOST_ROWS,
  MOST_UNPACKED,
  type RawRecord,
  TableProblem,
  type TableSource,
} from './types.ts';

export interface Workbook {
  readonly sheet: string;
  readonly records: AsyncIterable<RawRecord>;
}

/** Opens a workbook; its rows are read as they are asked for. @throws TableProblem */
export async function openWorkbook(source: TableSource, sheet: string | undefined): Promise<Workbook> {
  const bytes = wholeOf(source);
  const size = archiveSize(bytes);
  if (size === undefined)
    throw problem(
      source,
      'not-a-workbook',
      `${source.file} is no workbook that can be read`,
      'save it again as .xlsx, or export it as CSV',
    );
  if (size > MOST_UNPACKED) {
    throw problem(
      source,
      'file-too-large',
      `${source.file} unpacks to more than ${MOST_UNPACKED / 1_000_000} MB`,
      'export the sheet as CSV',
    );
  }
  const names = await sheetNames(source, bytes);
  const found =
    sheet === undefined ? names[0] : names.find((name) => name.toLowerCase() === sheet.toLowerCase());
  if (found === undefined) {
    const meant = nearest(sheet ?? '', names);
    const known = names.map((name) => `"${name}"`).join(', ');
    throw problem(
      source,
      'unknown-sheet',
      `${source.file} has no sheet "${sheet}"`,
      meant ? `did you mean "${meant}"?` : `it has ${known}`,
    );
  }
  return { sheet: found, records: recordsOf(source, bytes, found) };
}

async function* recordsOf(source: TableSource, bytes: Uint8Array, sheet: string): AsyncGenerator<RawRecord> {
  const { streamXlsxRows } = await import('hucre/xlsx');
  try {
    for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
      if (index >= MOST_ROWS)
        throw problem(source, 'file-too-large', `${source.file} has more than ${MOST_ROWS} rows`, 'split it');
      const cells = values.map(textOfCell);
      while (cells.at(-1) === '') cells.pop();
      if (cells.length > 0) yield { cells, line: index + 1 };
    }
  } catch (error) {
    throw unreadable(source, error);
  }
}

/** What a cell shows, near enough: days and instants as ISO writes them, whole numbers without a point. */
function textOfCell(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return dateText(value);
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  return String(value).trim().slice(0, MOST_IN_CELL);
}

/** The first day of workbooks of old Macs, 1904-01-01, and of all others, 1899-12-31, in days since 1970. */
const EPOCHS = [-24_107, -25_568];
/** Longer than any length of time in a sheet, in days. */
const LONGEST = 42;

/**
 * The library counts days in UTC from the workbook's first day, and knows no lengths of time: `26:00` is two o'clock
 * on the day after the first. A whole number of days is a date, such as the 1900-01-01 of those who have none.
 */
function dateText(date: Date): string {
  const seconds = Math.round(date.getTime() / 1000);
  const day = Math.floor(seconds / 86_400);
  const clock = seconds - day * 86_400;
  const two = (n: number): string => String(n).padStart(2, '0');
  const timeAt = (hours: number): string =>
    `${two(hours)}:${two(Math.floor(clock / 60) % 60)}:${two(clock % 60)}`;
  const hour = Math.floor(clock / 3600);
  const days = EPOCHS.map((epoch) => day - epoch).find((since) => since >= 0 && since < LONGEST);
  if (days !== undefined && (days === 0 || clock !== 0)) return timeAt(days * 24 + hour);
  return clock === 0 ? isoDate(day) : `${isoDate(day)} ${timeAt(hour)}`;
}

async function sheetNames(source: TableSource, bytes: Uint8Array): Promise<readonly string[]> {
  const { readXlsx } = await import('hucre/xlsx');
  const names: string[] = [];
  try {
    // Asks of each sheet whether to read it, and reads none.
    await readXlsx(bytes, {
      sheets: ({ name }) => {
        names.push(name);
        return false;
      },
    });
  } catch (error) {
    throw unreadable(source, error);
  }
  return names;
}

function unreadable(source: TableSource, error: unknown): Error {
  if (error instanceof TableProblem) return error;
  const locked = (error as Error).name === 'EncryptedFileError';
  return problem(
    source,
    'not-a-workbook',
    locked
      ? `${source.file} is locked with a password`
      : `${source.file} is no workbook that can be read (${(error as Error).message})`,
    locked ? 'save a copy without a password' : 'save it again as .xlsx, or export it as CSV',
  );
}

function problem({ file }: TableSource, code: string, message: string, fix: string): TableProblem {
  return new TableProblem(code, message, { file, line: 1, column: 1 }, fix);
}

function wholeOf(source: TableSource): Uint8Array {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of source.chunks()) {
    chunks.push(chunk.slice());
    size += chunk.length;
    if (size > MOST_PACKED) {
      throw problem(
        source,
        'file-too-large',
        `${source.file} is larger than ${MOST_PACKED / 1_000_000} MB`,
        'export the sheet as CSV',
      );
    }
  }
  return Buffer.concat(chunks);
}
