/**
 * The plan as text, made to be committed and compared: fixed order of keys, two spaces, LF, final newline.
 * What holds no further objects (an attendee, a group, a list of ids) takes one line, so that a small change
 * of the plan is a small change of lines. It comes in pieces: a large firm's plan is longer than any string.
 */
import type { Plan } from '../model/made/plan.ts';
import { remembered } from '../model/made/remembered.ts';

type Fields = Readonly<Record<string, unknown>>;

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
    for (const [key, item] of Object.entries(value)) {
      if (item === undefined) continue;
      yield `${before}${inner}${keyText(key)}`;
      yield* pieces(item, inner);
      before = ',\n';
    }
    yield `\n${indent}}`;
  } else yield valueText(value, indent);
}

/** Nothing here is written otherwise than it is between quotation marks. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** A flat value as JSON: as `JSON.stringify` writes it, which takes several times as long for a short text. */
function flatText(value: unknown): string {
  return typeof value === 'string' && PLAIN.test(value) ? `"${value}"` : JSON.stringify(value);
}

/** Of the few keys that all items share. */
const keyText = remembered((key: string) => `${JSON.stringify(key)}: `);

function valueText(value: unknown, indent: string): string {
  if (isFlat(value)) return flatText(value);
  if (Array.isArray(value)) return listText(value, indent);
  return isBranch(value, indent) ? branchText(value, `${indent}  `, indent) : leafText(value as Fields);
}

function listText(list: readonly unknown[], indent: string): string {
  if (list.every(isFlat)) return `[${list.map(flatText).join(', ')}]`;
  const inner = `${indent}  `;
  return `[\n${list.map((item) => inner + valueText(item, inner)).join(',\n')}\n${indent}]`;
}

function branchText(branch: Fields, inner: string, indent: string): string {
  let text = '';
  for (const key in branch) {
    const item = branch[key];
    if (item !== undefined)
      text += `${text === '' ? '{\n' : ',\n'}${inner}${keyText(key)}${valueText(item, inner)}`;
  }
  return `${text}\n${indent}}`;
}

function leafText(leaf: Fields): string {
  let text = '';
  for (const key in leaf) {
    const item = leaf[key];
    if (item !== undefined) text += `${text === '' ? '{ ' : ', '}${keyText(key)}${flatText(item)}`;
  }
  return text === '' ? '{}' : `${text} }`;
}

/** An object that takes several lines: the plan itself, and whatever holds lists or objects. */
function isBranch(value: unknown, indent: string): value is Fields {
  if (isFlat(value) || indent === '') return !isFlat(value);
  for (const key in value as Fields) if (!isFlat((value as Fields)[key])) return true;
  return false;
}

function isFlat(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
