/**
 * What to tell, as neutral data: documents of blocks, tables, agendas. A renderer knows these and nothing
 * of training; text in them is raw and is escaped by the format that writes it.
 */

export type CellValue = string | number | null;

export interface Column {
  readonly key: string;
  readonly title: string;
  readonly kind: 'text' | 'number' | 'date' | 'time';
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly CellValue[])[];
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
  /** First day of the programme (`2027-01-04`): a calendar too large for one file is cut by its quarters. */
  readonly starts: string;
  /** Sorted by start, then uid. */
  readonly events: readonly AgendaEvent[];
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

/** Everything there is to render, by output path without extension where the format decides it. */
export interface Reports {
  /** Program and major version, for a calendar's PRODID: `cxplan 0`. */
  readonly product: string;
  readonly pages: ReadonlyMap<string, Page>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly agendas: ReadonlyMap<string, Agenda>;
  /** Documents written as they are (`plan.json`, `gaps.json`): data, or text that is ready. */
  readonly documents: ReadonlyMap<string, unknown>;
}
