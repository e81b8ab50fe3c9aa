/** The schema node of a pointer, for messages: loaded only when there is something to say. */
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { type Hint, readHints } from '../shape.gen.js';

let root: Hint | undefined;

/** The node that describes the value at a pointer, references followed; empty where none does. */
export function hintAt(pointer: Pointer): Hint {
  root ??= readHints();
  let node = follow(root);
  for (const part of pointer) node = follow(step(node, part));
  return node;
}

/** The node of a key inside a map, as the map itself describes it (its example), references not followed. */
export function hintOfKey(pointer: Pointer, key: string): Hint {
  return hintAt(pointer).properties?.[key] ?? {};
}

/** The node that describes the names of a map's keys. */
export function hintOfNames(pointer: Pointer): Hint {
  return follow(hintAt(pointer).propertyNames);
}

/** Sections whose entries have a key of that name. */
export function sectionsWith(key: string): string[] {
  return Object.keys(hintAt([]).properties ?? {}).filter((section) => {
    const node = hintAt([section]);
    const entry = node.properties ? node : hintAt(node.items ? [section, 0] : [section, '']);
    return Object.hasOwn(entry.properties ?? {}, key);
  });
}

function step(node: Hint, part: string | number): Hint | undefined {
  if (typeof part === 'number') return node.items;
  const { properties, additionalProperties } = node;
  if (properties && Object.hasOwn(properties, part)) return properties[part];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

function follow(node: Hint | undefined): Hint {
  const name = node?.$ref?.slice('#/definitions/'.length);
  if (name === undefined) return node ?? {};
  return follow(root?.definitions?.[name]);
}
