/** Findings about shape, said to a planner: what, where, and what would be right. */
import type { Diagnostic, Place, Pointer } from '../diagnostics/diagnostic.ts';
import type { TornText } from './files/torn-text.ts';
import type { SourceDocument } from './read.ts';
import type { Hint } from './shape.gen.js';
import { owner, subject } from './subject.ts';
import { hintAt, hintOfKey, hintOfNames, sectionsWith } from './suggest/hints.ts';
import { meantKey, suggestId, suggestKey, suggestValue, typesOf } from './suggest/suggest.ts';
import { monthMeant } from './suggest/suggest-date.ts';
import { suggestHere } from './suggest/suggest-here.ts';
import { monthRange } from './suggest/suggest-range.ts';
import { valueAt } from './value-at.ts';

/** A finding of the schema, with the pointer into the file resolved. */
export interface Fault {
  readonly keyword: string;
  /** Of the value that is wrong; of the map that has or lacks a key. */
  readonly pointer: Pointer;
  /** The unknown, missing or ill-named key. */
  readonly key?: string;
  /** Further missing keys of the same map. */
  readonly keys?: readonly string[];
}

/** Longer texts are cut when a message quotes them. */
const QUOTED = 60;

/** The text that a key of a `{ }` was torn off from, at a comma. */
export function tornFrom({ pointer, key = '' }: Fault, document: SourceDocument): TornText | undefined {
  const keys = Object.keys(hintAt(pointer).properties ?? {});
  return document.torn(pointer, key, (word) => keys.includes(word) || meantKey(word, keys) !== undefined);
}

/** The same in a map whose keys are anybody's: only what can be no name of its own. */
function tornFromEntry(pointer: Pointer, document: SourceDocument): TornText | undefined {
  const torn = document.torn(pointer.slice(0, -1), String(pointer.at(-1)), () => false);
  return torn?.first && (isGrouped(torn.text) || /\s/.test(String(pointer.at(-1)))) ? torn : undefined;
}

/** A key that does not exist here. */
export function sayUnknown(fault: Fault, document: SourceDocument, root: unknown): Diagnostic {
  const { pointer, key = '' } = fault;
  const at = document.locate([...pointer, key], { key: true });
  const torn = tornFrom(fault, document);
  if (torn) return sayTorn(torn, pointer, at);
  const keys = Object.keys(hintAt(pointer).properties ?? {});
  const meant =
    inUnits(key, valueAt(root, [...pointer, key]), pointer, keys) ??
    inMonths(key, valueAt(root, [...pointer, key]), keys) ??
    suggestKey(key, keys) ??
    elsewhere(key, pointer);
  const message =
    pointer.length === 0
      ? `"${cut(key)}" is no section of a workspace`
      : `${owner(pointer)} has the key "${cut(key)}", which does not exist`;
  const list =
    keys.length === 1
      ? `its only key is ${keys[0]}`
      : keys.length > 0 && keys.length <= 20
        ? `keys are ${keys.join(', ')}`
        : undefined;
  return diagnostic('unknown-key', message, at, meant ?? list);
}

/** One text that became a value and keys without one. */
function sayTorn({ key, text }: TornText, pointer: Pointer, at: Place | undefined): Diagnostic {
  const number = isGrouped(text);
  const what = subject([...pointer, key]);
  return diagnostic(
    'comma-in-text',
    `${what} ends at its comma: inside { } a ${number ? 'number is written without commas' : 'text with a comma needs quotes'}`,
    at,
    number ? `write ${key}: ${text.replace(/, ?/g, '')}` : `write ${key}: ${quoted(text)}`,
  );
}

/** `1,200` */
function isGrouped(text: string): boolean {
  return /^\d{1,3}(?:, ?\d{3})+$/.test(text);
}

function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** A length in another unit than the key takes: `months: 18` where days are due. */
function inUnits(key: string, value: unknown, pointer: Pointer, keys: readonly string[]): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  const unit = key.toLowerCase().replace(/s?$/, 's');
  for (const [known, sizes] of UNITS) {
    const isLength = keys.includes(known) && typesOf(hintAt([...pointer, known])).includes('integer');
    const size = isLength ? sizes[unit] : undefined;
    if (size !== undefined) return `write ${known}: ${Math.round(value * size)}`;
  }
  return undefined;
}

/** `month: 12` in a range of time, which goes from a day to a day. */
function inMonths(key: string, value: unknown, keys: readonly string[]): string | undefined {
  if (!/^months?$/i.test(key) || !keys.includes('from') || !keys.includes('to') || keys.includes('months'))
    return undefined;
  const month = typeof value === 'number' ? value : typeof value === 'string' ? monthMeant(value) : undefined;
  return month !== undefined && Number.isInteger(month) && month >= 1 && month <= 12
    ? `write ${monthRange(month).slice(2, -2)}`
    : undefined;
}

/** How many of a key's own units another unit has. */
const UNITS: readonly (readonly [string, Readonly<Record<string, number>>])[] = [
  ['days', { weeks: 7, months: 30.44, years: 365 }],
  ['weeks', { days: 1 / 7, months: 4.35 }],
  ['minutes', { hours: 60 }],
];

/** A key that belongs to another section: `"busy" is a key of departments`. */
function elsewhere(key: string, pointer: Pointer): string | undefined {
  if (pointer.length === 0) return undefined;
  const sections = sectionsWith(key).filter((section) => section !== pointer[0]);
  return sections.length === 0 || sections.length > 3 ? undefined : `"${key}" is a key of ${and(sections)}`;
}

