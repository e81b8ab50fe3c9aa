/** What npm ships is what git knows, and the build, whatever README's commands have left in the checkout. */
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, cpSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv } from 'ajv';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { billOfMaterials, packagesIn } from '../../scripts/licences.mjs';
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

it('ships no generated year, refuses what nobody has added to git, and packs the same bytes twice', {
  timeout: 120_000,
}, () => {
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

  // The same file, byte for byte, whatever the rights and times of the checkout.
  const pack = () => {
    const name = execFileSync('npm', ['pack', '--silent', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return createHash('sha256')
      .update(readFileSync(join(folder, name.trim())))
      .digest('hex');
  };
  const first = pack();
  for (const path of ['bin/cxplan.js', 'README.md', 'schemas/README.md', 'dist/main.js']) {
    chmodSync(join(folder, path), 0o600);
    utimesSync(join(folder, path), 1_000_000, 1_000_000);
  }
  expect(check(folder).status).toBe(0);
  expect(pack()).toBe(first);

  writeFileSync(join(folder, 'examples', 'minimal', 'draft.yaml'), '{}\n');
  const refused = check(folder);
  expect(refused.status).toBe(1);
  expect(refused.stderr).toContain('examples/minimal/draft.yaml');
});

const LIBRARY = join(root, 'node_modules', '@cyclonedx', 'cyclonedx-library', 'res', 'schema');
const json = (...path: string[]) => JSON.parse(readFileSync(join(...path), 'utf8'));

it('brings the licences of all that is in it, and a bill of materials that its standard accepts', async () => {
  const bill = json(root, 'dist', 'sbom.cdx.json');
  const ajv = new Ajv({ strict: false, validateFormats: false });
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs']) {
    const { $id: _, ...schema } = json(LIBRARY, `${name}.SNAPSHOT.schema.json`);
    ajv.addSchema(schema, `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  }
  const validate = ajv.compile(json(LIBRARY, 'bom-1.6.SNAPSHOT.schema.json'));
  expect(validate(bill) || validate.errors).toBe(true);
  expect(validate({ ...bill, components: [{ ...bill.components[0], type: 'thing' }] })).toBe(false);

  // What went into the page and into generated files before the bundler saw them is named, too.
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['src/page/main.tsx'],
    tsconfig: 'src/page/tsconfig.json',
    bundle: true,
    write: false,
    metafile: true,
  });
  const all = [...packagesIn(root, Object.keys(metafile.inputs)).map(({ name }) => name), 'yaml', 'hucre'];
  const names = bill.components.map(({ group, name }: { group?: string; name: string }) =>
    group ? `${group}/${name}` : name,
  );
  expect(names).toEqual(expect.arrayContaining(all));
  expect(all).toEqual(expect.arrayContaining(['ajv', 'moment-timezone', 'preact']));
  const notices = readFileSync(join(root, 'dist', 'THIRD-PARTY-NOTICES.txt'), 'utf8');
  const free =
    /^\(?(?:0BSD|Apache-2\.0|BSD-[23]-Clause|CC-BY-[34]\.0|ISC|MIT)(?: (?:AND|OR) (?:CC-BY-[34]\.0|MIT|ISC))*\)?$/;
  for (const { purl, licenses, hashes } of bill.components) {
    const [name, version] = decodeURIComponent(purl)
      .replace('pkg:npm/', '')
      .split(/(?<=.)@/);
    expect(notices).toContain(`\n${name} ${version} (`);
    expect(licenses[0].license?.id ?? licenses[0].expression).toMatch(free);
    expect(hashes?.[0].content, purl).toMatch(/^[0-9a-f]{128}$/);
  }
});

it('has one bill for one content', () => {
  const manifest = json(root, 'package.json');
  const lock = json(root, 'package-lock.json');
  const packages = packagesIn(root, ['node_modules/yaml/index.js']);
  const text = billOfMaterials(manifest, packages, lock);
  expect(billOfMaterials(manifest, packages, lock)).toBe(text);
  const other = billOfMaterials({ ...manifest, version: '9.9.9' }, packages, lock);
  expect(JSON.parse(other).serialNumber).not.toBe(JSON.parse(text).serialNumber);
  expect(JSON.parse(text).serialNumber).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
});
