/** Broken workspaces by number: the same number is the same case, wherever it is tried. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ANYTHING, type Broken, drawing, ONE_LINE } from './mutations.ts';
import { type Files, WORKSPACES } from './workspaces.ts';

const KINDS = Object.entries({ ...ONE_LINE, ...ANYTHING });

export function caseOf(number: number): {
  readonly kind: string;
  readonly name: string;
  readonly files: Files;
  readonly broken: Broken;
} {
  const draw = drawing(number * 2654435761);
  const [name, files] = WORKSPACES[draw(WORKSPACES.length)]!;
  // Each of them as often as any other, however few are tried.
  const [kind, mutate] = KINDS[number % KINDS.length]!;
  return { kind, name, files, broken: mutate(files, draw) ?? { files } };
}

/** Writes them into a folder that holds nothing else. */
export function put(folder: string, files: Files): void {
  rmSync(folder, { recursive: true, force: true });
  for (const [path, bytes] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
}
