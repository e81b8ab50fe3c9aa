/** A file from outside the workspace that somebody names on the command line: read in pieces, never a pipe or a device. */
import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs';
import type { TableSource } from '../../exchange/table/types.ts';

const PIECE = 1 << 20;

/**
 * @param path where it is
 * @param file how it is called in messages
 * @throws Error as the operating system's, or one that says what it is instead of a file
 */
export function foreignFile(path: string, file: string): TableSource {
  closeSync(opened(path));
  return {
    file,
    *chunks() {
      const handle = opened(path);
      try {
        const bytes = Buffer.allocUnsafe(PIECE);
        for (;;) {
          const count = readSync(handle, bytes, 0, PIECE, null);
          if (count === 0) return;
          yield bytes.subarray(0, count);
        }
      } finally {
        closeSync(handle);
      }
    },
  };
}

/** Non-blocking, so that a pipe without a writer is seen and refused instead of waited for. */
function opened(path: string): number {
  const handle = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  const stat = fstatSync(handle);
  if (stat.isFile()) return handle;
  closeSync(handle);
  const code = stat.isDirectory() ? 'EISDIR' : 'ENXIO';
  throw Object.assign(new Error(code), { code, syscall: 'read', path });
}
