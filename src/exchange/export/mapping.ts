/** Mappings of exports as YAML: read with every mistake at its place, and printed to be edited. */

import { stringify } from 'yaml';
import { isMap } from '../../collections/is-map.ts';
import type { Diagnostic, Pointer } from '../../diagnostics/diagnostic.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import { readSource, type SourceDocument } from '../../workspace/read.ts';
import { SEPARATOR_WORDS, SEPARATORS } from '../separators.ts';
import type { ExportColumn, ExportMapping } from './types.ts';

const KEYS = ['each', 'separator', 'ends', 'quotes', 'columns', 'values'];

/** A mapping over the shipped one: what it does not say stays. */
export function readExportMapping(
  file: string,
  text: string,
  shipped: ExportMapping,
): { readonly mapping: ExportMapping; readonly diagnostics: readonly Diagnostic[] } {
  const { document, diagnostics } = readSource(file, text);
  if (!document) return { mapping: shipped, diagnostics };
  const wrong: Diagnostic[] = [...diagnostics];
  const say = (pointer: Pointer, code: string, message: string, fix: string, key = false): void => {
    const at = document.locate(pointer, { key });
    wrong.push({ code, severity: 'error', message, ...(at && { at }), fix });
  };
  return { mapping: mappingIn(document, shipped, say), diagnostics: wrong };
}

type Say = (pointer: Pointer, code: string, message: string, fix: string, key?: boolean) => void;

function mappingIn({ value }: SourceDocument, shipped: ExportMapping, say: Say): ExportMapping {
  for (const key of Object.keys(value)) {
    if (KEYS.includes(key)) continue;
    const meant = nearest(key, KEYS);
    say(
      [key],
      'unknown-key',
      `this mapping has the key "${key}", which does not exist`,
      meant ? `did you mean "${meant}"?` : `known are ${KEYS.join(', ')}`,
      true,
    );
  }
  const { each, separator, ends, quotes, columns, values } = value;
  if (each !== undefined && each !== 'session' && each !== 'seat')
    say(['each'], 'wrong-value', '"each" is session or seat', 'write each: session');
  if (separator !== undefined && !SEPARATOR_WORDS.includes(String(separator)))
    say(
      ['separator'],
      'wrong-value',
      `"separator" is one of ${SEPARATOR_WORDS.join(', ')}`,
      'write separator: comma',
    );
  if (ends !== undefined && (typeof ends !== 'string' || !ends.includes('\n')))
    say(['ends'], 'wrong-value', '"ends" is a text with a line end', 'write ends: "!##!\\n"');
  if (quotes !== undefined && typeof quotes !== 'boolean')
    say(['quotes'], 'wrong-type', '"quotes" is true or false', 'write quotes: true');
  return {
    ...shipped,
    ...(each === 'session' || each === 'seat' ? { each } : {}),
    ...(typeof separator === 'string' && { separator: SEPARATORS[separator] ?? ',' }),
    ...(typeof ends === 'string' && { ends }),
    ...(typeof quotes === 'boolean' && { quotes }),
    ...(columns !== undefined && { columns: columnsIn(columns, say) }),
    ...(values !== undefined && { values: valuesIn(values, say) }),
  };
}

function columnsIn(written: unknown, say: Say): ExportColumn[] {
  if (!isMap(written)) {
    say(
      ['columns'],
      'wrong-type',
      '"columns" is a map of titles and what stands in them',
      'write columns: { course: "{module}" }',
    );
    return [];
  }
  return Object.entries(written).flatMap(([title, value]) => {
    if (value === null) return { title, value: '' };
    if (typeof value === 'string' || typeof value === 'number') return { title, value: String(value) };
    say(
      ['columns', title],
      'wrong-type',
      `what stands in "${title}" must be a text`,
      'put it in quotes: "{module}"',
    );
    return [];
  });
}

function valuesIn(written: unknown, say: Say): Map<string, Map<string, string>> {
  const found = new Map<string, Map<string, string>>();
  if (!isMap(written))
    say(
      ['values'],
      'wrong-type',
      '"values" is a map of fields',
      'write values: { module: { kind-invoices: INV-1 } }',
    );
  for (const [field, map] of Object.entries(isMap(written) ? written : {})) {
    if (!isMap(map))
      say(
        ['values', field],
        'wrong-type',
        `"values.${field}" is a map of our words and theirs`,
        'write kind-invoices: INV-1 below it',
      );
    else found.set(field, new Map(Object.entries(map).map(([ours, theirs]) => [ours, String(theirs)])));
  }
  return found;
}

/** A mapping as a file to edit. */
export function exportMappingText(
  format: string,
  { each, separator, ends, quotes, columns, values }: ExportMapping,
): string {
  const word = SEPARATOR_WORDS.find((name) => SEPARATORS[name] === separator);
  const content = {
    each,
    separator: word,
    ends,
    quotes,
    columns: Object.fromEntries(columns.map(({ title, value }) => [title, value])),
    ...(values.size > 0 && {
      values: Object.fromEntries([...values].map(([field, map]) => [field, Object.fromEntries(map)])),
    }),
  };
  return `# How cxplan export ${format} writes: titles of the other system, and what stands in them.\n# values: { module: { kind-invoices: INV-1 } } puts their words in place of ours.\n${stringify(content, { lineWidth: 0 })}`;
}
