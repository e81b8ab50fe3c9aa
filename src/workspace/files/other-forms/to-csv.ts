/** Tables that are no plain CSV of ours, by the one reader of tables: other encodings, workbooks, users of SCIM, lines above the titles. */

import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import { encodingsFor, isArchive, textOf } from '../../../exchange/table/bytes.ts';
import { dialectOf } from '../../../exchange/table/dialect.ts';
import { refuseDisguise } from '../../../exchange/table/disguise.ts';
import { isJson } from '../../../exchange/table/scim.ts';
import {
  type Encoding,
  type Field,
  type TableForm,
  TableProblem,
  type TableSource,
} from '../../../exchange/table/types.ts';
import { notUtf8 } from '../bytes.ts';
import type { Column } from '../csv/columns.ts';
import { scimAsCsv } from './scim.ts';
import type { CsvText } from './types.ts';
import { workbookAsCsv } from './workbook.ts';

/** The titles are looked for in so many characters. */
const LOOK_AT = 65_536;

export async function toCsvText(
  file: string,
  bytes: Buffer,
  columns: readonly Column[],
  sheet: string | undefined,
): Promise<CsvText> {
  const source: TableSource = { file, chunks: () => [bytes] };
  const head = bytes.subarray(0, 4096);
  const fields = columns.map(({ name, required }): Field => ({ id: name, required }));
  const named = columns.flatMap(({ name, header }) =>
    header === undefined ? [] : [[name, header] as const],
  );
  const form: TableForm = { columns: Object.fromEntries(named), ...(sheet !== undefined && { sheet }) };
  try {
    refuseDisguise(head, source);
    if (isArchive(head)) return await workbookAsCsv(source, fields, form);
    if (isJson(head)) return scimAsCsv(source, bytes);
    return textAsCsv(source, bytes, fields, form);
  } catch (error) {
    if (!(error instanceof TableProblem)) throw error;
    return { diagnostics: [error.diagnostic] };
  }
}

/** Decoded, and begun at its titles; where none are found it is left to be told so. */
function textAsCsv(source: TableSource, bytes: Buffer, fields: readonly Field[], form: TableForm): CsvText {
  const { text, encoding } = decoded(source, bytes);
  const isWhole = text.length <= LOOK_AT;
  const { header, separator } = dialectOf(source.file, text.slice(0, LOOK_AT), isWhole, fields, form);
  const csv = encoding === 'utf-8' && !isOfMacintosh(bytes) ? bytes : Buffer.from(text);
  const diagnostics = encoding === 'windows-1252' ? [takenForWestern(source.file, bytes)] : [];
  // Of a single word nobody knows whether it is a title.
  if (!header || header.columns.size < 2) return { bytes: csv, diagnostics };
  const { line } = header.record;
  return { bytes: csv, start: { from: startOfLine(csv, line), line, delimiter: separator }, diagnostics };
}

function decoded(source: TableSource, bytes: Buffer): { text: string; encoding: Encoding } {
  const encodings = encodingsFor(bytes.subarray(0, 4096));
  for (const [i, encoding] of encodings.entries()) {
    try {
      const text = [...textOf(source, encoding)].join('');
      return { text: isOfMacintosh(text) ? text.replaceAll('\r', '\n') : text, encoding };
    } catch (error) {
      if (!(error instanceof TableProblem) || i + 1 === encodings.length) throw error;
    }
  }
  throw new Error('an encoding is tried at least');
}

/** Line ends of old Macintoshes are CR alone. */
function isOfMacintosh(text: string | Buffer): boolean {
  return text.includes('\r') && !text.includes('\n');
}

function startOfLine(bytes: Buffer, line: number): number {
  let at = 0;
  for (let done = 1; done < line; done++) at = bytes.indexOf(0x0a, at) + 1;
  return at;
}

/** A guess is told: another code page would make other letters of the same bytes. */
function takenForWestern(file: string, bytes: Buffer): Diagnostic {
  const { at } = notUtf8(file, bytes)!;
  return {
    code: 'not-utf8',
    severity: 'warn',
    message: `${file} is not UTF-8 text from line ${at!.line} on, and is read as windows-1252`,
    at: at!,
    fix: 'save it as UTF-8 where its letters come out wrong',
  };
}
