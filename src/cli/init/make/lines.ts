/** Pieces of YAML: values on one line, quoted where they must be. */
import { stringify } from 'yaml';

/** Any plain value on one line: `{ name: Depot North }`, `[ a, b ]`, `"it: is"`. */
export function inline(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', flowCollectionPadding: true, lineWidth: 0 }).trimEnd();
}

/** `key: value` lines at a depth; what is undefined is left out. */
export function lines(depth: number, entries: Readonly<Record<string, unknown>>): string {
  return Object.entries(entries)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${'  '.repeat(depth)}${key}: ${inline(value)}\n`)
    .join('');
}