/** Required keys that are not there. */
export function sayMissing({ pointer, key = '', keys = [] }: Fault, document: SourceDocument): Diagnostic {
  const all = [key, ...keys];
  const lines = all.map((name) => `"${name}: ${hintOfKey(pointer, name)['x-example'] ?? '…'}"`);
  const fix = all.length > 3 ? undefined : `add ${and(lines)}`;
  const message = `${owner(pointer)} needs ${and(all.map((name) => `"${name}"`))}`;
  return diagnostic('missing-key', message, document.locate(pointer, { key: true }), fix);
}

/** A map whose keys do not go together. */
export function sayWrongForm({ pointer }: Fault, document: SourceDocument, root: unknown): Diagnostic {
  const form = hintAt(pointer)['x-keys'] ?? 'at least one entry';
  const keys = Object.keys(valueAt(root, pointer) ?? {});
  const has = keys.length === 0 ? 'nothing in it' : and(keys.map((key) => `"${cut(key)}"`));
  const message = `${subject(pointer)} has ${has}, but must have ${form}`;
  return diagnostic('wrong-form', message, document.locate(pointer, { key: true }));
}

/** A value that is not what belongs here. */
export function sayValue({ keyword, pointer }: Fault, document: SourceDocument, root: unknown): Diagnostic {
  const hint = hintAt(pointer);
  const value = valueAt(root, pointer);
  const torn = value === null ? tornFromEntry(pointer, document) : undefined;
  if (torn) return sayTorn(torn, pointer.slice(0, -1), document.locate(pointer, { key: true }));
  const written = document.written(pointer);
  const form = formOf(hint);
  const message = `${subject(pointer)} must be ${form}, not ${shown(value, written)}`;
  const required = hintAt(pointer.slice(0, -1)).required?.includes(String(pointer.at(-1))) ?? false;
  const fix =
    suggestHere(value, pointer, root) ??
    suggestValue({ value, written, hint, form, required }) ??
    onlyWord(hint);
  return diagnostic(codeOf(keyword, value), message, document.locate(pointer), fix);
}

/** Where one word alone may stand, its absence is the other answer. */
function onlyWord({ enum: words = [] }: Hint): string | undefined {
  return words.length === 1 ? `write ${words[0]}, or leave it out` : undefined;
}

/** A key that cannot be an id. */
export function sayName({ pointer, key = '' }: Fault, document: SourceDocument): Diagnostic {
  const form = hintOfNames(pointer)['x-form'];
  if (form?.startsWith('a month')) {
    const month = monthMeant(key);
    const fix = month === undefined ? undefined : `write <year>-${String(month).padStart(2, '0')}`;
    const message = `"${cut(key)}" in ${subject(pointer)} must be ${form}`;
    return diagnostic('bad-id', message, document.locate([...pointer, key], { key: true }), fix);
  }
  const why = /^[a-z]+\d?$/.test(key)
    ? 'Windows keeps this name for itself'
    : 'ids are a-z, digits and single hyphens';
  const message = `"${cut(key)}" is no id: ${key.length > 64 ? 'ids have at most 64 characters' : why}`;
  return diagnostic('bad-id', message, document.locate([...pointer, key], { key: true }), suggestId(key));
}

function codeOf(keyword: string, value: unknown): string {
  const infinite = typeof value === 'number' && !Number.isFinite(value);
  if (keyword === 'type' && !infinite) return 'wrong-type';
  if (infinite || /^(?:exclusive)?(?:minimum|maximum)$/i.test(keyword)) return 'out-of-range';
  if (keyword === 'maxLength') return 'too-long';
  return value === '' ? 'empty-value' : 'wrong-value';
}

/** What is right, in words: the schema's own, or its type with its range. */
function formOf(hint: Hint): string {
  if (hint['x-form'] !== undefined) return hint['x-form'];
  const types = typesOf(hint);
  const { minimum: min, exclusiveMinimum: above, maximum: max } = hint;
  if (types.includes('boolean')) return 'true or false';
  const number = types.includes('integer') ? 'a whole number' : 'a number';
  if (above !== undefined && max !== undefined) return `${number} above ${above}, at most ${group(max)}`;
  if (min !== undefined && max !== undefined) return `${number} from ${group(min)} to ${group(max)}`;
  return number;
}

/** 1000000 → `1,000,000` */
function group(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A value as the person wrote it, with what YAML makes of it where that surprises. */
function shown(value: unknown, written: string | undefined): string {
  if (value === null || value === undefined) return written ? `nothing (${cut(written)})` : 'nothing';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : 'a list';
  if (typeof value === 'object') return Object.keys(value).length === 0 ? 'an empty map' : 'a map';
  if (typeof value === 'string') return value === '' ? 'an empty text' : `the text "${cut(value)}"`;
  if (typeof value === 'number' && !Number.isFinite(value)) return `${cut(written ?? '')} (no finite number)`;
  return typeof value === 'number' ? `the number ${cut(written ?? String(value))}` : String(written ?? value);
}

/** Enough of a text to recognise it, on one line. */
function cut(text: string): string {
  const line = text.split('\n', 1)[0] ?? '';
  return line.length > QUOTED || line.length < text.length ? `${line.slice(0, QUOTED)}…` : line;
}

/** `"a"`, `"a" and "b"`, `"a", "b" and "c"` */
function and(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function diagnostic(code: string, message: string, at: Place | undefined, fix?: string): Diagnostic {
  return { code, severity: 'error', message, ...(at && { at }), ...(fix !== undefined && { fix }) };
}
