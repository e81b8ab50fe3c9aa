/**
 * The shape of one file: unknown and missing keys, wrong types, words and numbers that cannot be. The check is
 * compiled from the schemas; what it finds is thinned to one finding a cause and said in our own words.
 */

import type { ErrorObject } from 'ajv';
import { isMap } from '../collections/is-map.ts';
import { append } from '../collections/lists.ts';
import type { Diagnostic, Pointer } from '../diagnostics/diagnostic.ts';
import { type Fault, sayMissing, sayName, sayUnknown, sayValue, sayWrongForm, tornFrom } from './messages.ts';
import type { SourceDocument } from './read.ts';
import { validate } from './shape.gen.js';
import { hasEntries, isList } from './subject.ts';
import { hintAt, hintOfNames } from './suggest/hints.ts';
import { meantKey } from './suggest/suggest.ts';
import { valueAt } from './value-at.ts';
import { HOLE } from './yaml/values.ts';

const OF_NAMES = new Set(['pattern', 'maxLength', 'enum']);
/** Keywords whose findings name a key. */
const KEYED = new Set(['additionalProperties', 'propertyNames', 'required']);
/** Keywords about which keys a map has. */
const FORMS = new Set(['anyOf', 'oneOf', 'minProperties']);

/** Everything that is wrong with a file's shape, in the order of the file. */
export function checkShape(document: SourceDocument): Diagnostic[] {
  const root = withoutEmpty(document.value);
  const found = parts(root).flatMap(({ part, first }) => {
    if (validate(part)) return [];
    return (validate.errors ?? []).flatMap((error) => toFault(error, part, first));
  });
  const faults = thin(found.filter((fault) => !isEcho(fault, document, root)));
  return faults.map((fault) => say(fault, document, root)).sort(byPlace);
}

/**
 * Entries of a wrong shape, by pointer. Places do not tell: what an alias repeats stands where its anchor stands,
 * and spoils every entry that uses it.
 */
export function bentEntries(document: SourceDocument): Pointer[] {
  return parts(withoutEmpty(document.value)).flatMap(({ part }) =>
    Object.entries(part).flatMap(([section, entries]) =>
      isMap(entries) && hasEntries(section) && !validate(part)
        ? Object.keys(entries).map((id) => [section, id])
        : [],
    ),
  );
}

interface Part {
  /** A workspace with one entry in it. */
  readonly part: Record<string, unknown>;
  /** Index of its item in a list of the file. */
  readonly first: number;
}

/** The file entry by entry: collecting the findings of a whole file at once takes the square of their number. */
function parts(root: Record<string, unknown>): Part[] {
  return Object.entries(root).flatMap(([section, value]) => {
    if (Array.isArray(value) && isList(section)) {
      return value.map((item, first) => ({ part: { [section]: [item] }, first }));
    }
    if (!isMap(value) || !hasEntries(section)) return [{ part: { [section]: value }, first: 0 }];
    return Object.entries(value).map(([id, entry]) => ({ part: { [section]: { [id]: entry } }, first: 0 }));
  });
}

function say(fault: Fault, document: SourceDocument, value: unknown): Diagnostic {
  if (fault.keyword === 'additionalProperties') return sayUnknown(fault, document, value);
  if (fault.keyword === 'required') return sayMissing(fault, document);
  if (fault.keyword === 'propertyNames') return sayName(fault, document);
  if (fault.keyword === 'form') return sayWrongForm(fault, document, value);
  return sayValue(fault, document, value);
}

/** Sections and entries with nothing behind their name (`leeds:`) mean empty ones, all defaults. */
function withoutEmpty(root: Record<string, unknown>): Record<string, unknown> {
  const filled: Record<string, unknown> = Object.create(null);
  for (const [section, value] of Object.entries(root)) {
    if (value === null) {
      filled[section] = isList(section) ? [] : Object.create(null);
    } else if (isMap(value) && hasEntries(section)) {
      const entries: Record<string, unknown> = Object.create(null);
      for (const [id, entry] of Object.entries(value)) entries[id] = entry ?? Object.create(null);
      filled[section] = entries;
    } else filled[section] = value;
  }
  return filled;
}

