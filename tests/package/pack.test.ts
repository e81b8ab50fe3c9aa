/** What npm ships is what git knows, and the build, whatever README's commands have left in the checkout. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scratch } from '../output/scratch.ts';
import { buildIfStale, root } from './build.ts';

buildIfStale();
/** A checkout of its own, so that nothing is left in this one. */
function checkout(): string {
  const folder = join(scratch(), 'cxplan');
  mkdirSync(folder);
  for (const name of readdirSync(root)) {
    if (['node_modules', '.git', 'plan'].includes(name)) continue;
    cpSync(join(root, name), join(folder, name), {
      recursive: true,
      filter: (path) => !/[\\/]examples[\\/][^\\/]+[\\/]plan$|\.tgz$/.test(path),
    });
  }
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'pipe' });
  git('init', '-q');
  git('add', '.');
  return folder;
}

const packed = (cwd: string): string[] =>
  JSON.parse(
    execFileSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd, encoding: 'utf8' }),
  )[0].files.map(({ path }: { path: string }) => path);
const check = (cwd: string) =>
  spawnSync('node', [join(root, 'scripts', 'packed.mjs'), cwd], { encoding: 'utf8' });

it('ships no generated year, and refuses what nobody has added to git', { timeout: 120_000 }, () => {
  const folder = checkout();
  const before = packed(folder);
  const known = new Set(execFileSync('git', ['ls-files'], { cwd: folder, encoding: 'utf8' }).split('\n'));
  expect(before.filter((path) => !known.has(path) && !path.startsWith('dist/'))).toEqual([]);
  for (const path of [
    'bin/cxplan.js',
    'dist/main.js',
    'examples/fernhill/programme.yaml',
    'schemas/README.md',
  ]) {
    expect(before).toContain(path);
  }

  // README's first command, on the example that is planned in a moment.
  execFileSync('node', ['bin/cxplan.js', 'generate', 'examples/minimal'], { cwd: folder, stdio: 'pipe' });
  execFileSync('node', ['bin/cxplan.js', 'check', 'examples/minimal', '--update-baseline'], {
    cwd: folder,
    stdio: 'pipe',
  });
  expect(packed(folder)).toEqual(before);
  expect(check(folder)).toMatchObject({ status: 0, stderr: '' });

  writeFileSync(join(folder, 'examples', 'minimal', 'draft.yaml'), '{}\n');
  const refused = check(folder);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('examples/minimal/draft.yaml');
});
