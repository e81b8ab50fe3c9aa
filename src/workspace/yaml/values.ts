/**
 * YAML nodes into plain values, by our own walk: it names both places of a duplicate key, counts what
 * aliases stand for before anything is expanded, and lets no key reach an object's prototype.
 */
import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { subject } from '../subject.ts';
import type { Lines } from './positions.ts';

/** Values that all aliases of one file may stand for together. */
export const MAX_EXPANDED = 100_000;

const RESERVED = new Set(['__proto__', 'constructor', 'prototype']);

/** Stands where a value could not be understood. */
export const HOLE: Readonly<Record<string, never>> = Object.freeze(Object.create(null));

interface PlainValue {
  readonly value: unknown;
  /** Number of values in it with every alias written out. */
  readonly size: number;
}

export interface Values {
  /** Undefined when its aliases stand for more than may be held. */
  readonly value: unknown;
  readonly anchors: ReadonlyMap<string, Node>;
  readonly diagnostics: readonly Diagnostic[];
  /** Maps from which keys had to be left out, and {@link HOLE}: their shape is not worth a second message. */
  readonly spoilt: ReadonlySet<unknown>;
}

/** Plain values of a tree (maps without a prototype); what may not be said is reported and left out. */
export function toValues(root: Node | null, lines: Lines): Values {
  const walk = new Walk(lines);
  const { value } = walk.convert(root);
  const { anchors, diagnostics, spoilt } = walk;
  return { value: walk.bomb ? undefined : value, anchors, diagnostics, spoilt };
}

class Walk {
  readonly anchors = new Map<string, Node>();
  readonly diagnostics: Diagnostic[] = [];
  readonly spoilt = new Set<unknown>([HOLE]);
  bomb = false;
  readonly #done = new Map<string, PlainValue>();
  readonly #lines: Lines;
  #expanded = 0;
  /** Keys and indices down to the value that is being converted. */
  readonly #path: (string | number)[] = [];

  constructor(lines: Lines) {
    this.#lines = lines;
  }

  convert(node: unknown): PlainValue {
    if (isAlias(node)) return this.#alias(node);
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return { value: null, size: 1 };
    if (node.tag !== undefined) this.#refuseTag(node as Node, node.tag);
    if (node.anchor) {
      this.anchors.set(node.anchor, node as Node);
      this.#done.delete(node.anchor);
    }
    const converted = isMap(node)
      ? this.#map(node)
      : isSeq(node)
        ? this.#list(node.items)
        : { value: node.value, size: 1 };
    if (node.anchor) this.#done.set(node.anchor, converted);
    return converted;
  }

  #list(items: readonly unknown[]): PlainValue {
    const value: unknown[] = [];
    let size = 1;
    for (const item of items) {
      const converted = this.#below(value.length, item);
      value.push(converted.value);
      size += converted.size;
    }
    return { value, size };
  }

  #below(part: string | number, node: unknown): PlainValue {
    this.#path.push(part);
    const converted = this.convert(node);
    this.#path.pop();
    return converted;
  }

  #map(map: YAMLMap): PlainValue {
    const value: Record<string, unknown> = Object.create(null);
    const seen = new Map<string, Node>();
    let size = 1;
    for (const pair of map.items) {
      const name = this.#key(pair, seen);
      const converted = this.#below(isScalar(pair.key) ? String(pair.key.value) : '', pair.value);
      size += converted.size;
      if (name === undefined) this.spoilt.add(value);
      else value[name] = converted.value;
    }
    return { value, size };
  }

  /** The key's name, or undefined where it may not be used. */
  #key(pair: Pair, seen: Map<string, Node>): string | undefined {
    const key = pair.key as Node;
    if (!isScalar(key)) {
      this.#report(key, 'complex-key', 'this key is not a plain word', { fix: 'keys are plain words' });
      return undefined;
    }
    const name = String(key.value);
    const first = seen.get(name);
    if (first) {
      const place = this.#place(first);
      const what = subject([...this.#path, name]);
      this.#report(key, 'duplicate-key', `${what} stands twice, first at line ${place.line}`, {
        fix: 'keep one of the two',
        related: [{ message: 'the first one', at: place }],
      });
      return undefined;
    }
    seen.set(name, key);
    if (name === '<<') {
      this.#report(key, 'merge-key', 'the merge key "<<" is not part of YAML 1.2', {
        fix: 'write the keys out here',
      });
      return undefined;
    }
    if (RESERVED.has(name)) {
      this.#report(key, 'reserved-key', `"${name}" is a reserved word and cannot be a key or an id`, {
        fix: 'choose another name',
      });
      return undefined;
    }
    return name;
  }

  #alias(alias: Alias): PlainValue {
    const nothing: PlainValue = { value: HOLE, size: 1 };
    const name = alias.source;
    const anchor = this.anchors.get(name);
    if (!anchor) {
      this.#report(alias, 'unknown-alias', `the alias *${name} has no anchor &${name} above it`, {
        fix: `put text that begins with * in quotes, or &${name} before what it stands for`,
      });
      return nothing;
    }
    const related = [{ message: `the anchor &${name}`, at: this.#place(anchor) }];
    const meant = this.#done.get(name);
    if (!meant) {
      this.#report(alias, 'alias-cycle', `the alias *${name} stands inside the very value it repeats`, {
        fix: 'write the value out',
        related,
      });
      return nothing;
    }
    this.#expanded += meant.size;
    if (this.#expanded > MAX_EXPANDED && !this.bomb) {
      this.bomb = true;
      const message = `the aliases up to *${name} stand for ${this.#expanded} values, more than the ${MAX_EXPANDED} allowed`;
      this.#report(alias, 'alias-bomb', message, { fix: 'write out what is really meant', related });
    }
    return this.bomb ? nothing : meant;
  }

  #refuseTag(node: Node, tag: string): void {
    const short = tag.startsWith('tag:yaml.org,2002:') ? `!!${tag.slice(18)}` : tag;
    this.diagnostics.push({
      code: 'tag',
      severity: 'error',
      message: `the tag ${short} is not part of the language`,
      at: this.#lines.placeBefore(short, node.range?.[0] ?? 0),
      fix: 'remove the tag',
    });
  }

  #report(node: Node, code: string, message: string, more: Partial<Diagnostic>): void {
    this.diagnostics.push({ code, severity: 'error', message, at: this.#place(node), ...more });
  }

  #place(node: Node) {
    const [from, to] = node.range ?? [0, 0];
    return this.#lines.place(from, to);
  }
}
