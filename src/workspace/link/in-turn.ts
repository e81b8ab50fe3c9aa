/**
 * One person's rows in a roster: posts held one after the other. Whoever comes back within a month moves and is no
 * joiner; after longer they are new again. Two posts at a time are a mistake.
 */
import { append } from '../../collections/lists.ts';
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';
import type { Person } from '../../model/model.ts';
import type { Alike } from '../alike.ts';
import type { Row, Table } from '../files/csv/table.ts';

/** Days between two posts after which somebody is not moving any more, but new again. */
const AWAY_DAYS = 31;

/** Posts of one person that are not held at the same time, in their order. */
export function inTurn(posts: readonly Person[]): Person[] {
  const sorted = [...posts].sort((a, b) => firstDay(a) - firstDay(b));
  return sorted.map((person, i) => {
    const left = sorted[i - 1]?.left;
    const moves = left !== undefined && firstDay(person) - left <= AWAY_DAYS;
    return moves ? { ...person, moves } : person;
  });
}

/** For sorting: rows without a date begin before all others. */
export function firstDay({ joined }: Person): number {
  return joined ?? Number.MIN_SAFE_INTEGER;
}

interface Post extends Pick<Person, 'id' | 'joined' | 'left'> {
  readonly at: Place;
}

/** Tells of whoever holds two posts at a time, or has the id of somebody else in other capitals. */
export class Turns {
  readonly #table: Table;
  readonly #again: ReadonlySet<string>;
  readonly #said: Alike;
  readonly #posts = new Map<string, Post[]>();

  /** @param again ids in small letters that stand in several rows */
  constructor(table: Table, again: ReadonlySet<string>, said: Alike) {
    this.#table = table;
    this.#again = again;
    this.#said = said;
  }

  add({ id, joined, left }: Person, row: Row): void {
    const key = id.toLowerCase();
    if (!this.#again.has(key)) return;
    const other = this.#posts.get(key)?.find((post) => post.id !== id || isAtOnce(post, { joined, left }));
    if (other) {
      const code = other.id === id ? 'duplicate-id' : 'twin-id';
      this.#said.tell(code, () => twice(this.#table, code, other, id, row));
    } else append(this.#posts, key, { id, joined, left, at: row.place('id') });
  }
}

type Held = Pick<Person, 'joined' | 'left'>;

function isAtOnce(a: Held, b: Held): boolean {
  const [never, always] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
  return (a.joined ?? never) <= (b.left ?? always) && (b.joined ?? never) <= (a.left ?? always);
}

function twice(
  { file }: Table,
  code: 'duplicate-id' | 'twin-id',
  { at }: Post,
  id: string,
  row: Row,
): Diagnostic {
  return {
    code,
    severity: 'error',
    message: `person "${id}" stands twice in ${file}`,
    at: row.place('id'),
    fix:
      code === 'duplicate-id'
        ? 'keep one of the two rows; for one post after the other let the first end (left) before the second begins (joined)'
        : 'ids may not differ by capitals alone',
    related: [{ message: 'the first one', at }],
  };
}
