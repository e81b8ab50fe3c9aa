/** What the YAML parser found, said so that a planner can act on it. */
import type { YAMLError } from 'yaml';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Lines } from './positions.ts';

interface Said {
  readonly message: string;
  readonly fix: string;
}

const QUOTE: Said = { message: 'a quote that opens here is not closed', fix: 'add the closing quote' };

const BY_CODE: Readonly<Record<string, Said>> = {
  TAB_AS_INDENT: { message: 'a tab is used to indent', fix: 'indent with spaces' },
  BAD_INDENT: { message: 'the indentation fits no line above', fix: 'align it with its siblings' },
  BAD_DQ_ESCAPE: {
    message: 'a backslash in double quotes starts no known escape',
    fix: 'write \\\\ for a backslash, or use single quotes',
  },
  BAD_SCALAR_START: {
    message: 'plain text cannot begin with this character',
    fix: 'put the text in quotes',
  },
  BLOCK_AS_IMPLICIT_KEY: {
    message: 'a second ": " stands on one line, or the indentation is wrong',
    fix: 'put text that holds ": " in quotes',
  },
  BLOCK_IN_FLOW: {
    message: 'inside [ ] or { } values must be on the line, not indented below',
    fix: 'close the bracket, or write the list with dashes',
  },
  KEY_OVER_1024_CHARS: { message: 'a key is longer than 1,024 characters', fix: 'is a ":" missing above?' },
  MULTILINE_IMPLICIT_KEY: {
    message: 'this line is neither "key: value" nor a list item',
    fix: 'is a ":" or a "- " missing?',
  },
  MULTIPLE_ANCHORS: { message: 'a value has two anchors', fix: 'keep one' },
  MULTIPLE_TAGS: { message: 'a value has two tags', fix: 'remove both' },
  ALIAS_PROPS: { message: 'an alias cannot have an anchor or a tag', fix: 'remove it' },
  BAD_ALIAS: {
    message: 'an alias or anchor needs a name',
    fix: 'put text that begins with * or & in quotes',
  },
  BAD_PROP_ORDER: {
    message: 'an anchor or tag stands in the wrong place',
    fix: 'put it right before the value',
  },
  BAD_COLLECTION_TYPE: { message: 'a tag contradicts its value', fix: 'remove the tag' },
  RESOURCE_EXHAUSTION: { message: 'this is nested too deeply', fix: 'flatten it' },
};

/** One diagnostic of a parser error. */
export function syntaxMessage(error: YAMLError, text: string, lines: Lines): Diagnostic {
  const { said, from, to } = explain(error, text);
  return {
    code: 'syntax',
    severity: 'error',
    message: said.message,
    at: lines.place(from, to),
    fix: said.fix,
  };
}

function explain(error: YAMLError, text: string): { said: Said; from: number; to: number } {
  const [from, to] = error.pos;
  const known = BY_CODE[error.code];
  if (known) return { said: known, from, to };
  if (/closing .*quote/i.test(error.message)) return { said: QUOTE, ...openingQuote(text, from) };
  const bracket = /(?:end with|closing) (?:a )?([\]}])/.exec(error.message)?.[1];
  if (bracket) return { said: unclosed(bracket), from, to };
  if (error.code === 'MISSING_CHAR') return { said: missing(error.message), from, to };
  return { said: unexpected(error.message, text.slice(from, to)), from, to };
}

/** The parser points at the end of an open text; a person looks for its beginning. */
function openingQuote(text: string, end: number): { from: number; to: number } {
  const lineStart = text.lastIndexOf('\n', Math.max(0, end - 1)) + 1;
  return { from: Math.max(lineStart, 0), to: end };
}

function unclosed(bracket: string): Said {
  const open = bracket === ']' ? '[' : '{';
  return { message: `a "${open}" is not closed before this`, fix: `add the closing "${bracket}"` };
}

function missing(message: string): Said {
  if (/space|separated/i.test(message)) {
    return { message: 'a space is missing here', fix: 'write a space after ":", "-" and ","' };
  }
  if (/comma|,/i.test(message))
    return { message: 'a "," is missing between two values', fix: 'add the comma' };
  return { message: 'a sign is missing here', fix: 'is a ":", a "," or a quote missing?' };
}

function unexpected(message: string, seen: string): Said {
  const sign = seen.trim().slice(0, 20).split('\n', 1)[0] ?? '';
  if (/comment/i.test(message)) return { message: '"#" must have a space before it', fix: 'add the space' };
  return {
    message: sign === '' ? 'the text ends or breaks off here' : `"${sign}" is not expected here`,
    fix: 'check the line above for a missing ":", quote or bracket',
  };
}
