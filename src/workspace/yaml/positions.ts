/** Offsets into lines and columns, and pointers into places of one YAML file. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Place, Pointer } from '../../diagnostics/diagnostic.ts';

/** Knows where the lines of a text begin. Columns count UTF-16 units from 1, as editors do. */
export class Lines {
  readonly #starts: number[] = [0];
  readonly #file: string;
  readonly #text: string;

  constructor(file: string, text: string) {
    this.#file = file;
    this.#text = text;
    for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) this.#starts.push(at + 1);
  }

  get count(): number {
    return this.#starts.length;
  }

  /** The place of `[from, to)`; the part that stands on the first line when it spans several. */
  place(from: number, to = from): Place {
    const start = Math.min(from, this.#text.length);
    const line = this.#lineOf(start);
    const lineStart = this.#starts[line - 1] ?? 0;
    const newline = this.#text.indexOf('\n', start);
    const stop = Math.min(to, newline === -1 ? this.#text.length : newline);
    const end = start + this.#text.slice(start, Math.max(start, stop)).trimEnd().length;
    const column = start - lineStart + 1;
    return { file: this.#file, line, column, ...(end > start && { endColumn: end - lineStart + 1 }) };
  }

  /** The place of a word that stands before an offset on the same line; of the offset where it does not. */
  placeBefore(word: string, offset: number): Place {
    const at = this.#text.lastIndexOf(word, offset);
    return at === -1 || this.#text.slice(at, offset).includes('\n')
      ? this.place(offset)
      : this.place(at, at + word.length);
  }

  #lineOf(offset: number): number {
    let low = 0;
    let high = this.#starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((this.#starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  }
}

/** What an alias stands for. */
export type Anchors = ReadonlyMap<string, Node>;

interface FoundPair {
  readonly key?: Node;
  readonly value?: Node | undefined;
}

/** Follows pointers through the YAML tree of one file. */
export class Locator {
  readonly #lines: Lines;
  readonly #root: Node | null;
  readonly #anchors: Anchors;
  readonly #pairs = new WeakMap<YAMLMap, Map<string, Pair>>();

  constructor(lines: Lines, root: Node | null, anchors: Anchors) {
    this.#lines = lines;
    this.#root = root;
    this.#anchors = anchors;
  }

  /** The place of a value (or key); of its nearest written parent when it is not there. */
  locate(pointer: Pointer, options?: { readonly key?: boolean }): Place | undefined {
    const { found, whole } = this.#follow(pointer);
    const { key, value } = found;
    if (!value && !key) return this.#lines.place(0);
    if (key && (options?.key || !whole || !value || isMissing(value))) return this.#placeOf(key);
    return this.#placeOf(value ?? key!);
  }

  /** The text of a scalar as the person wrote it; undefined for anything else. */
  written(pointer: Pointer): string | undefined {
    const { found, whole } = this.#follow(pointer);
    return whole && isScalar(found.value) ? found.value.source : undefined;
  }

  /** The map at a pointer, as a tree. */
  mapAt(pointer: Pointer): YAMLMap | undefined {
    const { found, whole } = this.#follow(pointer);
    const target = isAlias(found.value) ? this.#anchors.get(found.value.source) : found.value;
    return whole && isMap(target) ? target : undefined;
  }

  #follow(pointer: Pointer): { readonly found: FoundPair; readonly whole: boolean } {
    let found: FoundPair = { value: this.#root ?? undefined };
    for (const part of pointer) {
      const next = this.#step(found.value, part);
      if (!next) return { found, whole: false };
      found = next;
    }
    return { found, whole: true };
  }

  #step(node: Node | undefined, part: string | number): FoundPair | undefined {
    const target = isAlias(node) ? this.#anchors.get(node.source) : node;
    if (isMap(target)) {
      const pair = this.#pairsOf(target).get(String(part));
      return pair && { key: pair.key as Node, value: (pair.value as Node | null) ?? undefined };
    }
    const item = isSeq(target) ? (target.items[Number(part)] as Node | undefined) : undefined;
    return item && { value: item };
  }

  #pairsOf(map: YAMLMap): Map<string, Pair> {
    let pairs = this.#pairs.get(map);
    if (!pairs) {
      pairs = new Map();
      for (const pair of map.items) {
        const name = isScalar(pair.key) ? String(pair.key.value) : '';
        if (!pairs.has(name)) pairs.set(name, pair);
      }
      this.#pairs.set(map, pairs);
    }
    return pairs;
  }

  #placeOf(node: Node): Place {
    const [from, to] = node.range ?? [0, 0];
    return this.#lines.place(from, to);
  }
}

/** `key:` with nothing behind it has no text to point at. */
function isMissing(node: Node): boolean {
  return isScalar(node) && node.range !== undefined && node.range !== null && node.range[0] === node.range[1];
}
