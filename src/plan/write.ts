/**
 * The plan as text, made to be committed and compared: fixed order of keys, two spaces, LF, final newline.
 * What holds no further objects (an attendee, a group, a list of ids) takes one line, so that a small change
 * of the plan is a small change of lines. It comes in pieces: a large firm's plan is longer than any string.
 */
import type { Plan } from '../model/plan.ts';

/** The whole text of `plan.json`, a session (ritual, group, …) at a time. */
export function* planPieces(plan: Plan): Generator<string> {
  yield* pieces(plan, '');
  yield '\n';
}

/** A piece for each item of a list that stands in nothing but objects. */
function* pieces(value: unknown, indent: string): Generator<string> {
  const inner = `${indent}  `;
  if (Array.isArray(value) && !value.every(isFlat)) {
    let before = '[\n';
    for (const item of value) {
      yield before + inner + valueText(item, inner);
      before = ',\n';
    }
    yield `\n${indent}]`;
  } else if (isBranch(value, indent)) {
    let before = '{\n';
    for (const [key, item] of entriesOf(value)) {
      yield `${before + inner + JSON.stringify(key)}: `;
      yield* pieces(item, inner);
      before = ',\n';
    }
    yield `\n${indent}}`;
  } else yield valueText(value, indent);
}

function valueText(value: unknown, indent: string): string {
  if (isFlat(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return listText(value, indent);
  const entries = entriesOf(value as object);
  if (!isBranch(value, indent)) return leafText(entries);
  const inner = `${indent}  `;
  const lines = entries.map(([key, item]) => `${inner}${JSON.stringify(key)}: ${valueText(item, inner)}`);
  return `{\n${lines.join(',\n')}\n${indent}}`;
}

function listText(list: readonly unknown[], indent: string): string {
  if (list.every(isFlat)) return `[${list.map((item) => JSON.stringify(item)).join(', ')}]`;
  const inner = `${indent}  `;
  return `[\n${list.map((item) => inner + valueText(item, inner)).join(',\n')}\n${indent}]`;
}

function leafText(entries: readonly [string, unknown][]): string {
  const parts = entries.map(([key, item]) => `${JSON.stringify(key)}: ${JSON.stringify(item)}`);
  return parts.length === 0 ? '{}' : `{ ${parts.join(', ')} }`;
}

function entriesOf(value: object): [string, unknown][] {
  return Object.entries(value).filter(([, item]) => item !== undefined);
}

/** An object that takes several lines: the plan itself, and whatever holds lists or objects. */
function isBranch(value: unknown, indent: string): value is object {
  return !isFlat(value) && (indent === '' || !entriesOf(value as object).every(([, item]) => isFlat(item)));
}

function isFlat(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
