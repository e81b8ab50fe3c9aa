/**
 * What is wrong with the rows of a table, when most of them are wrong in the same way: the first thousand of a kind are told
 * one by one, all others as one with their number. Of a million rows with a mistake nothing is kept but that they are there.
 */
import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';

/** Of each kind; whoever mends a table by hand looks at the first few. */
export const TOLD_ONE_BY_ONE = 1000;

interface Kind {
  readonly told: Diagnostic[];
  /** The first that is not told by itself. */
  next?: Diagnostic;
  more: number;
}

export class Alike {
  /** Whether any of it is an error. */
  failed = false;
  readonly #kinds = new Map<string, Kind>();

  /**
   * @param kind its code, and what else makes two of them alike
   * @param make called only for what is told
   */
  tell(kind: string, make: () => Diagnostic, severity: Severity = 'error'): void {
    if (severity === 'error') this.failed = true;
    const known = this.#kinds.get(kind) ?? { told: [], more: 0 };
    this.#kinds.set(kind, known);
    if (known.told.length < TOLD_ONE_BY_ONE) known.told.push({ ...make(), severity });
    else {
      if (known.more === 0) known.next = { ...make(), severity };
      known.more++;
    }
  }

  /** All of them; of what stands for many, the first is told. */
  told(): Diagnostic[] {
    return [...this.#kinds.values()].flatMap(({ told, next, more }) =>
      next === undefined || more === 1 ? [...told, next ?? []].flat() : [...told, inOne(next, more)],
    );
  }
}

function inOne(first: Diagnostic, more: number): Diagnostic {
  return { ...first, message: `${first.message}; and so on, ${more} times from here`, times: more };
}
