/** Bundles the bench, so that it runs as the program itself does, and hands its flags on (tests/bench/main.ts). */
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const outfile = join(root, 'node_modules', '.cache', 'cxplan-bench', 'bench.mjs');
await build({
  absWorkingDir: root,
  entryPoints: ['tests/bench/main.ts'],
  outfile,
  bundle: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  external: ['highs', 'playwright-core'],
  banner: {
    js: "import{createRequire as benchRequire}from'node:module';const require=benchRequire(import.meta.url);",
  },
  logLevel: 'warning',
});
const { status } = spawnSync(process.execPath, [outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
