/**
 * Looks at everything a run would touch before it touches anything: what is the same already, what a person
 * changed or put there, what is a link. Refusing happens here, while the folder is still as it was.
 */
import { join } from 'node:path';
import { type Disk, errorCode, look, OutputError } from './disk.ts';
import { hashOf, isInside, type Known } from './manifest.ts';
import type { OutputFile } from './types.ts';

/** One file as it is to be. */
export interface Target {
  readonly path: string;
  readonly bytes: Buffer;
  readonly hash: string;
}

export interface Work {
  /** Differ from what is on the disk, sorted by path. */
  readonly write: readonly Target[];
  /** On the disk already, byte for byte. */
  readonly same: readonly Target[];
  /** Of an earlier run, no longer wanted; they exist. */
  readonly remove: readonly string[];
}

/**
 * Compares what is wanted with what is there.
 * @throws OutputError when a path is a link or no plain file, or, without `force`, when a file was changed by
 *   hand or is not ours.
 */
export function inspect(
  disk: Disk,
  folder: string,
  targets: readonly Target[],
  known: Known,
  options: { readonly force: boolean; readonly keep: (path: string) => boolean },
): Work {
  const folders = new Map<string, boolean>();
  const write: Target[] = [];
  const same: Target[] = [];
  const foreign: string[] = [];
  const edited: string[] = [];

  const blame = (path: string, hash: string) => {
    const ours = known.get(path);
    if (!ours) foreign.push(path);
    else if (!ours.has(hash) && !onlyLineEnds(disk, join(folder, path), ours)) edited.push(path);
  };
  for (const target of targets) {
    const hash = hashOnDisk(disk, folder, target.path, folders);
    if (hash === target.hash) same.push(target);
    else {
      if (hash !== undefined) blame(target.path, hash);
      write.push(target);
    }
  }
  const wanted = new Set(targets.map((target) => target.path));
  const remove: string[] = [];
  for (const path of [...known.keys()].sort()) {
    if (wanted.has(path) || options.keep(path)) continue;
    const hash = hashOnDisk(disk, folder, path, folders);
    if (hash === undefined) continue;
    blame(path, hash);
    remove.push(path);
  }
  if (!options.force) refuse(folder, edited, foreign);
  return { write, same, remove };
}

/** Whether git or an editor changed nothing but the line ends: no word of a person is lost by writing it anew. */
function onlyLineEnds(disk: Disk, file: string, ours: ReadonlySet<string>): boolean {
  const unix = disk.readFileSync(file).toString('latin1').replaceAll('\r\n', '\n');
  return [unix, unix.replaceAll('\n', '\r\n')].some((text) => ours.has(hashOf(Buffer.from(text, 'latin1'))));
}

/** Turns files into targets, sorted by path. */
export function asTargets(files: readonly OutputFile[]): Target[] {
  return files
    .map(({ path, text }) => {
      if (!isInside(path))
        throw new OutputError(`${JSON.stringify(path)} is no path inside the output folder`);
      const bytes = Buffer.from(text, 'utf8');
      return { path, bytes, hash: hashOf(bytes) };
    })
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Hash of a plain file; undefined when there is none. Links and everything else that is no file are refused. */
function hashOnDisk(
  disk: Disk,
  folder: string,
  path: string,
  folders: Map<string, boolean>,
): string | undefined {
  const parts = path.split('/');
  for (let depth = 1; depth < parts.length; depth++) {
    const parent = parts.slice(0, depth).join('/');
    let exists = folders.get(parent);
    if (exists === undefined) {
      exists = isFolder(disk, join(folder, parent));
      folders.set(parent, exists);
    }
    if (!exists) return undefined;
  }
  const full = join(folder, path);
  const found = look(disk, full);
  if (!found) return undefined;
  if (found.isSymbolicLink())
    throw new OutputError(`${full} is a link, and links are not followed: remove it`);
  if (!found.isFile()) throw new OutputError(`${full} stands where a file is to be written: remove it`);
  return hashOf(disk.readFileSync(full));
}

/** Whether a folder is there; throws when something else has its name. */
export function isFolder(disk: Disk, path: string): boolean {
  let found: ReturnType<typeof look>;
  try {
    found = look(disk, path);
  } catch (error) {
    if (errorCode(error) !== 'ENOTDIR') throw error;
    throw new OutputError(`${path} cannot be a folder: a part of its path is a file`);
  }
  if (!found) return false;
  if (found.isSymbolicLink())
    throw new OutputError(`${path} is a link, and links are not followed: remove it`);
  if (!found.isDirectory())
    throw new OutputError(`${path} is no folder: remove it, or choose another with --out`);
  return true;
}

function refuse(folder: string, edited: readonly string[], foreign: readonly string[]): void {
  const [path] = [...edited, ...foreign];
  if (path === undefined) return;
  const more = edited.length + foreign.length - 1;
  const what =
    edited.length > 0
      ? 'was changed since cxplan wrote it'
      : 'was not written by cxplan, and would be overwritten';
  const others = more > 0 ? ` (and ${more} more like it)` : '';
  throw new OutputError(
    `${join(folder, path)} ${what}${others}: nothing was written; save it elsewhere, or run again with --force`,
  );
}
