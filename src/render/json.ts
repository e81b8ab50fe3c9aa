/**
 * Documents as they are: keys in the order in which they were made, two spaces, LF, final newline. Data comes out
 * an entry at a time: a large firm's is longer than any string. Half surrogate pairs are written as `\udXXX`, so
 * that it is always UTF-8.
 */
import type { Cuts, TextMaker } from '../report/types.ts';

/** Data as JSON text, what makes its own text as it is; in pieces. */
export function renderJson(document: object | TextMaker, cuts: Cuts = new Map()): () => Iterable<string> {
  return isText(document) ? () => document(cuts) : () => lines(document);
}

function isText(document: object): document is TextMaker {
  return typeof document === 'function';
}

function* lines(document: object): Generator<string> {
  yield* pieces(document, '', 2);
  yield '\n';
}

/** `JSON.stringify(value, null, 2)`, taken apart as many levels deep. */
function* pieces(value: unknown, indent: string, levels: number): Generator<string> {
  const list = Array.isArray(value);
  if (typeof value !== 'object' || value === null || levels === 0) {
    yield JSON.stringify(value, null, 2).replace(/\n/g, `\n${indent}`);
    return;
  }
  const inner = `${indent}  `;
  let before = list ? '[' : '{';
  for (const [key, item] of list ? value.entries() : Object.entries(value)) {
    if (item === undefined) continue;
    yield `${before}\n${inner}${list ? '' : `${JSON.stringify(key)}: `}`;
    yield* pieces(item, inner, levels - 1);
    before = ',';
  }
  const [open, close] = list ? '[]' : '{}';
  yield before === ',' ? `\n${indent}${close}` : `${open}${close}`;
}
