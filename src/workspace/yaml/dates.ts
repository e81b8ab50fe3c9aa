/** Dates in YAML texts: where they stand, and other ones in their place; nothing else of a text changes. */
import { isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';

export interface WrittenDate {
  /** Keys and indexes from the top of the file; of a key itself, it is the last. */
  readonly path: readonly (string | number)[];
  /** `2027-03-02`, `2027-03` or `2027-03-02T10:00` as it is written. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const DATE = /^\d{4}-\d{2}(?:-\d{2}(?:T\d{2}:\d{2})?)?$/;

/** Maps by month; elsewhere a key is an id, whatever it looks like. */
const BY_MONTH = new Set<string | number | undefined>(['joiners']);

/**
 * Every value that is a date or a month, and every key that is one of a map by month, in the order of the text; aliases are
 * where their anchor is.
 */
export function datesIn(text: string): WrittenDate[] {
  const found: WrittenDate[] = [];
  const visit = (node: unknown, path: readonly (string | number)[]): void => {
    if (isMap(node))
      for (const { key, value } of node.items) {
        const at = [...path, String((key as Node).toJSON())];
        if (BY_MONTH.has(path.at(-1))) visit(key, at);
        visit(value, at);
      }
    else if (isSeq(node)) for (const [i, item] of node.items.entries()) visit(item, [...path, i]);
    else if (isScalar(node) && typeof node.value === 'string' && node.range && DATE.test(node.value)) {
      // Between quotation marks, where there are some.
      const at = text.indexOf(node.value, node.range[0]);
      if (at < node.range[1]) found.push({ path, text: node.value, start: at, end: at + node.value.length });
    }
  };
  visit(parseDocument(text, { schema: 'core' }).contents, []);
  return found;
}

/** The text with others in the place of some of its dates. */
export function withDates(text: string, changes: readonly (readonly [WrittenDate, string])[]): string {
  let out = '';
  let at = 0;
  for (const [{ start, end }, now] of changes) {
    out += text.slice(at, start) + now;
    at = end;
  }
  return out + text.slice(at);
}
