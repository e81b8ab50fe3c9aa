/** Writes a first workspace: new files only, all of them or none, into a folder that has none of its kind. */
import { dirname, join } from 'node:path';
import { causeOf } from './causes.ts';
import { attempt, DISK, type Disk, errorCode, look, makeFolder, OutputError } from './disk.ts';
import { finishReplacing, replaceFiles } from './replace.ts';
import { writeSingle } from './single.ts';
import { isFolder } from './targets.ts';
import type { TextFile } from './types.ts';

/** @throws OutputError when the folder holds YAML files already, or any of these, or cannot be written; it is as it was then */
export function createFiles(folder: string, files: readonly TextFile[], disk: Disk = DISK): void {
  told(folder, () => {
    refuseOthers(folder, disk);
    const made = makeAll(disk, folder);
    try {
      replaceFiles(
        folder,
        files.map(({ path, text }) => ({ path, before: ownText(disk, folder, path), after: text })),
        disk,
      );
    } catch (error) {
      for (const one of made.reverse()) attempt(() => disk.rmdirSync(one));
      throw error;
    }
  });
}

/** Copies files as they are into a folder, which has none of these yet. @throws OutputError when it cannot */
export function copyFiles(from: string, folder: string, paths: readonly string[], disk: Disk = DISK): void {
  told(folder, () => {
    for (const path of paths) {
      makeAll(disk, dirname(join(folder, path)));
      disk.writeFileSync(join(folder, path), disk.readFileSync(join(from, path)), { flag: 'wx' });
    }
  });
}

/** @returns the folders that were missing, from the top down */
function makeAll(disk: Disk, folder: string): string[] {
  const missing: string[] = [];
  for (let path = folder; !look(disk, path); path = dirname(path)) missing.unshift(path);
  makeFolder(disk, folder);
  return missing;
}

/** Below `.cxplan` stands what is ours and is made again: what is there may be replaced. */
function ownText(disk: Disk, folder: string, path: string): string | undefined {
  const full = join(folder, path);
  if (!path.startsWith('.cxplan/') || !look(disk, full)) return undefined;
  return disk.readFileSync(full, 'utf8') as string;
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
      writeSingle(file, text);
    }
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
export function refuseOthers(folder: string, disk: Disk = DISK): void {
  if (!isFolder(disk, folder)) return;
  finishReplacing(folder, disk);
  const other = disk.readdirSync(folder).find((name) => /\.ya?ml$/.test(name));
  if (other !== undefined) {
    throw new OutputError(`${folder} holds ${other} already: nothing was written; name a new folder`);
  }
}
