/** Sessions (or their seats) → records by a mapping: each column a text made of fields. */
import { civilOf, MINUTES_A_DAY, toDay } from '../../calendar/date.ts';
import { toWall } from '../../calendar/zone.ts';
import type { ExportMapping } from './types.ts';

/** What can stand in braces: texts, and moments as minutes of a wall. */
export interface ExportItem {
  readonly texts: Readonly<Record<string, string>>;
  readonly start: number;
  readonly end: number;
}

/** Fields that are moments, with a pattern behind a colon. */
const MOMENTS = new Set(['start', 'end']);

export const FIELDS = [
  'session',
  'uid',
  'module',
  'moduleName',
  'title',
  'groups',
  'who',
  'departments',
  'site',
  'siteName',
  'room',
  'place',
  'facilitator',
  'leader',
  'heads',
  'minutes',
  'timezone',
  'startUtc',
  'endUtc',
  'format',
  'start',
  'end',
  'person',
  'email',
  'name',
] as const;

/** A mapping that asks for what there is not. */
export class ExportProblem extends Error {
  override readonly name = 'ExportProblem';
}

/** @throws ExportProblem where values are missing that only the other system knows */
export function recordsOf(items: Iterable<ExportItem>, mapping: ExportMapping): string[][] {
  const columns = mapping.columns.map(({ value }) => compiled(value));
  const missing = new Map<string, Set<string>>();
  const records = [...items].map((item) => {
    const look = (field: string): string => {
      const text = item.texts[field] ?? '';
      const theirs = mapping.values.get(field)?.get(text);
      if (theirs === undefined && mapping.mustMap.includes(field)) {
        missing.set(field, (missing.get(field) ?? new Set()).add(text));
      }
      return theirs ?? text;
    };
    return columns.map((column) => column(item, look));
  });
  const [first] = missing;
  if (first) {
    const [field, values] = first;
    const few = [...values].slice(0, 3).join(', ');
    throw new ExportProblem(
      `the other system has its own word for ${values.size === 1 ? 'a' : 'each'} ${field}, and the mapping does not say which for ${values.size} of them (${few}${values.size > 3 ? ' …' : ''}): write values: { ${field}: { ${[...values][0]}: … } }`,
    );
  }
  return records;
}

type Compiled = (item: ExportItem, look: (field: string) => string) => string;

/** @throws ExportProblem for a field that there is not */
function compiled(template: string): Compiled {
  const parts = template.split(/(\{[^{}]*\})/).map((part): Compiled => {
    const match = /^\{([A-Za-z]+)(?::([^{}]+))?\}$/.exec(part);
    if (!match) return () => part;
    const [, field, pattern] = match as unknown as [string, string, string | undefined];
    if (!FIELDS.some((known) => known === field)) {
      throw new ExportProblem(
        `the mapping asks for {${field}}, which does not exist: known are ${FIELDS.join(', ')}`,
      );
    }
    if (!MOMENTS.has(field)) return (_item, look) => look(field);
    return (item) => momentText(field === 'start' ? item.start : item.end, pattern ?? 'yyyy-MM-dd HH:mm');
  });
  return (item, look) =>
    parts
      .map((part) => part(item, look))
      .join('')
      .replace(/(?:[,;] )+(?=[,;]|$)|^(?:[,;] )+/g, '')
      .trim();
}

/** A moment by a pattern: yyyy, MM, M, dd, d, HH, h, mm, ss, a; text in single quotes as it stands. */
export function momentText(wall: number, pattern: string): string {
  const { year, month, date } = civilOf(Math.floor(wall / MINUTES_A_DAY));
  const minute = wall - Math.floor(wall / MINUTES_A_DAY) * MINUTES_A_DAY;
  const [hour, minutes] = [Math.floor(minute / 60), minute % 60];
  const two = (n: number): string => String(n).padStart(2, '0');
  const words: Readonly<Record<string, string>> = {
    yyyy: String(year),
    MM: two(month),
    M: String(month),
    dd: two(date),
    d: String(date),
    HH: two(hour),
    h: String(hour % 12 === 0 ? 12 : hour % 12),
    mm: two(minutes),
    ss: '00',
    a: hour < 12 ? 'AM' : 'PM',
  };
  return pattern.replace(
    /'([^']*)'|yyyy|MM|M|dd|d|HH|h|mm|ss|a/g,
    (word, quoted: string | undefined) => quoted ?? words[word]!,
  );
}

/** Minutes of the wall of a zone at an instant such as `2027-03-02T09:30:00Z`. */
export function wallIn(zone: string, utc: string): number {
  const minutes =
    toDay(utc.slice(0, 10))! * MINUTES_A_DAY + Number(utc.slice(11, 13)) * 60 + Number(utc.slice(14, 16));
  return toWall(zone, minutes);
}
