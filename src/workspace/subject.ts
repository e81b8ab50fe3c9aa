/** What a pointer points at, as a person would call it: `meeting "huddle" of department "stores"`. */
import type { Pointer } from '../diagnostics/diagnostic.ts';

/** Sections that are lists; in one order, whatever file an item stands in. */
export const LISTS = ['waivers', 'pins', 'notes'] as const;
export type ListSection = (typeof LISTS)[number];

export function isList(section: unknown): section is ListSection {
  return LISTS.some((list) => list === section);
}

/** Maps of entries by id, and what one entry is called. */
const ENTRIES: ReadonlyMap<string, string> = new Map([
  ['sites', 'site'],
  ['rooms', 'room'],
  ['departments', 'department'],
  ['roles', 'role'],
  ['audiences', 'audience'],
  ['stages', 'stage'],
  ['moments', 'moment'],
  ['themes', 'theme'],
  ['metrics', 'metric'],
  ['voices', 'voice'],
  ['modules', 'module'],
  ['facilitators', 'facilitator'],
  ['rituals', 'ritual'],
]);
/** Maps of entries inside an entry. */
const INNER: ReadonlyMap<string, string> = new Map([
  ['departments/shifts', 'shift'],
  ['departments/meetings', 'meeting'],
  ['departments/teams', 'team'],
  ['stages/touchpoints', 'touchpoint'],
]);

/** Whether a section holds entries by id. */
export function hasEntries(section: string): boolean {
  return ENTRIES.has(section);
}

/** Whether a section is one thing, without entries. */
export function isAlone(section: string | number | undefined): boolean {
  return section === 'programme' || section === 'policy' || section === 'costs';
}

/** The thing at a pointer: an entry, or the path of keys inside one. */
export function subject(pointer: Pointer): string {
  const [section, id, key, inner, ...rest] = pointer;
  if (section === undefined) return 'this file';
  if (id === undefined) return `the section "${section}"`;
  if (section === 'policy' && id === 'rules' && key !== undefined)
    return within(pointer.slice(3), `the setting of rule "${key}"`);
  if (isAlone(section)) return within(pointer.slice(1), `the ${section}`);
  if (isList(section)) return within(pointer.slice(2), `${section.slice(0, -1)} ${Number(id) + 1}`);
  const noun = ENTRIES.get(String(section));
  if (noun === undefined) return `"${pointer.join('.')}"`;
  const entry = `${noun} "${id}"`;
  const innerNoun = INNER.get(`${section}/${key}`);
  if (innerNoun !== undefined && inner !== undefined)
    return within(rest, `${innerNoun} "${inner}" of ${entry}`);
  return within(pointer.slice(2), entry);
}

/** The map at a pointer, as the owner of a key: sections without entries are things of their own. */
export function owner(pointer: Pointer): string {
  const [section] = pointer;
  if (pointer.length === 1 && isAlone(section)) return `the ${section}`;
  return subject(pointer);
}

/** `"when.by" of module "kind-invoices"` */
function within(path: Pointer, of: string): string {
  if (path.length === 0) return of;
  const text = path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : i === 0 ? part : `.${part}`))
    .join('');
  return `"${text}" of ${of}`;
}
