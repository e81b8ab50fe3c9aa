/**
 * Contents on their way to the disk and back, block after block: of a size that costs neither many calls nor
 * room, so that a file may be larger than any string or buffer can be.
 */
import { createHash, type Hash } from 'node:crypto';
import { type Disk, errorCode } from './disk.ts';
import type { Text } from './types.ts';

const BLOCK_OCTETS = 64 * 1024;
/** A call costs more than to hold so much for a moment. */
const READ_OCTETS = 256 * 1024;

/** A text in UTF-8. A block is good until the next one is asked for. */
export function* blocksOf(text: Text): Generator<Buffer> {
  if (typeof text === 'string') {
    yield Buffer.from(text);
    return;
  }
  const block = Buffer.allocUnsafe(BLOCK_OCTETS);
  let used = 0;
  for (const piece of text()) {
    // No letter of a string takes more than three: mostly that is all there is to know.
    if (typeof piece === 'string' && used + 3 * piece.length <= BLOCK_OCTETS) {
      used += block.write(piece, used);
      continue;
    }
    const octets = typeof piece === 'string' ? Buffer.byteLength(piece) : piece.length;
    if (used + octets > BLOCK_OCTETS) {
      yield block.subarray(0, used);
      used = 0;
    }
    if (octets > BLOCK_OCTETS) yield Buffer.from(piece as string);
    else if (typeof piece === 'string') used += block.write(piece, used);
    else {
      block.set(piece, used);
      used += octets;
    }
  }
  yield block.subarray(0, used);
}

/** What a plain file holds. A block is good until the next one is asked for. */
export function* readBlocks(disk: Disk, path: string): Generator<Buffer> {
  const file = disk.openSync(path, 'r');
  try {
    const block = Buffer.allocUnsafe(READ_OCTETS);
    for (;;) {
      const octets = disk.readSync(file, block);
      if (octets === 0) return;
      yield block.subarray(0, octets);
    }
  } catch (error) {
    throw named(error, path);
  } finally {
    disk.closeSync(file);
  }
}

/** All of a plain file that is short enough to be held. */
export function readWhole(disk: Disk, path: string): Buffer {
  try {
    return disk.readFileSync(path) as Buffer;
  } catch (error) {
    throw named(error, path);
  }
}

/** `sha256:` and 64 hexadecimal digits. */
export function hashOf(blocks: Iterable<Buffer>): string {
  const hash = createHash('sha256');
  for (const block of blocks) hash.update(block);
  return hashText(hash);
}

export function hashText(hash: Hash): string {
  return `sha256:${hash.digest('hex')}`;
}

/** What fails on an open file does not know its name. */
export function named(error: unknown, path: string): unknown {
  return errorCode(error) === '' ? error : Object.assign(error as Error, { path });
}
