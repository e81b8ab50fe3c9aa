/** TypeScript types of the written form, from the schemas: what a planner's YAML holds after `shape`. */
import { compile } from 'json-schema-to-typescript';
import type { Schema } from './bundle.ts';

const BANNER = `/**
 * The workspace as it is written, before any default: generated from \`schemas/\` by \`npm run generate\`.
 * Do not edit.
 */`;

export async function makeTypes(bundled: Schema): Promise<string> {
  const text = await compile(name(bundled) as never, 'WrittenWorkspace', {
    bannerComment: BANNER,
    additionalProperties: false,
    unreachableDefinitions: true,
    style: { singleQuote: true, printWidth: 110 },
    customName: (schema, key) => written(schema.title ?? key),
  });
  return text.replace(
    / \*\n \* This interface was referenced by [\s\S]*?via the `definition` "[^"]*"\.\n/g,
    '',
  );
}

function written(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const words = title.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1));
  return `Written${words.join('')}`.replace('WrittenWritten', 'Written');
}

/** References become names of types; a pattern of plain alternatives becomes those words. */
function name(schema: Schema): Schema {
  const definitions = schema.definitions ?? {};
  const walk = (node: unknown): unknown => {
    if (Array.isArray(node)) return node.map(walk);
    if (typeof node !== 'object' || node === null) return node;
    const own = node as Schema;
    if (own.$ref !== undefined) {
      const target = definitions[own.$ref.slice('#/definitions/'.length)];
      return { tsType: written(target?.title), description: own.description };
    }
    const { oneOf: _o, anyOf: _a, propertyNames: _n, minItems: _min, maxItems: _max, ...rest } = own;
    const walked = Object.fromEntries(
      Object.entries(rest).map(([key, value]) => [key, walk(value)]),
    ) as Schema;
    return words(walked);
  };
  return walk(schema) as Schema;
}

/** `{ type: [string, array], pattern: ^(?:own|all)$ }` → `{ anyOf: [own | all, array] }` */
function words(schema: Schema): Schema {
  const match = /^\^(?:\(\?:)?([a-z|]+)\)?\$$/.exec(String(schema.pattern ?? ''));
  if (!match?.[1] || !Array.isArray(schema.type)) return schema;
  const { title, description, type, pattern: _, required, additionalProperties, ...rest } = schema;
  const others = (type as string[]).filter((one) => one !== 'string');
  const branches = others.map((one) =>
    one === 'object'
      ? { ...rest, required, additionalProperties, type: one }
      : { ...rest, type: one, properties: undefined },
  );
  return {
    ...(title !== undefined && { title }),
    ...(description !== undefined && { description }),
    anyOf: [{ enum: match[1].split('|') }, ...branches],
  };
}
