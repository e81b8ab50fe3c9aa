/** Remedies: the key, id or value that was probably meant. Each returns words to stand beside a caret. */
import { nearest } from '../diagnostics/nearest.ts';
import type { Hint } from './shape.gen.js';
import { looksLikeDate, suggestDate, suggestMonth } from './suggest-date.ts';

/** Words that people bring from elsewhere, and what they are called here. */
const SYNONYMS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    title: ['name'],
    label: ['name'],
    duration: ['minutes'],
    length: ['minutes'],
    start: ['starts', 'from', 'at'],
    end: ['ends', 'to', 'by'],
    until: ['by', 'to', 'ends'],
    to: ['by'],
    by: ['to'],
    since: ['from'],
    time: ['at', 'hours'],
    times: ['hours'],
    day: ['days'],
    weekdays: ['days'],
    tz: ['timezone'],
    headcount: ['heads'],
    people: ['heads', 'audience'],
    staff: ['heads', 'roles'],
    who: ['audience'],
    attendees: ['audience'],
    target: ['audience'],
    capacity: ['seats'],
    size: ['seats'],
    places: ['seats', 'guests'],
    location: ['site'],
    locations: ['sites'],
    trainer: ['led', 'facilitators'],
    trainers: ['facilitators'],
    instructors: ['facilitators'],
    leader: ['led', 'head'],
    manager: ['head'],
    frequency: ['every', 'when'],
    schedule: ['when'],
    cadence: ['every', 'when'],
    prerequisites: ['after'],
    requires: ['after'],
    courses: ['modules'],
    trainings: ['modules'],
    sessions: ['modules', 'parts'],
    teams: ['departments'],
    jobs: ['roles'],
    journey: ['stages'],
    topics: ['themes'],
    kpis: ['metrics'],
    blackouts: ['busy', 'closed', 'away'],
    leave: ['away'],
    skills: ['teaches', 'skill'],
    mission: ['mantra'],
  }),
);

/** What people call the words of the language elsewhere. */
const WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    webinar: 'virtual',
    vilt: 'virtual',
    online: 'virtual',
    ilt: 'workshop',
    course: 'workshop',
    class: 'workshop',
    classroom: 'workshop',
    training: 'workshop',
    seminar: 'workshop',
    lecture: 'talk',
    elearning: 'self-paced',
    'e-learning': 'self-paced',
    video: 'self-paced',
    'one-to-one': 'coaching',
    '1:1': 'coaching',
    standup: 'huddle',
    biweekly: 'fortnight',
    annually: 'year',
    warning: 'warn',
    critical: 'error',
    fatal: 'error',
    none: 'off',
    no: 'off',
    disabled: 'off',
    staff: 'frontline',
    lead: 'manager',
    director: 'executive',
  }),
);

