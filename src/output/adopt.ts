/** A file of ours that a person has changed, and whose changes have been taken over: the next run may write it again. */
import { join } from 'node:path';
import { blocksOf, hashOf } from './blocks.ts';
import { DISK, type Disk } from './disk.ts';
import { listText, MANIFEST, readKnown } from './manifest.ts';
import { replaceFiles } from './replace.ts';

/** The hash of a file's bytes, as the manifest has it. */
export function hashOfBytes(chunks: Iterable<Uint8Array>): string {
  return hashOf(blocksOf(() => chunks));
}

/**
 * Notes that the file may hold these bytes; nothing where it is none of ours.
 *
 * @param path relative to the output folder @param hash of what was taken over: what is changed afterwards stays a person's
 */
export function adopt(folder: string, path: string, hash: string, disk: Disk = DISK): void {
  const { manifest } = readKnown(disk, folder);
  const hashes = manifest.get(path);
  if (!hashes || hashes.has(hash)) return;
  hashes.add(hash);
  const files = new Map([...manifest].map(([name, all]) => [name, all.size === 1 ? [...all][0]! : [...all]]));
  const before = disk.readFileSync(join(folder, MANIFEST), 'utf8');
  replaceFiles(folder, [{ path: MANIFEST, before, after: listText(files) }], disk);
}
