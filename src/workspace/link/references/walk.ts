/** Follows the paths of the reference table through values of any shape, and takes out what is wrong. */
import { isMap } from '../../../collections/is-map.ts';
import { append } from '../../../collections/lists.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';

export type Visit = (word: string, at: Pointer, alone: boolean) => void;

/** Calls `visit` for every text that a path leads to; what has another shape is passed over. */
export function walk(value: unknown, path: string, at: Pointer, visit: Visit): void {
  follow(value, steps(path), at, visit, true);
}

const parsed = new Map<string, readonly string[]>();

/** `touchpoints.*.owner[]` → `touchpoints`, `*`, `owner`, `[]` */
function steps(path: string): readonly string[] {
  let known = parsed.get(path);
  if (!known) {
    known = path.match(/\[\]|\{\}|\*|[A-Za-z]+/g) ?? [];
    parsed.set(path, known);
  }
  return known;
}

function follow(
  value: unknown,
  [step, ...rest]: readonly string[],
  at: Pointer,
  visit: Visit,
  alone: boolean,
): void {
  if (step === undefined) {
    if (typeof value === 'string') visit(value, at, alone);
  } else if (step === '[]') {
    if (!Array.isArray(value)) follow(value, rest, at, visit, alone);
    else for (let i = 0; i < value.length; i++) follow(value[i], rest, [...at, i], visit, false);
  } else if (isMap(value)) {
    if (step === '{}') for (const key of Object.keys(value)) visit(key, [...at, key], false);
    else if (step === '*') {
      for (const [key, item] of Object.entries(value)) follow(item, rest, [...at, key], visit, alone);
    } else follow(value[step], rest, [...at, step], visit, alone);
  }
}

/** A copy of a value without what stands at the pointers (relative to it). */
export function without(value: unknown, pointers: readonly Pointer[]): unknown {
  if (pointers.length === 0) return value;
  if (pointers.some((pointer) => pointer.length === 0)) return undefined;
  const below = new Map<string | number, Pointer[]>();
  for (const [part, ...rest] of pointers) {
    append(below, part!, rest);
  }
  const keep = (part: string | number, item: unknown): unknown => without(item, below.get(part) ?? []);
  if (Array.isArray(value)) return value.map((item, i) => keep(i, item)).filter((item) => item !== undefined);
  if (!isMap(value)) return value;
  const copy: Record<string, unknown> = Object.create(null);
  for (const [key, item] of Object.entries(value)) {
    const kept = keep(key, item);
    if (kept !== undefined) copy[key] = kept;
  }
  return copy;
}

/** The entries of a map inside a map; none where the shape is another. */
export function children(value: unknown, key: string): Map<string, unknown> {
  const inner = isMap(value) ? value[key] : undefined;
  return new Map(isMap(inner) ? Object.entries(inner) : []);
}
