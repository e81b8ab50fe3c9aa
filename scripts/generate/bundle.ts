/** The schemas of a workspace as one: every `$ref` points into `#/definitions`, so that all tools see the same. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Schema {
  readonly [keyword: string]: unknown;
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly definitions?: Readonly<Record<string, Schema>>;
  readonly 'x-form'?: string;
}

const SUFFIX = '.schema.json';
/** Documents that cxplan writes; they are no part of a workspace. */
const DOCUMENTS = new Set(['plan', 'gaps', 'baseline']);

/** Sections in the order of `workspace.schema.json`, then `common`. */
export function readSchemas(folder: string): Map<string, Schema> {
  const names = readdirSync(folder)
    .filter((file) => file.endsWith(SUFFIX))
    .map((file) => file.slice(0, -SUFFIX.length))
    .filter((name) => !DOCUMENTS.has(name))
    .sort();
  return new Map(names.map((name) => [name, JSON.parse(readFileSync(join(folder, name + SUFFIX), 'utf8'))]));
}

/** One schema: the workspace's, with `definitions` of all sections, their entries and the common shapes. */
export function bundle(schemas: ReadonlyMap<string, Schema>): Schema {
  const definitions: Record<string, Schema> = {};
  const add = (name: string, schema: Schema) => {
    if (name in definitions) throw new Error(`two definitions are called ${name}`);
    definitions[name] = schema;
  };
  for (const [name, { definitions: own = {}, $schema: _, ...section }] of schemas) {
    if (name === 'workspace') continue;
    if (name !== 'common') add(name, relink(section) as Schema);
    const common = name === 'common' && { 'x-common': true };
    for (const [key, schema] of Object.entries(own)) add(key, { ...(relink(schema) as Schema), ...common });
  }
  const root = relink(schemas.get('workspace')) as Schema;
  return { ...root, definitions };
}

/** `common.schema.json#/definitions/date` → `#/definitions/date`; `sites.schema.json` → `#/definitions/sites`. */
function relink(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(relink);
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(
    Object.entries(node).map(([key, value]) => [
      key,
      key === '$ref' ? `#/definitions/${refName(String(value))}` : relink(value),
    ]),
  );
}

function refName(ref: string): string {
  const [file = '', fragment] = ref.split('#');
  return fragment ? fragment.slice('/definitions/'.length) : file.slice(0, -SUFFIX.length);
}
