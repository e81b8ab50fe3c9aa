/** Records → the text of a file, by the mapping's separators; nothing in it starts a formula or a second record. */
import type { ExportMapping } from './types.ts';

/** The whole file; its titles first. */
export function exportText(records: readonly (readonly string[])[], mapping: ExportMapping): string {
  const line = (cells: readonly string[]): string =>
    cells.map((cell) => cellText(cell, mapping)).join(mapping.separator) + mapping.ends;
  return [mapping.columns.map(({ title }) => title), ...records].map(line).join('');
}

/** As data: an object a record. Whole numbers are numbers. */
export function exportJson(records: readonly (readonly string[])[], { columns }: ExportMapping): unknown {
  return records.map((cells) =>
    Object.fromEntries(
      columns.map(({ title, value }, i) => [title, isNumberField(value) ? Number(cells[i]) : cells[i]]),
    ),
  );
}

function isNumberField(value: string): boolean {
  return value === '{heads}' || value === '{minutes}';
}

function cellText(text: string, { separator, quotes, ends }: ExportMapping): string {
  // What a spreadsheet would run begins with an apostrophe.
  const plain = text
    .replace(/[\u0000-\u001f\u007f]+/g, ' ')
    .replace(/^(?=[=+@\uff1d\uff0b\uff20]|-(?!\d))/, "'");
  if (!quotes) return plain.replaceAll(separator, ' ').replaceAll(ends.trim() || '\n', ' ');
  return /["\n]|^\s|\s$/.test(plain) || plain.includes(separator)
    ? `"${plain.replaceAll('"', '""')}"`
    : plain;
}
