/** Temporary siblings: where new content waits for its rename, on the same file system as its target. */
import { basename, dirname, join } from 'node:path';
import { type Disk, errorCode, makeFolder, remove } from './disk.ts';
import { isFolder } from './targets.ts';

const TEMPORARY = /^\.(.+)\.cxplan-tmp$/;

/** `departments/finance.md` → `departments/.finance.md.cxplan-tmp` */
export function temporary(path: string): string {
  const cut = path.lastIndexOf('/') + 1;
  return `${path.slice(0, cut)}.${path.slice(cut)}.cxplan-tmp`;
}

/** The name of the file that a temporary sibling is for; any other name as it is. */
export function targetOf(name: string): string {
  return TEMPORARY.exec(name)?.[1] ?? name;
}

/** Temporary files that a killed run left in these folders; all paths are relative to the output folder. */
export function findTemporaries(disk: Disk, folder: string, folders: readonly string[]): string[] {
  return folders
    .filter((path) => isFolder(disk, join(folder, path)))
    .flatMap((path) => disk.readdirSync(join(folder, path)).map((name) => join(path, name)))
    .filter((path) => TEMPORARY.test(basename(path)));
}

/** Makes the folders of these files. */
export function makeFolders(disk: Disk, folder: string, files: readonly string[]): void {
  for (const parent of new Set(files.map(dirname))) makeFolder(disk, join(folder, parent));
}

/** Removes the folders of these files that are empty now, the output folder itself apart. */
export function removeEmpty(disk: Disk, folder: string, files: readonly string[]): void {
  for (const parent of new Set(files.map(dirname))) {
    for (let path = parent; path !== '.'; path = dirname(path)) {
      try {
        disk.rmdirSync(join(folder, path));
      } catch (error) {
        if (!['ENOTEMPTY', 'EEXIST', 'ENOENT'].includes(errorCode(error))) throw error;
        break;
      }
    }
  }
}

/** Removes every temporary file in these folders. */
export function removeTemporaries(disk: Disk, folder: string, folders: readonly string[]): void {
  for (const path of findTemporaries(disk, folder, folders)) remove(disk, join(folder, path));
}
