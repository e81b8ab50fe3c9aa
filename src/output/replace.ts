/**
 * Replaces files that a person wrote, and adds others: all of them or none, and only while each still holds what was read.
 * Unlike the output folder, nothing here is ours, so there is neither manifest nor force.
 */
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { causeOf } from './causes.ts';
import { attempt, DISK, type Disk, errorCode, flushFolder, look, OutputError, remove } from './disk.ts';
import { takeLock } from './lock.ts';
import { refuseLinks } from './single.ts';
import { makeFolders, temporary } from './temporary.ts';
import { writeWhole } from './whole.ts';

export interface Replacement {
  /** Relative to the folder, with `/`. */
  readonly path: string;
  /** What the file must hold; undefined for one that there must not be yet. */
  readonly before: string | undefined;
  readonly after: string;
}

/**
 * Writes every `after` beside its file first, then renames them into place; when a rename fails, those that
 * went before are taken back.
 *
 * @throws OutputError when a file has changed since it was read, or cannot be written; then none has changed
 */
export function replaceFiles(root: string, files: readonly Replacement[], disk: Disk = DISK): void {
  explained(root, () => {
    const release = takeLock(disk, root);
    try {
      replaceAll(disk, root, files);
    } finally {
      attempt(release);
    }
  });
}

function replaceAll(disk: Disk, root: string, files: readonly Replacement[]): void {
  const renamed: Replacement[] = [];
  try {
    for (const file of files) {
      if (file.before === undefined) prepareNew(disk, root, file.path, file.after);
      else prepare(disk, root, file.path, file.after);
    }
    for (const file of files) mustHold(disk, root, file);
    for (const file of files) {
      put(disk, root, file.path);
      renamed.push(file);
    }
  } catch (error) {
    for (const { path, before } of renamed) {
      if (before === undefined) remove(disk, join(root, path));
      else {
        prepare(disk, root, path, before);
        put(disk, root, path);
      }
    }
    throw error;
  } finally {
    for (const { path } of files) attempt(() => remove(disk, join(root, temporary(path))));
  }
  attempt(() => flushFolder(disk, root));
}

/** The new content beside its file, with the rights of the old. */
function prepare(disk: Disk, root: string, path: string, text: string): void {
  const found = look(disk, join(root, path));
  if (!found?.isFile()) throw new OutputError(`${path} is no plain file: edit it by hand`);
  const sibling = join(root, temporary(path));
  writeWhole(disk, sibling, text);
  attempt(() => chmodSync(sibling, found.mode & 0o777));
}

/** The content of a file that is not there yet, in a folder that is made if need be; never through a link. */
function prepareNew(disk: Disk, root: string, path: string, text: string): void {
  refuseLinks(root, join(root, path), disk);
  makeFolders(disk, root, [path]);
  writeWhole(disk, join(root, temporary(path)), text);
}

function mustHold(disk: Disk, root: string, { path, before }: Replacement): void {
  if (before === undefined) {
    if (look(disk, join(root, path))) throw new OutputError(`${path} is there already: nothing was written`);
    return;
  }
  if (!Buffer.from(before).equals(disk.readFileSync(join(root, path)))) {
    throw new OutputError(`${path} has changed since it was read: nothing was written, run it again`);
  }
}

function put(disk: Disk, root: string, path: string): void {
  disk.renameSync(join(root, temporary(path)), join(root, path));
}

function explained(root: string, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    const path = (error as NodeJS.ErrnoException).path ?? root;
    throw new OutputError(`cannot write ${path}: ${causeOf(errorCode(error))}; nothing was written`);
  }
}
