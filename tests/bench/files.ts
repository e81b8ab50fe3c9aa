/** The files of a workspace on a disk, by path. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export function filesIn(folder: string): Map<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  const own = paths.filter((path) => /\.(yaml|csv)$/.test(path) && !path.startsWith('plan')).sort();
  return new Map(own.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
}
