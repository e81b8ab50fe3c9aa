/** Writes a first workspace: new files only, into a folder that has none of its kind. */
import { dirname, join } from 'node:path';
import { causeOf } from './causes.ts';
import { DISK, errorCode, flushFolder, makeFolder, OutputError } from './disk.ts';
import { isFolder } from './targets.ts';
import type { TextFile } from './types.ts';
import { writeWhole } from './whole.ts';

/** @throws OutputError when the folder holds YAML files already, or cannot be written */
export function createFiles(folder: string, files: readonly TextFile[]): void {
  try {
    refuseOthers(folder);
    for (const { path, text } of files) {
      const file = join(folder, path);
      if (!isFolder(DISK, dirname(file))) makeFolder(DISK, dirname(file));
      writeWhole(DISK, file, text);
    }
    flushFolder(DISK, folder);
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    throw new OutputError(
      `cannot write ${(error as NodeJS.ErrnoException).path ?? folder}: ${causeOf(errorCode(error))}`,
    );
  }
}

/** @throws OutputError when the folder holds YAML files already: asked before the questions, and again before the writing */
export function refuseOthers(folder: string): void {
  if (!isFolder(DISK, folder)) return;
  const other = DISK.readdirSync(folder).find((name) => /\.ya?ml$/.test(name));
  if (other !== undefined) {
    throw new OutputError(`${folder} holds ${other} already: nothing was written; name a new folder`);
  }
}
