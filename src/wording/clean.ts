/** Text from files, made safe for what shows it. Every renderer starts from one of these. */

/** Every way to end a line, as LF: CRLF, CR, NEL, LINE and PARAGRAPH SEPARATOR. */
export function plainBreaks(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n');
}

/** Half a surrogate pair cannot be written as UTF-8: it becomes U+FFFD. */
export function wellFormed(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** Words with single spaces between, as nearly every text has: quickly told, and nothing here would change them. */
const PLAIN = /^[!-~\u00A1-\u167F\u2010-\u2027]+(?: [!-~\u00A1-\u167F\u2010-\u2027]+)*$/;

/** Whether a text of one line can be left as it is by {@link cleanLine} and {@link visibleLine}. */
export function isPlain(text: string): boolean {
  return text === '' || PLAIN.test(text);
}

/** No control character but LF, no other line break, no half of a surrogate pair. */
const CLEAN = /^[\n -~\u00A0-\u2027\u202A-\uD7FF\uE000-\uFFFF]*$/;

/** Text of several lines without any control character but LF; tabs become spaces. */
export function cleanLines(text: string): string {
  if (CLEAN.test(text)) return text;
  return wellFormed(plainBreaks(text))
    .replace(/\t/g, ' ')
    .replace(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, '');
}

/** The same on one line, runs of white space as one space. */
export function cleanLine(text: string): string {
  return isPlain(text) ? text : cleanLines(text).replace(/\s+/g, ' ').trim();
}

/**
 * One line in which what cannot be seen is shown: control characters and those that turn the direction
 * of writing appear as `\u{202e}`, so that a page reads as it is stored.
 */
export function visibleLine(text: string): string {
  if (isPlain(text)) return text;
  return wellFormed(plainBreaks(text))
    .replace(/[\n\t ]+/g, ' ')
    .replace(
      /[\u0000-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g,
      (c) => `\\u{${c.charCodeAt(0).toString(16)}}`,
    )
    .trim();
}

/** At most `limit` characters (code points), the last one an ellipsis where something was cut off. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const points = [...text];
  return points.length <= limit
    ? text
    : `${points
        .slice(0, limit - 1)
        .join('')
        .trimEnd()}…`;
}

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
