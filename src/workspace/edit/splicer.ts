/** The characters of a YAML text that a change exchanges: the library's tree says where a value stands. */
import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';
import type { Pointer } from '../../diagnostics/diagnostic.ts';
import { mustBeAlone } from '../yaml/shared.ts';
import { inline, pairText } from '../yaml/yaml-text.ts';
import { EditError, type TextEdit } from './text-edit.ts';

/** Entries of a section are written line by line; what is deeper on one line. */
const BLOCK_LEVELS = 3;

/** A text that can be changed once. */
export class Splicer {
  readonly #text: string;
  readonly #eol: string;
  readonly #root: Node | null;

  constructor(text: string, document: Document.Parsed, eol: string) {
    this.#text = text;
    this.#eol = eol;
    this.#root = document.contents;
  }

  change({ pointer, op, value }: TextEdit): string {
    if (op === 'remove') return this.#remove(pointer, value);
    if (op === 'add') return this.#add(pointer, value);
    return this.#set(pointer, value);
  }

  #set(pointer: Pointer, value: unknown): string {
    const { node, pair, depth } = this.#follow(pointer);
    if (depth === pointer.length) return this.#replace(node, pair, inline(value));
    // Maps between the deepest that is there and the new key are made with it.
    const key = String(pointer[depth]);
    const inside = pointer
      .slice(depth + 1)
      .reduceRight<unknown>((inner, part) => ({ [String(part)]: inner }), value);
    if (isMap(node)) return this.#insert(node, key, inside, depth);
    if (isNothing(node)) {
      if (depth === 0) return this.#append(pairText(key, inside, '', BLOCK_LEVELS - 1));
      return this.#replace(node, pair, inline({ [key]: inside }));
    }
    throw new EditError(`${pointer.slice(0, depth).join('.')} is no map`);
  }

  #add(pointer: Pointer, value: unknown): string {
    const { node, pair, depth } = this.#follow(pointer);
    // A section that is a list stands line by line, as a person writes it.
    if (depth === 0 && pointer.length === 1 && (isMap(node) || isNothing(node)) && !isFlow(node)) {
      return this.#append(`${pointer[0]}:\n  - ${inline(value)}`);
    }
    if (depth < pointer.length) return this.#set(pointer, [value]);
    if (isSeq(node)) return this.#push(node, value);
    if (isNothing(node)) return this.#replace(node, pair, inline([value]));
    if (isScalar(node)) return this.#replace(node, pair, inline([node.value, value]));
    throw new EditError(`${pointer.join('.')} is no list`);
  }

  #remove(pointer: Pointer, value: unknown): string {
    const { node, pair, parent, depth } = this.#follow(pointer);
    if (depth < pointer.length) throw new EditError(`there is no ${pointer.join('.')}`);
    if (value !== undefined) {
      if (!isSeq(node)) throw new EditError(`${pointer.join('.')} is no list`);
      const index = node.items.findIndex((item) => isScalar(item) && item.value === value);
      if (index === -1) throw new EditError(`${pointer.join('.')} does not hold ${String(value)}`);
      return this.#take(node, index);
    }
    if (isSeq(parent)) return this.#take(parent, Number(pointer.at(-1)));
    if (!isMap(parent) || !pair) throw new EditError(`${pointer.join('.')} cannot be taken away`);
    return this.#take(parent, parent.items.indexOf(pair));
  }

  /** The deepest node on the way that is there, the pair it is the value of, and how far the way went. */
  #follow(pointer: Pointer): { node: Node | null; pair?: Pair; parent?: Node; depth: number } {
    let node: Node | null = this.#root;
    let parent: Node | undefined;
    let pair: Pair | undefined;
    for (let depth = 0; depth < pointer.length; depth++) {
      mustBeAlone(this.#root, node, pointer.slice(0, depth));
      const part = pointer[depth]!;
      const step: { node: Node | null; pair?: Pair } | undefined = stepInto(node, part);
      if (!step) return { node, ...(pair && { pair }), ...(parent && { parent }), depth };
      parent = node ?? undefined;
      node = step.node;
      pair = step.pair;
    }
    mustBeAlone(this.#root, node, pointer);
    return { node, ...(pair && { pair }), ...(parent && { parent }), depth: pointer.length };
  }

  #replace(node: Node | null, pair: Pair | undefined, text: string): string {
    if (isNothing(node) || isBlock(node, this.#text)) {
      if (!pair) throw new EditError('the whole file cannot be exchanged');
      const colon = this.#text.indexOf(':', (pair.key as Node).range![1]);
      const end = isNothing(node) ? Math.max(colon + 1, node?.range?.[1] ?? 0) : this.#endOf(node!);
      const rest = this.#text.slice(end);
      return `${this.#text.slice(0, colon + 1)} ${text}${rest === '' || /^[\r\n,}\]]/.test(rest) ? '' : ' '}${rest.replace(/^ +(?=[\r\n])/, '')}`;
    }
    const [from, to] = node!.range!;
    return this.#text.slice(0, from) + text + this.#text.slice(to);
  }

  /** A new pair behind the last one of a map. */
  #insert(map: YAMLMap, key: string, value: unknown, depth: number): string {
    if (map.flow) return this.#insertFlow(map, map.items.length, inline({ [key]: value }).slice(2, -2));
    const last = map.items.at(-1)!;
    const first = (map.items[0]!.key as Node).range![0];
    const indent = ' '.repeat(first - this.#lineStart(first));
    const lines = pairText(key, value, indent, Math.max(0, BLOCK_LEVELS - 1 - depth));
    const gap = depth === 1 && lines.includes('\n') && this.#isAiry(map) ? '\n' : '';
    return this.#after(this.#endOfPair(last), gap + lines);
  }

  #push(seq: YAMLSeq, value: unknown): string {
    const last = seq.items.at(-1) as Node | undefined;
    if (seq.flow || !last) return this.#insertFlow(seq, seq.items.length, inline(value));
    const dash = this.#text.lastIndexOf('-', (seq.items[0] as Node).range![0] - 1);
    const indent = ' '.repeat(dash - this.#lineStart(dash));
    return this.#after(this.#endOf(last), `${indent}- ${inline(value)}`);
  }

  #insertFlow(node: YAMLMap | YAMLSeq, count: number, text: string): string {
    const [from, to] = node.range!;
    if (count === 0) {
      const whole = isMap(node) ? `{ ${text} }` : `[${text}]`;
      return this.#text.slice(0, from) + whole + this.#text.slice(to);
    }
    const end = this.#endOfItem(node.items.at(-1)!);
    return `${this.#text.slice(0, end)}, ${text}${this.#text.slice(end)}`;
  }

  /** Takes one item of a collection away. */
  #take(node: YAMLMap | YAMLSeq, index: number): string {
    const item = node.items[index]!;
    const [from, to] = [this.#startOfItem(item), this.#endOfItem(item)];
    if (node.flow) {
      const [previous, next] = [node.items[index - 1], node.items[index + 1]];
      if (previous) return this.#cut(this.#endOfItem(previous), to);
      if (next) return this.#cut(from, this.#startOfItem(next));
      const empty = isMap(node) ? '{}' : '[]';
      return this.#text.slice(0, node.range![0]) + empty + this.#text.slice(node.range![1]);
    }
    // A file may hold nothing but comments.
    if (node.items.length === 1 && node !== this.#root)
      throw new EditError('nothing would be left of the map');
    const start = this.#lineStart(from);
    const before = this.#text.slice(start, from);
    if (!/^[ ]*(?:- )?$/.test(before) || (isMap(node) && before.includes('-'))) {
      throw new EditError('it shares its line with something else');
    }
    return this.#cut(start, this.#lineEnd(to, true));
  }

  #cut(from: number, to: number): string {
    return this.#text.slice(0, from) + this.#text.slice(to);
  }

  /** New lines below the one on which something ends. */
  #after(end: number, lines: string): string {
    const at = this.#lineEnd(end, true);
    const before = this.#text.slice(0, at);
    const glue = before === '' || before.endsWith('\n') ? '' : this.#eol;
    return `${before}${glue}${lines.replaceAll('\n', this.#eol)}${this.#eol}${this.#text.slice(at)}`;
  }

  #append(lines: string): string {
    return this.#after(this.#text.length, lines);
  }

  #lineStart(offset: number): number {
    return this.#text.lastIndexOf('\n', offset - 1) + 1;
  }

  /** The end of the line on which something ends; of the line before when it ends with it, as block texts do. */
  #lineEnd(offset: number, after: boolean): number {
    if (offset > 0 && this.#text[offset - 1] === '\n') return offset;
    const end = this.#text.indexOf('\n', offset);
    if (end === -1) return this.#text.length;
    return after ? end + 1 : end;
  }

  #startOfItem(item: unknown): number {
    const pair = item as Pair;
    return ((pair.key as Node | undefined) ?? (item as Node)).range![0];
  }

  #endOfItem(item: unknown): number {
    return isPairLike(item) ? this.#endOfPair(item) : this.#endOf(item as Node);
  }

  #endOfPair({ key, value }: Pair): number {
    if (isNothing(value as Node | null)) {
      const end = (key as Node).range![1];
      const colon = /^\s*:/.exec(this.#text.slice(end, end + 200));
      return colon ? end + colon[0].length : end;
    }
    return this.#endOf(value as Node);
  }

  /** Where the text of a value ends; comments and blank lines behind it are not part of it. */
  #endOf(node: Node): number {
    if (isCollection(node) && !node.flow && node.items.length > 0) {
      return this.#endOfItem(node.items.at(-1));
    }
    return node.range![1];
  }

  /** Whether entries are set apart by blank lines. */
  #isAiry(map: YAMLMap): boolean {
    const [a, b] = map.items.slice(-2);
    if (!a || !b) return true;
    return /\n[ \t]*\r?\n/.test(this.#text.slice(this.#endOfPair(a) - 1, (b.key as Node).range![0]));
  }
}

function stepInto(node: Node | null, part: string | number): { node: Node | null; pair?: Pair } | undefined {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
    return pair && { node: (pair.value as Node | null) ?? null, pair };
  }
  const item = isSeq(node) ? (node.items[Number(part)] as Node | undefined) : undefined;
  return item && { node: item };
}

function isFlow(node: Node | null | undefined): boolean {
  return isCollection(node) && node.flow === true;
}

function isPairLike(item: unknown): item is Pair {
  return typeof item === 'object' && item !== null && 'key' in item;
}

/** `key:` with nothing behind it. */
function isNothing(node: Node | null | undefined): boolean {
  return !node || (isScalar(node) && node.value === null && node.range![0] === node.range![1]);
}

function isBlock(node: Node | null, text: string): boolean {
  if (isCollection(node)) return !node.flow;
  return (
    isScalar(node) && /^[|>]/.test(text.slice(node.range![0], node.range![0] + 1)) && node.type !== 'PLAIN'
  );
}
