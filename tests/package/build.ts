/** Builds the program for the tests that start it, when a source is newer than the build. */
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const SOURCES = ['src', 'schemas', 'scripts', 'package.json', 'package-lock.json'];

/** Makes sure that dist/ holds what src/ says. */
export function buildIfStale(): void {
  const built = join(root, 'dist', 'main.js');
  const since = existsSync(built) ? statSync(built).mtimeMs : 0;
  if (SOURCES.some((source) => newest(join(root, source)) > since)) {
    execFileSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  }
}

/** When a file, or the newest below a folder, was last changed; generated files apart. */
function newest(path: string): number {
  if (!statSync(path).isDirectory()) return /\.gen\./.test(path) ? 0 : statSync(path).mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}
