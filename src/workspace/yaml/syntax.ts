/**
 * Text into a YAML tree, defensively: depth is limited while reading (not after), directives, tags and
 * second documents are refused with their place, and the parser's wording becomes ours.
 */
import { Composer, type CST, type Document, Lexer, Parser } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Lines } from './positions.ts';
import { syntaxMessage } from './syntax-messages.ts';
import { unclosed } from './unclosed.ts';

export const MAX_DEPTH = 64;
/** Keys of one map, items of one list. */
export const MAX_ITEMS = 10_000;
const MAX_ERRORS = 20;

export interface Tree {
  /** Undefined when the text cannot be understood. */
  readonly document: Document.Parsed | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads YAML 1.2 core. The first fault of the syntax is reported; what follows it would only echo it. */
export function parseYaml(text: string, lines: Lines): Tree {
  const conflict = findConflict(text, lines);
  if (conflict.length > 0) return { document: undefined, diagnostics: conflict };
  const { tokens, problem } = tokenise(text, lines);
  if (problem) return { document: undefined, diagnostics: [problem] };
  return compose(tokens, text, lines);
}

/** Git's markers, each conflict once. Nothing else in such a file is worth a message. */
function findConflict(text: string, lines: Lines): Diagnostic[] {
  const found: Diagnostic[] = [];
  for (const match of text.matchAll(/^<{7}(?: [^\n]*)?$/gm)) {
    const from = match.index;
    const close = text.indexOf('\n>>>>>>>', from);
    if (close === -1) continue;
    const end = lines.place(close + 1, close + 8);
    found.push({
      code: 'merge-conflict',
      severity: 'error',
      message: `an unresolved merge conflict of git stands here, up to line ${end.line}`,
      at: lines.place(from, from + match[0].length),
      fix: 'keep one side and remove the lines <<<<<<<, ======= and >>>>>>>',
    });
  }
  return found;
}

/** Concrete tokens; stops at the first thing that may not be there, before any recursion sees it. */
function tokenise(text: string, lines: Lines): { tokens: CST.Token[]; problem?: Diagnostic } {
  const tokens: CST.Token[] = [];
  const parser = new Parser();
  let errors = 0;
  for (const lexeme of new Lexer().lex(text)) {
    for (const token of parser.next(lexeme)) {
      if (token.type === 'directive') return { tokens, problem: directive(token, lines) };
      tokens.push(token);
      // The first is the one to report; a file of nothing else would take minutes.
      if (token.type === 'error' && ++errors > MAX_ERRORS) return { tokens };
    }
    if (parser.stack.length > MAX_DEPTH + 2) return { tokens, problem: tooDeep(parser.offset, lines) };
    const top = parser.stack.at(-1);
    if (top && 'items' in top && top.items.length > MAX_ITEMS + 1) {
      return { tokens, problem: tooMany(parser.offset, top.type === 'block-map', lines) };
    }
  }
  for (const token of parser.end()) tokens.push(token);
  return { tokens };
}

function directive(token: CST.Directive, lines: Lines): Diagnostic {
  return {
    code: 'directive',
    severity: 'error',
    message: `the directive ${token.source.split(/\s/, 1)[0]} is not part of the language; files are YAML 1.2`,
    at: lines.place(token.offset, token.offset + token.source.length),
    fix: 'remove this line',
  };
}

function tooDeep(offset: number, lines: Lines): Diagnostic {
  return {
    code: 'too-deep',
    severity: 'error',
    message: `values stand inside one another more than ${MAX_DEPTH} levels deep`,
    at: lines.place(offset, offset + 1),
    fix: 'a workspace needs no more than about ten levels',
  };
}

function tooMany(offset: number, map: boolean, lines: Lines): Diagnostic {
  return {
    code: 'too-many-items',
    severity: 'error',
    message: `more than ${MAX_ITEMS} ${map ? 'keys in one map' : 'items in one list or map'}`,
    at: lines.place(offset),
    fix: 'a workspace needs no more than some thousands; rosters belong in CSV files',
  };
}

const OPTIONS = {
  version: '1.2',
  schema: 'core',
  merge: false,
  uniqueKeys: false,
  stringKeys: true,
  resolveKnownTags: false,
  prettyErrors: false,
  logLevel: 'silent',
} as const;

function compose(tokens: readonly CST.Token[], text: string, lines: Lines): Tree {
  const documents = [...fewErrors(new Composer(OPTIONS)).compose(tokens, true, text.length)];
  const [document, second] = documents as Document.Parsed[];
  if (!document) return { document: undefined, diagnostics: [] };
  const faults = document.errors.filter((error) => !isOurs(error.code, error.message));
  const first = faults.reduce<(typeof faults)[number] | undefined>(
    (least, error) => (least && least.pos[0] <= error.pos[0] ? least : error),
    undefined,
  );
  if (first) {
    return {
      document: undefined,
      diagnostics: [unclosed(tokens, text, lines) ?? syntaxMessage(first, text, lines)],
    };
  }
  if (second) return { document, diagnostics: [secondRoot(second, lines)] };
  return { document, diagnostics: [] };
}

/** Errors carry stacks: 400,000 of them take seconds, and the first is the one to report. */
function fewErrors(composer: Composer): Composer {
  const own = composer as unknown as { onError: (...found: unknown[]) => void };
  const { onError } = own;
  let errors = 0;
  own.onError = (...found) => {
    if (++errors <= MAX_ERRORS) onError(...found);
  };
  return composer;
}

/** Faults that the walk over the values reports better: with names and both places. */
function isOurs(code: string, message: string): boolean {
  return code === 'NON_STRING_KEY' || (code === 'TAG_RESOLVE_FAILED' && /tag/i.test(message));
}

function secondRoot(second: Document.Parsed, lines: Lines): Diagnostic {
  return {
    code: 'second-document',
    severity: 'error',
    message: 'a second document begins here; a file holds one',
    at: lines.place(second.range[0], second.range[0] + 3),
    fix: 'remove the line --- or move what follows into a file of its own',
  };
}
