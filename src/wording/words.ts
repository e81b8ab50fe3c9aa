/** Numbers and lists as people say them, wherever anything is said: calendars, pages, sheets. */

import type { Numbers } from '../calendar/say.ts';

/** At most one decimal, no thousands lost: `72.8`, `1,090`; `72,8`, `1.090` in German. */
export function decimal({ number }: Numbers, value: number): string {
  return number(value);
}

/** `1 person`, `1,090 people`. */
export function peopleWords(say: Numbers, count: number): string {
  return counted(say, count, 'person', 'people');
}

/** `1 session`, `12 sessions`. */
export function counted(say: Numbers, count: number, one: string, many = `${one}s`): string {
  return `${decimal(say, count)} ${count === 1 ? one : many}`;
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[], and = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)}`;
}

/** A list of names that may hold commas and "and" themselves. */
export function namesWords(items: readonly string[]): string {
  return items.join('; ');
}

/** A list of which only the first few are said: `Leeds, York and 22 more`. */
export function someWords(items: readonly string[], most: number): string {
  if (items.length <= most) return listWords(items);
  return `${items.slice(0, most - 1).join(', ')} and ${items.length - most + 1} more`;
}

/** A sentence with its full stop; whatever ends one already is left alone. */
export function sentence(text: string): string {
  const trimmed = text.trim();
  return trimmed === '' || /[.!?…:]["”’)]*$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

/** First letter in upper case. */
export function capital(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Id as a name: `month-end` → `Month end`. */
export function idWords(id: string): string {
  return capital(id.replace(/[-_]/g, ' '));
}
