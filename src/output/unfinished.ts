/**
 * What a run is about to write into files that a person wrote, kept beside them until all of it is in place: a run that is
 * stopped in between leaves a paper that says what was to come, and the next one finishes it, or takes away what had not
 * begun. The paper names its own place on the disk, as a lock does: one that was committed or copied is obeyed by nobody.
 */
import { hostname } from 'node:os';
import { join } from 'node:path';
import { UNFINISHED } from '../workspace/files/root.ts';
import { type Disk, flushFolder, look, OutputError, remove } from './disk.ts';
import { isInside } from './manifest.ts';
import { removeEmpty, temporary } from './temporary.ts';
import type { Replacement } from './types.ts';
import { writeWhole } from './whole.ts';

/** Its texts are those of rosters and attendance, too. */
const OWNER_ONLY = 0o600;

export interface Unfinished {
  /** Whether every new content is on the disk, so that it can be brought to its end. */
  readonly placing: boolean;
  readonly files: readonly Replacement[];
}

/** Writes it down; from `placing` on the run counts as done. */
export function keepUnfinished(disk: Disk, root: string, { placing, files }: Unfinished): void {
  const path = join(root, UNFINISHED);
  const kept = files.map(({ path: one, before, after }) =>
    placing ? { path: one, before: before ?? null, after } : { path: one, before: null, after: '' },
  );
  const textOf = (place: string) => `${JSON.stringify({ place, host: hostname(), placing, files: kept })}\n`;
  writeWhole(disk, join(root, temporary(UNFINISHED)), { textOf }, OWNER_ONLY);
  disk.renameSync(join(root, temporary(UNFINISHED)), path);
  flushFolder(disk, root);
}

/** @throws OutputError where something has its name that this machine did not write there */
export function readUnfinished(disk: Disk, root: string): Unfinished | undefined {
  const path = join(root, UNFINISHED);
  const found = look(disk, path);
  if (!found) return undefined;
  const read = found.isFile() ? parsed(disk.readFileSync(path, 'utf8'), String(found.ino)) : undefined;
  if (read) return read;
  throw new OutputError(
    `${path} is of a run that was stopped while it wrote, and was not made here: look whether the files of this folder are as they should be, then remove it`,
  );
}

function parsed(text: string, here: string): Unfinished | undefined {
  try {
    const { place, host, placing, files } = JSON.parse(text);
    if (place !== here || host !== hostname() || !Array.isArray(files)) return undefined;
    if (!files.every(({ path, after }) => isInside(path) && typeof after === 'string')) return undefined;
    return {
      placing: placing === true,
      files: files.map(({ path, before, after }) => ({ path, before: before ?? undefined, after })),
    };
  } catch {
    return undefined;
  }
}

/** Takes away what stands beside files that have not been touched. */
export function clearUnfinished(disk: Disk, root: string, files: readonly Replacement[]): void {
  for (const { path } of files) remove(disk, join(root, temporary(path)));
  removeEmpty(
    disk,
    root,
    files.filter(({ before }) => before === undefined).map(({ path }) => path),
  );
  remove(disk, join(root, UNFINISHED));
  flushFolder(disk, root);
}
