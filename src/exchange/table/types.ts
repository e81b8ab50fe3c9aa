/** A table that a person brings: where it comes from, which columns are wanted of it, and what was found. */
import type { Diagnostic, Place } from '../../diagnostics/diagnostic.ts';

/** Bytes that can be read again from the start, such as a file. */
export interface TableSource {
  /** How it is called in messages. */
  readonly file: string;
  /** The bytes in pieces of any length; each call starts anew. */
  readonly chunks: () => Iterable<Uint8Array>;
}

/** A column that is looked for. */
export interface Field {
  /** Our name of it. */
  readonly id: string;
  /** What other systems call it, in any language, those first that say most; compared without case, spaces, accents. */
  readonly names?: readonly string[];
  readonly required?: boolean;
}

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What a person, or a mapping kept from the last time, says about a table; what is not said is found. */
export interface TableForm {
  readonly separator?: string;
  readonly encoding?: Encoding;
  /** Of a workbook: the sheet's name; by default its first. */
  readonly sheet?: string;
  /** Our name of a column → its header in the file. */
  readonly columns?: Readonly<Record<string, string>>;
}

/** How a table was understood: shown, and kept in a mapping. */
export interface TableFound {
  readonly kind: 'text' | 'workbook';
  /** Undefined for a workbook. */
  readonly encoding: Encoding | undefined;
  readonly separator: string | undefined;
  readonly sheet: string | undefined;
  /** Line (of a workbook: row) of the header, from 1. */
  readonly headerLine: number;
  /** Its cells, trimmed. */
  readonly header: readonly string[];
  /** Our name of a column → its index in the header. */
  readonly columns: ReadonlyMap<string, number>;
}

/** One record, as it stands in the file. */
export interface RawRecord {
  readonly cells: readonly string[];
  /** Line on which it begins, from 1. */
  readonly line: number;
}

export interface Row {
  /** Cell by our column's name, trimmed; undefined where it is empty or the file has no such column. */
  cell(column: string): string | undefined;
  /** The place of a cell; of the row when the file has no such column. */
  place(column?: string): Place;
}

export interface Table {
  readonly file: string;
  readonly rows: readonly Row[];
  /** Which of the columns the file has. */
  readonly columns: ReadonlySet<string>;
  /** Columns that it should have, and that have been named: that their cells are empty is no second fault. */
  readonly missing: ReadonlySet<string>;
  readonly found: TableFound;
}

/** What stops reading: it is thrown, and becomes a diagnostic where reading began. */
export class TableProblem extends Error {
  override readonly name = 'TableProblem';
  readonly diagnostic: Diagnostic;

  constructor(code: string, message: string, at: Place, fix: string) {
    super(message);
    this.diagnostic = { code, severity: 'error', message, at, fix };
  }
}

/** Bytes of one file. */
export const MOST_BYTES = 256_000_000;
/** Of a workbook, packed and unpacked. */
export const MOST_PACKED = 64_000_000;
export const MOST_UNPACKED = 512_000_000;
export const MOST_ROWS = 5_000_000;
/** Characters of a cell: what a spreadsheet holds. */
export const MOST_IN_CELL = 32_767;
/** Characters of a record. */
export const MOST_IN_RECORD = 1_000_000;
