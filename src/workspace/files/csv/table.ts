/** CSV text → rows of named cells with their places. What the cells mean is the business of `link`. */
import type { Diagnostic, Place } from '../../../diagnostics/diagnostic.ts';
import { Alike } from '../../alike.ts';
import { notUtf8 } from '../bytes.ts';
import { type Column, findColumns, headerFix } from './columns.ts';
import { CellPlaces } from './places.ts';
import { problem } from './problem.ts';
import { BadCsv, type CsvRecord, type CsvStart, Records } from './records.ts';

export interface Row {
  readonly line: number;
  /** Cell by our column's name, trimmed; undefined where it is empty or the file has no such column. */
  cell(column: string): string | undefined;
  /** The place of a cell; of the row when the file has no such column. */
  place(column?: string): Place;
}

export interface Table {
  readonly file: string;
  /** Read anew each time: whoever keeps no row holds none. */
  readonly rows: Iterable<Row>;
  /** Which of the columns the file has. */
  readonly columns: ReadonlySet<string>;
  /** Columns that it should have, and that have been named: that their cells are empty is no second fault. */
  readonly missing: ReadonlySet<string>;
}

/** Which column a place of a table is about; a place that has been copied is about none. */
const COLUMN = new WeakMap<Place, string>();

/** Our name of the column at a place that a row gave; undefined for any other place. */
export function columnOf(place: Place): string | undefined {
  return COLUMN.get(place);
}

/** Our column → word of the file → what it means here. */
export type Values = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface CsvForm {
  readonly start?: CsvStart | undefined;
  readonly values?: Values | undefined;
}

/**
 * Reads a table. Without `table` nothing in the file could be understood.
 *
 * @param most rows that it may have
 * @param form where it begins, and what its words mean
 */
export async function readCsv(
  file: string,
  bytes: Buffer,
  columns: readonly Column[],
  most = Number.POSITIVE_INFINITY,
  { start, values = {} }: CsvForm = {},
): Promise<{ readonly table?: Table; readonly diagnostics: readonly Diagnostic[] }> {
  const bad = notUtf8(file, bytes);
  if (bad) return { diagnostics: [bad] };
  const records = await Records.of(file, bytes, start);
  try {
    const header = first(records);
    if (!header) {
      const at = new CellPlaces(file, '', ',', 1).of(1);
      return { diagnostics: [problem('csv-empty', `${file} is empty`, at, headerFix(columns))] };
    }
    const { indexes, missing, diagnostics } = findColumns(
      header.cells,
      columns,
      file,
      header.places,
      header.line,
    );
    const width = header.cells.length;
    const alike = new Alike();
    let count = 0;
    for (const record of records) {
      if (++count > most + 1) return { diagnostics: [tooMany(file, record, most)] };
      if (isRow(record, width) || isBlank(record)) continue;
      alike.tell('csv-row-length', () => tooWide(file, record, width));
    }
    const meanings = meaningsOf(values);
    const rows: Iterable<Row> = {
      *[Symbol.iterator]() {
        let isHeader = true;
        for (const record of records) {
          if (!isHeader && isRow(record, width) && !isBlank(record))
            yield new CsvRow(record, indexes, meanings);
          isHeader = false;
        }
      },
    };
    const table = { file, rows, columns: new Set(indexes.keys()), missing };
    return { table, diagnostics: [...diagnostics, ...alike.told()] };
  } catch (error) {
    if (error instanceof BadCsv) return { diagnostics: [error.diagnostic] };
    throw error;
  }
}

/** Column → word of the file in small letters → what it means here. */
type Meanings = ReadonlyMap<string, ReadonlyMap<string, string>>;

function meaningsOf(values: Values): Meanings {
  const small = (words: Readonly<Record<string, string>>): Map<string, string> =>
    new Map(Object.entries(words).map(([word, meaning]) => [word.trim().toLowerCase(), meaning]));
  return new Map(Object.entries(values).map(([column, words]) => [column, small(words)]));
}

class CsvRow implements Row {
  readonly #record: CsvRecord;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #meanings: Meanings;

  constructor(record: CsvRecord, indexes: ReadonlyMap<string, number>, meanings: Meanings) {
    this.#record = record;
    this.#indexes = indexes;
    this.#meanings = meanings;
  }

  get line(): number {
    const { line, places } = this.#record;
    return places.lineOf?.(line) ?? line;
  }

  cell(column: string): string | undefined {
    const value = this.#record.cells[this.#indexes.get(column) ?? -1]?.trim();
    if (value === undefined || value === '') return undefined;
    return this.#meanings.get(column)?.get(value.toLowerCase()) ?? value;
  }

  place(column?: string): Place {
    const index = column === undefined ? undefined : this.#indexes.get(column);
    const place = this.#record.places.of(this.#record.line, index);
    if (index !== undefined) COLUMN.set(place, column!);
    return place;
  }
}

function first(records: Records): CsvRecord | undefined {
  for (const record of records) return record;
  return undefined;
}

function isRow({ cells }: CsvRecord, width: number): boolean {
  return cells.length <= width;
}

/** Spreadsheets leave rows of bare commas behind. */
function isBlank({ cells }: CsvRecord): boolean {
  return cells.every((cell) => cell.trim() === '');
}

function tooWide(file: string, { cells, line, places }: CsvRecord, width: number): Diagnostic {
  const message = `line ${line} of ${file} has ${cells.length} cells, its header ${width}`;
  return problem(
    'csv-row-length',
    message,
    places.of(line, width),
    'put a cell that holds a comma in quotes',
  );
}

function tooMany(file: string, { line, places }: CsvRecord, most: number): Diagnostic {
  const message = `${file} has more than ${most} rows`;
  return problem('csv-too-long', message, places.of(line), 'split the firm into several workspaces');
}
