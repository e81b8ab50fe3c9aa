/**
 * Tables as CSV by RFC 4180, with LF between records: the files are committed and compared, and every
 * spreadsheet reads both. No byte order mark, which the tools that take these files in would read as text.
 */
import type { CellValue, Column, LongTable } from '../report/types.ts';
import { isPlain, plainBreaks, wellFormed } from '../wording/clean.ts';

/**
 * Where a spreadsheet would run a formula (with the full-width twins that some of them fold): where a cell begins,
 * and also where one would begin if the file were split at another separator than ours. `Basics;=1+2` is one cell
 * here and a formula in the second of two cells where the decimal sign is a comma.
 */
const FORMULA = /(^|[,;|\t\r\n])((?:[^\S\t\r\n]|")*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** A table with its titles as first record; a piece a record. */
export function* renderCsv({ columns, rows }: LongTable): Generator<string> {
  yield `${columns.map((column) => quote(neutral(column.title))).join(',')}\n`;
  for (const row of rows()) yield `${row.map((value, i) => cell(value, columns[i])).join(',')}\n`;
}

/** Plain text (see `text.ts`) that starts no formula anywhere and needs no quotation marks: nearly every cell. */
const SIMPLE =
  /^[!#-*./0-:<>?A-{}~\u00A1-\u167F\u2010-\u2027][!#-+\--:<-{}~\u00A1-\u167F\u2010-\u2027]*(?: [!#-+\--:<-{}~\u00A1-\u167F\u2010-\u2027]+)*$/;

function cell(value: CellValue, column: Column | undefined): string {
  if (value === null || value === '') return '';
  if (typeof value === 'string' && SIMPLE.test(value)) return value;
  if (typeof value === 'number') return Number.isFinite(value) ? String(value) : '';
  return quote(column?.kind === 'number' && isNumeral(value) ? value : neutral(value));
}

/**
 * A text that no spreadsheet runs, at whatever sign it splits the line: an apostrophe before whatever could start
 * a formula. On one line: a record of two lines could begin its second with what a build log takes for a command.
 */
export function neutral(text: string): string {
  const inner = text.replace(FORMULA, "$1'$2");
  // A blank of its own at the start is taken away by some, and what follows it then begins the cell.
  const guarded = /^[\t\r\n]/.test(inner) ? `'${inner}` : inner;
  if (isPlain(guarded)) return guarded;
  return wellFormed(plainBreaks(guarded))
    .replace(/\n/g, ' ')
    .replace(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/g, '');
}

function quote(text: string): string {
  return /[",\n\t]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

function isNumeral(text: string): boolean {
  return /^-?\d+(?:\.\d+)?$/.test(text);
}
