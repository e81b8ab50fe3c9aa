/** Writes one file that a person named: whole or not at all, never through a link. */
import { basename, dirname, isAbsolute, join, relative, sep } from 'node:path';
import { causeOf } from './causes.ts';
import { attempt, DISK, type Disk, errorCode, flushFolder, look, OutputError, remove } from './disk.ts';
import { temporary } from './temporary.ts';
import { writeWhole } from './whole.ts';

/**
 * Refuses a path that leads through a link below a folder whose files are somebody else's, such as a checkout: what a
 * branch has put there must not choose where we write. Links above that folder are the machine's own.
 * @throws OutputError that names the link
 */
export function refuseLinks(below: string, path: string, disk: Disk = DISK): void {
  const way = relative(below, path);
  if (way === '' || way.startsWith('..') || isAbsolute(way)) return;
  let here = below;
  for (const part of way.split(sep)) {
    here = join(here, part);
    if (look(disk, here)?.isSymbolicLink()) {
      throw new OutputError(`cannot write ${path}: ${here} is a link, and links are not followed`);
    }
  }
}

/** @throws OutputError with path and cause; what stood there before is intact then */
export function writeSingle(path: string, text: string, disk: Disk = DISK): void {
  const folder = dirname(path);
  const beside = join(folder, temporary(basename(path)));
  try {
    const found = look(disk, path);
    if (found && !found.isFile()) throw new OutputError(`cannot write ${path}: it is no plain file`);
    writeWhole(disk, beside, text);
    disk.renameSync(beside, path);
    flushFolder(disk, folder);
  } catch (error) {
    attempt(() => remove(disk, beside));
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    throw new OutputError(`cannot write ${path}: ${causeOf(errorCode(error))}`);
  }
}
