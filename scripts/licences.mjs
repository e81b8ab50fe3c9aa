/**
 * Whose work an installed cxplan holds: the packages that went into the bundle, and those that went into generated files before
 * it; their licences as one text, and a bill of materials (CycloneDX 1.6). The same input gives the same bytes.
 */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Package → the generated file that it went into: the bundler sees only the file. */
export const BAKED_IN = {
  ajv: 'src/workspace/shape.gen.js',
  'moment-timezone': 'src/calendar/zones.gen.ts',
  preact: 'src/render/page.gen.js',
};

/**
 * @param root the project's folder
 * @param inputs paths that were bundled
 * @returns name, version, licence (SPDX), licence text and folder of each package, sorted by name
 */
export function packagesIn(root, inputs) {
  const folders = new Set(
    Object.keys(BAKED_IN)
      .filter((name) => existsSync(join(root, BAKED_IN[name])))
      .map((name) => `node_modules/${name}`),
  );
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) folders.add(match[1]);
  }
  return [...folders]
    .map((folder) => {
      const { name, version, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
      const file = readdirSync(join(root, folder)).find((entry) => /^(licen[cs]e|copying)/i.test(entry));
      const text = file ? readFileSync(join(root, folder, file), 'utf8').trim() : `Licence: ${license}`;
      return { name, version, license, text, folder };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** Every licence text, in the order of the packages. */
export function notices(packages) {
  const head = 'cxplan contains the following packages, each under its own licence.\n';
  const parts = packages.map(
    ({ name, version, license, text }) => `\n${'='.repeat(78)}\n${name} ${version} (${license})\n\n${text}\n`,
  );
  return `${head}${parts.join('')}`;
}

/**
 * The bill of materials as text. Where each package comes from, and its hash, stand in the lock file.
 * @param manifest package.json of the project
 * @param lock package-lock.json of the project
 */
export function billOfMaterials(manifest, packages, lock) {
  const root = component(manifest, 'application');
  const refs = new Map(packages.map(({ name, version }) => [name, refOf({ name, version })]));
  const document = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: { ...root, description: manifest.description } },
    components: packages.map((one) => ({
      ...component(one, 'library'),
      scope: 'required',
      ...originOf(lock.packages[one.folder]),
    })),
    dependencies: [
      { ref: root['bom-ref'], dependsOn: [...refs.values()] },
      ...packages.map(({ name, folder }) => ({
        ref: refs.get(name),
        dependsOn: Object.keys(lock.packages[folder]?.dependencies ?? {})
          .sort()
          .flatMap((other) => refs.get(other) ?? []),
      })),
    ],
  };
  // A number that belongs to this content, and to no other.
  const hex = createHash('sha256').update(JSON.stringify(document)).digest('hex');
  const variant = ((Number.parseInt(hex[16], 16) & 3) | 8).toString(16);
  const uuid = `${hex.slice(0, 8)}-${hex.slice(8, 12)}-5${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
  return `${JSON.stringify({ ...document, serialNumber: `urn:uuid:${uuid}` }, null, 2)}\n`;
}

function refOf({ name, version }) {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}

function component({ name, version, license }, type) {
  const [group, short] = name.startsWith('@') ? name.split('/') : [undefined, name];
  // Several licences at once are an expression, a single one has an id.
  const licences = /[ (]/.test(license) ? [{ expression: license }] : [{ license: { id: license } }];
  const ref = refOf({ name, version });
  return {
    type,
    'bom-ref': ref,
    ...(group && { group }),
    name: short,
    version,
    purl: ref,
    licenses: licences,
  };
}

function originOf(locked) {
  if (!locked?.integrity) return {};
  const [, algorithm, digest] = /^sha(\d+)-(.+)$/.exec(locked.integrity);
  return {
    hashes: [{ alg: `SHA-${algorithm}`, content: Buffer.from(digest, 'base64').toString('hex') }],
    ...(locked.resolved && { externalReferences: [{ type: 'distribution', url: locked.resolved }] }),
  };
}
