/** The files of an output folder as one run left them: never a mixture of two. */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { hashText } from './blocks.ts';
import { causeOf } from './causes.ts';
import { DISK, errorCode, OutputError } from './disk.ts';
import { MANIFEST, mixed, readKnown } from './manifest.ts';
import { isFolder } from './targets.ts';

export interface SnapshotFile {
  readonly path: string;
  readonly bytes: Buffer;
  /** `sha256:…` of the bytes. */
  readonly hash: string;
}

/** Changes with every run that changed anything, and says nothing else; empty where there is no output. */
export function stampOf(folder: string): string {
  const stats = DISK.statSync(join(folder, MANIFEST), { throwIfNoEntry: false });
  return stats ? `${stats.ino} ${stats.mtimeMs} ${stats.size}` : '';
}

/**
 * The files that are wanted, by path; undefined while a run is putting others in place, and where a file that is needed was
 * changed by hand: what is on the disk then is nobody's plan. Without the others that were.
 * @throws OutputError when there is no output
 */
export function readSnapshot(
  folder: string,
  isWanted: (path: string) => boolean,
  isNeeded: (path: string) => boolean = isWanted,
): ReadonlyMap<string, SnapshotFile> | undefined {
  if (!isFolder(DISK, folder))
    throw new OutputError(`there is no folder ${folder}: run cxplan generate first`);
  const { manifest, journal } = readKnown(DISK, folder);
  if (mixed(journal).some(isWanted)) return undefined;
  const files = new Map<string, SnapshotFile>();
  for (const [path, hashes] of manifest) {
    if (!isWanted(path)) continue;
    const bytes = bytesOf(join(folder, path));
    const hash = bytes && hashText(createHash('sha256').update(bytes));
    if (bytes && hash && hashes.has(hash)) files.set(path, { path, bytes, hash });
    else if (isNeeded(path)) return undefined;
  }
  return files;
}

function bytesOf(path: string): Buffer | undefined {
  try {
    return DISK.readFileSync(path);
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new OutputError(`cannot read ${path}: ${causeOf(errorCode(error))}`);
  }
}
