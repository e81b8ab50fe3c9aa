/**
 * The plan as text, made to be committed and compared: fixed order of keys, two spaces, LF, final newline.
 * What holds no further objects (an attendee, a group, a list of ids) takes one line, so that a small change
 * of the plan is a small change of lines.
 */
import type { Plan } from '../model/plan.ts';

/** The whole text of `plan.json`. */
export function planText(plan: Plan): string {
  return `${valueText(plan, '')}\n`;
}

function valueText(value: unknown, indent: string): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return listText(value, indent);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (indent !== '' && entries.every(([, item]) => isFlat(item))) return leafText(entries);
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

function isFlat(value: unknown): boolean {
  return value === null || typeof value !== 'object';
}
