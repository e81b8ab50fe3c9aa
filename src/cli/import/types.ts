/** What every importer is given. */
import type { Host } from '../host.ts';
import type { LimitFlags } from '../load.ts';
import type { FormFlags } from './form.ts';

export interface ImportFlags extends FormFlags, LimitFlags {
  readonly asOf?: string;
  readonly skipIncomplete?: boolean;
  readonly for?: string;
  readonly write?: boolean;
  readonly json?: boolean;
  readonly quiet?: boolean;
}

export type Importer = (
  file: string,
  target: string | undefined,
  flags: ImportFlags,
  host: Host,
) => Promise<number>;
