/** CSV text → rows of named cells with their places. What the cells mean is the business of `link`. */
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { checkText, tidy } from './bytes.ts';

export interface Column {
  readonly name: string;
  /** What it is called in the file, where `columns:` says so. */
  readonly header: string | undefined;
  readonly required: boolean;
}

export interface Row {
  /** Cell by our column's name, trimmed; undefined where it is empty or the file has no such column. */
  cell(column: string): string | undefined;
  /** The place of a cell; of the row when the file has no such column. */
  place(column?: string): Place;
}

export interface Table {
  readonly file: string;
  readonly rows: readonly Row[];
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

/** Reads a table. Without `table` nothing in the file could be understood. */
export async function readCsv(
  file: string,
  raw: string,
  columns: readonly Column[],
): Promise<{ readonly table?: Table; readonly diagnostics: Diagnostic[] }> {
  const text = tidy(raw);
  const bad = checkText(file, text);
  if (bad) return { diagnostics: [bad] };
  const parsed = await parseRecords(file, text);
  if (parsed.error) return { diagnostics: [parsed.error] };
  const { records, delimiter } = parsed;
  const places = new CellPlaces(file, text, delimiter);
  const [header, ...body] = records;
  if (!header)
    return { diagnostics: [problem('csv-empty', `${file} is empty`, places.of(1), headerFix(columns))] };
  const { indexes, missing, diagnostics } = findColumns(header.cells, columns, file, places);
  const rows: Row[] = [];
  for (const { cells, line } of body) {
    // Spreadsheets leave rows of bare commas behind.
    if (cells.every((cell) => cell.trim() === '')) continue;
    if (cells.length > header.cells.length) {
      const message = `line ${line} of ${file} has ${cells.length} cells, its header ${header.cells.length}`;
      diagnostics.push(
        problem(
          'csv-row-length',
          message,
          places.of(line, header.cells.length),
          'put a cell that holds a comma in quotes',
        ),
      );
      continue;
    }
    rows.push({
      cell: (column) => {
        const value = cells[indexes.get(column) ?? -1]?.trim();
        return value === '' ? undefined : value;
      },
      place: (column) => {
        const index = column === undefined ? undefined : indexes.get(column);
        const place = places.of(line, index);
        if (index !== undefined) COLUMN.set(place, column!);
        return place;
      },
    });
  }
  return { table: { file, rows, columns: new Set(indexes.keys()), missing }, diagnostics };
}

/** Characters of one record; a person, a seat or an action needs a few hundred. */
const MAX_RECORD = 100_000;

interface Records {
  readonly records: readonly { readonly cells: readonly string[]; readonly line: number }[];
  readonly delimiter: string;
  readonly error?: Diagnostic;
}

async function parseRecords(file: string, text: string): Promise<Records> {
  const delimiter = delimiterOf(text);
  const plain = unquoted(text, delimiter);
  if (plain) return { records: plain, delimiter };
  const { parse, CsvError } = await import('csv-parse/sync');
  try {
    const cells: string[][] = parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: MAX_RECORD,
    });
    let line = 1;
    const records = cells.map((record) => {
      const here = { cells: record, line };
      line +=
        1 +
        record.reduce((breaks, cell) => breaks + (cell.includes('\n') ? cell.split('\n').length - 1 : 0), 0);
      return here;
    });
    return { records, delimiter };
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    if (error.code === 'CSV_MAX_RECORD_SIZE') return { records: [], delimiter, error: tooLong(file, line) };
    const open = error.code === 'CSV_QUOTE_NOT_CLOSED';
    const message = open
      ? `a quote that is opened in ${file} is never closed`
      : `a quote stands inside a cell on line ${line} of ${file}`;
    const place: Place = { file, line: open ? lineOfOpenQuote(text) : line, column: 1 };
    const fix = 'double the quote ("") and put the whole cell in quotes';
    return { records: [], delimiter, error: problem('csv-syntax', message, place, fix) };
  }
}

