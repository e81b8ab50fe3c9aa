/** A sheet of ours as the texts that its cells show. */
import type { BookSheet } from '../../report/book/types.ts';
import { shownAs } from './changed.ts';
import type { SheetForm } from './types.ts';

export function formOf({ name, columns, rows }: BookSheet): SheetForm {
  return {
    name,
    columns,
    rows: Array.from(rows(), (row) =>
      row.map((cell, i) => shownAs(columns[i]!.kind, cell === null ? '' : String(cell))),
    ),
  };
}
