/** Writes a first workspace: new files only, into a folder that has none of its kind. */
import { dirname, join } from 'node:path';
import { causeOf } from './causes.ts';
import { DISK, errorCode, flushFolder, makeFolder, OutputError } from './disk.ts';
import { isFolder } from './targets.ts';
import type { TextFile } from './types.ts';
import { writeWhole } from './whole.ts';

/** @throws OutputError when the folder holds YAML files already, or cannot be written */
export function createFiles(folder: string, files: readonly TextFile[]): void {
  told(folder, () => refuseOthers(folder));
  putFiles(folder, files);
}

/**
 * Writes single files below a folder, each of them whole.
 *
 * @param keep leaves those alone that are there and say something else
 * @returns the paths that were left alone
 * @throws OutputError when one cannot be written
 */
export function putFiles(
  folder: string,
  files: readonly TextFile[],
  { keep = false }: { readonly keep?: boolean } = {},
): string[] {
  return told(folder, () => {
    const kept = keep ? files.filter(({ path, text }) => isAnother(join(folder, path), text)) : [];
    for (const { path, text } of files.filter((file) => !kept.includes(file))) {
      const file = join(folder, path);
      if (!isFolder(DISK, dirname(file))) makeFolder(DISK, dirname(file));
      writeWhole(DISK, file, text);
    }
    if (kept.length < files.length) flushFolder(DISK, folder);
    return kept.map(({ path }) => path);
  });
}

function isAnother(file: string, text: string): boolean {
  try {
    return DISK.readFileSync(file).toString('utf8') !== text;
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false;
    throw error;
  }
}

function told<T>(folder: string, act: () => T): T {
  try {
    return act();
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
