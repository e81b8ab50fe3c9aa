/**
 * What was delivered, as rows of the workspace's attendance file. A row of the same person and session is replaced, so
 * that a file which is read twice, or corrected, counts once; every other line stays as it is.
 */
import { Records } from '../exchange/table/records.ts';
import { titlesIn } from '../exchange/table/titles.ts';
import type { Delivery } from './types.ts';

export const COLUMNS = ['person', 'group', 'session', 'module', 'date', 'status', 'minutes'] as const;

type Line = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

export interface StoreUpdate {
  readonly text: string;
  readonly added: number;
  /** Rows that were there with another status or other minutes. */
  readonly changed: number;
  readonly same: number;
}

export class StoreError extends Error {
  override readonly name = 'StoreError';
}

/**
 * @param before text of the attendance file; undefined where there is none yet
 * @param renamed our column → its title, where the programme says so
 * @throws StoreError when the file lacks a column that is needed
 */
export function stored(
  before: string | undefined,
  deliveries: readonly Delivery[],
  renamed: Readonly<Record<string, string>> = {},
): StoreUpdate {
  const text = before ?? `${COLUMNS.join(',')}\n`;
  const end = text.includes('\r\n') ? '\r\n' : '\n';
  const separator = separatorIn(text);
  const fields = COLUMNS.map((id) => ({ id }));
  const lines = new Map(deliveries.map((delivery) => [keyOf(lineOf(delivery)), lineOf(delivery)]));
  const kept: string[] = [];
  let columns: ReadonlyMap<string, number> | undefined;
  let width = 0;
  const tally = { added: 0, changed: 0, same: 0 };
  const reader = new Records('attendance', separator, (cells, _line, _width, whole, begin, stop) => {
    const raw = whole.slice(begin, stop).replace(/\r$/, '');
    if (!columns) {
      columns = titlesIn(cells, fields, { columns: renamed }).columns;
      width = cells.length;
      mustHave(columns, renamed);
      kept.push(raw);
      return;
    }
    const old = Object.fromEntries([...columns].map(([id, index]) => [id, cells[index] ?? ''])) as Line;
    const now = lines.get(keyOf(old));
    if (!now) {
      kept.push(raw);
      return;
    }
    lines.delete(keyOf(old));
    const isSame = old.status === now.status && (old.minutes ?? '') === (now.minutes ?? '');
    tally[isSame ? 'same' : 'changed']++;
    kept.push(isSame ? raw : rowText(now, columns, width, separator));
  });
  reader.push(text.replace(/^\ufeff/, ''));
  reader.end();
  if (!columns)
    throw new StoreError(
      'the attendance file is empty: give it the titles person,session,module,date,status,minutes',
    );
  const added = [...lines.values()].sort(byDate).map((line) => rowText(line, columns!, width, separator));
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  return { text: mark + [...kept, ...added, ''].join(end), ...tally, added: added.length };
}

function lineOf({ person, session, isSeated, status, minutes }: Delivery): Line {
  const { id, module, start } = session.session;
  return {
    person,
    // Whoever came without a seat has one elsewhere: the module's seat nearest to that day is meant.
    ...(isSeated ? { session: id } : { module }),
    date: start.slice(0, 10),
    status,
    ...(minutes !== undefined && minutes > 0 && { minutes: String(minutes) }),
  };
}

function keyOf({ person = '', session = '', module = '', date = '' }: Line): string {
  return session === '' ? `${person}\n${module}\n${date}` : `${person}\n${session}`;
}

function byDate(a: Line, b: Line): number {
  const [one, other] = [
    `${a.date} ${a.session ?? a.module} ${a.person}`,
    `${b.date} ${b.session ?? b.module} ${b.person}`,
  ];
  return one < other ? -1 : one > other ? 1 : 0;
}

function rowText(line: Line, columns: ReadonlyMap<string, number>, width: number, separator: string): string {
  const cells = Array.from({ length: width }, () => '');
  for (const [id, index] of columns) cells[index] = line[id as keyof Line] ?? '';
  return cells
    .map((cell) =>
      /["\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell,
    )
    .join(separator);
}

function mustHave(columns: ReadonlyMap<string, number>, renamed: Readonly<Record<string, string>>): void {
  const lacking = (['person', 'session', 'module', 'date', 'status'] as const).filter(
    (id) => !columns.has(id),
  );
  if (lacking.length === 0) return;
  const names = lacking.map((id) => renamed[id] ?? id).join(', ');
  throw new StoreError(
    `the attendance file has no column ${names}: add ${lacking.length === 1 ? 'it' : 'them'} to its first line`,
  );
}

function separatorIn(text: string): string {
  const [header = ''] = text.split('\n', 1);
  const count = (sign: string): number => header.split(sign).length;
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best));
}
