/** A sheet of a workbook as CSV text: each row a line, and each place a cell. */
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { headerRow } from '../../../exchange/table/titles.ts';
import type { Field, RawRecord, TableForm, TableSource } from '../../../exchange/table/types.ts';
import { openWorkbook } from '../../../exchange/table/workbook.ts';
import { csvLine } from './lines.ts';
import type { CsvText } from './types.ts';

/** The titles are looked for in so many rows. */
const LOOK_AT = 60;

/** @throws TableProblem */
export async function workbookAsCsv(
  source: TableSource,
  fields: readonly Field[],
  form: TableForm,
): Promise<CsvText> {
  const { sheet, records } = await openWorkbook(source, form.sheet);
  const rows: RawRecord[] = [];
  for await (const record of records) rows.push(record);
  const line = headerRow(rows.slice(0, LOOK_AT), fields, form)?.record.line ?? rows[0]?.line ?? 1;
  const lines: string[] = [];
  for (const row of rows) {
    if (row.line < line) continue;
    while (lines.length < row.line - line) lines.push('');
    lines.push(csvLine(row.cells));
  }
  const places = {
    of: (at: number, index = 0): Place => ({
      file: source.file,
      line: at,
      column: index + 1,
      cell: `${sheet}!${letters(index)}${at}`,
    }),
  };
  const bytes = Buffer.from(lines.length === 0 ? '' : `${lines.join('\n')}\n`);
  return { bytes, start: { from: 0, line, delimiter: ',', places }, isMade: true, diagnostics: [] };
}

/** `A`, `Z`, `AA` of the column with this index. */
function letters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}
