/** Reads back what an earlier run wrote. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { causeOf } from './causes.ts';
import { DISK, errorCode, look, OutputError } from './disk.ts';
import { isFolder } from './targets.ts';

/** The text of a file of the output folder; undefined when there is none. Links are not followed. */
export function readOutput(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return explained(path, () => {
    if (!isFolder(DISK, folder)) return undefined;
    const found = look(DISK, path);
    if (found && !found.isFile()) throw new OutputError(`cannot read ${path}: it is no plain file`);
    return found && DISK.readFileSync(path, 'utf8');
  });
}

/** The text of a file that is named by its path; a link to a file will do, a pipe or device will not. */
export function readNamed(path: string): string {
  return explained(path, () => {
    if (!statSync(path).isFile()) throw new OutputError(`cannot read ${path}: it is no plain file`);
    return DISK.readFileSync(path, 'utf8');
  });
}

function explained<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    throw new OutputError(`cannot read ${path}: ${causeOf(errorCode(error))}`);
  }
}
