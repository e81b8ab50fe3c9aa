/** What the files of an output folder are made from, in a word: where it is the same, they need not be made again. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PUBLISHED } from '../plan/published.ts';
import { kindOf } from '../workspace/files/root.ts';
import type { Host } from './host.ts';
import type { Workspace } from './load.ts';
import { asOfDate, type YearFlags } from './year.ts';

interface RecipeFlags extends YearFlags {
  readonly only?: readonly string[];
  readonly csv?: string;
  readonly csvSeparator?: string;
  readonly patches?: boolean;
  readonly pdf?: string | true;
}

/**
 * A hash of everything that enters a run but the files of the folder itself: the program, the workspace's meaning, its tables
 * with their rows in order (findings name rows), and the flags. The previous plan is one of the folder's files: as long
 * as that is what the last run wrote, planning again gives it back.
 *
 * Undefined where more is made than this tells, or where the program is not known.
 */
export function recipeOf(
  { loaded }: Workspace,
  flags: RecipeFlags,
  folder: string,
  host: Host,
): string | undefined {
  const { fresh, people, patches, pdf } = flags;
  if (host.build === undefined || fresh || people !== undefined || patches || pdf !== undefined)
    return undefined;
  const { seed, effort, maxMoves, only, csv, csvSeparator } = flags;
  const hash = createHash('sha256');
  const said = [asOfDate(flags.asOf, host), seed, effort, String(maxMoves), only, csv, csvSeparator];
  hash.update(JSON.stringify([host.version, host.build, loaded.inputs, said]));
  // What has changed since people agreed names lines of files, and those a comment moves.
  const lined = kindOf(join(folder, PUBLISHED)) === 'nothing' ? [] : loaded.sources;
  for (const [file, text] of [...loaded.tables, ...lined]) {
    hash.update(JSON.stringify([file, text.length]));
    hash.update(text);
  }
  return `sha256:${hash.digest('hex')}`;
}
