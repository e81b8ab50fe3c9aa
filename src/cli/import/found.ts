/** Says how a table was understood: which column was taken for what, and which were not used. */

import type { Numbers } from '../../calendar/say.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import type { Field, TableFound } from '../../exchange/table/types.ts';
import { counted } from '../../wording/words.ts';

const SIGNS: Readonly<Record<string, string>> = {
  '\t': 'tabs',
  ';': 'semicolons',
  ',': 'commas',
  '|': 'bars',
};

/** Some lines of text. @param rows how many were read */
export function foundText(
  say: Numbers,
  file: string,
  found: TableFound,
  rows: number,
  fields: readonly Field[],
): string {
  const { kind, encoding, separator, sheet, headerLine, header, columns } = found;
  const how =
    kind === 'workbook'
      ? `sheet “${sheet}”, titles in row ${headerLine}`
      : `${encoding!.toUpperCase()}, ${SIGNS[separator!] ?? `“${separator}”`}, titles on line ${headerLine}`;
  const taken = fields.flatMap(({ id }) =>
    columns.has(id) ? [[`  ${id}`, `← ${header[columns.get(id)!]}`]] : [],
  );
  const used = new Set(columns.values());
  const rest = header.filter((title, i) => title !== '' && !used.has(i));
  const unused = rest.length === 0 ? '' : `  not used: ${sanitise(few(rest))}\n`;
  const width = Math.max(0, ...taken.map(([id]) => id!.length));
  const lines = taken.map(([id, title]) => `${id!.padEnd(width)} ${sanitise(title!)}\n`).join('');
  return `${sanitise(file)}: ${counted(say, rows, 'row')}; ${how}\n${lines}${unused}`;
}

function few(titles: readonly string[]): string {
  return titles.length > 12
    ? `${titles.slice(0, 12).join(', ')} and ${titles.length - 12} more`
    : titles.join(', ');
}

/** The same as data. */
export function foundJson({ header, columns, ...how }: TableFound): unknown {
  return { ...how, columns: Object.fromEntries([...columns].map(([id, index]) => [id, header[index]])) };
}

/** Field → title in the file, for a mapping. */
export function titlesOf({ header, columns }: TableFound): Record<string, string> {
  return Object.fromEntries([...columns].map(([id, index]) => [id, header[index]!]));
}
