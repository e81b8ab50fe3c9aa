/** Values as the YAML that a person would have written: entries as blocks, what is inside them on one line. */

import { stringify } from 'yaml';
import { isMap } from '../../collections/is-map.ts';

/** Texts, numbers, lists and maps on one line: `{ departments: [finance], shifts: [early] }`. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isMap(value)) return scalar(value);
  const pairs = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${inline(item)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** Longer than this a map is written line by line. */
const LONG = 100;

/** `key: value`; the first `blocks` levels of maps, and long ones, are written line by line, two columns deeper each. */
export function pairText(key: string, value: unknown, indent: string, blocks: number): string {
  const name = `${indent}${scalar(key)}:`;
  if (!isMap(value) || Object.keys(value).length === 0) return `${name} ${outside(value)}`;
  const short = inline(value);
  if (blocks === 0 && short.length <= LONG) return `${name} ${short}`;
  const lines = Object.entries(value).map(([one, item]) =>
    pairText(one, item, `${indent}  `, Math.max(0, blocks - 1)),
  );
  return [name, ...lines].join('\n');
}

/** A value outside any flow collection: commas need no quotes there. */
function outside(value: unknown): string {
  if (typeof value !== 'string' || /[\n\r\t]/.test(value)) return inline(value);
  return stringify(value, { lineWidth: 0, schema: 'core' }).trimEnd();
}

/** A scalar that reads back as itself, also inside a flow collection. */
function scalar(value: unknown): string {
  // A text of several lines stays on one.
  if (typeof value === 'string' && /[\n\r\t]/.test(value)) return JSON.stringify(value);
  // As the only item of a flow list the library quotes what flow needs quoted.
  const text = stringify([value ?? null], { collectionStyle: 'flow', lineWidth: 0, schema: 'core' }).trim();
  return text.slice(1, -1).trim();
}
