/**
 * Writes new files and makes sure that they are whole on the disk: the size is compared, because a full disk can cut
 * a write short without an error, and the content is flushed before anybody relies on it.
 */
import { createHash } from 'node:crypto';
import { blocksOf, hashText, named } from './blocks.ts';
import { type Disk, OutputError, remove } from './disk.ts';
import type { OutputFile, Text } from './types.ts';

/** So many are open at once; some systems allow 256. */
const TOGETHER = 64;

/** Writes one file. */
export function writeWhole(disk: Disk, path: string, text: Text): void {
  const { file } = create(disk, path, text);
  try {
    disk.fsyncSync(file);
  } catch (error) {
    throw named(error, path);
  } finally {
    disk.closeSync(file);
  }
}

/**
 * Writes many files. A disk takes about as long to flush one as to flush all that wait: they are flushed together.
 * @returns path → hash of the content
 */
export async function writeTogether(
  disk: Disk,
  files: readonly OutputFile[],
  placeOf: (path: string) => string,
): Promise<Map<string, string>> {
  const written = new Map<string, string>();
  for (let begin = 0; begin < files.length; begin += TOGETHER) {
    const open: Open[] = [];
    try {
      for (const { path, text } of files.slice(begin, begin + TOGETHER)) {
        const created = create(disk, placeOf(path), text);
        open.push(created);
        written.set(path, created.hash);
      }
      await flush(disk, open);
    } finally {
      for (const { file } of open) disk.closeSync(file);
    }
  }
  return written;
}

/** A file that is written and not yet flushed. */
interface Open {
  readonly file: number;
  readonly path: string;
  readonly hash: string;
}

function create(disk: Disk, path: string, text: Text): Open {
  remove(disk, path);
  const file = disk.openSync(path, 'wx');
  try {
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
    return { file, path, hash: hashText(hash) };
  } catch (error) {
    disk.closeSync(file);
    throw named(error, path);
  }
}

/** Waits for all of them, also when one fails: nobody closes a file that is being flushed. */
async function flush(disk: Disk, files: readonly Open[]): Promise<void> {
  const done = await Promise.allSettled(files.map(async ({ file }) => disk.flush(file)));
  const failed = done.findIndex(({ status }) => status === 'rejected');
  if (failed >= 0) throw named((done[failed] as PromiseRejectedResult).reason, files[failed]!.path);
}
