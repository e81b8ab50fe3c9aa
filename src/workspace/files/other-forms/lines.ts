/** Records → lines of CSV text, one a record whatever stands in its cells. */

/** Control characters stand in no cell that means something here; a line end would make two lines of a record. */
const CONTROL = /[\0-\x1f\x7f-\x9f\ufffe\uffff]+/g;

export function csvLine(cells: readonly string[]): string {
  return cells.map((cell) => quoted(cell.replace(CONTROL, ' '))).join(',');
}

function quoted(cell: string): string {
  return /[",]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
