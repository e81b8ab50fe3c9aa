/** A sheet as it was written, and as it is read back. */
import type { RawRecord } from '../table/types.ts';

export type CellKind = 'text' | 'number' | 'date' | 'time' | 'share';

export interface SheetForm {
  readonly name: string;
  readonly columns: readonly {
    readonly key: string;
    readonly title: string;
    readonly kind: CellKind;
    /** It is for people to fill in. */
    readonly open?: true;
  }[];
  /** Texts as they are shown; the first of a row is in no other. */
  readonly rows: Iterable<readonly string[]>;
}

export type SheetRead = AsyncIterable<RawRecord>;
