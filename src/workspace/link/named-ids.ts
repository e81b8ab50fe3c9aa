/** Ids of the roster that say who somebody is: ids stand in `plan.json`, names of files and addresses of calendars. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Person } from '../../model/model.ts';
import type { Row, Table } from '../files/csv.ts';
import { wrong } from './cells.ts';

/** Letters on both sides: `anna.smith`, `a_smith`. */
const FIRST_LAST = /^\p{L}+[._]\p{L}{2,}$/u;
/** Shorter words of a name may stand in any id. */
const TELLING = 4;

/** One hint for all of them, at the first. */
export function idsSayNobody(
  table: Table,
  people: readonly Person[],
  rowOf: (person: Person) => Row,
  tell: (found: Diagnostic) => void,
): void {
  const telling = people.filter(saysWho);
  const [first] = telling;
  if (!first) return;
  const count = new Set(telling.map(({ id }) => id)).size;
  const those = count === 1 ? 'an id that says who somebody is' : `${count} ids that say who somebody is`;
  tell({
    ...wrong('personal-id', rowOf(first), 'id', `${table.file} has ${those}`),
    severity: 'warn',
    fix: 'write staff numbers: ids stand in plan.json, in names of files and in addresses of calendars',
  });
}

function saysWho({ id, name }: Person): boolean {
  if (FIRST_LAST.test(id)) return true;
  const word = id.toLowerCase();
  const last = name?.toLowerCase().split(/[\s,]+/) ?? [];
  return last.some((part) => part.length >= TELLING && word.includes(part));
}
