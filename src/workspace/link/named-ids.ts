/** Ids of the roster that say who somebody is: ids stand in `plan.json`, names of files and addresses of calendars. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Person } from '../../model/model.ts';
import type { Alike } from '../alike.ts';
import type { Row, Table } from '../files/csv/table.ts';

/** Letters on both sides: `anna.smith`, `a_smith`. */
const FIRST_LAST = /^\p{L}+[._]\p{L}{2,}$/u;
/** Shorter words of a name may stand in any id. */
const TELLING = 4;

/** One hint for all of them, at the first. */
export class TellingIds {
  readonly #again: ReadonlySet<string>;
  readonly #twice = new Set<string>();
  #first: Place | undefined;
  #count = 0;

  /** @param again ids in small letters that stand in several rows */
  constructor(again: ReadonlySet<string>) {
    this.#again = again;
  }

  add(person: Person, row: Row): void {
    if (!saysWho(person)) return;
    const key = person.id.toLowerCase();
    if (this.#twice.has(key)) return;
    if (this.#again.has(key)) this.#twice.add(key);
    this.#first ??= row.place('id');
    this.#count++;
  }

  tell({ file }: Table, said: Alike): void {
    const [at, count] = [this.#first, this.#count];
    if (!at) return;
    const those = count === 1 ? 'an id that says who somebody is' : `${count} ids that say who somebody is`;
    const message = `${file} has ${those}`;
    const fix =
      'write staff numbers: ids stand in plan.json, in names of files and in addresses of calendars';
    said.tell('personal-id', () => ({ code: 'personal-id', severity: 'warn', message, at, fix }), 'warn');
  }
}

function saysWho({ id, name }: Person): boolean {
  if (FIRST_LAST.test(id)) return true;
  const word = id.toLowerCase();
  const last = name?.toLowerCase().split(/[\s,]+/) ?? [];
  return last.some((part) => part.length >= TELLING && word.includes(part));
}
