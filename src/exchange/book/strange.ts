/** Rows of a sheet that nobody is meant to change, and that somebody has changed. */
import type { SheetFault } from './changed.ts';
import { shownAs } from './changed.ts';
import type { SheetForm, SheetRead } from './types.ts';

/** Most that are told of one sheet. */
const TOLD = 3;

/** Rows are compared as a whole, in any order: whoever sorts changes nothing. */
export async function strangeRows(
  { name, columns, rows }: SheetForm,
  records: SheetRead,
): Promise<SheetFault[]> {
  const known = new Set([textOf(columns.map(({ title }) => title))]);
  for (const row of rows) known.add(textOf(row));
  const faults: SheetFault[] = [];
  let isHead = true;
  for await (const { cells, line } of records) {
    const shown = isHead ? cells : cells.map((text, i) => shownAs(columns[i]?.kind ?? 'text', text));
    isHead = false;
    if (known.has(textOf(shown)) || known.has(textOf(cells))) continue;
    faults.push({
      line,
      column: 1,
      message: `line ${line} of the sheet “${name}” was changed: only Status, Remark and Pinned of Sessions come back`,
      fix: 'put it back; what stands there is made from the YAML files',
    });
    if (faults.length === TOLD) break;
  }
  return faults;
}

function textOf(cells: readonly string[]): string {
  return cells.join('\u0000').replace(/\0+$/, '');
}
