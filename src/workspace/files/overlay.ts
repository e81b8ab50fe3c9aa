/**
 * A variant of a workspace: another file laid over it (as a JSON merge patch, RFC 7396, does): maps are merged key
 * by key, `null` takes a thing away, everything else replaces. The documents that come out know, of each value,
 * in which file it stands.
 */
import { isMap } from '../../collections/is-map.ts';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import type { SourceDocument } from '../read.ts';
import { isAlone } from '../subject.ts';

type Values = Record<string, unknown>;

/** The documents with the variant over them; what it adds stands in a document of its own. */
export function overlaid(
  documents: readonly SourceDocument[],
  variant: SourceDocument,
): readonly SourceDocument[] {
  const roots = documents.map(({ value }) => value);
  const added: Values = Object.create(null);
  for (const [pointer, value] of changesIn(variant.value)) {
    const at = roots.findIndex((root) => valueAt(root, pointer) !== undefined);
    const home = at === -1 && isAlone(pointer[0]) ? roots.findIndex((root) => pointer[0]! in root) : at;
    if (home !== -1) roots[home] = patched(roots[home], nested(pointer, value)) as Values;
    else if (value !== null) Object.assign(added, patched(added, nested(pointer, value)));
  }
  // A list of a whole section, such as `waivers`, stands for those of all files.
  for (const [section, value] of Object.entries(variant.value)) {
    if (isMap(value)) continue;
    roots.forEach((root, i) => {
      if (section in root) roots[i] = patched(root, { [section]: null }) as Values;
    });
    if (value !== null) added[section] = value;
  }
  const all = documents.map((document, i) =>
    roots[i] === document.value ? document : laid(document, roots[i]!, variant),
  );
  return [...all, { ...variant, value: added }];
}

/** What a variant changes, by the entries that hold it: `['departments', 'stores']`, `['policy', 'rules', 'no-voice']`. */
function* changesIn(root: Values): Iterable<[Pointer, unknown]> {
  for (const [section, entries] of Object.entries(root)) {
    if (!isMap(entries)) continue;
    for (const [id, entry] of Object.entries(entries)) {
      const spread = section === 'policy' && (id === 'rules' || id === 'weights') && isMap(entry);
      if (!spread) yield [[section, id], entry];
      else for (const [key, item] of Object.entries(entry)) yield [[section, id, key], item];
    }
  }
}

function nested(pointer: Pointer, value: unknown): unknown {
  return pointer.reduceRight(
    (inner: unknown, key) => Object.assign(Object.create(null), { [key]: inner }),
    value,
  );
}

/** RFC 7396; maps have no prototype, as everywhere here. */
function patched(value: unknown, patch: unknown): unknown {
  if (!isMap(patch)) return patch;
  const copy: Values = Object.assign(Object.create(null), isMap(value) ? value : undefined);
  for (const [key, item] of Object.entries(patch)) {
    if (item === null) delete copy[key];
    else copy[key] = patched(copy[key], item);
  }
  return copy;
}

/** A document whose values are the merged ones, and each place that of whoever wrote the value last. */
function laid(document: SourceDocument, value: Values, variant: SourceDocument): SourceDocument {
  const of = (pointer: Pointer): SourceDocument => (isFrom(variant, document, pointer) ? variant : document);
  return {
    ...document,
    value,
    spoilt: new Set(),
    locate: (pointer, options) => of(pointer).locate(pointer, options),
    written: (pointer) => of(pointer).written(pointer),
    torn: (pointer, key, isKey) => of(pointer).torn(pointer, key, isKey),
  };
}

/** Whether a value, or the nearest that holds it, stands in the variant. */
function isFrom(variant: SourceDocument, document: SourceDocument, pointer: Pointer): boolean {
  let [over, under]: unknown[] = [variant.value, document.value];
  for (const key of pointer) {
    if (!isMap(over)) return true;
    if (!(key in over)) return under === undefined;
    over = over[String(key)];
    under = isMap(under) ? under[String(key)] : undefined;
  }
  return under === undefined || !isMap(over);
}

function valueAt(root: unknown, pointer: Pointer): unknown {
  return pointer.reduce((here: unknown, key) => (isMap(here) ? here[String(key)] : undefined), root);
}
