/** Text for a cell that a spreadsheet may open. */
import { isPlain, plainBreaks, wellFormed } from './clean.ts';

/**
 * Where a spreadsheet would run a formula (with the full-width twins that some of them fold): where a cell begins,
 * and also where one would begin if the file were split at another separator than ours. `Basics;=1+2` is one cell
 * here and a formula in the second of two cells where the decimal sign is a comma.
 */
const FORMULA = /(^|[,;|\t\r\n])((?:[^\S\t\r\n]|")*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

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
