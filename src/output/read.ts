/** Reads back what an earlier run wrote. */
import { constants } from 'node:buffer';
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { readBlocks } from './blocks.ts';
import { causeOf } from './causes.ts';
import { DISK, errorCode, OutputError, plainFile } from './disk.ts';
import { isFolder } from './targets.ts';

/** The text of a file of the output folder; undefined when there is none. Links are not followed. */
export function readOutput(folder: string, name: string): string | undefined {
  const path = join(folder, name);
  return explained(path, () =>
    sizeOf(folder, path) === undefined ? undefined : DISK.readFileSync(path, 'utf8'),
  );
}

/** The same of a file that may be longer than any string: its lines then, without their ends. */
export function readLong(
  folder: string,
  name: string,
  longest = constants.MAX_STRING_LENGTH,
): string | Iterable<string> | undefined {
  const path = join(folder, name);
  const size = explained(path, () => sizeOf(folder, path));
  return size === undefined || size <= longest ? readOutput(folder, name) : linesOf(path);
}

function* linesOf(path: string): Generator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for (const block of readBlocks(DISK, path)) {
    const lines = (rest + decoder.decode(block, { stream: true })).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  yield rest;
}

/** Octets of a plain file; undefined when there is none. */
function sizeOf(folder: string, path: string): number | undefined {
  if (!isFolder(DISK, folder)) return undefined;
  return plainFile(DISK, path)?.size;
}

/** The text of a file that is named by its path; a link to a file will do, a pipe or device will not. */
export function readNamed(path: string): string {
  return explained(path, () => {
    if (!statSync(path).isFile()) throw new OutputError(`cannot read ${path}: it is no plain file`);
    return DISK.readFileSync(path, 'utf8');
  });
}

function explained<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof OutputError || errorCode(error) === '') throw error;
    throw new OutputError(`cannot read ${path}: ${causeOf(errorCode(error))}`);
  }
}
