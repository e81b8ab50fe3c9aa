/** The one reader of every table that a person brings: bytes → rows of named cells, or every reason why not. */
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import { encodingsFor, headOf, isArchive, textOf } from './bytes.ts';
import { dialectOf } from './dialect.ts';
import { refuseDisguise } from './disguise.ts';
import { Places } from './places.ts';
import { type OnRecord, Records } from './records.ts';
import { type HeaderRow, headerRow } from './titles.ts';
import {
  type Encoding,
  type Field,
  type RawRecord,
  type TableForm,
  type TableFound,
  TableProblem,
  type TableSource,
} from './types.ts';
import { openWorkbook } from './workbook.ts';

/** Cells by field, '' where there is none; the array is another's after the call. */
export type OnRow = (cells: readonly string[], line: number) => void;

export interface TableScan {
  /** Undefined where no row could be read. */
  readonly found?: TableFound;
  readonly rows: number;
  readonly missing: ReadonlySet<string>;
  readonly diagnostics: Diagnostic[];
  /** Of cells of the rows: by line and field. Reads the file once more when first asked. */
  readonly places: Places;
}

/**
 * Reads a table row by row without keeping any.
 *
 * @param begin called again before each first row: a file whose encoding was taken wrongly is read anew
 */
export async function scanTable(
  source: TableSource,
  fields: readonly Field[],
  form: TableForm,
  onRow: OnRow,
  begin: () => void = () => {},
): Promise<TableScan> {
  const head = headOf(source);
  const encodings = form.encoding ? [form.encoding] : encodingsFor(head);
  for (const [i, encoding] of encodings.entries()) {
    begin();
    const scan = new Scan(source, fields, form, onRow);
    try {
      refuseDisguise(head, source);
      if (isArchive(head)) await scan.workbook();
      else scan.text(encoding);
    } catch (error) {
      if (!(error instanceof TableProblem)) throw error;
      if (error.diagnostic.code === 'not-text' && i + 1 < encodings.length) continue;
      scan.diagnostics.push(error.diagnostic);
    }
    return scan;
  }
  throw new Error('an encoding is tried at least');
}

/** One reading of a table. */
class Scan implements TableScan {
  found?: TableFound;
  rows = 0;
  missing = new Set<string>();
  readonly diagnostics: Diagnostic[] = [];
  readonly places: Places;
  readonly #source: TableSource;
  readonly #fields: readonly Field[];
  readonly #form: TableForm;
  readonly #onRow: OnRow;

  constructor(source: TableSource, fields: readonly Field[], form: TableForm, onRow: OnRow) {
    this.#source = source;
    this.#fields = fields;
    this.#form = form;
    this.#onRow = onRow;
    this.places = new Places(source);
  }

