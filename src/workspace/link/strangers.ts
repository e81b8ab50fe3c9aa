/** Roles and sites that a roster names and the workspace lacks: one message each, however many rows say so. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Id } from '../../model/model.ts';
import type { Row, Table } from '../files/csv.ts';
import { didYouMean, wrong } from './cells.ts';

type Section = 'roles' | 'sites';

/** Lines that are told. */
const SHOWN = 5;

export class Strangers {
  private readonly found = new Map<string, { section: Section; word: Id; rows: Row[] }>();
  private readonly table: Table;

  constructor(table: Table) {
    this.table = table;
  }

  add(section: Section, word: Id, row: Row): void {
    const key = `${section} ${word}`;
    const known = this.found.get(key);
    if (known) known.rows.push(row);
    else this.found.set(key, { section, word, rows: [row] });
  }

  /** @param known what the workspace has of each */
  tell(known: Readonly<Record<Section, ReadonlyMap<Id, unknown>>>, tell: (found: Diagnostic) => void): void {
    for (const { section, word, rows } of this.found.values()) {
      const [row] = rows as [Row];
      const column = section === 'roles' ? 'role' : 'site';
      const id = row.cell('id');
      const one = id === undefined ? 'this person has' : `person "${id}" has`;
      const who = rows.length === 1 ? one : `${rows.length} people in ${this.table.file} have`;
      const message = `${who} the ${column} "${word}", which does not exist${linesOf(rows)}`;
      const fix = didYouMean(word, known[section].keys());
      tell({ ...wrong('unknown-reference', row, column, message), ...(fix !== undefined && { fix }) });
    }
  }
}

/** ` (lines 2, 3 and 7)`, ` (lines 2, 3, 7, 8, 9 and 12 more)`; nothing for one row, whose place is told. */
function linesOf(rows: readonly Row[]): string {
  if (rows.length === 1) return '';
  const lines = rows.map((row) => row.place().line);
  const more = lines.length - SHOWN;
  const [shown, last] =
    more > 0 ? [lines.slice(0, SHOWN), `${more} more`] : [lines.slice(0, -1), lines.at(-1)];
  return ` (lines ${shown.join(', ')} and ${last})`;
}
