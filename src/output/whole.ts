/**
 * Writes new files and makes sure that they are whole on the disk: the size is compared, because a full disk can cut
 * a write short without an error, and the content is flushed before anybody relies on it.
 */
import { createHash } from 'node:crypto';
import { blocksOf, hashText, named } from './blocks.ts';
import { type Disk, errorCode, OutputError, remove } from './disk.ts';
import type { OutputFile, Text } from './types.ts';

/** So many are flushed together, while as many more are made; some systems allow 256 open files. */
const TOGETHER = 64;

/** Writes one file; `textOf` makes a text that says where on the disk it stands, by the file's number there. */
export function writeWhole(
  disk: Disk,
  path: string,
  text: Text | { readonly textOf: TextOf },
  mode?: number,
): void {
  const { file } = create(disk, path, text, mode);
  try {
    disk.fsyncSync(file);
  } catch (error) {
    throw named(error, path);
  } finally {
    disk.closeSync(file);
  }
}

/**
 * Writes many files. A disk takes about as long to flush one as to flush all that wait: they are flushed together,
 * and the next ones are made meanwhile.
 * @returns path → hash of the content
 */
export async function writeTogether(
  disk: Disk,
  files: readonly OutputFile[],
  placeOf: (path: string) => string,
): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  const flushes: Promise<unknown>[] = [];
  try {
    for (let begin = 0; begin < files.length; begin += TOGETHER) {
      const open = createAll(disk, files.slice(begin, begin + TOGETHER), placeOf);
      for (const { path, hash } of open) written.set(path, hash);
      flushes.push(flush(disk, open));
      raise(await flushes.at(-2));
    }
    raise(await flushes.at(-1));
  } finally {
    // Nobody takes a file away that is being flushed.
    await Promise.all(flushes);
  }
  return written;
}

function raise(fault: unknown): void {
  if (fault !== undefined) throw fault;
}

/** A file that is written and not yet flushed. */
interface Open {
  readonly file: number;
  /** Where it will stand, and where it stands until then. */
  readonly path: string;
  readonly place: string;
  readonly hash: string;
}

/** All of them, or none. */
function createAll(disk: Disk, files: readonly OutputFile[], placeOf: (path: string) => string): Open[] {
  const open: Open[] = [];
  try {
    for (const { path, text } of files) {
      const place = placeOf(path);
      open.push({ path, place, ...create(disk, place, text) });
    }
    return open;
  } catch (error) {
    for (const { file } of open) disk.closeSync(file);
    throw error;
  }
}

type TextOf = (place: string) => string;

function create(
  disk: Disk,
  path: string,
  made: Text | { readonly textOf: TextOf },
  mode?: number,
): Pick<Open, 'file' | 'hash'> {
  const file = openNew(disk, path, mode);
  try {
    const text = typeof made === 'object' ? made.textOf(String(disk.fstatSync(file).ino)) : made;
    const hash = createHash('sha256');
    let octets = 0;
    for (const block of blocksOf(text)) {
      disk.writeFileSync(file, block);
      hash.update(block);
      octets += block.length;
    }
    const { size } = disk.fstatSync(file);
    if (size !== octets) {
      throw new OutputError(`cannot write ${path}: only ${size} of ${octets} bytes arrived on the disk`);
    }
    return { file, hash: hashText(hash) };
  } catch (error) {
    disk.closeSync(file);
    throw named(error, path);
  }
}

/** A file of its own, never one behind a link; what a killed run left there goes first. */
function openNew(disk: Disk, path: string, mode?: number): number {
  try {
    return disk.openSync(path, 'wx', mode);
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    remove(disk, path);
    return disk.openSync(path, 'wx', mode);
  }
}

/** Waits for all of them, also when one fails, and closes them. Never rejects: @returns the first fault */
async function flush(disk: Disk, files: readonly Open[]): Promise<unknown> {
  const done = await Promise.allSettled(files.map(async ({ file }) => disk.flush(file)));
  const failed = done.findIndex(({ status }) => status === 'rejected');
  const fault =
    failed < 0 ? undefined : named((done[failed] as PromiseRejectedResult).reason, files[failed]!.place);
  try {
    for (const { file } of files) disk.closeSync(file);
  } catch (error) {
    return fault ?? error;
  }
  return fault;
}
