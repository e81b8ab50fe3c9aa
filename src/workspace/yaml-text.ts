/** Values as the YAML that a person would have written: entries as blocks, what is inside them on one line. */
import { stringify } from 'yaml';

/** Texts, numbers, lists and maps on one line: `{ departments: [finance], shifts: [early] }`. */
export function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (!isMap(value)) return scalar(value);
  const pairs = Object.entries(value).map(([key, item]) => `${scalar(key)}: ${inline(item)}`);
  return pairs.length === 0 ? '{}' : `{ ${pairs.join(', ')} }`;
}

/** `key: value`; the first `blocks` levels of maps are written line by line, two columns deeper each. */
export function pairText(key: string, value: unknown, indent: string, blocks: number): string {
  if (blocks === 0 || !isMap(value) || Object.keys(value).length === 0) {
    return `${indent}${scalar(key)}: ${inline(value)}`;
  }
  const lines = Object.entries(value).map(([name, item]) => pairText(name, item, `${indent}  `, blocks - 1));
  return [`${indent}${scalar(key)}:`, ...lines].join('\n');
}

/** A scalar that reads back as itself, also inside a flow collection. */
function scalar(value: unknown): string {
  // A text of several lines stays on one.
  if (typeof value === 'string' && /[\n\r\t]/.test(value)) return JSON.stringify(value);
  // As the only item of a flow list the library quotes what flow needs quoted.
  const text = stringify([value ?? null], { collectionStyle: 'flow', lineWidth: 0, schema: 'core' }).trim();
  return text.slice(1, -1).trim();
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
