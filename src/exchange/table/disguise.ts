/**
 * Files that are no table for us, whatever they are called: many systems give a web page or Excel's XML of 2003 the name
 * `.xls`, and Excel opens it without a word. Read as text they would have no title in any row.
 */
import { TableProblem, type TableSource } from './types.ts';

/** By how a file begins, as Latin-1, white space and a byte order mark left out. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  [/^\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1/i, 'a workbook of Excel 97 to 2003'],
  [/^pk\x03\x04.{26}mimetypeapplication\/vnd\.oasis\.opendocument/is, 'a workbook of OpenDocument (.ods)'],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<\?mso-application[^>]*>\s*)?<(?:\w+:)?workbook\b/i,
    'a workbook as XML of Excel 2003',
  ],
  [
    /^(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)?<(?:!doctype\s+html|html|head|meta|table|style)\b/i,
    'a web page',
  ],
  [/^%pdf-/i, 'a PDF document'],
  [/^\x1f\x8b/i, 'compressed (gzip)'],
];

/** @param head its first bytes @throws TableProblem where the file is of a form that is not read */
export function refuseDisguise(head: Uint8Array, { file }: TableSource): void {
  const isWide = head[0] === 0xff && head[1] === 0xfe;
  const text = Buffer.from(head).toString(isWide ? 'utf16le' : 'latin1');
  const begin = text.replace(/^(?:\ufeff|\xef\xbb\xbf)?\s*/, '');
  const form = FORMS.find(([start]) => start.test(begin))?.[1];
  if (form === undefined) return;
  throw new TableProblem(
    'no-table',
    `${file} is ${form}, whatever its name says`,
    { file, line: 1, column: 1 },
    'open it in Excel or LibreOffice and save it as .xlsx, or export it as CSV in UTF-8',
  );
}
