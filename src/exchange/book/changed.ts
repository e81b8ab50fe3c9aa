/**
 * What somebody has changed in a sheet of ours, cell by cell: rows are known by their first column, columns by their
 * titles, so that sorting, filtering and moving columns about change nothing.
 */
import type { CellKind, SheetForm, SheetRead } from './types.ts';

/** A cell that does not hold what was written into it. */
export interface CellChange {
  /** As in the file: from 1. */
  readonly line: number;
  readonly column: number;
  readonly title: string;
  /** The column's key, and the first cell of its row. */
  readonly key: string;
  readonly row: string;
  readonly before: string;
  readonly after: string;
}

/** Something else than a cell. */
export interface SheetFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly fix: string;
}

export interface SheetChanges {
  readonly cells: readonly CellChange[];
  readonly faults: readonly SheetFault[];
  /** Rows that were read. */
  readonly rows: number;
  /** First cells of rows that are not there. */
  readonly gone: readonly string[];
  /** Rows that were never written. */
  readonly unknown: readonly UnknownRow[];
}

export interface UnknownRow {
  readonly line: number;
  readonly column: number;
  readonly row: string;
  /** Whether somebody has filled in an open cell. */
  readonly isTyped: boolean;
}

/** @param form as it was written; its first column has another text in each row */
export async function sheetChanges(form: SheetForm, records: SheetRead): Promise<SheetChanges> {
  const reading = new Reading(form);
  for await (const { cells, line } of records) reading.add(cells, line);
  return reading.finish();
}

class Reading {
  private readonly form: SheetForm;
  private readonly rows = new Map<string, readonly string[]>();
  private readonly seen = new Map<string, number>();
  private readonly cells: CellChange[] = [];
  private readonly faults: SheetFault[] = [];
  /** Columns that are not ours and have been told of. */
  private readonly strange = new Set<number>();
  /** Place in the file → column of the form; undefined until the titles are found. */
  private columns: readonly number[] | undefined;
  private readonly unknown: UnknownRow[] = [];
  private count = 0;

  constructor(form: SheetForm) {
    this.form = form;
    for (const row of form.rows) this.rows.set(row[0]!, row);
  }

  add(cells: readonly string[], line: number): void {
    if (!this.columns) this.findTitles(cells, line);
    else if (cells.some((text) => text !== '')) this.addRow(this.columns, cells, line);
  }

  finish(): SheetChanges {
    const { cells, faults, count, seen, rows, unknown } = this;
    if (!this.columns)
      faults.push({
        line: 1,
        column: 1,
        message: `the sheet has no line of titles with “${this.form.columns[0]!.title}” in it`,
        fix: 'take it from a workbook that cxplan generate has made',
      });
    const gone = this.columns ? [...rows.keys()].filter((key) => !seen.has(key)) : [];
    return { cells, faults, rows: count, gone, unknown };
  }

  private findTitles(cells: readonly string[], line: number): void {
    const { columns } = this.form;
    if (!cells.includes(columns[0]!.title)) return;
    this.columns = cells.map((text) => columns.findIndex(({ title }) => title === text));
    for (const { title, open } of columns) {
      if (!open || cells.includes(title)) continue;
      this.faults.push({
        line,
        column: 1,
        message: `the column “${title}” is missing`,
        fix: 'put it back: an empty one would empty what is known',
      });
    }
  }

  private addRow(columns: readonly number[], cells: readonly string[], line: number): void {
    this.count++;
    const column = columns.indexOf(0);
    const id = cells[column] ?? '';
    const row = this.rows.get(id);
    const earlier = this.seen.get(id);
    if (!row) {
      const isTyped = columns.some((at, i) => {
        const { open, key } = this.form.columns[at] ?? {};
        // A status stands in every row: it says nothing of somebody’s hand.
        return open && key !== 'status' && (cells[i] ?? '') !== '';
      });
      this.unknown.push({ line, column: column + 1, row: id, isTyped });
      return;
    }
    if (earlier !== undefined) {
      const message = `${cellName(column + 1, line)}: row ${earlier} has the same session`;
      this.faults.push({ line, column: column + 1, message, fix: 'keep one of them' });
      return;
    }
    this.seen.set(id, line);
    columns.forEach((at, i) => {
      const text = cells[i] ?? '';
      if (at < 0) this.notOurs(text, line, i);
      else {
        const { kind, title, key } = this.form.columns[at]!;
        const [before, after] = [row[at]!, shownAs(kind, text)];
        if (before !== after) this.cells.push({ line, column: i + 1, title, key, row: id, before, after });
      }
    });
    for (let i = columns.length; i < cells.length; i++) this.notOurs(cells[i]!, line, i);
  }

  private notOurs(text: string, line: number, i: number): void {
    if (text === '' || this.strange.has(i)) return;
    this.strange.add(i);
    this.faults.push({
      line,
      column: i + 1,
      message: `${cellName(i + 1, line)}: “${text.slice(0, 60)}” stands in a column that is not one of the sheet’s`,
      fix: 'write it under Remark, or keep it in a sheet of your own',
    });
  }
}

/** A cell's text as the form has it: a time of day without seconds, a number as numbers are written. */
export function shownAs(kind: CellKind, text: string): string {
  if (kind === 'time')
    return /^24:00|^\d{4}-\d\d-\d\d$/.test(text) ? '00:00' : text.replace(/^(\d\d:\d\d):00$/, '$1');
  if (kind === 'number' || kind === 'share')
    return text.trim() === '' || Number.isNaN(Number(text)) ? text : String(Number(text));
  return text.replaceAll('\r\n', '\n').trim();
}

/** `D12`: as spreadsheets name a cell. @param column,line from 1 */
export function cellName(column: number, line: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${line}`;
}
