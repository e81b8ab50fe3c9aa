/** Maps, where something simpler was written: a list of ids, a number, a word. */
import type { Hint } from '../shape.gen.js';
import { suggestWhen } from './suggest-when.ts';
import type { WrongValue } from './wrong-value.ts';

/** `[ward, office]` → `{ departments: [ward, office] }`: an audience says what its ids are. */
export function asAudience(value: readonly unknown[]): string | undefined {
  const few = value.length > 0 && value.length <= 4;
  if (!few || !value.every((id) => typeof id === 'string' && /^[a-z0-9-]{1,20}$/.test(id))) return undefined;
  const ids = value.join(', ');
  return `write { departments: [${ids}] }, or { roles: [${ids}] }`;
}

/** `[empathy, clarity]` → `{ empathy: {}, clarity: {} }`: entries stand under their ids. */
export function asMap(value: readonly unknown[]): string | undefined {
  const few = value.length > 0 && value.length <= 4;
  if (!few || !value.every((id) => typeof id === 'string' && /^[a-z0-9-]{1,20}$/.test(id))) return undefined;
  return `write { ${value.map((id) => `${id}: {}`).join(', ')} }`;
}

/** `3` where a role is due → `{ department: …, heads: 3 }`: the one key of its example that takes a number. */
export function asKey(value: number, { hint, form }: WrongValue): string | undefined {
  const { required = [], properties = {} } = hint;
  const shown = [...form.matchAll(/(\w+):/g)].map(([, key = '']) => key).filter((key) => key in properties);
  const keys = [...new Set([...required, ...shown])];
  const taking = keys.filter((key) => [properties[key]?.type].flat().includes('integer'));
  if (taking.length !== 1) return undefined;
  return `write { ${keys.map((key) => `${key}: ${key === taking[0] ? value : '…'}`).join(', ')} }`;
}

/** `shop` where a host is due → `{ department: shop, guests: … }`: its first key, where that takes a text. */
export function asFirstKey(text: string, { hint, form }: WrongValue): string | undefined {
  const { required = [], properties = {} } = hint;
  const [first, ...others] = required;
  if (!form.startsWith('{') || first === undefined || text.length > 60 || /[\n"{}[\]:#]/.test(text))
    return undefined;
  if (['integer', 'number', 'array', 'object'].includes([properties[first]?.type].flat()[0] ?? ''))
    return undefined;
  const value = text.includes(',') ? `"${text.trim()}"` : text.trim();
  const more = others.map((key) => `, ${key}: ${properties[key]?.['x-example'] ?? '…'}`).join('');
  return `write { ${first}: ${value}${more} }`;
}

/** `name:Shop` where a map is due; `monthly` where `{ every: month }` is. */
export function suggestMap(text: string, hint: Hint): string | undefined {
  const pair = /^([A-Za-z-]{1,40}):(\S.{0,60})$/.exec(text);
  if (pair) return `write a space after the colon: ${pair[1]}: ${pair[2]}`;
  const range = /^(\d{1,4})\s*(?:-|–|to)\s*(\d{1,4})$/.exec(text.trim());
  if (range && hint.properties?.min && hint.properties.max)
    return `write { min: ${Number(range[1])}, max: ${Number(range[2])} }`;
  const every = hint.properties?.every?.enum;
  return every && suggestWhen(text, every);
}
