/** The CSV files that the programme names: which they are, what they hold, what that amounts to. */
import { isMap } from '../../collections/is-map.ts';
import type { Diagnostic, Pointer } from '../../diagnostics/diagnostic.ts';
import type { Tables } from '../link/link.ts';
import type { MergedSections } from '../merge.ts';
import type { ReadBytes } from './bytes.ts';
import type { Column } from './csv/columns.ts';
import { readCsv, type Table } from './csv/table.ts';

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

export async function readTables(
  merged: MergedSections,
  read: ReadTable,
): Promise<{ tables: Tables; files: Map<string, Buffer>; diagnostics: Diagnostic[] }> {
  const tables: { -readonly [name in keyof Tables]: Table } = {};
  const files = new Map<string, Buffer>();
  const diagnostics: Diagnostic[] = [];
  for (const name of Object.keys(COLUMNS) as (keyof Tables)[]) {
    const source = sourceOf(merged.programme, name);
    if (!source) continue;
    const file = read(source.file);
    if (file.bytes === undefined) {
      diagnostics.push(unreadable(source.file, ['programme', name], file.diagnostics, merged));
      continue;
    }
    files.set(source.file, file.bytes);
    const { table, diagnostics: wrong } = await readCsv(
      source.file,
      file.bytes,
      columnsOf(name, source.columns),
      MOST_ROWS[name],
    );
    diagnostics.push(...wrong);
    if (table) tables[name] = table;
  }
  return { tables, files, diagnostics };
}

function columnsOf(name: keyof Tables, renamed: Record<string, unknown>): Column[] {
  return Object.entries(COLUMNS[name]).map(([column, required]) => {
    const header = renamed[column];
    return { name: column, header: typeof header === 'string' ? header : undefined, required };
  });
}

/** `people.csv` or `{ file, columns }`; what has another shape has been named already. */
function sourceOf(
  programme: unknown,
  name: keyof Tables,
): { file: string; columns: Record<string, unknown> } | undefined {
  const written = isMap(programme) ? programme[name] : undefined;
  if (typeof written === 'string') return { file: tidyPath(written), columns: {} };
  if (!isMap(written) || typeof written.file !== 'string') return undefined;
  return { file: tidyPath(written.file), columns: isMap(written.columns) ? written.columns : {} };
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
    fix: 'write the path of the CSV file relative to the workspace',
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
