/**
 * Finds the bracket or quote that is opened and never closed, which the parser only notices where the file ends; or
 * the line that should go on inside a bracket and is not indented.
 */
import type { CST } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Lines } from './positions.ts';

/** The innermost opener without its end, if there is one. */
export function unclosed(tokens: readonly CST.Token[], text: string, lines: Lines): Diagnostic | undefined {
  let last: { offset: number; sign: string; close: string } | undefined;
  for (const token of walk(tokens)) {
    const close = missingEnd(token);
    if (close !== undefined && (!last || token.offset >= last.offset)) {
      last = { offset: token.offset, sign: OPENERS[close] ?? close, close };
    }
  }
  if (!last) return undefined;
  const { offset, sign, close } = last;
  const outside = OPENERS[close] === undefined ? undefined : notIndented(text, offset);
  if (outside !== undefined) {
    return {
      code: 'syntax',
      severity: 'error',
      message: `this line goes on inside the ${sign} of line ${lines.place(offset).line}, but is not indented`,
      at: lines.place(outside, outside + 1),
      fix: 'put spaces before it',
    };
  }
  return {
    code: 'syntax',
    severity: 'error',
    message: `the ${sign} that opens here is never closed`,
    at: lines.place(offset, offset + 1),
    fix: `add the closing ${close}`,
  };
}

const OPENERS: Readonly<Record<string, string>> = { ']': '[', '}': '{' };

/**
 * Where the first line begins that stands inside a bracket which is closed after all, and no deeper than the line
 * of the bracket. Quoted texts and comments are passed over.
 */
function notIndented(text: string, opener: number): number | undefined {
  const line = text.lastIndexOf('\n', opener - 1) + 1;
  const indent = text.slice(line).search(/[^ ]/);
  const parts = /\n( *)(?=[^\s#])|(?<=[\s,:[{])(?:"(?:[^"\\]|\\[\s\S])*"|'(?:[^']|'')*')|\s#[^\n]*|[[\]{}]/g;
  parts.lastIndex = opener;
  let [depth, found]: [number, number | undefined] = [0, undefined];
  for (let part = parts.exec(text); part; part = parts.exec(text)) {
    const [sign, spaces] = part;
    if (spaces !== undefined) {
      if (spaces.length <= indent) found ??= part.index + 1 + spaces.length;
    } else if (sign === '{' || sign === '[') depth++;
    else if ((sign === '}' || sign === ']') && --depth === 0) return found;
  }
  return undefined;
}

/** What should end a token and does not. */
function missingEnd(token: CST.Token): string | undefined {
  if (token.type === 'flow-collection') {
    const map = token.start.type === 'flow-map-start';
    const end = map ? 'flow-map-end' : 'flow-seq-end';
    return token.end.some(({ type }) => type === end) ? undefined : map ? '}' : ']';
  }
  if (token.type === 'single-quoted-scalar') return /^'(?:[^']|'')*'$/.test(token.source) ? undefined : "'";
  if (token.type === 'double-quoted-scalar')
    return /^"(?:[^"\\]|\\[\s\S])*"$/.test(token.source) ? undefined : '"';
  return undefined;
}

/** All tokens, without recursion. */
function* walk(tokens: readonly CST.Token[]): Generator<CST.Token> {
  const stack: (CST.Token | null | undefined)[] = [...tokens];
  for (let token = stack.pop(); stack.length > 0 || token; token = stack.pop()) {
    if (!token) continue;
    yield token;
    if (token.type === 'document') stack.push(token.value);
    if ('items' in token) for (const item of token.items) stack.push(item.key, item.value);
  }
}
