/**
 * Bundles the program into dist/: one small file to start with and one chunk for each thing that is loaded
 * on demand. Every library is bundled, so that an installed cxplan needs no other package and starts fast;
 * their licences are collected in dist/THIRD-PARTY-NOTICES.txt, and what they are in dist/sbom.cdx.json.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { holidayLibrary } from './holiday-library.mjs';
import { billOfMaterials, notices, packagesIn } from './licences.mjs';
import { linked } from './link.mjs';

const require = createRequire(import.meta.url);
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const dist = join(root, 'dist');
/** Two or three milliseconds each, for what most commands never call. */
const SELDOM = {
  'node:crypto': ['createHash', 'hash', 'randomUUID'],
  'node:child_process': ['spawn', 'spawnSync'],
};
/** Commands, and what comes before them, that come in one file with all they need. */
const HEADS = ['program', 'validate', 'generate'];
/** Stands in the bundle for the hash of all the rest of it. */
const BUILD = 'build-of-these-sources';
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

const holidays = await holidayLibrary(root);
const { metafile, outputFiles } = await build({
  absWorkingDir: root,
  entryPoints: {
    main: 'src/cli/main.ts',
    solver: 'src/schedule/solve/worker.ts',
    planner: 'src/scenarios/worker.ts',
  },
  outdir: 'dist',
  bundle: true,
  write: false,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  splitting: true,
  // Its ES modules become one scope, its CommonJS ones eighty that look each other up.
  alias: { yaml: './node_modules/yaml/browser/dist/index.js' },
  // The workbooks' library would load all of Node's web streams to deflate a few lines.
  define: { 'import.meta.filename': '__filename', CompressionStream: 'undefined' },
  minify: true,
  chunkNames: 'chunks/[name]-[hash]',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  plugins: [versionOnly(manifest.version), withFirstCall(SELDOM), holidays.plugin],
});
rmSync(dist, { recursive: true, force: true });
mkdirSync(join(dist, 'chunks'), { recursive: true });
const texts = new Map(outputFiles.map(({ path, text }) => [basename(path), text]));
const paths = new Map(outputFiles.map(({ path }) => [basename(path), path]));
const heads = HEADS.map((head) => [...texts.keys()].find((name) => name.startsWith(`${head}-`)));
const files = [...linked(texts, ['main.js', 'solver.js', 'planner.js'], heads)];
const builtAs = createHash('sha256').update(JSON.stringify(files)).digest('hex').slice(0, 16);
for (const [name, text] of files) writeFileSync(paths.get(name), inAscii(text.replaceAll(BUILD, builtAs)));
writeFileSync(join(dist, 'package.json'), '{ "type": "commonjs" }\n');
for (const chunk of readdirSync(join(dist, 'chunks'))) refuseLate(chunk);
const packages = packagesIn(root, [...Object.keys(metafile.inputs), ...holidays.inputs]);
writeFileSync(join(dist, 'THIRD-PARTY-NOTICES.txt'), notices(packages));
const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'));
writeFileSync(join(dist, 'sbom.cdx.json'), billOfMaterials(manifest, packages, lock));

/** One letter beyond ASCII, which only regular expressions keep, doubles what V8 has to read. */
function inAscii(code) {
  return code.replace(
    /[^\x00-\x7f]/g,
    (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** @throws Error where an export has no value when its chunk is loaded: whoever takes it would never see the later one */
function refuseLate(chunk) {
  const late = Object.entries(require(join(dist, 'chunks', chunk))).filter(
    ([, value]) => value === undefined,
  );
  if (late.length > 0) throw new Error(`${chunk} sets its exports ${late.map(([name]) => name)} too late`);
}

/** Of package.json only the version belongs into the bundle. */
function versionOnly(version) {
  return {
    name: 'version-only',
    setup(b) {
      b.onLoad({ filter: /[\\/]package\.json$/ }, ({ path }) =>
        path === join(root, 'package.json')
          ? { contents: JSON.stringify({ version, build: BUILD }), loader: 'json' }
          : undefined,
      );
    },
  };
}

/** Loads a module of Node's with the first call of one of these functions of it. */
function withFirstCall(functions) {
  return {
    name: 'with-first-call',
    setup(b) {
      b.onResolve({ filter: /^node:/ }, ({ path, namespace }) => {
        if (!functions[path]) return undefined;
        return namespace === 'file' ? { path, namespace: 'with-first-call' } : { path, external: true };
      });
      b.onLoad({ filter: /.*/, namespace: 'with-first-call' }, ({ path }) => ({
        contents: functions[path]
          .map((name) => `exports.${name} = (...given) => require('${path}').${name}(...given);\n`)
          .join(''),
      }));
    },
  };
}
