/**
 * What `npm pack` would ship is what git knows, and the build: nothing that a run has left in a folder (a generated
 * year of the largest example has 126 files and 32 MB). Runs before every pack; where there is no git, as in an
 * unpacked package, nothing can have been left that was not shipped. Files get the rights they are shipped with, whatever
 * those of the checkout, as git has them: the same commit gives the same package on every machine.
 *
 *   node scripts/packed.mjs [folder]
 */
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = resolve(process.argv[2] ?? dirname(dirname(fileURLToPath(import.meta.url))));
const run = (command, args) =>
  execFileSync(command, args, { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 });

if (existsSync(join(root, '.git'))) {
  // `100755 <object> 0<tab>bin/cxplan.js`
  const known = new Map(
    run('git', ['ls-files', '-sz'])
      .split('\0')
      .map((line) => [line.slice(line.indexOf('\t') + 1), line.startsWith('100755') ? 0o755 : 0o644]),
  );
  const [{ files }] = JSON.parse(run('npm', ['pack', '--dry-run', '--json', '--ignore-scripts']));
  for (const { path } of files) chmodSync(join(root, path), known.get(path) ?? 0o644);
  const strange = files
    .map(({ path }) => path)
    .filter((path) => !known.has(path) && !path.startsWith('dist/'));
  if (strange.length > 0) {
    const some = strange.slice(0, 10).join('\n  ');
    const more = strange.length > 10 ? `\n  … and ${strange.length - 10} more` : '';
    console.error(
      `npm would ship files that git does not know:\n  ${some}${more}\nAdd them to git, or remove them.`,
    );
    process.exitCode = 1;
  }
}
