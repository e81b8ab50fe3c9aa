/** Writes a first workspace: new files only, into a folder that has none of its kind. */
import { join } from 'node:path';
import { causeOf } from './causes.ts';
import { DISK, errorCode, flushFolder, makeFolder, OutputError } from './disk.ts';
import { isFolder } from './targets.ts';
import type { TextFile } from './types.ts';
import { writeWhole } from './whole.ts';

/** @throws OutputError when the folder holds YAML files already, or cannot be written */
export function createFiles(folder: string, files: readonly TextFile[]): void {
  try {
    if (isFolder(DISK, folder)) refuseOthers(folder);
    else makeFolder(DISK, folder);
    for (const { path, text } of files) writeWhole(DISK, join(folder, path), text);
    flushFolder(DISK, folder);
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    throw new OutputError(
      `cannot write ${(error as NodeJS.ErrnoException).path ?? folder}: ${causeOf(errorCode(error))}`,
    );
  }
}

function refuseOthers(folder: string): void {
  const other = DISK.readdirSync(folder).find((name) => /\.ya?ml$/.test(name));
  if (other !== undefined) {
    throw new OutputError(`${folder} holds ${other} already: nothing was written; name a new folder`);
  }
}
