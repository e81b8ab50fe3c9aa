/** What the YAML parser found, said so that a planner can act on it. */
import type { YAMLError } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import type { Lines } from './positions.ts';

interface SyntaxMessage {
  readonly message: string;
  readonly fix: string;
}

const BY_CODE: Readonly<Record<string, SyntaxMessage>> = {
  TAB_AS_INDENT: { message: 'a tab is used to indent', fix: 'indent with spaces' },
  BAD_INDENT: { message: 'the indentation fits no line above', fix: 'align it with its siblings' },
  BAD_DQ_ESCAPE: {
    message: 'a backslash in double quotes starts no known escape',
    fix: 'write \\\\ for a backslash, or use single quotes',
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
  const [from, to] = error.pos;
  const { message, fix } = explain(error, text);
  return { code: 'syntax', severity: 'error', message, at: lines.place(from, to), fix };
}

function explain({ code, message, pos: [from, to] }: YAMLError, text: string): SyntaxMessage {
  if (/comment/i.test(message))
    return { message: 'a "#" needs a space before it to begin a comment', fix: 'add the space' };
  if (code === 'BLOCK_AS_IMPLICIT_KEY') return nested(text, from);
  if (code === 'BLOCK_IN_FLOW') return inBrackets(text, from, to);
  if (code === 'BAD_SCALAR_START') return badStart(text[from] ?? '');
  if (code === 'MISSING_CHAR') return missing(message);
  return BY_CODE[code] ?? unexpected(text, from, to);
}

/** `name: Year: all of it`, or a key below a value that is complete already. */
function nested(text: string, from: number): SyntaxMessage {
  const line = text.slice(from).split('\n', 1)[0] ?? '';
  if (/:(?:\s|$)/.test(line)) {
    return { message: 'there is a second ": " on this line', fix: 'put text that holds ": " in quotes' };
  }
  return {
    message: 'the next line is indented, but this value is complete',
    fix: 'align the next line with its siblings',
  };
}

/** `{ department: shop heads: 12 }`, or an indented list inside brackets. */
function inBrackets(text: string, from: number, to: number): SyntaxMessage {
  if (/^[^\n]*:\s/.test(text.slice(from, to + 1))) {
    return { message: 'two keys stand here without a "," between them', fix: 'write a comma between them' };
  }
  return { message: 'lists with dashes cannot stand inside [ ] or { }', fix: 'write the list as [a, b]' };
}

function badStart(sign: string): SyntaxMessage {
  return { message: `text cannot begin with ${sign} unless it is quoted`, fix: 'put the text in quotes' };
}

function missing(message: string): SyntaxMessage {
  if (/space|separated/i.test(message)) {
    return { message: 'a space is missing here', fix: 'write a space after ":", "-" and ","' };
  }
  if (/comma|,/i.test(message))
    return { message: 'a "," is missing between two values', fix: 'add the comma' };
  return { message: 'a sign is missing here', fix: 'is a ":", a "," or a quote missing?' };
}

function unexpected(text: string, from: number, to: number): SyntaxMessage {
  const sign = text.slice(from, to).trim().split('\n', 1)[0]?.slice(0, 20) ?? '';
  const before = text[from - 1];
  if (before === "'" || before === '"') {
    const fix =
      before === "'"
        ? "write '' for an apostrophe in single quotes"
        : 'write \\" for a quote in double quotes';
    return { message: `the text in quotes ends before ${sign}`, fix };
  }
  return {
    message: sign === '' ? 'the text ends or breaks off here' : `"${sign}" is not expected here`,
    fix: 'check the line above for a missing ":", quote or bracket',
  };
}
