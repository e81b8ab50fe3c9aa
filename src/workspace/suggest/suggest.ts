/** Remedies: the key, id or value that was probably meant. Each returns words to stand beside a caret. */
import { toDay } from '../../calendar/date.ts';
import { either, regionsMeant } from '../../calendar/region-names.ts';
import { nearest } from '../../diagnostics/nearest.ts';
import type { Hint } from '../shape.gen.js';
import { looksLikeDate, suggestDate, suggestMonth } from './suggest-date.ts';
import { suggestDays, suggestTimes } from './suggest-times.ts';
import { meantWords, SYNONYMS } from './synonyms.ts';

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

export interface WrongValue {
  readonly value: unknown;
  /** The scalar as it stands in the file. */
  readonly written: string | undefined;
  readonly hint: Hint;
  /** What is right, in words. */
  readonly form: string;
  /** Whether the map around it needs this key. */
  readonly required: boolean;
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
  if (Array.isArray(value)) return fromList(value, types, hint);
  if (typeof value === 'object') return undefined;
  if (typeof value === 'boolean')
    return types.includes('string') && !isSpelled(wrong) ? inQuotes(wrong) : undefined;
  if (typeof value === 'number') return fromNumber(value, wrong, types);
  return typeof value === 'string' ? fromText(value, wrong, types) : undefined;
}

function fromList(value: readonly unknown[], types: readonly string[], hint: Hint): string | undefined {
  if (!types.includes('array') && types.includes('object') && hint.properties?.departments)
    return asAudience(value);
  if (types.length === 1 && types[0] === 'object') return asMap(value);
  if (
    types.includes('array') ||
    types.includes('object') ||
    value.length !== 1 ||
    typeof value[0] === 'object'
  )
    return undefined;
  return `write ${String(value[0])} without brackets`;
}

/** `[ward, office]` → `{ departments: [ward, office] }`: an audience says what its ids are. */
function asAudience(value: readonly unknown[]): string | undefined {
  const few = value.length > 0 && value.length <= 4;
  if (!few || !value.every((id) => typeof id === 'string' && /^[a-z0-9-]{1,20}$/.test(id))) return undefined;
  const ids = value.join(', ');
  return `write { departments: [${ids}] }, or { roles: [${ids}] }`;
}

/** `[empathy, clarity]` → `{ empathy: {}, clarity: {} }`: entries stand under their ids. */
function asMap(value: readonly unknown[]): string | undefined {
  const few = value.length > 0 && value.length <= 4;
  if (!few || !value.every((id) => typeof id === 'string' && /^[a-z0-9-]{1,20}$/.test(id))) return undefined;
  return `write { ${value.map((id) => `${id}: {}`).join(', ')} }`;
}

function empty({ required }: WrongValue): string {
  return required ? 'give it a value' : 'leave the key out, or give it a value';
}

function fromNumber(value: number, wrong: WrongValue, types: readonly string[]): string | undefined {
  const { written, form } = wrong;
  if (!types.includes('string')) return types.includes('object') ? asKey(value, wrong) : undefined;
  if (form.startsWith('a share'))
    return isCap(form) ? suggestCap(String(value)) : suggestShare(String(value));
  return isSpelled(wrong) ? suggestForm(written ?? String(value), form) : inQuotes(wrong);
}

/** Whether only some texts will do, of a form that quotes around anything else would not give it. */
function isSpelled({ hint, form }: WrongValue): boolean {
  return hint.enum !== undefined || /^(?:a date|a time|hours|days|a day|a month|a region)\b/.test(form);
}

/** `3` where a role is due → `{ department: …, heads: 3 }`: the one key of its example that takes a number. */
function asKey(value: number, { hint, form }: WrongValue): string | undefined {
  const { required = [], properties = {} } = hint;
  const shown = [...form.matchAll(/(\w+):/g)].map(([, key = '']) => key).filter((key) => key in properties);
  const keys = [...new Set([...required, ...shown])];
  const taking = keys.filter((key) => [properties[key]?.type].flat().includes('integer'));
  if (taking.length !== 1) return undefined;
  return `write { ${keys.map((key) => `${key}: ${key === taking[0] ? value : '…'}`).join(', ')} }`;
}

function inQuotes({ written, value }: WrongValue): string {
  return `put it in quotes: "${written ?? String(value)}"`;
}

const YES = /^(?:yes|on|y|no|off|n)$/i;
const NOTHING = /^(?:none|nothing|never|unpaid|n\/a)$/i;

