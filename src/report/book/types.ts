/** A workbook as neutral data: sheets of typed columns. A renderer makes cells of them, and never a formula. */
/** `date`: `2027-03-02`; `time`: `09:30`; `share`: of 1. */
export type BookKind = 'text' | 'number' | 'date' | 'time' | 'share';

export interface BookColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: BookKind;
  /** In letters. */
  readonly width: number;
  /** What may be filled in here. */
  readonly choices?: readonly string[];
  /** For people to fill in: what is written comes back by `import`. */
  readonly open?: true;
  /** Numbers are darker the larger they are. */
  readonly heat?: true;
}

export interface BookSheet {
  readonly name: string;
  readonly columns: readonly BookColumn[];
  readonly rows: () => Iterable<readonly (string | number | null)[]>;
  /** How many rows there are, where that is known before they are made: they are never all held then. */
  readonly count?: number;
  /** Columns that stay while one scrolls. */
  readonly fixed: number;
  readonly paper: 'a3' | 'a4';
  readonly orientation: 'portrait' | 'landscape';
  /** Rows (from 0) whose first cell leads to another sheet. */
  readonly links?: ReadonlyMap<number, string>;
  /** No filter and no frozen head: it is read as a page. */
  readonly plain?: true;
}

export interface Book {
  readonly title: string;
  /** `2027-01-03`: the only day that a workbook knows as its own. */
  readonly made: string;
  readonly sheets: readonly BookSheet[];
}
