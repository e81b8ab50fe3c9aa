/** Writes one file that a person named: whole or not at all, never through a link. */
import { basename, dirname, join } from 'node:path';
import { causeOf } from './causes.ts';
import { attempt, DISK, type Disk, errorCode, flushFolder, look, OutputError, remove } from './disk.ts';
import { temporary } from './temporary.ts';
import { writeWhole } from './whole.ts';

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
