/** What a table becomes, whatever form it has. */
import type { Diagnostic } from '../../../diagnostics/diagnostic.ts';
import type { CsvStart } from '../csv/records.ts';

export interface CsvText {
  /** Undefined when the diagnostics say why it cannot be read. */
  readonly bytes?: Buffer;
  readonly start?: CsvStart;
  /** Whether the text is another than the file's, so that none of its lines can be shown. */
  readonly isMade?: boolean;
  readonly diagnostics: readonly Diagnostic[];
}