  text(encoding: Encoding): void {
    let reader: Records | undefined;
    const macintosh = new LineEnds();
    let first = '';
    for (const piece of textOf(this.#source, encoding)) {
      if (reader) {
        reader.push(macintosh.tidy(piece));
        continue;
      }
      first += piece;
      if (first.length < 65_536) continue;
      reader = this.#begun(macintosh.tidy(first), false, encoding);
      if (!reader) return;
    }
    reader ??= this.#begun(macintosh.tidy(first), true, encoding);
    reader?.end();
  }

  /** Finds the header in the first text, and reads on from there. */
  #begun(first: string, isWhole: boolean, encoding: Encoding): Records | undefined {
    const dialect = dialectOf(this.#source.file, first, isWhole, this.#fields, this.#form);
    const { header, separator, skip } = dialect;
    if (!header) {
      this.#unnamed(dialect.records, first.trim() === '');
      return undefined;
    }
    this.#take(header, { kind: 'text', encoding, separator, sheet: undefined });
    this.places.by(encoding, separator, this.found!);
    const wanted = this.#fields.map(({ id }) => header.columns.get(id) ?? -1);
    const lines = skip > 0 ? 1 : 0;
    const width = header.record.cells.length;
    const onRecord: OnRecord = (cells, line, count) => {
      if (line + lines > header.record.line) this.#row(cells, line + lines, count, width);
    };
    const reader = new Records(this.#source.file, separator, onRecord, wanted);
    reader.push(first.slice(skip));
    return reader;
  }

  async workbook(): Promise<void> {
    const { sheet, records } = await openWorkbook(this.#source, this.#form.sheet);
    const first: RawRecord[] = [];
    let row: ((record: RawRecord) => void) | undefined;
    const begun = (): ((record: RawRecord) => void) | undefined => {
      const header = headerRow(first, this.#fields, this.#form);
      if (!header) return undefined;
      this.#take(header, { kind: 'workbook', encoding: undefined, separator: undefined, sheet });
      this.places.by(undefined, '', this.found!);
      const wanted = this.#fields.map(({ id }) => header.columns.get(id) ?? -1);
      const width = header.record.cells.length;
      const take = ({ cells, line }: RawRecord): void =>
        this.#row(
          wanted.map((index) => cells[index] ?? ''),
          line,
          cells.length,
          width,
        );
      for (const record of first) if (record.line > header.record.line) take(record);
      return take;
    };
    for await (const record of records) {
      if (row) row(record);
      else if (first.push(record) === 60) {
        row = begun();
        if (!row) break;
      }
    }
    if (!row && !begun()) this.#unnamed(first, first.length === 0);
  }

  #row(cells: readonly string[], line: number, count: number, width: number): void {
    if (count > width) {
      const message = `line ${line} of ${this.#source.file} has ${count} cells, its header ${width}`;
      this.#say(
        'csv-row-length',
        message,
        { line, column: 1 },
        'put a cell that holds a separator in quotes',
      );
      return;
    }
    // Spreadsheets leave rows of blanks behind.
    if (cells.every((cell) => cell === '')) return;
    this.rows++;
    this.#onRow(cells, line);
  }

  #take(
    { record, columns, twice }: HeaderRow,
    how: Omit<TableFound, 'headerLine' | 'header' | 'columns'>,
  ): void {
    this.found = { ...how, headerLine: record.line, header: record.cells, columns };
    for (const [id, indexes] of twice) {
      this.missing.add(id);
      const message = `${this.#source.file} has two columns "${record.cells[indexes[0]]}"`;
      this.#say('csv-column-twice', message, { line: record.line, column: 1 }, 'rename one of them');
    }
    for (const { id, names = [], required } of this.#fields) {
      const said = this.#form.columns?.[id];
      if (columns.has(id) || !(required || said !== undefined)) continue;
      this.missing.add(id);
      const known = [id, ...names].slice(0, 6).join(', ');
      const fix = `say which column it is: --column ${id}="<its title>"${said === undefined ? ` (known are ${known} …)` : ''}`;
      this.#say(
        'csv-missing-column',
        `${this.#source.file} has no column "${said ?? id}"`,
        { line: record.line, column: 1 },
        fix,
      );
    }
  }

  #unnamed(records: readonly RawRecord[], isEmpty: boolean): void {
    const { file } = this.#source;
    const wanted = this.#fields
      .filter(({ required }) => required)
      .map(({ id, names = [] }) => [id, ...names.slice(0, 2)].join(' or '));
    const fix = `one of its first rows names the columns: ${wanted.join(', ')}; or say which is which: --column ${this.#fields[0]?.id}="<its title>"`;
    if (isEmpty) this.#say('csv-empty', `${file} is empty`, { line: 1, column: 1 }, fix);
    else {
      const line = records[0]?.line ?? 1;
      this.#say(
        'csv-missing-header',
        `no row at the top of ${file} has a title that is known`,
        { line, column: 1 },
        fix,
      );
    }
  }

  #say(code: string, message: string, at: Omit<Place, 'file'>, fix: string): void {
    this.diagnostics.push({ code, severity: 'error', message, at: { file: this.#source.file, ...at }, fix });
  }
}

/** Line ends of old Macintoshes (CR alone) as LF; decided by the first text. */
class LineEnds {
  #isCr: boolean | undefined;

  tidy(piece: string): string {
    this.#isCr ??= piece.includes('\r') && !piece.includes('\n');
    return this.#isCr ? piece.replaceAll('\r', '\n') : piece;
  }
}