/** Of a text without quotes, as most are, each line is a record; undefined for any other, and where one is too long. */
function unquoted(text: string, delimiter: string): Records['records'] | undefined {
  if (/["\r]/.test(text)) return undefined;
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  if (lines.some(({ length }) => length > MAX_RECORD)) return undefined;
  return lines.map((line, i) => ({ cells: line.split(delimiter), line: i + 1 }));
}

function tooLong(file: string, line: number): Diagnostic {
  const message = `the record that ends on line ${line} of ${file} is longer than ${MAX_RECORD} characters`;
  return problem(
    'csv-record-too-long',
    message,
    { file, line, column: 1 },
    'is a quote opened there and never closed?',
  );
}

/** Spreadsheets of many countries write semicolons: the commonest of `,` `;` and tab in the header is meant. */
function delimiterOf(text: string): string {
  const header = text
    .slice(0, text.indexOf('\n') === -1 ? undefined : text.indexOf('\n'))
    .replace(/"[^"]*"/g, '');
  const count = (mark: string): number => header.split(mark).length - 1;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

/** With an odd number of quotes, the last line that leaves one open. */
function lineOfOpenQuote(text: string): number {
  let open = 0;
  let inside = false;
  text.split('\n').forEach((line, i) => {
    const quotes = line.split('"').length - 1;
    if (quotes % 2 === 0) return;
    if (!inside) open = i + 1;
    inside = !inside;
  });
  return open;
}

function findColumns(
  header: readonly string[],
  columns: readonly Column[],
  file: string,
  places: CellPlaces,
): { indexes: Map<string, number>; missing: Set<string>; diagnostics: Diagnostic[] } {
  const indexes = new Map<string, number>();
  const missing = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  const names = header.map((name) => name.trim());
  // A first line that names none of our columns may be somebody's row: nothing of it is suggested.
  const isHeader = columns.some(({ name, header: renamed }) =>
    names.some((known) => known.toLowerCase() === (renamed ?? name).trim().toLowerCase()),
  );
  for (const { name, header: renamed, required } of columns) {
    const wanted = (renamed ?? name).trim().toLowerCase();
    const found = names.flatMap((known, i) => (known.toLowerCase() === wanted ? [i] : []));
    if (found.length > 1) {
      missing.add(name);
      const message = `${file} has two columns "${names[found[0]!]}"`;
      diagnostics.push(problem('csv-column-twice', message, places.of(1, found[1]), 'rename one of them'));
    } else if (found.length === 1) indexes.set(name, found[0]!);
    else if (required || renamed !== undefined) {
      missing.add(name);
      const own = names.find((known) => known.toLowerCase() === name);
      const meant = isHeader ? nearest(renamed ?? name, names) : undefined;
      const fix =
        renamed !== undefined && own !== undefined
          ? `it has "${own}": leave "${name}" out of columns`
          : meant === undefined
            ? headerFix(columns)
            : `did you mean "${meant}"? Write columns: { ${name}: ${meant} }`;
      diagnostics.push(
        problem('csv-missing-column', `${file} has no column "${renamed ?? name}"`, places.of(1), fix),
      );
    }
  }
  return { indexes, missing, diagnostics };
}

function headerFix(columns: readonly Column[]): string {
  return `its first line names the columns: ${columns.map(({ header, name }) => header ?? name).join(', ')}`;
}

function problem(code: string, message: string, at: Place, fix: string): Diagnostic {
  return { code, severity: 'error', message, at, fix };
}

/** Lines and columns of cells, worked out only when something is wrong with them. */
class CellPlaces {
  readonly #file: string;
  readonly #text: string;
  readonly #delimiter: string;
  #starts: number[] | undefined;

  constructor(file: string, text: string, delimiter: string) {
    this.#file = file;
    this.#text = text;
    this.#delimiter = delimiter;
  }

  /** Of the cell with this index, in the record that starts on this line; of the record without an index. */
  of(line: number, index?: number): Place {
    const start = this.#lineStart(line);
    let at = start;
    for (let cell = 0; cell < (index ?? 0) && at < this.#text.length; cell++) {
      at = this.#endOfCell(at);
      if (this.#text[at] !== this.#delimiter) break;
      at++;
    }
    const before = this.#text.slice(start, at);
    const breaks = before.split('\n').length - 1;
    const column = at - (start + before.lastIndexOf('\n') + 1) + 1;
    const end = index === undefined ? at : this.#endOfCell(at);
    const length = this.#text.slice(at, end).split('\n')[0]!.length;
    return {
      file: this.#file,
      line: line + breaks,
      column,
      ...(length > 0 && { endColumn: column + length }),
    };
  }

  #endOfCell(from: number): number {
    let quoted = false;
    for (let at = from; at < this.#text.length; at++) {
      const mark = this.#text[at];
      if (mark === '"') quoted = !quoted;
      else if (!quoted && (mark === this.#delimiter || mark === '\n')) return at;
    }
    return this.#text.length;
  }

  #lineStart(line: number): number {
    if (!this.#starts) {
      this.#starts = [0];
      for (let at = this.#text.indexOf('\n'); at !== -1; at = this.#text.indexOf('\n', at + 1))
        this.#starts.push(at + 1);
    }
    return this.#starts[line - 1] ?? this.#text.length;
  }
}
