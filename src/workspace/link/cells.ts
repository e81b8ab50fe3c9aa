/** What is said of a cell of a table. */
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Row } from '../files/csv/table.ts';

export function didYouMean(word: string, words: Iterable<string>): string | undefined {
  const meant = nearest(word, words);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

export function wrong(code: string, row: Row, column: string, message: string): Diagnostic {
  return { code, severity: 'error', message, at: row.place(column) };
}

/** With the remedy, where there is one. */
export function withFix(found: Diagnostic, fix: string | (() => string | undefined) | undefined): Diagnostic {
  const said = typeof fix === 'function' ? fix() : fix;
  return said === undefined ? found : { ...found, fix: said };
}
