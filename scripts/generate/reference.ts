/** The language reference, `schemas/README.md`: tables by section, from the schemas' own descriptions. */
import type { Schema } from './bundle.ts';

const INTRO = `# The workspace language

Generated from the schemas in this folder by \`npm run generate\`: what your editor shows while you type stands here in one piece.

A **workspace** is a folder; every \`*.yaml\` and \`*.yml\` file under it is read (hidden folders, \`node_modules\` and the output
folder aside), and the sections of all files are merged by id. Neither the order of keys nor the names of files change anything.
Files are YAML 1.2: \`yes\`, \`no\` and \`on\` are texts (write \`true\` and \`false\`), and so are \`07:30\` and \`2027-01-04\`.

For completion and hover text in VS Code and JetBrains, begin a file with
\`# yaml-language-server: $schema=<path or address of>/workspace.schema.json\`.

Keys in **bold** are required; all others are optional.

What cxplan writes has schemas of its own: [plan.schema.json](plan.schema.json) for \`plan.json\`, [gaps.schema.json](gaps.schema.json) for \`gaps.json\`, [baseline.schema.json](baseline.schema.json) for a baseline of the gate.
`;

export function makeReference(bundled: Schema): string {
  const definitions = bundled.definitions ?? {};
  const sections = Object.entries(bundled.properties ?? {});
  const parts = [INTRO, contents(sections)];
  const shown = new Set<string>();
  for (const [name, schema] of sections) parts.push(section(name, schema, definitions, shown));
  parts.push('## Shapes\n\nWhat several keys have in common.\n', shapes(definitions, shown));
  return `${parts.join('\n').trimEnd()}\n`;
}

function contents(sections: readonly (readonly [string, Schema])[]): string {
  const rows = sections.map(
    ([name, { description }]) => `| [\`${name}\`](#${name}) | ${cell(description)} |`,
  );
  return ['## Sections\n', '| section | holds |', '|---|---|', ...rows, ''].join('\n');
}

function section(
  name: string,
  schema: Schema,
  definitions: Readonly<Record<string, Schema>>,
  shown: Set<string>,
): string {
  const root = definitions[refOf(schema) ?? name] ?? schema;
  shown.add(refOf(schema) ?? name);
  const parts = [`## ${name}\n`, `${root.description ?? ''}\n`];
  const entry = entryOf(root);
  const target = entry && definitions[refOf(entry) ?? ''];
  if (target && !isCommon(refOf(entry) ?? '', definitions)) {
    shown.add(refOf(entry) ?? '');
    parts.push(
      `Each entry${root.items ? '' : ' (by id)'}: ${lower(target.description)}\n`,
      table(target, definitions),
    );
    parts.push(...nested(target, definitions, shown));
  } else if (root.properties) {
    parts.push(table(root, definitions), ...nested(root, definitions, shown));
  } else if (entry) {
    parts.push(`Each entry (by id) is an [audience](#audience): ${lower(entry.description)}\n`);
  }
  return parts.join('\n');
}

/** Tables of the maps inside an entry: `shift`, `meeting`, `hiring`, … */
function nested(owner: Schema, definitions: Readonly<Record<string, Schema>>, shown: Set<string>): string[] {
  const parts: string[] = [];
  for (const [key, schema] of Object.entries(owner.properties ?? {})) {
    for (const inner of [schema, schema.items, entryOf(schema)]) {
      const name = inner && refOf(inner);
      const target = name ? definitions[name] : inner;
      if (!target?.properties || (name && (shown.has(name) || isCommon(name, definitions)))) continue;
      if (name) shown.add(name);
      parts.push(`### ${name ?? key}\n`, `${target.description ?? ''}\n`, table(target, definitions));
      parts.push(...nested(target, definitions, shown));
    }
  }
  return parts;
}

function shapes(definitions: Readonly<Record<string, Schema>>, shown: ReadonlySet<string>): string {
  const parts: string[] = [];
  for (const [name, schema] of Object.entries(definitions).sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (shown.has(name) || !isCommon(name, definitions)) continue;
    parts.push(`### ${name}\n`, `${schema.description ?? ''}\n`);
    if (schema.enum) parts.push(`One of ${schema.enum.map((value) => `\`${value}\``).join(', ')}.\n`);
    if (schema.properties) parts.push(table(schema, definitions));
  }
  return parts.join('\n');
}

function table(schema: Schema, definitions: Readonly<Record<string, Schema>>): string {
  const required = new Set(schema.required ?? []);
  const rows = Object.entries(schema.properties ?? {}).map(([key, property]) => {
    const shownKey = required.has(key) ? `**\`${key}\`**` : `\`${key}\``;
    return `| ${shownKey} | ${cell(formOf(property, definitions))} | ${cell(property.description)} |`;
  });
  return ['| key | form | meaning |', '|---|---|---|', ...rows, ''].join('\n');
}

/** What to write, in a few words: a link to a shape, words to choose from, a type with its range. */
function formOf(schema: Schema, definitions: Readonly<Record<string, Schema>>): string {
  const name = refOf(schema);
  if (name) return `[${name}](#${name.toLowerCase()})${definitions[name] ? '' : ' ?'}`;
  if (schema.enum) return schema.enum.map((value) => `\`${value}\``).join(', ');
  const types = [schema.type ?? []].flat();
  return types.map((type) => typeText(type, schema, definitions)).join(' or ');
}

function typeText(type: string, schema: Schema, definitions: Readonly<Record<string, Schema>>): string {
  const { minimum, exclusiveMinimum, maximum } = schema;
  const range =
    minimum !== undefined && maximum !== undefined
      ? ` ${group(minimum)}–${group(maximum)}`
      : exclusiveMinimum !== undefined
        ? ` above ${group(exclusiveMinimum)}, at most ${group(maximum)}`
        : '';
  if (type === 'integer') return `whole number${range}`;
  if (type === 'number') return `number${range}`;
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'array') return `list of ${schema.items ? formOf(schema.items, definitions) : 'values'}`;
  if (type !== 'object') return 'text';
  const entry = entryOf(schema);
  return entry && !schema.properties ? `map of ${formOf(entry, definitions)}` : 'map';
}

function group(value: unknown): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

function entryOf(schema: Schema): Schema | undefined {
  if (typeof schema.additionalProperties === 'object') return schema.additionalProperties;
  return schema.items;
}

function refOf(schema: Schema): string | undefined {
  return schema.$ref?.slice('#/definitions/'.length);
}

/** Shapes of `common.schema.json` stand at the end, once. */
function isCommon(name: string, definitions: Readonly<Record<string, Schema>>): boolean {
  return definitions[name]?.['x-common'] === true;
}

function lower(text = ''): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function cell(text = ''): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ');
}
