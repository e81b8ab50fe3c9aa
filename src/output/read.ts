/** Reads back what an earlier run wrote. */
import { join } from 'node:path';
import { causeOf } from './causes.ts';
import { DISK, errorCode, look, OutputError } from './disk.ts';
import { isFolder } from './targets.ts';

/** The text of a file of the output folder; undefined when there is none. Links are not followed. */
export function readOutput(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  try {
    return isFolder(DISK, folder) && look(DISK, path) ? readPlain(path) : undefined;
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    throw new OutputError(`cannot read ${path}: ${causeOf(errorCode(error))}`);
  }
}

function readPlain(path: string): string {
  if (!look(DISK, path)?.isFile()) throw new OutputError(`cannot read ${path}: it is no plain file`);
  return DISK.readFileSync(path, 'utf8');
}
