/** Ids of the ledger's rows: as they are written, as the same learning has one already, or the next number. */
import { isoDate } from '../../calendar/date.ts';
import type { Action, Id } from '../../model/model.ts';
import { neutral } from '../../wording/clean.ts';
import { plainTitle } from '../table/titles.ts';
import type { Row } from '../table/types.ts';

/** What tells a learning from others: two of a day and department with the same words and the same action are one. */
interface Same {
  readonly date: string;
  readonly department: Id;
  readonly learning: string;
  readonly action: string;
}

export class LedgerIds {
  readonly #first = new Map<Id, Row>();
  readonly #byWords = new Map<string, Id>();
  readonly #taken: Set<Id>;
  readonly #twice: (row: Row, twin: Row, id: Id) => void;
  readonly #veiled: (text: string) => string;
  #last = 0;

  /**
   * @param actions of the ledger, whose texts are veiled
   * @param twice told of a row whose id another has already
   */
  constructor(
    actions: readonly Action[],
    veiled: (text: string) => string,
    twice: (row: Row, twin: Row, id: Id) => void,
  ) {
    this.#twice = twice;
    this.#veiled = veiled;
    this.#taken = new Set(actions.map(({ id }) => id));
    for (const { id, date, department, learning, action } of actions) {
      this.#byWords.set(this.#wordsOf({ date: isoDate(date), department, learning, action }), id);
    }
  }

  /** Takes in the id that a row has. */
  know(row: Row): void {
    const id = row.cell('id');
    if (id === undefined) return;
    const twin = this.#first.get(id);
    if (twin) this.#twice(row, twin, id);
    else this.#first.set(id, row);
    this.#taken.add(id);
  }

  /** The row's id. */
  of(row: Row, line: Same): Id {
    const words = this.#wordsOf(line);
    const id = row.cell('id') ?? this.#byWords.get(words) ?? this.#next();
    this.#byWords.set(words, id);
    return id;
  }

  #next(): Id {
    do this.#last++;
    while (this.#taken.has(`a-${this.#last}`));
    const id = `a-${this.#last}`;
    this.#taken.add(id);
    return id;
  }

  #wordsOf({ date, department, learning, action }: Same): string {
    const plain = (text: string): string => plainTitle(this.#veiled(neutral(text)));
    return [date, department, plain(learning), plain(action)].join('\n');
  }
}
