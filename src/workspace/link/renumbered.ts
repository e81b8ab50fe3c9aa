/** People of the roster who had another id before (`was`): one that nobody has any more, and that only one of them claims. */
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { Id } from '../../model/model.ts';
import type { Alike } from '../alike.ts';
import type { Row, Table } from '../files/csv/table.ts';
import { wrong } from './cells.ts';
import { MOST_FORMER, wasIn } from './former.ts';

interface Claim {
  readonly id: Id | undefined;
  readonly at: Place;
}

/** @param listed everybody who has a row */
export function formerIdsAreFree(table: Table, listed: ReadonlySet<Id>, said: Alike): void {
  const claims = new Map<Id, Claim>();
  for (const row of table.rows) {
    const id = row.cell('id');
    for (const old of wasIn(row)) {
      const other = claims.get(old);
      if (!other) claims.set(old, { id, at: row.place('was') });
      const say = saying(row, said);
      if (claims.size > MOST_FORMER) {
        say(
          'csv-too-long',
          `more than ${MOST_FORMER} ids of before stand in ${table.file}`,
          'leave old ones out',
        );
        return;
      }
      if (old === id)
        say('was-itself', `person "${id}" says the same id under was`, 'write the id of before, or nothing');
      else if (listed.has(old))
        say(
          'was-still-there',
          `person "${id}" was "${old}", who is still in ${table.file}`,
          'take the old row away if this one goes on in its place; else leave was empty',
        );
      else if (other && other.id !== id)
        say(
          'was-claimed-twice',
          `person "${id}" was "${old}", and so was another one`,
          'let the one who goes on with the seats and the past say so',
          [{ message: 'the other one', at: other.at }],
        );
    }
  }
}

function saying(row: Row, said: Alike) {
  return (code: string, message: string, fix: string, related?: Diagnostic['related']) =>
    said.tell(code, () => ({ ...wrong(code, row, 'was', message), fix, ...(related && { related }) }));
}
