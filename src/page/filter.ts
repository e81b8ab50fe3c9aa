/** Which sessions are meant: filters and a search, over columns, once for each question. */
import { isCancelled, leadersOf, type Year } from './data.ts';

/** Filters by key, as they stand in the address; values are ids or names. */
export const KEYS = [
  'department',
  'site',
  'shift',
  'role',
  'facilitator',
  'theme',
  'module',
  'format',
] as const;

export type FilterKey = (typeof KEYS)[number];
export type Filter = Partial<Record<FilterKey | 'q', string>>;

export interface Choice {
  readonly value: string;
  readonly text: string;
}

/** What each filter can be, in the order of the names. */
export function choices({ data }: Year): Record<FilterKey, readonly Choice[]> {
  const named = (things: readonly { id: string; name: string }[]) =>
    things.map(({ id, name }) => choice(id, name));
  const plain = (words: readonly string[]) => words.map((word) => choice(word, word));
  const all = {
    department: named(data.departments),
    site: named(data.sites),
    shift: plain(data.shifts),
    role: named(data.roles),
    facilitator: named(data.facilitators),
    theme: named(data.themes),
    module: named(data.modules),
    format: plain(data.formats),
  };
  const { compare } = new Intl.Collator(data.programme.locale);
  for (const list of Object.values(all)) list.sort((a, b) => compare(a.text, b.text));
  return all;
}

function choice(value: string, text: string): Choice {
  return { value, text };
}

/** A filter in numbers; undefined: nothing is asked of it, −1: nothing has it. */
interface FilterNumbers {
  readonly department: number | undefined;
  readonly site: number | undefined;
  readonly shift: number | undefined;
  readonly role: number | undefined;
  readonly facilitator: number | undefined;
  readonly theme: number | undefined;
  readonly module: number | undefined;
  readonly format: number | undefined;
}

export function askedOf({ data }: Year, filter: Filter): FilterNumbers {
  const id = (things: readonly { id: string }[], key: FilterKey) =>
    filter[key] === undefined ? undefined : things.findIndex((one) => one.id === filter[key]);
  const word = (words: readonly string[], key: FilterKey) =>
    filter[key] === undefined ? undefined : words.indexOf(filter[key]!);
  return {
    department: id(data.departments, 'department'),
    site: id(data.sites, 'site'),
    shift: word(data.shifts, 'shift'),
    role: id(data.roles, 'role'),
    facilitator: id(data.facilitators, 'facilitator'),
    theme: id(data.themes, 'theme'),
    module: id(data.modules, 'module'),
    format: word(data.formats, 'format'),
  };
}

/** What a filter lets through. */
export interface Selection {
  /** Sessions in order of time, cancelled ones too. */
  readonly sessions: Int32Array;
  /** Whether a group's people are meant. */
  readonly groups: Uint8Array;
  /** People who are meant and there all year. */
  readonly asked: FilterNumbers;
}

let last: { readonly year: Year; readonly key: string; readonly selection: Selection } | undefined;

/** The same filter again costs nothing. */
export function select(year: Year, filter: Filter): Selection {
  const key = JSON.stringify([...KEYS, 'q' as const].map((one) => filter[one] ?? null));
  if (last?.year === year && last.key === key) return last.selection;
  const selection = selected(year, filter);
  last = { year, key, selection };
  return selection;
}

function selected(year: Year, filter: Filter): Selection {
  const asked = askedOf(year, filter);
  const groups = groupsOf(year, asked);
  const finds = searching(year, filter.q ?? '');
  const { facilitator, module, theme, format } = asked;
  const { data } = year;
  const hasTheme =
    theme === undefined ? undefined : data.sessions.themeLists.map((list) => list.includes(theme));
  const hasFormat = format === undefined ? undefined : data.modules.map((one) => one.format === format);
  const anyone = asked.department ?? asked.site ?? asked.shift ?? asked.role;
  const out = new Int32Array(year.count);
  let n = 0;
  for (let i = 0; i < year.count; i++) {
    if (facilitator !== undefined && !leadersOf(year, i).includes(facilitator)) continue;
    if (module !== undefined && year.module[i] !== module) continue;
    if (hasTheme && !hasTheme[year.themes[i]!]) continue;
    if (hasFormat && !hasFormat[year.module[i]!]) continue;
    if (anyone !== undefined && !isTheirs(year, i, groups)) continue;
    if (finds && !finds(i)) continue;
    out[n++] = i;
  }
  return { sessions: out.subarray(0, n), groups, asked };
}

function groupsOf({ data: { groups } }: Year, { department, site, shift, role }: FilterNumbers): Uint8Array {
  return Uint8Array.from(groups.id, (_, i) =>
    (department === undefined || groups.department[i] === department) &&
    (site === undefined || groups.site[i] === site) &&
    (shift === undefined || groups.shift[i] === shift) &&
    (role === undefined || groups.role[i] === role)
      ? 1
      : 0,
  );
}

function isTheirs({ from, group }: Year, session: number, groups: Uint8Array): boolean {
  for (let k = from[session]!; k < from[session + 1]!; k++) if (groups[group[k]!] === 1) return true;
  return false;
}

/** Letters without case and accents. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** The same of a list that stays; typing asks for it letter by letter. */
const plains = new WeakMap<readonly unknown[], readonly string[]>();

function plainOf<T>(list: readonly T[], textOf: (one: T, i: number) => string): readonly string[] {
  const known = plains.get(list) ?? list.map((one, i) => plain(textOf(one, i)));
  plains.set(list, known);
  return known;
}

/** Looks for every word in what a session is called, where, by whom, with whom and why; undefined without words. */
function searching(year: Year, query: string): ((session: number) => boolean) | undefined {
  const words = plain(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const { sessions, groups, modules, themes } = year.data;
  const texts = {
    title: plainOf(sessions.titles, (text) => text),
    place: plainOf(sessions.places, (text) => text),
    leader: plainOf(sessions.leaders, (text) => text),
    group: plainOf(groups.name, (name, i) => `${name} ${(groups.people?.[i] ?? []).join(' ')}`),
    module: plainOf(modules, ({ voice, why, about }) => `${voice} ${why} ${about}`),
    theme: plainOf(sessions.themeLists, (list) => list.map((id) => themes[id]?.name).join(' ')),
  };
  const tests = words.map((word) => {
    const hits = (some: readonly string[]) => Uint8Array.from(some, (text) => (text.includes(word) ? 1 : 0));
    const title = hits(texts.title);
    const place = hits(texts.place);
    const leader = hits(texts.leader);
    const group = hits(texts.group);
    const module = hits(texts.module);
    const theme = hits(texts.theme);
    return (i: number) =>
      title[year.title[i]!] === 1 ||
      place[year.place[i]!] === 1 ||
      leader[year.leader[i]!] === 1 ||
      module[year.module[i]!] === 1 ||
      theme[year.themes[i]!] === 1 ||
      isTheirs(year, i, group);
  });
  return (session) => tests.every((test) => test(session));
}

/** Those of a selection that take place. */
export function held(year: Year, { sessions }: Selection): Int32Array {
  return sessions.filter((session) => !isCancelled(year, session));
}
