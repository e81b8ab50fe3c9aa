/** Workspaces on a disk for the commands: the small firm, and changes to it. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SMALL } from '../fixtures.ts';
import { scratch } from '../output/scratch.ts';

/** A folder with these files (the small firm by default); gone after the test. */
export function firm(files: Readonly<Record<string, string>> = { 'cxplan.yaml': SMALL }): string {
  const folder = join(scratch(), 'firm');
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** The small firm with one text put in place of another. */
export function changed(from: string | RegExp, to: string): Record<string, string> {
  const text = SMALL.replace(from, to);
  if (text === SMALL) throw new Error(`nothing to change: ${from}`);
  return { 'cxplan.yaml': text };
}
