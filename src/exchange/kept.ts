/**
 * A table of the workspace that a command adds rows to. A row that stands for the same is replaced, so that what is read
 * twice, or corrected, counts once; every other line, and every column that is not ours, stays as it is.
 */
import { neutral } from '../wording/clean.ts';
import { Records } from './table/records.ts';
import { titlesIn } from './table/titles.ts';

/** Cells by our columns' names; those that are left out say nothing, and what stood there stays. */
export type Line<C extends string> = Readonly<Partial<Record<C, string>>>;

export interface KeptForm<C extends string> {
  /** `attendance`: how the file is called in messages. */
  readonly name: string;
  /** All columns, for a file that is new. */
  readonly columns: readonly C[];
  /** Without these a file is not ours; others are added to its first line where a row fills them in. */
  readonly needed: readonly C[];
  /** By which two rows that differ are told apart; all by default. */
  readonly compared?: readonly C[];
  /** What a row stands for. */
  readonly keyOf: (line: Line<C>) => string;
}

export interface StoreUpdate {
  readonly text: string;
  readonly added: number;
  /** Rows that were there with something else in them. */
  readonly changed: number;
  readonly same: number;
}

export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * @param before text of the file; undefined where there is none yet
 * @param lines in the order in which new ones are added
 * @param renamed our column → its title, where the programme says so
 * @throws StoreError when the file lacks a column that is needed
 */
export function kept<C extends string>(
  before: string | undefined,
  lines: readonly Line<C>[],
  form: KeptForm<C>,
  renamed: Readonly<Record<string, string>> = {},
): StoreUpdate {
  const { name, keyOf } = form;
  const text = before ?? `${form.columns.join(',')}\n`;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = separatorIn(text);
  const open = new Map(lines.map((line) => [keyOf(line), line]));
  const compared = form.compared ?? form.columns;
  const rows: string[] = [];
  let columns: Map<string, number> | undefined;
  let width = 0;
  const tally = { changed: 0, same: 0 };
  const reader = new Records(name, separator, (cells, _line, _width, whole, begin, stop) => {
    const raw = whole.slice(begin, stop).replace(/\r$/, '');
    if (!columns) {
      columns = new Map(
        titlesIn(
          cells,
          form.columns.map((id) => ({ id })),
          { columns: renamed },
        ).columns,
      );
      mustHave(form, columns, renamed);
      const more = form.columns.filter((id) => !columns!.has(id) && lines.some((line) => line[id]));
      width = cells.length;
      for (const id of more) columns.set(id, width++);
      rows.push([raw, ...more.map((id) => cellText(renamed[id] ?? id, separator))].join(separator));
      return;
    }
    const old = Object.fromEntries([...columns].map(([id, i]) => [id, cells[i] ?? ''])) as Line<C>;
    const now = open.get(keyOf(old));
    if (!now) {
      rows.push(raw);
      return;
    }
    open.delete(keyOf(old));
    const isSame = compared.every((id) => now[id] === undefined || neutral(now[id]) === (old[id] ?? ''));
    tally[isSame ? 'same' : 'changed']++;
    rows.push(isSame ? raw : rowText(now, columns, [...cells], width, separator));
  });
  reader.push(text.replace(/^\ufeff/, ''));
  reader.end();
  if (!columns) {
    throw new StoreError(`the ${name} file is empty: give it the titles ${form.columns.join(',')}`);
  }
  const added = [...open.values()].map((line) => rowText(line, columns!, [], width, separator));
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return { text: mark + [...rows, ...added, ''].join(end), ...tally, added: added.length };
}

function rowText<C extends string>(
  line: Line<C>,
  columns: ReadonlyMap<string, number>,
  old: readonly string[],
  width: number,
  separator: string,
): string {
  const cells = Array.from({ length: width }, (_, i) => old[i] ?? '');
  for (const [id, i] of columns) {
    const cell = line[id as C];
    if (cell !== undefined) cells[i] = neutral(cell);
  }
  return cells.map((cell) => cellText(cell, separator)).join(separator);
}

function cellText(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

function mustHave<C extends string>(
  { name, needed }: KeptForm<C>,
  columns: ReadonlyMap<string, number>,
  renamed: Readonly<Record<string, string>>,
): void {
  const lacking = needed.filter((id) => !columns.has(id));
  if (lacking.length === 0) return;
  const names = lacking.map((id) => renamed[id] ?? id).join(', ');
  throw new StoreError(
    `the ${name} file has no column ${names}: add ${lacking.length === 1 ? 'it' : 'them'} to its first line`,
  );
}

function separatorIn(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
