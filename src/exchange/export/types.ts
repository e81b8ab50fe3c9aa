/** How a plan is written for another system: an editable mapping from what we know to the columns it asks for. */

export interface ExportColumn {
  readonly title: string;
  /** Text with fields in braces: `{moduleName} ({site})`, `{start:yyyy-MM-dd}`. */
  readonly value: string;
}

export interface ExportMapping {
  /** A record for each session, or for each person in one. */
  readonly each: 'session' | 'seat';
  readonly separator: string;
  /** What ends a record; LF or CRLF where nothing is said. */
  readonly ends: string;
  /** Whether cells that need it stand in quotes; otherwise separators in them become blanks. */
  readonly quotes: boolean;
  readonly columns: readonly ExportColumn[];
  /** Fields that only the other system knows: each value has to be in `values`. */
  readonly mustMap: readonly string[];
  /** Field → our value → theirs. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const FORMATS = [
  'moodle-attendance',
  'moodle-booking',
  'facetoface-bookings',
  'docebo',
  'successfactors',
  'google-csv',
  'outlook-csv',
  'json',
] as const;

export type ExportFormat = (typeof FORMATS)[number];
