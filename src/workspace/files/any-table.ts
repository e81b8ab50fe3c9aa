/** A table in whatever form its people keep it → CSV text in UTF-8. Most are that already, and cost a look at their first line. */
import { isUtf8 } from 'node:buffer';
import { encodingOf, isArchive } from '../../exchange/table/bytes.ts';
import { isJson } from '../../exchange/table/scim.ts';
import { plainTitle } from '../../exchange/table/titles.ts';
import type { Column } from './csv/columns.ts';
import type { CsvText } from './other-forms/types.ts';

/** @param sheet of a workbook; its first when left out */
export async function csvTextOf(
  file: string,
  bytes: Buffer,
  columns: readonly Column[],
  sheet: string | undefined,
): Promise<CsvText> {
  if (isUsual(bytes, columns)) return { bytes, diagnostics: [] };
  const { toCsvText } = await import('./other-forms/to-csv.ts');
  return toCsvText(file, bytes, columns, sheet);
}

/** Text in UTF-8 whose first line names one of our columns. */
function isUsual(bytes: Buffer, columns: readonly Column[]): boolean {
  const head = bytes.subarray(0, 4096);
  if (isArchive(head) || isJson(head) || (encodingOf(head) ?? 'utf-8') !== 'utf-8') return false;
  if (!isUtf8(bytes) || (bytes.includes(0x0d) && !bytes.includes(0x0a))) return false;
  const [first = ''] = head.toString().split('\n', 1);
  const titles = new Set(first.split(/[,;\t|]/).map(plainTitle));
  return columns.some(({ name, header }) => titles.has(plainTitle(header ?? name)));
}
