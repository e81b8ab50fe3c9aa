/**
 * One person's rows in a roster: posts held one after the other. Whoever comes back within a month moves and is no
 * joiner; after longer they are new again. Two posts at a time are a mistake.
 */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Person } from '../../model/model.ts';
import type { Row, Table } from '../files/csv.ts';

/** A person, and where they stand in the table. */
export interface PersonRow {
  readonly person: Person;
  readonly row: Row;
}

/** Days between two posts after which somebody is not moving any more, but new again. */
const AWAY_DAYS = 31;

/** The sound rows of one id, by time. */
export function inTurn(
  table: Table,
  list: readonly PersonRow[],
  tell: (found: Diagnostic) => void,
): Person[] {
  const sorted = [...list].sort((a, b) => firstDay(a.person) - firstDay(b.person));
  const out: Person[] = [];
  let last: PersonRow | undefined;
  for (const one of sorted) {
    const gap = last ? firstDay(one.person) - (last.person.left ?? Number.POSITIVE_INFINITY) : undefined;
    if (last && (last.person.id !== one.person.id || !(gap! > 0))) {
      tell(twice(table, last, one));
      continue;
    }
    out.push(gap !== undefined && gap <= AWAY_DAYS ? { ...one.person, moves: true } : one.person);
    last = one;
  }
  return out;
}

/** For sorting: rows without a date begin before all others. */
export function firstDay({ joined }: Person): number {
  return joined ?? Number.MIN_SAFE_INTEGER;
}

function twice({ file }: Table, first: PersonRow, { person, row }: PersonRow): Diagnostic {
  const same = first.person.id === person.id;
  const place = [first.row.place('id'), row.place('id')].sort((a, b) => a.line - b.line);
  return {
    code: same ? 'duplicate-id' : 'twin-id',
    severity: 'error',
    message: `person "${person.id}" stands twice in ${file}`,
    at: place[1]!,
    fix: same
      ? 'keep one of the two rows; for one post after the other let the first end (left) before the second begins (joined)'
      : 'ids may not differ by capitals alone',
    related: [{ message: 'the first one', at: place[0]! }],
  };
}
