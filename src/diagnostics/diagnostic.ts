/** What went wrong, as data: drawing it (frame, colours, JSON, SARIF) is another file's work. */

/** The way to a value in the merged workspace: `['modules', 'kind-invoices', 'themes', 0]`. */
export type Pointer = readonly (string | number)[];

/** Where a value stands in a file: path relative to the workspace with `/`, line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** End of the value on the same line (exclusive), where known. */
  readonly endColumn?: number;
  /** Of a workbook: the cell as its program calls it (`Staff!B17`); line and column are its row and column. */
  readonly cell?: string;
}

/**
 * Finds the place of a pointer; of the nearest parent that is written down when the value itself is not
 * (a default). `key: true` asks for the place of the key rather than of its value.
 */
export type Locate = (pointer: Pointer, options?: { readonly key?: boolean }) => Place | undefined;

export type Severity = 'error' | 'warn' | 'info';

/** The gravest first. */
export const RANK: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

/** One message of one cause. */
export interface Diagnostic {
  /** Stable kebab-case code, such as `unknown-reference`. */
  readonly code: string;
  readonly severity: Severity;
  /** One sentence with the values in it, as the person wrote them. */
  readonly message: string;
  /** Where; absent only when no file is to blame. */
  readonly at?: Place;
  /** Short text beside the caret: the remedy ("did you mean "empathy"?"). */
  readonly fix?: string;
  /** How many it stands for, where several alike are told as one. */
  readonly times?: number;
  /** The other side of a contradiction, the first of two duplicates, … */
  readonly related?: readonly { readonly message: string; readonly at?: Place }[];
}

/** Writes a pointer for people and documents: `modules.kind-invoices.themes[0]`. */
export function pointerText(pointer: Pointer): string {
  return pointer
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
}
