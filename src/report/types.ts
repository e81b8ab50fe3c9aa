/**
 * What to tell, as neutral data: documents of blocks, tables, agendas. A renderer knows these and nothing
 * of training; text in them is raw and is escaped by the format that writes it.
 */

import type { Book } from './book/types.ts';
import type { SheetMaker, SignInMaker } from './sheets/types.ts';

export type CellValue = string | number | null;

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'date' | 'time';
}

export type Row = readonly CellValue[];

/** A table within a page. */
export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** A table that is a file of its own and as long as the year is: its rows are made each time they are asked for. */
export interface LongTable {
  readonly columns: readonly Column[];
  readonly rows: () => Iterable<Row>;
}

export type Block =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  /** `lead` is set off before the text ("Found no place:"). */
  | { readonly kind: 'paragraph'; readonly text: string; readonly lead?: string }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'table'; readonly table: Table }
  | { readonly kind: 'link'; readonly text: string; readonly href: string }
  | { readonly kind: 'links'; readonly items: readonly Link[] };

/** A link with what is behind it, in a few words. */
export interface Link {
  readonly text: string;
  readonly href: string;
  readonly note: string;
  /** It leads to a calendar, by its path without extension: to each of its files, where it comes in parts. */
  readonly calendar?: true;
}

/** A page for people. */
export interface Page {
  readonly title: string;
  readonly blocks: readonly Block[];
}

/** One calendar: what a department, site, facilitator or room has this year. */
export interface Agenda {
  readonly name: string;
  readonly zone: string;
  /** First and last day of the programme (`2027-01-04`): a calendar too large for one file is cut by its quarters. */
  readonly starts: string;
  readonly ends: string;
  /** To be followed at one address for good: in one file, even if there is nothing in it (any more). */
  readonly feed?: true;
  /** Once it has been cut: how many files each quarter took. */
  readonly parts?: readonly number[] | undefined;
  /** Which of {@link Reports.events}: their numbers, ascending. */
  readonly events: Uint32Array;
}

/** Every event of the year once, numbered by start, then uid; each is made when it is asked for. */
export interface Events {
  readonly count: number;
  readonly at: (number: number) => AgendaEvent;
}

export interface AgendaEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly status: 'confirmed' | 'cancelled';
  readonly title: string;
  readonly description: string;
  readonly location: string;
  readonly categories: readonly string[];
  /** `2027-03-02T09:30:00Z` for a timed event; `2027-03-02` for an all-day one. */
  readonly start: string;
  /** Exclusive. */
  readonly end: string;
  readonly allDay: boolean;
  /** All-day items and cancelled ones leave people free. */
  readonly busy: boolean;
  /** `2026-11-21` */
  readonly created: string;
  readonly revised: string;
  readonly url: string | undefined;
}

/**
 * Everything there is to render, by output path without extension where the format decides it. What grows with
 * the year is not here but the way to make it, which gives the same each time: nobody ever holds all of it.
 */
export interface Reports {
  /** Program and major version, for a calendar's PRODID: `cxplan 0`. */
  readonly product: string;
  readonly pages: ReadonlyMap<string, () => Page>;
  readonly tables: ReadonlyMap<string, LongTable>;
  readonly agendas: ReadonlyMap<string, Agenda>;
  readonly events: Events;
  /** Documents written as they are (`plan.json`, `gaps.json`): data, or what makes their text in pieces. */
  readonly documents: ReadonlyMap<string, object | TextMaker>;
  /** What the page shows, beside the other files that are written; loaded when asked for. */
  readonly look: () => Promise<Look>;
  /** The workbook, where there is one; loaded when asked for. */
  readonly book?: () => Promise<Book>;
  /** Sheets to print; loaded when asked for. */
  readonly sheets: () => Promise<readonly SheetMaker[]>;
  /** Sheets to sign, by name. */
  readonly signIns?: () => readonly SignInMaker[];
}

/** The page: its title, and from the paths of the files beside it what stands in it. */
export interface Look {
  readonly title: string;
  readonly data: (paths: ReadonlySet<string>) => object;
}

/** Makes a document's text in pieces. @param cuts agendas that were cut, by path, and into how many files each quarter */
export type TextMaker = (cuts: Cuts) => Iterable<string>;

export type Cuts = ReadonlyMap<string, readonly number[]>;
