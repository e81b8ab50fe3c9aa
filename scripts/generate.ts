/**
 * Makes what follows from the schemas (types of the written form, the language reference, the shape check), and the
 * zone table from the newest IANA data there are, and the page's program.
 * With `--check`: says which committed file is stale, and fails.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formats } from '../src/plan/formats.ts';
import { bundle, readSchemas, type Schema } from './generate/bundle.ts';
import { CHECK_TYPES, documentCheck, documentTypes, readDocument } from './generate/documents.ts';
import { makeEditorSchema } from './generate/editor-schema.ts';
import { makeManual } from './generate/man.ts';
import { LIVE_TYPES, makeLive, makePage, PAGE_TYPES } from './generate/page.ts';
import { makeReference } from './generate/reference.ts';
import { makeTypes } from './generate/types.ts';
import { makeValidator, VALIDATOR_TYPES } from './generate/validator.ts';
import { makeZones } from './generate/zones.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const schemas = join(root, 'schemas');
const bundled = bundle(readSchemas(schemas));
const [plan, gaps, baseline] = ['plan', 'gaps', 'baseline'].map((name) => readDocument(schemas, name)) as [
  Schema,
  Schema,
  Schema,
];

const files = new Map([
  ['src/workspace/written.gen.ts', await makeTypes(bundled)],
  ['src/workspace/shape.gen.d.ts', VALIDATOR_TYPES],
  ['src/workspace/shape.gen.js', await makeValidator(bundled, root)],
  ['src/model/made/plan.gen.ts', await documentTypes(plan, 'plan')],
  ['src/model/made/gaps.gen.ts', await documentTypes(gaps, 'gaps')],
  ['src/model/made/baseline.gen.ts', await documentTypes(baseline, 'baseline')],
  ['src/plan/shape.gen.d.ts', CHECK_TYPES],
  ['src/plan/shape.gen.js', await documentCheck(plan, 'plan', formats)],
  ['src/coverage/baseline.gen.d.ts', CHECK_TYPES],
  ['src/coverage/baseline.gen.js', await documentCheck(baseline, 'baseline', {})],
  ['schemas/README.md', makeReference(bundled)],
  ['schemas/editor/workspace.schema.json', makeEditorSchema(bundled)],
  ['man/cxplan.1', makeManual()],
  ['src/calendar/zones.gen.ts', makeZones()],
  ['src/render/page.gen.d.ts', PAGE_TYPES],
  ['src/render/page.gen.js', await makePage(root)],
  ['src/publish/live.gen.d.ts', LIVE_TYPES],
  ['src/publish/live.gen.js', await makeLive(root)],
]);

/** Not committed: made on every install. */
const IGNORED = new Set([...files.keys()].filter((path) => path.endsWith('.gen.js')));

const checking = process.argv.includes('--check');
if (!checking) put(files);
// Loads workspaces, and for that the shape check that has just been made.
const { makeErrors } = await import('./generate/errors.ts');
files.set(
  'docs/errors.md',
  await makeErrors(join(root, 'tests', 'cases'), join(root, 'tests', 'command-cases')),
);
if (checking) {
  const stale = [...files].filter(([path, text]) => !IGNORED.has(path) && read(path) !== text);
  for (const [path] of stale) console.error(`${path} is stale: run "npm run generate" and commit it`);
  process.exitCode = stale.length > 0 ? 1 : 0;
} else put(files);

function put(made: ReadonlyMap<string, string>): void {
  for (const [path, text] of made) if (read(path) !== text) writeFileSync(join(root, path), text);
}

function read(path: string): string | undefined {
  const file = join(root, path);
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
}
