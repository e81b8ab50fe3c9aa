/** Attendance as a file tells it. */
import type { Place } from '../../diagnostics/diagnostic.ts';

/** A row about somebody: cells as they stand. */
export interface AttendanceRow {
  readonly line: number;
  cell(field: string): string;
  place(field?: string): Place;
}

export interface AttendanceFile {
  /** `Teams`, `Zoom`, `Moodle` or the like, for the summary. */
  readonly kind: string;
  readonly topic: string | undefined;
  readonly rows: readonly AttendanceRow[];
  /** Title of a field in the file. */
  readonly titles: ReadonlyMap<string, string>;
  /** Whether it lists who was there, so that whoever is not in it was not. */
  readonly isList: boolean;
}