/** Whether a value or key is only missing because reading has refused it already, or is a further piece of one torn text. */
function isEcho(fault: Fault, document: SourceDocument, root: unknown): boolean {
  const { keyword, pointer } = fault;
  const { spoilt } = document;
  const value = valueAt(root, pointer);
  if (keyword === 'additionalProperties' && tornFrom(fault, document)?.first === false) return true;
  return value === HOLE || (spoilt.has(value) && (keyword === 'required' || keyword === 'form'));
}

/** Branches of unions say nothing to a person: the union itself does. Words that `link` checks are left to it. */
function toFault(error: ErrorObject, part: unknown, first: number): Fault[] {
  const { keyword, schemaPath, params } = error;
  if (/\/(?:anyOf|oneOf|not)\//.test(schemaPath)) return [];
  const inPart = toPointer(error.instancePath, part);
  const pointer = isList(inPart[0]) && inPart.length > 1 ? [inPart[0], first, ...inPart.slice(2)] : inPart;
  if (keyword === 'propertyNames') {
    return hintOfNames(pointer)['x-link'] ? [] : [{ keyword, pointer, key: params.propertyName }];
  }
  const hint = hintAt(pointer);
  // What is wrong with the name of a key is reported at the map that holds it, where only maps may stand.
  if (OF_NAMES.has(keyword) && !hint.enum && isMap(valueAt(part, inPart))) return [];
  if (keyword !== 'type' && hint['x-link']) return [];
  if (FORMS.has(keyword)) return [{ keyword: 'form', pointer }];
  const key = params.additionalProperty ?? params.missingProperty;
  return [{ keyword, pointer, ...(key !== undefined && { key }) }];
}

/** `/modules/kind-invoices/themes/0` → `['modules', 'kind-invoices', 'themes', 0]` */
function toPointer(path: string, root: unknown): Pointer {
  const parts: (string | number)[] = [];
  let value = root;
  for (const raw of path.split('/').slice(1)) {
    const part = raw.replaceAll('~1', '/').replaceAll('~0', '~');
    parts.push(Array.isArray(value) ? Number(part) : part);
    value = (value as Record<string, unknown> | undefined)?.[part];
  }
  return parts;
}

/**
 * One finding a cause: the first about each value or key; no talk of a union whose keys are wrong already, or
 * of a missing key that stands there misspelt; all missing keys of a map together.
 */
function thin(faults: readonly Fault[]): Fault[] {
  const byPointer = new Map<string, Fault[]>();
  for (const fault of faults) {
    const place = JSON.stringify(fault.pointer);
    append(byPointer, place, fault);
  }
  return [...byPointer.values()].flatMap(thinOne);
}

function thinOne(faults: readonly Fault[]): Fault[] {
  const unknown = faults.filter(({ keyword }) => keyword === 'additionalProperties');
  const names = faults.filter(({ keyword }) => keyword === 'propertyNames');
  const missing = faults.filter(({ keyword }) => keyword === 'required');
  const values = faults.filter(({ keyword }) => !KEYED.has(keyword));
  const keys = Object.keys(hintAt(faults[0]?.pointer ?? []).properties ?? {});
  const misspelt = new Set(unknown.map(({ key = '' }) => meantKey(key, keys)));
  const absent = missing.flatMap(({ key = '' }) => (misspelt.has(key) ? [] : [key]));
  const value =
    values.find(({ keyword }) => keyword !== 'form') ??
    (unknown.length + missing.length > 0 ? [] : (values[0] ?? []));
  const [first, ...rest] = absent;
  return [
    ...unknown,
    ...names,
    ...(first === undefined ? [] : [{ ...missing[0]!, key: first, keys: rest }]),
    ...[value].flat(),
  ];
}

function byPlace(a: Diagnostic, b: Diagnostic): number {
  return (a.at?.line ?? 0) - (b.at?.line ?? 0) || (a.at?.column ?? 0) - (b.at?.column ?? 0);
}
