/** The tables that the programme names: which they are, what they hold, what that amounts to. */
import { isMap } from '../../collections/is-map.ts';
import type { Diagnostic, Pointer } from '../../diagnostics/diagnostic.ts';
import { isArchive } from '../../exchange/table/bytes.ts';
import type { Tables } from '../link/link.ts';
import type { MergedSections } from '../merge.ts';
import { csvTextOf } from './any-table.ts';
import type { ReadBytes } from './bytes.ts';
import type { Column } from './csv/columns.ts';
import { readCsv, type Table, type Values } from './csv/table.ts';
import type { CsvText } from './other-forms/types.ts';

/** Bytes of a file by its path relative to the workspace, or why there are none. */
export type ReadTable = (path: string) => ReadBytes;

/** Ids are compared with one another, and the more there are the more has to be held. */
const MOST_ROWS: Readonly<Record<keyof Tables, number>> = {
  people: 2_000_000,
  attendance: 10_000_000,
  actions: 500_000,
};

/** Columns of each table; those that a row cannot do without are `true`. */
const COLUMNS = {
  people: {
    id: true,
    role: true,
    site: false,
    shift: false,
    team: false,
    joined: false,
    left: false,
    name: false,
    email: false,
    manager: false,
    was: false,
  },
  attendance: {
    person: false,
    group: false,
    session: false,
    module: false,
    date: true,
    status: false,
    minutes: false,
  },
  actions: {
    id: true,
    date: true,
    session: false,
    department: true,
    stage: false,
    learning: true,
    action: true,
    owner: false,
    due: true,
    status: false,
    story: false,
    consent: false,
  },
} as const satisfies Record<keyof Tables, Record<string, boolean>>;

export interface TablesRead {
  readonly tables: Tables;
  /** Each as CSV text in UTF-8, by its file; of what is no text, its bytes. */
  readonly files: ReadonlyMap<string, Buffer>;
  /** Those whose text is made: no line of it stands in the file. */
  readonly made: ReadonlySet<string>;
  readonly diagnostics: readonly Diagnostic[];
}

export async function readTables(merged: MergedSections, read: ReadTable): Promise<TablesRead> {
  const tables: { -readonly [name in keyof Tables]: Table } = {};
  const files = new Map<string, Buffer>();
  const made = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const name of Object.keys(COLUMNS) as (keyof Tables)[]) {
    const source = sourceOf(merged.programme, name);
    if (!source) continue;
    const file = read(source.file);
    if (file.bytes === undefined) {
      diagnostics.push(unreadable(source.file, ['programme', name], file.diagnostics, merged));
      continue;
    }
    const columns = columnsOf(name, source.columns);
    const csv: CsvText = ANY_FORM.has(name)
      ? await csvTextOf(source.file, file.bytes, columns, source.sheet)
      : ownCsv(name, source.file, file.bytes);
    diagnostics.push(...csv.diagnostics);
    files.set(source.file, csv.bytes ?? file.bytes);
    if (csv.isMade || !csv.bytes) made.add(source.file);
    if (!csv.bytes) continue;
    const form = { start: csv.start, values: source.values };
    const { table, diagnostics: wrong } = await readCsv(
      source.file,
      csv.bytes,
      columns,
      MOST_ROWS[name],
      form,
    );
    diagnostics.push(...wrong);
    if (table) tables[name] = table;
  }
  return { tables, files, made, diagnostics };
}

function ownCsv(name: keyof Tables, file: string, bytes: Buffer): CsvText {
  if (!isArchive(bytes)) return { bytes, diagnostics: [] };
  const command = name === 'attendance' ? 'attend' : 'learned';
  const diagnostic: Diagnostic = {
    code: 'not-utf8',
    severity: 'error',
    message: `${file} is a workbook, and programme.${name} is a CSV file that rows are added to`,
    at: { file, line: 1, column: 1 },
    fix: `name a CSV file as programme.${name} and take its rows over: cxplan ${command} ${file}`,
  };
  return { diagnostics: [diagnostic] };
}

/** What another system keeps comes as it does; into the others cxplan writes rows itself. */
const ANY_FORM: ReadonlySet<keyof Tables> = new Set(['people'] as const);

function columnsOf(name: keyof Tables, renamed: Record<string, unknown>): Column[] {
  return Object.entries(COLUMNS[name]).map(([column, required]) => {
    const header = renamed[column];
    return { name: column, header: typeof header === 'string' ? header : undefined, required };
  });
}

interface Source {
  readonly file: string;
  readonly columns: Record<string, unknown>;
  readonly sheet?: string;
  readonly values?: Values;
}

/** `people.csv` or `{ file, columns, sheet, values }`; what has another shape has been named already. */
function sourceOf(programme: unknown, name: keyof Tables): Source | undefined {
  const written = isMap(programme) ? programme[name] : undefined;
  if (typeof written === 'string') return { file: tidyPath(written), columns: {} };
  if (!isMap(written) || typeof written.file !== 'string') return undefined;
  const { file, columns, sheet, values } = written;
  return {
    file: tidyPath(file),
    columns: isMap(columns) ? columns : {},
    ...(typeof sheet === 'string' && { sheet }),
    ...(isMap(values) && { values: textsIn(values) }),
  };
}

function textsIn(values: Record<string, unknown>): Values {
  const maps = Object.entries(values).flatMap(([column, words]) =>
    isMap(words) ? [[column, Object.fromEntries(Object.entries(words).filter(isText))] as const] : [],
  );
  return Object.fromEntries(maps);
}

function isText(entry: [string, unknown]): entry is [string, string] {
  return typeof entry[1] === 'string';
}

function tidyPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
}

function unreadable(
  file: string,
  pointer: Pointer,
  why: readonly Diagnostic[],
  merged: MergedSections,
): Diagnostic {
  const [cause] = why;
  const place = merged.locate(pointer);
  if (cause && cause.code !== 'unreadable-file') return cause;
  return {
    code: 'unreadable-file',
    severity: 'error',
    message: cause?.message ?? `${file} cannot be read: it does not exist`,
    ...(place && { at: place }),
    fix: 'write the path of the file relative to the workspace',
  };
}

/** The meaning of the tables: their cells by our names, rows in one order. */
export function canonicalTables(tables: Tables): Record<string, unknown> {
  const meaning: Record<string, unknown> = {};
  for (const [name, table] of Object.entries(tables) as [keyof Tables, Table][]) {
    const columns = [...table.columns].sort();
    meaning[name] = Array.from(table.rows, (row) =>
      JSON.stringify(
        columns.flatMap((column) => [[column, row.cell(column)]].filter(([, cell]) => cell !== undefined)),
      ),
    ).sort();
  }
  return meaning;
}
