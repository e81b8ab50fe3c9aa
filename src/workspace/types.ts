/** What reading a workspace gives: a model, or the reasons why there is none; and where things stand. */
import type { Diagnostic, Locate } from '../diagnostics/diagnostic.ts';
import type { Model } from '../model/model.ts';
import type { Read } from './read.ts';

export interface Loaded {
  /** Undefined when any diagnostic is an error. */
  readonly model: Model | undefined;
  /** All of them, sorted by file, line, column, code. */
  readonly diagnostics: readonly Diagnostic[];
  readonly locate: Locate;
  /** Source text of each file that was read, for frames: path relative to the workspace → text. */
  readonly sources: ReadonlyMap<string, string>;
  /** Texts of the tables as they are, to load the workspace again; never to be shown. */
  readonly tables: ReadonlyMap<string, string>;
  /** Those of them that are no text as they are: a workbook, users of SCIM. */
  readonly made: ReadonlySet<string>;
  /** Reads a file's text; one that is as it was loaded is not read again. */
  readonly read: Read;
  /** `sha256:` over the merged content with keys sorted: independent of file names, order, comments. Worked out when first asked for. */
  readonly inputs: string;
  /** As `inputs`, but whatever facilitators' absences and rooms' closures are, and whatever anything is called. */
  readonly lasting: string;
}
