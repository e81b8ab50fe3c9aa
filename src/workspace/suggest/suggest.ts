/** Remedies: the key, id or value that was probably meant. Each returns words to stand beside a caret. */
import { toDay } from '../../calendar/date.ts';
import { either, regionsMeant } from '../../calendar/region-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Hint } from '../shape.gen.js';
import { looksLikeDate, suggestDate, suggestMonth, suggestMonths } from './suggest-date.ts';
import { asAudience, asFirstKey, asKey, asMap, suggestMap } from './suggest-map.ts';
import { suggestLength, suggestNumeral, suggestWhole } from './suggest-number.ts';
import { suggestRange } from './suggest-range.ts';
import { isCap, suggestCap, suggestShare } from './suggest-share.ts';
import { suggestDays, suggestTimes } from './suggest-times.ts';
import { suggestPeriod } from './suggest-when.ts';
import { meantWords, SYNONYMS } from './synonyms.ts';
import type { WrongValue } from './wrong-value.ts';

/** Remedy for an unknown key; undefined when nothing is near. */
export function suggestKey(key: string, keys: readonly string[]): string | undefined {
  const meant = meantKey(key, keys);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

/** The known key that was meant: near in letters, longer, or another word for the same. */
export function meantKey(key: string, keys: readonly string[]): string | undefined {
  const question = `${key} ${keys.join(' ')}`;
  if (!answers.has(question)) {
    if (answers.size === MOST_ANSWERS) answers.clear();
    answers.set(question, findKey(key, keys));
  }
  return answers.get(question);
}

/** The same typo in 9,000 entries is thought about once. */
const answers = new Map<string, string | undefined>();
const MOST_ANSWERS = 2_000;

function findKey(key: string, keys: readonly string[]): string | undefined {
  const word = key.toLowerCase();
  const longer = keys.filter((known) => word.length >= 4 && known.toLowerCase().startsWith(word));
  const other = SYNONYMS.get(word)?.find((synonym) => keys.includes(synonym));
  // What it is called here comes before what looks like it: the `size` of a room is no misspelt `site`.
  return other ?? nearest(key, keys) ?? (longer.length === 1 ? longer[0] : undefined);
}

/** An id made of what was written; undefined when nothing is left of it. */
export function suggestId(key: string): string | undefined {
  const id = key
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .replaceAll('ß', 'ss')
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 64)
    .replace(/^-+|-+$/g, '');
  if (id === '') return 'choose another id, and put the name into "name"';
  return id === key ? 'choose another id' : `write "${id}"`;
}

/** The types that may stand here; words to choose from are texts. */
export function typesOf(hint: Hint): readonly string[] {
  return hint.enum ? ['string'] : [hint.type ?? []].flat();
}

/** What to write instead, where that can be told. */
export function suggestValue(wrong: WrongValue): string | undefined {
  const { value, hint } = wrong;
  const types = typesOf(hint);
  if (value === null) return empty(wrong);
  const holidays = fromHolidays(value, wrong);
  if (holidays !== undefined) return holidays;
  if (Array.isArray(value)) return fromList(value, types, hint);
  if (typeof value === 'object') return undefined;
  if (typeof value === 'boolean')
    return types.includes('string') && !isSpelled(wrong) ? inQuotes(wrong) : undefined;
  if (typeof value === 'number') return fromNumber(value, wrong, types);
  return typeof value === 'string' ? fromText(value, wrong, types) : undefined;
}

/** `none` and a bare list of dates, where a region or a map of days off is due. */
function fromHolidays(value: unknown, { hint }: WrongValue): string | undefined {
  if (!hint.properties?.dates || !hint.properties.except) return undefined;
  const none = value === false || (typeof value === 'string' && (NOTHING.test(value) || /^no$/i.test(value)));
  if (none) return 'write { dates: [] } for no holidays at all';
  if (!Array.isArray(value) || !value.every((one) => typeof one === 'string' && toDay(one) !== undefined))
    return undefined;
  return `write { dates: [${value.slice(0, 4).join(', ')}${value.length > 4 ? ', …' : ''}] }`;
}

function fromList(value: readonly unknown[], types: readonly string[], hint: Hint): string | undefined {
  if (!types.includes('array') && types.includes('object') && hint.properties?.departments)
    return asAudience(value);
  if (types.length === 1 && types[0] === 'object') return asMap(value);
  if (
    types.includes('array') ||
    types.includes('object') ||
    value.length === 0 ||
    value.some((one) => typeof one === 'object')
  )
    return undefined;
  if (value.length > 1)
    return hint.enum ? `choose one: ${value.slice(0, 4).map(String).join(' or ')}` : undefined;
  return `write ${String(value[0])} without brackets`;
}

function empty({ required }: WrongValue): string {
  return required ? 'give it a value' : 'leave the key out, or give it a value';
}

function fromNumber(value: number, wrong: WrongValue, types: readonly string[]): string | undefined {
  const { written, form } = wrong;
  if (types.includes('boolean')) return value === 1 || value === 0 ? `write ${value === 1}` : undefined;
  if (types.includes('integer')) return suggestWhole(value, form, wrong.hint.minimum);
  if (!types.includes('string')) return types.includes('object') ? asKey(value, wrong) : undefined;
  if (form.startsWith('a share'))
    return isCap(form) ? suggestCap(String(value)) : suggestShare(String(value));
  return isSpelled(wrong) ? suggestForm(written ?? String(value), form) : inQuotes(wrong);
}

