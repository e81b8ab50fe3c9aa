/** Roles and sites that a roster names and the workspace lacks: one message each, however many rows say so. */
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Id } from '../../model/model.ts';
import { type Alike, TOLD_ONE_BY_ONE } from '../alike.ts';
import type { Row, Table } from '../files/csv/table.ts';
import { didYouMean, withFix } from './cells.ts';

type Section = 'roles' | 'sites';

/** Lines that are told. */
const SHOWN = 5;

interface Stranger {
  readonly section: Section;
  readonly word: Id;
  /** Of the first row. */
  readonly at: Place;
  readonly id: Id | undefined;
  readonly lines: number[];
  count: number;
}

export class Strangers {
  readonly #found = new Map<string, Stranger>();
  readonly #table: Table;
  /** The first of those that are too many to be told. */
  #rest: Stranger | undefined;

  constructor(table: Table) {
    this.#table = table;
  }

  add(section: Section, word: Id, row: Row): void {
    const key = `${section} ${word}`;
    let known = this.#found.get(key);
    if (!known && this.#found.size < TOLD_ONE_BY_ONE) {
      known = strangerIn(row, section, word);
      this.#found.set(key, known);
    }
    if (!known) this.#rest ??= strangerIn(row, section, word);
    const one = known ?? this.#rest!;
    one.count++;
    if (one.lines.length <= SHOWN) one.lines.push(row.line);
  }

  /** @param known what the workspace has of each */
  tell(known: Readonly<Record<Section, ReadonlyMap<Id, unknown>>>, said: Alike): void {
    const code = 'unknown-reference';
    const error = { code, severity: 'error' } as const;
    for (const one of this.#found.values()) {
      const { section, word, at, id, count } = one;
      const single = id === undefined ? 'this person has' : `person "${id}" has`;
      const who = count === 1 ? single : `${count} people in ${this.#table.file} have`;
      const message = `${who} the ${COLUMNS[section]} "${word}", which does not exist${linesOf(one)}`;
      said.tell(`${code} ${word}`, () =>
        withFix(
          { ...error, message, at },
          () => didYouMean(word, known[section].keys()) ?? this.#meaning(section),
        ),
      );
    }
    const rest = this.#rest;
    if (!rest) return;
    const message = `${rest.count} more people in ${this.#table.file} have roles or sites that do not exist`;
    said.tell(`${code} more`, () => ({ ...error, message, at: rest.at, times: rest.count }));
  }

  /** Words of another system are no ids of ours. */
  #meaning(section: Section): string {
    const column = COLUMNS[section];
    return `add it to ${section}, or say what it means: people: { file: ${this.#table.file}, values: { ${column}: { <its word>: <id of a ${column}> } } }`;
  }
}

const COLUMNS = { roles: 'role', sites: 'site' } as const satisfies Record<Section, string>;

function strangerIn(row: Row, section: Section, word: Id): Stranger {
  return { section, word, at: row.place(COLUMNS[section]), id: row.cell('id'), lines: [], count: 0 };
}

/** ` (lines 2, 3 and 7)`, ` (lines 2, 3, 7, 8, 9 and 12 more)`; nothing for one row, whose place is told. */
function linesOf({ lines, count }: Stranger): string {
  if (count === 1) return '';
  const more = count - SHOWN;
  const [shown, last] =
    more > 0 ? [lines.slice(0, SHOWN), `${more} more`] : [lines.slice(0, -1), lines.at(-1)];
  return ` (lines ${shown.join(', ')} and ${last})`;
}
