/** Sheets to print: dated rows for whoever has to act, lines to sign, a block to agree. */

export interface PrintSheet {
  /** Below `sheets/`, without extension: `sites/leeds.early`. */
  readonly path: string;
  readonly title: string;
  /** What it is part of, and whose clock its times are on. */
  readonly about: string;
  readonly months: readonly { readonly name: string; readonly rows: readonly SheetRow[] }[];
  /** Who agrees to it: `Head of Finance`. */
  readonly signs: readonly string[];
}

export interface SheetRow {
  readonly when: string;
  readonly what: string;
  readonly who: string;
  readonly where: string;
  readonly leader: string;
  /** Lines to sign, by group: each a number of it, or a name where names were asked for. One group goes without saying. */
  readonly seats: readonly { readonly group: string; readonly lines: readonly string[] }[];
}

/** A sheet before it is made. */
export interface SheetMaker extends Pick<PrintSheet, 'path' | 'title'> {
  readonly make: () => PrintSheet;
}

/** The sheet of one session: who is to come, a line each to sign. */
export interface SignInSheet {
  readonly title: string;
  /** When, where, led by whom. */
  readonly about: readonly string[];
  /** A name, empty where nobody is known, and whose number it is. */
  readonly lines: readonly { readonly name: string; readonly group: string }[];
}

export interface SignInMaker {
  /** Below `sign-in/`, without extension: the day, then the session. */
  readonly path: string;
  readonly title: string;
  readonly make: () => SignInSheet;
}
