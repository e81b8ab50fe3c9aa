/**
 * Replaces files that a person wrote, and adds others: all of them or none, and only while each still holds what was read.
 * Unlike the output folder, nothing here is ours, so there is neither manifest nor force.
 */
import { dirname, join } from 'node:path';
import { UNFINISHED } from '../workspace/files/root.ts';
import { causeOf } from './causes.ts';
import {
  attempt,
  DISK,
  type Disk,
  errorCode,
  flushFolder,
  keepRights,
  look,
  OutputError,
  remove,
} from './disk.ts';
import { takeLock } from './lock.ts';
import { refuseLinks } from './single.ts';
import { makeFolders, temporary } from './temporary.ts';
import type { Replacement } from './types.ts';
import { clearUnfinished, keepUnfinished, readUnfinished } from './unfinished.ts';
import { writeWhole } from './whole.ts';

/**
 * Writes every `after` beside its file first, then renames them into place. When a rename fails, those that went before are
 * taken back; where a run is stopped among them, the next one goes on.
 *
 * @throws OutputError when a file has changed since it was read, or cannot be written; its message says whether any has changed
 */
export function replaceFiles(root: string, files: readonly Replacement[], disk: Disk = DISK): void {
  if (files.length === 0) return;
  whileOurs(disk, root, () => {
    finish(disk, root);
    try {
      keepUnfinished(disk, root, { placing: false, files });
      for (const file of files) prepare(disk, root, file);
      for (const file of files) mustHold(disk, root, file);
      keepUnfinished(disk, root, { placing: true, files });
    } catch (error) {
      attempt(() => clearUnfinished(disk, root, files));
      throw error;
    }
    place(disk, root, files);
  });
}

/**
 * Brings to its end what a run that was stopped had begun.
 * @returns the files that it wrote, or was about to
 * @throws OutputError when one of them was changed since
 */
export function finishReplacing(root: string, disk: Disk = DISK): readonly string[] {
  if (!look(disk, join(root, UNFINISHED))) return [];
  return whileOurs(disk, root, () => finish(disk, root));
}

function finish(disk: Disk, root: string): readonly string[] {
  const unfinished = readUnfinished(disk, root);
  if (!unfinished) return [];
  const { placing, files } = unfinished;
  if (!placing) {
    clearUnfinished(disk, root, files);
    return [];
  }
  const missing = files.filter(({ path, after }) => textAt(disk, root, path) !== after);
  for (const file of missing) {
    if (holds(disk, root, file)) continue;
    throw new OutputError(
      `${file.path} was changed after a run was stopped that was writing it: look whether it is as it should be, then remove ${join(root, UNFINISHED)}`,
    );
  }
  for (const file of missing) prepare(disk, root, file);
  orLater(() => {
    for (const { path } of missing) put(disk, root, path);
    flush(disk, root, missing);
    clearUnfinished(disk, root, files);
  });
  return files.map(({ path }) => path);
}

function place(disk: Disk, root: string, files: readonly Replacement[]): void {
  const placed: Replacement[] = [];
  try {
    for (const file of files) {
      put(disk, root, file.path);
      placed.push(file);
    }
    flush(disk, root, files);
  } catch (error) {
    orLater(() => {
      takeBack(disk, root, placed);
      clearUnfinished(disk, root, files);
    });
    throw error;
  }
  orLater(() => clearUnfinished(disk, root, files));
}

/** Once something is in place, what fails is left to the next run. */
function orLater(work: () => void): void {
  try {
    work();
  } catch (error) {
    if (errorCode(error) === '') throw error;
    const path = (error as NodeJS.ErrnoException).path ?? 'a file';
    throw new OutputError(
      `cannot write ${path}: ${causeOf(errorCode(error))}; some files are new already, run it again to finish`,
    );
  }
}

function takeBack(disk: Disk, root: string, placed: readonly Replacement[]): void {
  for (const { path, before, after } of placed) {
    if (before === undefined) remove(disk, join(root, path));
    else {
      prepare(disk, root, { path, before: after, after: before });
      put(disk, root, path);
    }
  }
  flush(disk, root, placed);
}

function flush(disk: Disk, root: string, files: readonly Replacement[]): void {
  for (const folder of new Set(files.map(({ path }) => dirname(path)))) flushFolder(disk, join(root, folder));
}

/** The new content beside its file, with the rights of the old; folders are made if need be, and never through a link. */
function prepare(disk: Disk, root: string, { path, before, after }: Replacement): void {
  const sibling = join(root, temporary(path));
  if (before === undefined) {
    refuseLinks(root, join(root, path), disk);
    makeFolders(disk, root, [path]);
    writeWhole(disk, sibling, after);
    return;
  }
  const found = look(disk, join(root, path));
  if (!found?.isFile()) throw new OutputError(`${path} is no plain file: edit it by hand`);
  writeWhole(disk, sibling, after);
  keepRights(disk, sibling, found.mode);
}

function mustHold(disk: Disk, root: string, file: Replacement): void {
  if (holds(disk, root, file)) return;
  throw new OutputError(
    file.before === undefined
      ? `${file.path} is there already: nothing was written`
      : `${file.path} has changed since it was read: nothing was written, run it again`,
  );
}

function holds(disk: Disk, root: string, { path, before }: Replacement): boolean {
  return textAt(disk, root, path) === before;
}

/** `undefined` where nothing is, `null` for what is no text. */
function textAt(disk: Disk, root: string, path: string): string | undefined | null {
  if (!look(disk, join(root, path))) return undefined;
  const bytes = disk.readFileSync(join(root, path)) as Buffer;
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? text : null;
}

function put(disk: Disk, root: string, path: string): void {
  disk.renameSync(join(root, temporary(path)), join(root, path));
}

function whileOurs<T>(disk: Disk, root: string, work: () => T): T {
  try {
    const release = takeLock(disk, root);
    try {
      return work();
    } finally {
      attempt(release);
    }
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    const path = (error as NodeJS.ErrnoException).path ?? root;
    throw new OutputError(`cannot write ${path}: ${causeOf(errorCode(error))}; nothing was written`);
  }
}