/** Remedy for an unknown key; undefined when nothing is near. */
export function suggestKey(key: string, keys: readonly string[]): string | undefined {
  const meant = meantKey(key, keys);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

/** The known key that was meant: near in letters, longer, or another word for the same. */
export function meantKey(key: string, keys: readonly string[]): string | undefined {
  const question = `${key} ${keys.join(' ')}`;
  if (!answers.has(question) && answers.size < MOST_ANSWERS) answers.set(question, findKey(key, keys));
  return answers.get(question);
}

/** The same typo in 9,000 entries is thought about once; 9,000 different ones are not worth the time. */
const answers = new Map<string, string | undefined>();
const MOST_ANSWERS = 2_000;

function findKey(key: string, keys: readonly string[]): string | undefined {
  const word = key.toLowerCase();
  const longer = keys.filter((known) => word.length >= 4 && known.toLowerCase().startsWith(word));
  const other = SYNONYMS.get(word)?.find((synonym) => keys.includes(synonym));
  return nearest(key, keys) ?? (longer.length === 1 ? longer[0] : other);
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

export interface Wrong {
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
export function suggestValue(wrong: Wrong): string | undefined {
  const { value, hint } = wrong;
  const types = typesOf(hint);
  if (value === null) return empty(wrong);
  if (Array.isArray(value)) return fromList(value, types);
  if (typeof value === 'object') return undefined;
  if (typeof value === 'boolean') return types.includes('string') ? inQuotes(wrong) : undefined;
  if (typeof value === 'number') return fromNumber(value, wrong, types);
  return typeof value === 'string' ? fromText(value, wrong, types) : undefined;
}

function fromList(value: readonly unknown[], types: readonly string[]): string | undefined {
  if (
    types.includes('array') ||
    types.includes('object') ||
    value.length !== 1 ||
    typeof value[0] === 'object'
  )
    return undefined;
  return `write ${String(value[0])} without brackets`;
}

function empty({ required }: Wrong): string {
  return required ? 'give it a value' : 'leave the key out, or give it a value';
}

function fromNumber(value: number, { written, form }: Wrong, types: readonly string[]): string | undefined {
  if (!types.includes('string')) return undefined;
  if (form.startsWith('a share'))
    return `write ${value > 0 && value < 1 ? Math.round(value * 1000) / 10 : value}%`;
  return `put it in quotes: "${written ?? value}"`;
}

function inQuotes({ written, value }: Wrong): string {
  return `put it in quotes: "${written ?? String(value)}"`;
}

const YES = /^(?:yes|on|y|no|off|n)$/i;

function fromText(text: string, wrong: Wrong, types: readonly string[]): string | undefined {
  const { hint, form } = wrong;
  if (text.trim() === '') return empty(wrong);
  const word = suggestWord(text, hint.enum ?? hint['x-words'] ?? []);
  if (types.includes('boolean')) return fromYes(text) ?? word;
  if (hint.enum || word !== undefined) return word;
  if (form.startsWith('a month')) return suggestMonth(text);
  if (types.includes('integer') || types.includes('number')) return fromNumeral(text);
  if (form.startsWith('a date') && looksLikeDate(text)) return suggestDate(text);
  const times = suggestTimes(text, form);
  if (times !== undefined) return times;
  if (form.startsWith('days') || form.startsWith('a day ')) return suggestDays(text);
  if (form.startsWith('a share')) return suggestShare(text);
  if (form.startsWith('a region')) return suggestRegion(text);
  if (form.startsWith('an id')) return suggestId(text);
  if (form.startsWith('a domain')) return suggestDomain(text);
  if (types.includes('object')) return suggestMap(text, hint);
  return types.includes('array') && !types.includes('object') ? `write [${text.trim()}]` : undefined;
}

/** `yes` was true in YAML 1.1; now it is a word. */
function fromYes(text: string): string | undefined {
  if (/^true$/i.test(text)) return 'write true without quotes';
  if (/^false$/i.test(text)) return 'write false without quotes';
  if (!YES.test(text)) return undefined;
  return `${text} is text in YAML 1.2: write ${/^(?:yes|on|y)$/i.test(text) ? 'true' : 'false'}`;
}

function suggestWord(text: string, values: readonly string[]): string | undefined {
  const other = WORDS.get(text.trim().toLowerCase());
  const meant = nearest(text, values) ?? (other !== undefined && values.includes(other) ? other : undefined);
  return meant === undefined ? undefined : `did you mean "${meant}"?`;
}

/** `"12"`, `45 min`, `1,200` */
function fromNumeral(text: string): string | undefined {
  const match = /^\s*(\d[\d,' ]*(?:\.\d+)?)\s*([a-z%]*)\s*$/i.exec(text.slice(0, 40));
  return match?.[1] === undefined ? undefined : `write ${match[1].replace(/[,' ]/g, '')}`;
}

/** `9:30` → `09:30`, `9-17`, `9:00 – 17:30` → `09:00-17:30` */
function suggestTimes(text: string, form: string): string | undefined {
  const clock = '(\\d{1,2})(?:[:.h](\\d{2}))?(?:\\s*uhr)?';
  if (form.startsWith('a time')) {
    const match = new RegExp(`^${clock}$`, 'i').exec(text.trim());
    const time = match && clockText(match[1], match[2]);
    return time ? `write ${time}` : undefined;
  }
  if (!form.startsWith('hours')) return undefined;
  const match = new RegExp(`^${clock}\\s*(?:-|–|—|to)\\s*${clock}$`, 'i').exec(text.trim());
  const from = match && clockText(match[1], match[2]);
  const to = match && clockText(match[3], match[4]);
  return from && to ? `write ${from}-${to}` : undefined;
}

function clockText(hours = '', minutes = '00'): string | undefined {
  if (Number(hours) > 23 || Number(minutes) > 59) return undefined;
  return `${hours.padStart(2, '0')}:${minutes}`;
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `Monday` → `mon`, `Mon–Fri` → `mon-fri`, `weekdays` → `mon-fri` */
function suggestDays(text: string): string | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'weekdays') return 'write mon-fri';
  if (word === 'weekend' || word === 'weekends') return 'write sat-sun';
  if (word === 'everyday' || word === 'every day' || word === 'all') return 'write daily';
  const parts = word.split(/\s*(?:-|–|—|to|,|\s)\s*/).filter((part) => part !== '');
  const days = parts.map((part) =>
    DAYS.find((day) => part.length >= 2 && (part.startsWith(day) || day.startsWith(part))),
  );
  if (days.length === 0 || days.includes(undefined)) return undefined;
  if (days.length === 1) return `write ${days[0]}`;
  return /,/.test(word) || days.length > 2 ? `write [${days.join(', ')}]` : `write ${days.join('-')}`;
}

function suggestShare(text: string): string | undefined {
  const match = /^\s*(\d{1,3}(?:[.,]\d{1,2})?)\s*(?:%|per ?cent)?\s*$/.exec(text.slice(0, 40));
  const value = Number(match?.[1]?.replace(',', '.'));
  if (!match || Number.isNaN(value) || value > 100) return undefined;
  return `write ${value < 1 && value > 0 && !text.includes('%') ? value * 100 : value}%`;
}

function suggestRegion(text: string): string | undefined {
  const region = text.trim().toUpperCase().replaceAll('_', '-');
  return /^[A-Z]{2}(?:-[A-Z0-9]{1,3}){0,2}$/.test(region) ? `write ${region}` : undefined;
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
  const every = hint.properties?.every?.enum;
  const word = every && (nearest(text, every) ?? WORDS.get(text.toLowerCase()));
  return word && every.includes(word) ? `write { every: ${word} }` : undefined;
}
