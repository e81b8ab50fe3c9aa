/** People of the roster who had another id before (`was`): one that nobody has any more, and that only one of them claims. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Id } from '../../model/model.ts';
import type { Row, Table } from '../files/csv.ts';
import { wrong } from './cells.ts';
import { wasIn } from './former.ts';

/** @param listed everybody who has a row */
export function formerIdsAreFree(
  table: Table,
  listed: ReadonlySet<Id>,
  tell: (found: Diagnostic) => void,
): void {
  const claims = new Map<Id, Row>();
  for (const row of table.rows) {
    const id = row.cell('id');
    for (const old of wasIn(row)) {
      const other = claims.get(old);
      if (!other) claims.set(old, row);
      const say = (code: string, message: string, fix: string, related?: Diagnostic['related']) =>
        tell({ ...wrong(code, row, 'was', message), fix, ...(related && { related }) });
      if (old === id)
        say('was-itself', `person "${id}" says the same id under was`, 'write the id of before, or nothing');
      else if (listed.has(old))
        say(
          'was-still-there',
          `person "${id}" was "${old}", who is still in ${table.file}`,
          'take the old row away if this one goes on in its place; else leave was empty',
        );
      else if (other && other.cell('id') !== id)
        say(
          'was-claimed-twice',
          `person "${id}" was "${old}", and so was another one`,
          'let the one who goes on with the seats and the past say so',
          [{ message: 'the other one', at: other.place('was') }],
        );
    }
  }
}
