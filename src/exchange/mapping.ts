/**
 * Mappings: how the files of another system are read, kept as YAML in the workspace (`mappings/<what>.yaml`) for the
 * next time. They are written by the command that guessed, and meant to be edited.
 */

import { stringify } from 'yaml';
import { isMap } from '../collections/is-map.ts';
import type { Diagnostic, Pointer } from '../diagnostics/diagnostic.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { readSource, type SourceDocument } from '../workspace/read.ts';
import { SEPARATOR_WORDS, SEPARATORS } from './separators.ts';
import type { DateOrder } from './table/dates.ts';
import { plainTitle } from './table/titles.ts';
import type { Encoding, Field, TableForm } from './table/types.ts';

export interface Mapping extends TableForm {
  readonly dates?: DateOrder;
  /** Field → word in the file (plain) → what is meant. */
  readonly values: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

export const NO_MAPPING: Mapping = { values: new Map() };

const ENCODINGS: readonly Encoding[] = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'];
const ORDERS: readonly DateOrder[] = ['day-first', 'month-first'];
const KEYS = ['separator', 'encoding', 'sheet', 'dates', 'columns', 'values'];

/** Reads a mapping; what it says of columns that nobody asks for, or in words that are none, is told with its place. */
export function readMapping(
  file: string,
  text: string,
  fields: readonly Field[],
): { readonly mapping: Mapping; readonly diagnostics: readonly Diagnostic[] } {
  const { document, diagnostics } = readSource(file, text);
  if (!document) return { mapping: NO_MAPPING, diagnostics };
  const reader = new MappingReader(
    document,
    fields.map(({ id }) => id),
  );
  return { mapping: reader.mapping(), diagnostics: [...diagnostics, ...reader.diagnostics] };
}

class MappingReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #document: SourceDocument;
  readonly #fields: readonly string[];

  constructor(document: SourceDocument, fields: readonly string[]) {
    this.#document = document;
    this.#fields = fields;
  }

  mapping(): Mapping {
    const { value } = this.#document;
    this.#known([], Object.keys(value), KEYS);
    const separator = this.#word('separator', SEPARATOR_WORDS);
    const encoding = this.#word('encoding', ENCODINGS) as Encoding | undefined;
    const dates = this.#word('dates', ORDERS) as DateOrder | undefined;
    const sheet = this.#word('sheet');
    const columns = Object.fromEntries(this.#texts(['columns']).map(({ field, text }) => [field, text]));
    return {
      ...(separator !== undefined && { separator: SEPARATORS[separator]! }),
      ...(encoding && { encoding }),
      ...(dates && { dates }),
      ...(sheet !== undefined && { sheet }),
      columns,
      values: this.#values(),
    };
  }

  #values(): Map<string, Map<string, string>> {
    const all = new Map<string, Map<string, string>>();
    const value = this.#map(['values']);
    this.#known(['values'], Object.keys(value), this.#fields);
    for (const field of Object.keys(value)) {
      const words = this.#map(['values', field]);
      const meant = Object.entries(words).flatMap(([word, id]) => {
        const text = this.#text(['values', field, word], id);
        return text === undefined ? [] : [[plainTitle(word), text] as const];
      });
      all.set(field, new Map(meant));
    }
    return all;
  }

  #texts(pointer: Pointer): { field: string; text: string }[] {
    const map = this.#map(pointer);
    this.#known(pointer, Object.keys(map), this.#fields);
    return Object.entries(map).flatMap(([field, value]) => {
      const text = this.#text([...pointer, field], value);
      return text === undefined ? [] : [{ field, text }];
    });
  }

  #word(key: string, words?: readonly string[]): string | undefined {
    const { value } = this.#document;
    if (!Object.hasOwn(value, key)) return undefined;
    const text = this.#text([key], value[key]);
    if (text === undefined || !words || words.includes(text)) return text;
    return this.#say(
      [key],
      'wrong-value',
      `"${key}" is "${text}", not one of ${words.join(', ')}`,
      nearestOf(text, words),
    );
  }

  #text(pointer: Pointer, value: unknown): string | undefined {
    if (typeof value === 'string' && value !== '') return value;
    if (typeof value === 'number') return String(value);
    return this.#say(pointer, 'wrong-type', `"${pointer.join('.')}" must be a text`, 'put it in quotes');
  }

  #map(pointer: Pointer): Readonly<Record<string, unknown>> {
    let here: unknown = this.#document.value;
    for (const part of pointer) here = isMap(here) && Object.hasOwn(here, part) ? here[part] : undefined;
    if (here === undefined || here === null) return {};
    if (isMap(here)) return here;
    this.#say(pointer, 'wrong-type', `"${pointer.join('.')}" must be a map`, 'write key: value below it');
    return {};
  }

  #known(pointer: Pointer, keys: readonly string[], known: readonly string[]): void {
    for (const key of keys) {
      if (known.includes(key)) continue;
      const at = this.#document.locate([...pointer, key], { key: true });
      const fix = nearestOf(key, known) ?? `known are ${known.join(', ')}`;
      const message = `this mapping has the key "${key}", which does not exist`;
      this.diagnostics.push({ code: 'unknown-key', severity: 'error', message, ...(at && { at }), fix });
    }
  }

  #say(pointer: Pointer, code: string, message: string, fix: string | undefined): undefined {
    const at = this.#document.locate(pointer);
    this.diagnostics.push({
      code,
      severity: 'error',
      message,
      ...(at && { at }),
      ...(fix !== undefined && { fix }),
    });
    return undefined;
  }
}

function nearestOf(word: string, words: readonly string[]): string | undefined {
  const meant = nearest(word, words);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

export interface MappingWords {
  readonly separator?: string | undefined;
  readonly encoding?: Encoding | undefined;
  readonly sheet?: string | undefined;
  readonly dates?: DateOrder | undefined;
  /** Field → title in the file. */
  readonly columns: Readonly<Record<string, string>>;
  /** Field → word of the file → what it means here. */
  readonly values?: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The text of a mapping file, with a comment that says what it is for. */
export function mappingText(comment: string, { separator, columns, values, ...words }: MappingWords): string {
  const named = separator && SEPARATOR_WORDS.find((word) => SEPARATORS[word] === separator);
  const said = Object.fromEntries(Object.entries(words).filter(([, value]) => value !== undefined));
  const filled = Object.entries(values ?? {}).filter(([, map]) => Object.keys(map).length > 0);
  const content = {
    ...(named && { separator: named }),
    ...said,
    columns,
    ...(filled.length > 0 && { values: Object.fromEntries(filled) }),
  };
  return `${comment.replace(/^/gm, '# ')}\n${stringify(content, { lineWidth: 0 })}`;
}
