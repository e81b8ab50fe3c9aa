/** Finds the bracket or quote that is opened and never closed: the parser only notices where the file ends. */
import type { CST } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Lines } from './positions.ts';

/** The innermost opener without its end, if there is one. */
export function unclosed(tokens: readonly CST.Token[], lines: Lines): Diagnostic | undefined {
  let last: { offset: number; sign: string; close: string } | undefined;
  for (const token of walk(tokens)) {
    const close = missingEnd(token);
    if (close !== undefined && (!last || token.offset >= last.offset)) {
      last = { offset: token.offset, sign: OPENERS[close] ?? close, close };
    }
  }
  if (!last) return undefined;
  const { offset, sign, close } = last;
  return {
    code: 'syntax',
    severity: 'error',
    message: `the ${sign} that opens here is never closed`,
    at: lines.place(offset, offset + 1),
    fix: `add the closing ${close}`,
  };
}

const OPENERS: Readonly<Record<string, string>> = { ']': '[', '}': '{' };

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
