/** One change of a text, and what it has to make of the values in it. */
import type { Pointer } from '../../diagnostics/diagnostic.ts';

/** A change that cannot be made without touching what it should not. */
export class EditError extends Error {
  override readonly name = 'EditError';
  /** Where in the text the obstacle stands; undefined when it is no one place. */
  readonly offset: number | undefined;

  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}

export interface TextEdit {
  readonly pointer: Pointer;
  readonly op: 'set' | 'add' | 'remove';
  readonly value?: unknown;
}

/** What a change makes of plain values; maps are Maps, so that no key has a meaning of its own. */
export function changed(value: unknown, pointer: Pointer, edit: TextEdit): unknown {
  const [part, ...rest] = pointer;
  if (part === undefined) return changedHere(value, edit);
  if (Array.isArray(value)) {
    return value.flatMap((item, i) => {
      if (String(i) !== String(part)) return [item];
      const next = changed(item, rest, edit);
      return next === undefined ? [] : [next];
    });
  }
  const map = new Map(value instanceof Map ? value : []);
  const key = [...map.keys()].find((name) => String(name) === String(part)) ?? String(part);
  const next = changed(map.get(key), rest, edit);
  if (next === undefined) map.delete(key);
  else map.set(key, next);
  return map;
}

function changedHere(value: unknown, { op, value: given }: TextEdit): unknown {
  if (op === 'set') return asMaps(given);
  if (op === 'remove') {
    if (given === undefined) return undefined;
    const list = value as unknown[];
    return list.filter((_, i) => i !== list.indexOf(given));
  }
  if (value === undefined || value === null) return [asMaps(given)];
  return [...(Array.isArray(value) ? value : [value]), asMaps(given)];
}

function asMaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asMaps);
  if (typeof value !== 'object' || value === null) return value;
  return new Map(Object.entries(value).map(([key, item]) => [key, asMaps(item)]));
}

/** Whether two plain values hold the same, maps in any order. */
export function same(a: unknown, b: unknown): boolean {
  if (Array.isArray(a)) return Array.isArray(b) && a.length === b.length && a.every((x, i) => same(x, b[i]));
  if (a instanceof Map) {
    if (!(b instanceof Map) || a.size !== b.size) return false;
    return [...a].every(([key, value]) => b.has(key) && same(value, b.get(key)));
  }
  return a === b;
}