function fromText(text: string, wrong: WrongValue, types: readonly string[]): string | undefined {
  const { hint, form } = wrong;
  if (text.trim() === '') return empty(wrong);
  const word = suggestWord(text, hint.enum ?? hint['x-words'] ?? []);
  if (types.includes('boolean')) return fromYes(text) ?? word;
  if (hint.enum || word !== undefined) return word;
  if (form.startsWith('a month')) return suggestMonth(text);
  if (types.includes('integer') || types.includes('number'))
    return (
      fromLength(text, form) ??
      fromNumeral(text) ??
      (types.includes('object') ? suggestMap(text, hint) : undefined)
    );
  const spelled = suggestForm(text, form);
  if (spelled !== undefined) return spelled;
  const day = text.trim();
  if (form.startsWith('a list of ranges') && toDay(day) !== undefined)
    return `write [{ from: ${day}, to: ${day} }]`;
  if (types.includes('object')) return suggestMap(text, hint);
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

/** `1h` and `1.5 hours` where minutes are due, `1h30`, `90 min` where hours are. */
function fromLength(text: string, form: string): string | undefined {
  const match =
    /^\s*(?:(\d{1,3}(?:[.,]\d{1,2})?)\s*h(?:ours?|rs?)?)?\s*(?:(\d{1,4})\s*(?:m(?:in(?:ute)?s?)?)?)?\s*$/i.exec(
      text.slice(0, 40),
    );
  if (!match?.[1] || !/minutes/.test(form)) return undefined;
  const minutes = Number(match[1].replace(',', '.')) * 60 + Number(match[2] ?? 0);
  return Number.isInteger(minutes) ? `write ${minutes}` : undefined;
}

/** `"12"`, `45 min`, `1,200`; a share is no number as long as nobody knows of what. */
function fromNumeral(text: string): string | undefined {
  const match = /^\s*(\d[\d,' ]*(?:\.\d+)?)\s*([a-z]*)\s*$/i.exec(text.slice(0, 40));
  return match?.[1] === undefined ? undefined : `write ${match[1].replace(/[,' ]/g, '')}`;
}

/** `10%` of 120 people → `write 12`, with what it is a part of. */
export function fromShare(text: string, whole: number, of: string): string | undefined {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:%|per ?cent)\s*$/i.exec(text.slice(0, 40));
  if (!match?.[1] || whole <= 0) return undefined;
  const part = Math.round((Number(match[1].replace(',', '.')) / 100) * whole);
  return `write ${part}: ${match[1]}% of ${of}`;
}

/** `0.15`, `15`, `15 per cent` → `15%` */
function suggestShare(text: string): string | undefined {
  const match = /^\s*(\d{0,3}(?:[.,]\d{1,6})?)\s*(%|per ?cent)?\s*$/.exec(text.slice(0, 40));
  if (!match?.[1]) return undefined;
  const value = Number(match[1].replace(',', '.'));
  if (match[2] === undefined && value === 1) return 'write 100% for all, or 1% for one in a hundred';
  const share = match[2] === undefined && value < 1 ? value * 100 : value;
  return share <= 100 ? `write ${Math.round(share * 100) / 100}%` : undefined;
}

/** A share or a number of people. */
function isCap(form: string): boolean {
  return form.includes('people');
}

/** `2`, `two people`, `2 persons` → `2 people`; a bare whole number may mean either. */
function suggestCap(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  const match = /^(\d{1,6}|one|two|three|four|five|six) *(people|persons?|heads?|ppl|at a time)?$/.exec(word);
  if (!match) return suggestShare(text);
  const spelt = ['one', 'two', 'three', 'four', 'five', 'six'].indexOf(match[1]!);
  const number = spelt < 0 ? Number(match[1]) : spelt + 1;
  if (number === 0) return 'write 1 person: with nobody away, nobody learns';
  const people = number === 1 ? '1 person' : `${number} people`;
  return match[2] || spelt >= 0 || number > 100
    ? `write ${people}`
    : `write ${people}, or ${number}% if a share is meant`;
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

/** `name:Shop` where a map is due; `monthly` where `{ every: month }` is. */
function suggestMap(text: string, hint: Hint): string | undefined {
  const pair = /^([A-Za-z-]{1,40}):(\S.{0,60})$/.exec(text);
  if (pair) return `write a space after the colon: ${pair[1]}: ${pair[2]}`;
  const range = /^(\d{1,4})\s*(?:-|–|to)\s*(\d{1,4})$/.exec(text.trim());
  if (range && hint.properties?.min && hint.properties.max)
    return `write { min: ${Number(range[1])}, max: ${Number(range[2])} }`;
  const every = hint.properties?.every?.enum;
  const word = every && (meantWords(text, every)[0] ?? nearest(text, every));
  return word ? `write { every: ${word} }` : undefined;
}
