/** Variants of a workspace as files: those of its folder `variants`, or any that are named. */
import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { MAX_FILE_BYTES, readText } from './files/bytes.ts';
import { VARIANTS } from './files/find.ts';
import { readSource, type SourceDocument } from './read.ts';

export interface Variant {
  /** `twelve-per-cent` of `variants/twelve-per-cent.yaml` */
  readonly name: string;
  /** As a person would type it: a path, or settings of the command line. */
  readonly file: string;
  /** Laid over the workspace one after the other; undefined where the diagnostics say why. */
  readonly documents: readonly SourceDocument[] | undefined;
  readonly sources: ReadonlyMap<string, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Paths of the YAML files in the workspace's folder of variants, sorted. */
export function variantFiles(root: string): string[] {
  const folder = join(root, VARIANTS);
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => /\.ya?ml$/.test(name) && !name.startsWith('.'))
    .sort()
    .map((name) => join(folder, name));
}

/** @param path of the file @param shown the same as a person would type it */
export function readVariant(path: string, shown: string): Variant {
  const { text, diagnostics } = readText(dirname(path), basename(path), MAX_FILE_BYTES);
  const name = basename(path).replace(/\.ya?ml$/, '');
  if (text !== undefined) return variantOf(name, shown, text);
  const here = diagnostics.map((one) => ({ ...one, ...(one.at && { at: { ...one.at, file: shown } }) }));
  return { name, file: shown, documents: undefined, sources: new Map(), diagnostics: here };
}

/** A variant from the text of its file. */
export function variantOf(name: string, file: string, text: string): Variant {
  const { document, diagnostics } = readSource(file, text);
  const bad = diagnostics.some(({ severity }) => severity === 'error');
  const documents = document && !bad ? [document] : undefined;
  return { name, file, documents, sources: new Map([[file, text]]), diagnostics };
}

/** Several as one; the last word counts. */
export function together(variants: readonly Variant[]): Variant {
  return {
    name: variants.map(({ name }) => name).join(', '),
    file: variants.map(({ file }) => file).join(' '),
    documents: variants.every(({ documents }) => documents)
      ? variants.flatMap(({ documents }) => documents!)
      : undefined,
    sources: new Map(variants.flatMap(({ sources }) => [...sources])),
    diagnostics: variants.flatMap(({ diagnostics }) => diagnostics),
  };
}