/** Whether only some texts will do, of a form that quotes around anything else would not give it. */
function isSpelled({ hint, form }: WrongValue): boolean {
  return hint.enum !== undefined || /^(?:a date|a time|hours|days|a day|a month|a region)\b/.test(form);
}

function inQuotes({ written, value }: WrongValue): string {
  return `put it in quotes: "${written ?? String(value)}"`;
}

const YES = /^(?:yes|on|y|no|off|n)$/i;
const NOTHING = /^(?:none|nothing|never|unpaid|n\/a)$/i;
const EVERYTHING = /^(?:all|any|every|everything|everyone|everywhere|\*)$/i;

function fromText(text: string, wrong: WrongValue, types: readonly string[]): string | undefined {
  const { hint, form } = wrong;
  if (text.trim() === '') return empty(wrong);
  const word = suggestWord(text, hint.enum ?? hint['x-words'] ?? []);
  if (types.includes('boolean')) return fromYes(text) ?? word;
  if (word !== undefined) return word;
  if (hint.enum) return hint.enum.includes('fortnight') ? suggestPeriod(text) : undefined;
  if (form.startsWith('a month')) return suggestMonth(text);
  if (types.includes('integer') || types.includes('number'))
    return (
      (/\bshare\b/.test(form) && /(?:%|per ?cent)\s*$/.test(text) ? suggestShare(text) : undefined) ??
      (types.includes('object') ? suggestMap(text, hint) : undefined) ??
      suggestLength(text, form) ??
      suggestNumeral(text)
    );
  const spelled = suggestForm(text, form);
  if (spelled !== undefined) return spelled;
  if (types.includes('array') && NOTHING.test(text)) return 'leave the key out for none';
  if (types.includes('array') && EVERYTHING.test(text) && !form.startsWith('a list of months'))
    return 'name each of them in [ ], or leave the key out';
  if (form.startsWith('a list of months')) return suggestMonths(text);
  if (form.startsWith('a list of ranges') || form.startsWith('a range such')) {
    const range = suggestRange(text);
    return range && `write ${form.startsWith('a list') ? `[${range}]` : range}`;
  }
  if (types.includes('object')) return suggestMap(text, hint) ?? asFirstKey(text, wrong);
  // What may be a text, too, and is not, would be no better in a list.
  const isWord = !types.includes('string') || /^[a-z\d-]+$/.test(text.trim());
  return types.includes('array') && !types.includes('object') && isWord
    ? `write [${text.trim()}]`
    : undefined;
}

/** The text in the form that is due. */
function suggestForm(text: string, form: string): string | undefined {
  if (form.startsWith('a month')) return suggestMonth(text);
  if (form.startsWith('a date') && looksLikeDate(text)) return suggestDate(text);
  const times = suggestTimes(text, form);
  if (times !== undefined) return times;
  if (form.startsWith('days') || form.startsWith('a day ')) return suggestDays(text);
  if (form.startsWith('a share')) return isCap(form) ? suggestCap(text) : suggestShare(text);
  if (form.startsWith('a region')) return suggestRegion(text);
  if (form.startsWith('an id')) return suggestId(text);
  if (form.startsWith('a locale')) return suggestLocale(text);
  return form.startsWith('a domain') ? suggestDomain(text) : undefined;
}

/** `de_DE`, `en_GB.UTF-8` → `write de-DE` */
function suggestLocale(text: string): string | undefined {
  const match = /^([a-z]{2,3})[_-]([a-z]{2})(?:\..{1,20})?$/i.exec(text.trim());
  return match ? `write ${match[1]!.toLowerCase()}-${match[2]!.toUpperCase()}` : undefined;
}

/** `yes` was true in YAML 1.1; now it is a word. */
function fromYes(text: string): string | undefined {
  if (/^true$/i.test(text)) return 'write true without quotes';
  if (/^false$/i.test(text)) return 'write false without quotes';
  if (NOTHING.test(text)) return 'write false';
  if (!YES.test(text)) return undefined;
  return `${text} is text in YAML 1.2: write ${/^(?:yes|on|y)$/i.test(text) ? 'true' : 'false'}`;
}

/** What it is called here comes before what looks like it: `internal` is no misspelt `external`. */
function suggestWord(text: string, values: readonly string[]): string | undefined {
  const other = meantWords(text, values);
  const meant = other.length > 0 ? other : [nearest(text, values) ?? []].flat();
  return meant.length === 0 ? undefined : `did you mean ${meant.map((word) => `"${word}"`).join(' or ')}?`;
}

function suggestRegion(text: string): string | undefined {
  const meant = regionsMeant(text);
  if (meant.length > 0) return `write ${either(meant)}`;
  const region = text.trim().toUpperCase().replaceAll('_', '-');
  return /^[A-Z]{2}(?:-[A-Z0-9]{1,12}){0,2}$/.test(region) ? `write ${region}` : undefined;
}

/** `https://fernhill.example/about` → `fernhill.example` */
function suggestDomain(text: string): string | undefined {
  const host = /^(?:[a-z]+:\/\/)?(?:[^@/]*@)?([a-z0-9.-]{1,253})/i.exec(text.trim())?.[1]?.toLowerCase();
  return host?.includes('.') ? `write ${host.replace(/^www\./, '')}` : undefined;
}
