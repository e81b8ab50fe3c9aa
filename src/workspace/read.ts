/**
 * One YAML file: text in; plain values, the place of every value, and what is wrong with the text out.
 * Whether the values mean anything is the business of `shape` and `link`.
 */
import { isMap } from '../collections/is-map.ts';
import type { Diagnostic, Place, Pointer } from '../diagnostics/diagnostic.ts';
import { checkText, tidy } from './files/bytes.ts';
import { type TornText, tornText } from './files/torn-text.ts';
import { Lines, Locator } from './yaml/positions.ts';
import { parseYaml } from './yaml/syntax.ts';
import { toValues } from './yaml/values.ts';

/** Reading takes time for each line, blank ones included. */
export const MAX_LINES = 100_000;

export interface SourceDocument {
  /** Path relative to the workspace, with `/`. */
  readonly file: string;
  /** Without byte order mark, lines end with LF. */
  readonly text: string;
  /** The root map as plain values; maps have no prototype. `{}` for an empty file. */
  readonly value: Record<string, unknown>;
  /** Values in it from which something was left out, with a diagnostic. */
  readonly spoilt: ReadonlySet<unknown>;
  /** The place of a value (of its key with `key`); the nearest written parent when it is missing. */
  locate(pointer: Pointer, options?: { readonly key?: boolean }): Place | undefined;
  /** A scalar as it is written (`yes`, `9:30`); undefined for maps, lists and what is not there. */
  written(pointer: Pointer): string | undefined;
  /** The text that an unknown key of the map at a pointer was torn off from, at a comma inside `{ }`. */
  torn(pointer: Pointer, key: string, isKey: (word: string) => boolean): TornText | undefined;
}

/** What reads the text of one file. */
export type Read = (
  file: string,
  raw: string,
) => { readonly document?: SourceDocument; readonly diagnostics: Diagnostic[] };

/**
 * Reads the text of one file. Without `document` nothing in the file could be understood; with it, the
 * diagnostics may still hold errors (duplicate keys, tags, …) and what they name is left out of `value`.
 */
export function readSource(file: string, raw: string): ReturnType<Read> {
  const text = tidy(raw);
  const bad = checkText(file, text);
  if (bad) return { diagnostics: [bad] };
  const lines = new Lines(file, text);
  if (lines.count > MAX_LINES) return { diagnostics: [tooLong(file)] };
  const tree = parseYaml(text, lines);
  if (!tree.document) return { diagnostics: [...tree.diagnostics] };
  const { value, anchors, diagnostics, spoilt } = toValues(tree.document.contents, lines);
  const all = [...tree.diagnostics, ...diagnostics];
  const locator = new Locator(lines, tree.document.contents, anchors);
  if (value === undefined) return { diagnostics: all };
  if (value !== null && !isMap(value)) return { diagnostics: [...all, notAMap(value, locator.locate([]))] };
  const document: SourceDocument = {
    file,
    text,
    value: value ?? Object.create(null),
    spoilt,
    locate: (pointer, options) => locator.locate(pointer, options),
    written: (pointer) => locator.written(pointer),
    torn: (pointer, key, isKey) => {
      const map = locator.mapAt(pointer);
      return map && tornText(map, key, isKey);
    },
  };
  return { document, diagnostics: all };
}

function tooLong(file: string): Diagnostic {
  return {
    code: 'file-too-large',
    severity: 'error',
    message: `${file} has more than ${MAX_LINES} lines`,
    at: { file, line: MAX_LINES + 1, column: 1 },
    fix: 'split it into several files',
  };
}

function notAMap(value: unknown, at: Place | undefined): Diagnostic {
  return {
    code: 'not-a-map',
    severity: 'error',
    message: `a file holds sections such as "departments:"; this one is ${Array.isArray(value) ? 'a list' : 'a single value'}`,
    ...(at && { at }),
    fix: 'begin with the name of a section',
  };
}
