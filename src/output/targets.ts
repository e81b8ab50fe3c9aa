/**
 * Looks at everything a run would touch before it touches anything: what is the same already, what a person
 * changed or put there, what is a link. Refusing happens here, while the folder is still as it was.
 *
 * Where no file stands there is nothing to compare, and the content is made only once, when it is written. Where
 * one does, it is made to be compared, and what differs is held, as far as there is room: to hold all of it would cost
 * the memory of a whole year, and to write it beside the old one to compare them would touch what may stay as it is.
 */
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { blocksOf, hashOf, hashText, readBlocks, readWhole } from './blocks.ts';
import { type Disk, errorCode, look, OutputError, plainFile } from './disk.ts';
import { isInside, type Manifest } from './manifest.ts';
import type { OutputFile, Text } from './types.ts';

/** What differs is held up to so much, and no larger file is read at once. */
const HELD_OCTETS = 16 * 2 ** 20;

export interface Work {
  /** Not on the disk, or not like this; sorted by path. */
  readonly write: readonly OutputFile[];
  /** On the disk already, byte for byte: path → hash. */
  readonly same: ReadonlyMap<string, string>;
  /** Of an earlier run, no longer wanted; they exist. */
  readonly remove: readonly string[];
  /** Of an earlier run, left as they are although they are not wanted now: path → hash; sorted by path. */
  readonly kept: ReadonlyMap<string, string>;
}

/**
 * Compares what is wanted with what is there.
 * @throws OutputError when a path is a link or no plain file, or, without `force`, when a file was changed by
 *   hand or is not ours.
 */
export function inspect(
  disk: Disk,
  folder: string,
  files: readonly OutputFile[],
  known: Manifest,
  options: { readonly force: boolean; readonly keep: (path: string) => boolean },
): Work {
  const folders = new Map<string, boolean>();
  const onDisk = (path: string) => hashOnDisk(disk, folder, path, folders);
  const write: OutputFile[] = [];
  const same = new Map<string, string>();
  const foreign: string[] = [];
  const edited: string[] = [];

  const blame = (path: string, hash: string) => {
    const ours = known.get(path);
    if (!ours) foreign.push(path);
    else if (!ours.has(hash) && !onlyLineEnds(disk, join(folder, path), ours)) edited.push(path);
  };
  let room = HELD_OCTETS;
  for (const file of files) {
    const size = sizeOnDisk(disk, folder, file.path, folders);
    if (size === undefined) {
      write.push(file);
      continue;
    }
    const full = join(folder, file.path);
    const there = size <= HELD_OCTETS ? readWhole(disk, full) : undefined;
    const hash = hashOf(there ? [there] : readBlocks(disk, full));
    const made = there ? makeBeside(file.text, there, file.joined ? 0 : room) : makeLong(file.text, hash);
    if (made.same) same.set(file.path, hash);
    else {
      blame(file.path, hash);
      const { held } = made;
      write.push(held ? { path: file.path, text: () => held } : file);
      if (held) room -= held.reduce((sum, { length }) => sum + length, 0);
    }
  }
  const wanted = new Set(files.map(({ path }) => path));
  const remove: string[] = [];
  const kept = new Map<string, string>();
  for (const path of [...known.keys()].sort()) {
    if (wanted.has(path)) continue;
    if (options.keep(path)) {
      const hash = hashOfOurs(known.get(path) ?? new Set(), () => onDisk(path));
      if (hash !== undefined) kept.set(path, hash);
      continue;
    }
    const hash = onDisk(path);
    if (hash === undefined) continue;
    blame(path, hash);
    remove.push(path);
  }
  if (!options.force) refuse(folder, edited, foreign);
  return { write, same, remove, kept };
}

interface Made {
  readonly same: boolean;
  /** What differs, as far as there is room for it: what is larger has to be made again. */
  readonly held?: readonly Buffer[] | undefined;
}

/** Makes a text, and compares it with what stands there. @param room octets that may be held */
function makeBeside(text: Text, there: Buffer, room: number): Made {
  let held: Buffer[] | undefined;
  let octets = 0;
  for (const block of blocksOf(text)) {
    const at = octets;
    octets += block.length;
    if (!held && there.subarray(at, octets).equals(block)) continue;
    if (octets > room) return { same: false };
    held ??= [there.subarray(0, at)];
    held.push(Buffer.from(block));
  }
  if (held) return { same: false, held };
  if (octets === there.length) return { same: true };
  return { same: false, held: octets > room ? undefined : [there.subarray(0, octets)] };
}

/** Makes a text only to compare it: it is as long as what stands there, of which the hash is known. */
function makeLong(text: Text, there: string): Made {
  return { same: hashOf(blocksOf(text)) === there };
}

/** Of several, left by a run that was killed, the one that is on the disk: the old file may stand there, or the new. */
function hashOfOurs(hashes: ReadonlySet<string>, onDisk: () => string | undefined): string | undefined {
  const [first] = hashes;
  if (hashes.size < 2) return first;
  const there = onDisk();
  return there !== undefined && hashes.has(there) ? there : first;
}

/** Whether git or an editor changed nothing but the line ends: no word of a person is lost by writing it anew. */
function onlyLineEnds(disk: Disk, file: string, ours: ReadonlySet<string>): boolean {
  const [unix, dos] = [createHash('sha256'), createHash('sha256')];
  const add = (text: string) => {
    unix.update(text, 'latin1');
    dos.update(text.replaceAll('\n', '\r\n'), 'latin1');
  };
  let rest = '';
  for (const block of readBlocks(disk, file)) {
    const text = rest + block.toString('latin1');
    rest = text.endsWith('\r') ? '\r' : '';
    add(text.slice(0, text.length - rest.length).replaceAll('\r\n', '\n'));
  }
  add(rest);
  return [unix, dos].some((hash) => ours.has(hashText(hash)));
}

/** The files in order of their paths. @throws OutputError when one leads out of the folder */
export function inOrder(files: readonly OutputFile[]): OutputFile[] {
  for (const { path } of files) {
    if (!isInside(path)) throw new OutputError(`${JSON.stringify(path)} is no path inside the output folder`);
  }
  return [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** Hash of a plain file; undefined when there is none. Links and everything else that is no file are refused. */
export function hashOnDisk(
  disk: Disk,
  folder: string,
  path: string,
  folders: Map<string, boolean>,
): string | undefined {
  const size = sizeOnDisk(disk, folder, path, folders);
  return size === undefined ? undefined : hashOf(readBlocks(disk, join(folder, path)));
}

/** Octets of a plain file, as {@link hashOnDisk}. */
function sizeOnDisk(
  disk: Disk,
  folder: string,
  path: string,
  folders: Map<string, boolean>,
): number | undefined {
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
  return plainFile(disk, join(folder, path))?.size;
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
  const file = join(folder, path);
  const remedy = path.endsWith('.xlsx')
    ? `take over what was typed (cxplan import ${file})`
    : 'save it elsewhere';
  throw new OutputError(
    `${file} ${what}${others}: nothing was written; ${remedy}, or run again with --force`,
  );
}
