/** Rows of a sheet as XML. There are more of them than of anything else in a year: each cell is one concatenation. */
import type { SharedStrings } from './strings.ts';

/** A number, a text, or nothing. */
export type Cell = number | string | null;

/** How the cells of a column begin, up to the number of the row: by what is in them. */
export interface ColumnStyle {
  readonly letters: string;
  /** ` s="4"`, or nothing. */
  readonly style: string;
  /** Whether the style is written where nothing is in it, too. */
  readonly whenEmpty: boolean;
}

/** @param row its number, from 1 */
export function rowXml(
  row: number,
  cells: readonly Cell[],
  columns: readonly ColumnStyle[],
  strings: SharedStrings,
): string {
  let xml = `<row r="${row}">`;
  for (let i = 0; i < columns.length; i++) {
    const { letters, style, whenEmpty } = columns[i]!;
    const cell = cells[i] ?? null;
    if (typeof cell === 'number') xml += `<c r="${letters}${row}"${style}><v>${cell}</v></c>`;
    else if (cell !== null)
      xml += `<c r="${letters}${row}" t="s"${style}><v>${strings.numberOf(cell)}</v></c>`;
    else if (whenEmpty) xml += `<c r="${letters}${row}"${style}/>`;
  }
  return `${xml}</row>`;
}
