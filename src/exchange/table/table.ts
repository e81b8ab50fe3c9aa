/** A whole table in memory, for what is short enough: rows of named cells with their places. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { encodingsFor, headOf, isArchive, textOf } from './bytes.ts';
import { dialectOf } from './dialect.ts';
import { scanTable } from './read.ts';
import { Records } from './records.ts';
import {
  type Field,
  type RawRecord,
  type Row,
  type Table,
  type TableForm,
  TableProblem,
  type TableSource,
} from './types.ts';
import { openWorkbook } from './workbook.ts';

/** Reads a table. Without `table` nothing in the file could be understood. */
export async function readTable(
  source: TableSource,
  fields: readonly Field[],
  form: TableForm = {},
): Promise<{ readonly table?: Table; readonly diagnostics: Diagnostic[] }> {
  const slots = new Map(fields.map(({ id }, slot) => [id, slot]));
  let kept: { readonly cells: readonly string[]; readonly line: number }[] = [];
  const { found, missing, diagnostics, places } = await scanTable(
    source,
    fields,
    form,
    (cells, line) => kept.push({ cells: [...cells], line }),
    () => {
      kept = [];
    },
  );
  if (!found) return { diagnostics };
  const rows = kept.map(
    ({ cells, line }): Row => ({
      cell: (column) => cells[slots.get(column) ?? -1] || undefined,
      place: (column) => places.of(line, column),
    }),
  );
  return {
    table: { file: source.file, rows, columns: new Set(found.columns.keys()), missing, found },
    diagnostics,
  };
}

/** Every record of a file as it stands, for files that are several tables in one. */
export async function readRecords(
  source: TableSource,
  fields: readonly Field[],
  form: TableForm = {},
): Promise<{ readonly records: readonly RawRecord[]; readonly diagnostics: Diagnostic[] }> {
  const head = headOf(source);
  try {
    if (isArchive(head)) {
      const records: RawRecord[] = [];
      for await (const record of (await openWorkbook(source, form.sheet)).records) records.push(record);
      return { records, diagnostics: [] };
    }
    return { records: recordsOf(source, head, fields, form), diagnostics: [] };
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { records: [], diagnostics: [error.diagnostic] };
  }
}

function recordsOf(
  source: TableSource,
  head: Uint8Array,
  fields: readonly Field[],
  form: TableForm,
): RawRecord[] {
  const text = wholeText(source, head, form);
  const { separator, skip } = dialectOf(source.file, text, true, fields, form);
  const records: RawRecord[] = [];
  const lines = skip > 0 ? 1 : 0;
  const reader = new Records(source.file, separator, (cells, line) =>
    records.push({ cells: [...cells], line: line + lines }),
  );
  reader.push(text.slice(skip));
  reader.end();
  return records;
}

function wholeText(source: TableSource, head: Uint8Array, form: TableForm): string {
  const encodings = form.encoding ? [form.encoding] : encodingsFor(head);
  for (const [i, encoding] of encodings.entries()) {
    try {
      const text = [...textOf(source, encoding)].join('');
      return text.includes('\r') && !text.includes('\n') ? text.replaceAll('\r', '\n') : text;
    } catch (error) {
      if (!(error instanceof TableProblem) || i + 1 === encodings.length) throw error;
    }
  }
  return '';
}
