/**
 * Many files, one workspace: sections are merged by id. Which file a thing stands in, and in which order,
 * changes nothing; the same id twice is an error that names both places.
 */
import { isMap } from '../collections/is-map.ts';
import type { Diagnostic, Locate, Place, Pointer } from '../diagnostics/diagnostic.ts';
import { pointerText } from '../diagnostics/diagnostic.ts';
import type { SourceDocument } from './read.ts';
import { isList, type ListSection } from './subject.ts';
import { canonical } from './yaml/canonical.ts';

/** Sections that hold entries by id, and what one entry is called. */
export const SECTIONS = {
  sites: 'site',
  rooms: 'room',
  departments: 'department',
  roles: 'role',
  audiences: 'audience',
  stages: 'stage',
  moments: 'moment',
  themes: 'theme',
  metrics: 'metric',
  voices: 'voice',
  modules: 'module',
  facilitators: 'facilitator',
  rituals: 'ritual',
} as const;
export type Section = keyof typeof SECTIONS;

interface Item {
  readonly value: unknown;
  readonly document: SourceDocument;
  readonly index: number;
}

function inOneOrder(items: readonly Item[]): Item[] {
  return items
    .map((item) => ({ ...item, text: canonical(item.value) }))
    .sort((a, b) => (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
}

/** The sections of all files as one; values are still as they were typed. */
export interface MergedSections {
  readonly programme: unknown;
  readonly policy: Record<string, unknown>;
  /** Undefined where no file has any. */
  readonly costs: unknown;
  readonly waivers: readonly unknown[];
  readonly pins: readonly unknown[];
  readonly notes: readonly unknown[];
  readonly entries: Readonly<Record<Section, ReadonlyMap<string, unknown>>>;
  readonly locate: Locate;
  readonly diagnostics: readonly Diagnostic[];
}

type Values = Record<string, unknown>;

/** Merges documents (their shapes may be wrong: what is no map is passed over here and reported there). */
export function merge(documents: readonly SourceDocument[]): MergedSections {
  const merging = new Merging();
  for (const document of documents) merging.add(document);
  return merging.finish();
}

class Merging {
  readonly #diagnostics: Diagnostic[] = [];
  readonly #origins = new Map<string, SourceDocument>();
  readonly #sections = new Map<Section, Map<string, unknown>>();
  readonly #lowered = new Map<string, Pointer>();
  readonly #policy: Values = Object.create(null);
  readonly #lists: Readonly<Record<ListSection, Item[]>> = { waivers: [], pins: [], notes: [] };
  #programme: unknown;
  #costs: unknown;

  add(document: SourceDocument): void {
    for (const [section, value] of Object.entries(document.value)) {
      if (!this.#origins.has(key([section]))) this.#origins.set(key([section]), document);
      else if (section === 'programme') this.#twice(document, ['programme'], 'the programme');
      else if (section === 'costs') this.#twice(document, ['costs'], 'the costs');
      if (section === 'programme') this.#programme ??= value;
      else if (section === 'costs') this.#costs ??= value;
      else if (section === 'policy') this.#addPolicy(document, value);
      else if (isList(section)) this.#addItems(document, section, value);
      else if (Object.hasOwn(SECTIONS, section)) this.#addEntries(document, section as Section, value);
    }
  }

  finish(): MergedSections {
    const { waivers, pins, notes } = this.#lists;
    const lists = {
      waivers: inOneOrder(waivers),
      pins: inOneOrder(pins),
      notes: inOneOrder(notes),
    };
    const locate: Locate = (pointer, options) => {
      const [section, index, ...rest] = pointer;
      if (isList(section) && typeof index === 'number') {
        const item = lists[section][index];
        return item?.document.locate([section, item.index, ...rest], options);
      }
      for (let length = Math.min(3, pointer.length); length > 0; length--) {
        const document = this.#origins.get(key(pointer.slice(0, length)));
        if (document) return document.locate(pointer, options);
      }
      return undefined;
    };
    const entries = Object.fromEntries(
      (Object.keys(SECTIONS) as Section[]).map((section) => [section, byId(this.#sections.get(section))]),
    ) as Record<Section, Map<string, unknown>>;
    return {
      programme: this.#programme,
      policy: this.#policy,
      costs: this.#costs,
      waivers: lists.waivers.map(({ value }) => value),
      pins: lists.pins.map(({ value }) => value),
      notes: lists.notes.map(({ value }) => value),
      entries,
      locate,
      diagnostics: this.#diagnostics,
    };
  }

  #addEntries(document: SourceDocument, section: Section, value: unknown): void {
    if (!isMap(value)) return;
    const entries = this.#sections.get(section) ?? new Map<string, unknown>();
    this.#sections.set(section, entries);
    for (const [id, entry] of Object.entries(value)) {
      if (!this.#claim(document, [section, id], `${SECTIONS[section]} "${id}"`)) continue;
      // `leeds:` with nothing behind it is an entry that leaves everything to its defaults.
      entries.set(id, entry ?? Object.create(null));
    }
  }

  /** Policy may be spread over files key by key, rules and weights id by id. */
  #addPolicy(document: SourceDocument, value: unknown): void {
    if (!isMap(value)) return;
    for (const [name, setting] of Object.entries(value)) {
      if ((name === 'rules' || name === 'weights') && isMap(setting)) {
        const known = isMap(this.#policy[name]) ? this.#policy[name] : Object.create(null);
        this.#policy[name] = known;
        if (!this.#origins.has(key(['policy', name]))) this.#origins.set(key(['policy', name]), document);
        for (const [id, item] of Object.entries(setting)) {
          if (this.#claim(document, ['policy', name, id], `policy.${name}.${id}`)) known[id] = item;
        }
      } else if (this.#claim(document, ['policy', name], `policy.${name}`)) this.#policy[name] = setting;
    }
  }

  #addItems(document: SourceDocument, section: ListSection, value: unknown): void {
    if (!Array.isArray(value)) return;
    value.forEach((item, index) => {
      this.#lists[section].push({ value: item, document, index });
    });
  }

  /** Notes where an entry stands; false (and an error) when it stands somewhere already. */
  #claim(document: SourceDocument, pointer: Pointer, what: string): boolean {
    if (this.#origins.has(key(pointer))) {
      this.#twice(document, pointer, what);
      return false;
    }
    this.#origins.set(key(pointer), document);
    const lowered = key(pointer).toLowerCase();
    const twin = this.#lowered.get(lowered);
    if (twin) this.#twin(document, pointer, twin, what);
    else this.#lowered.set(lowered, pointer);
    return true;
  }

  #twice(document: SourceDocument, pointer: Pointer, what: string): void {
    const first = this.#origins.get(key(pointer))?.locate(pointer, { key: true });
    this.#diagnostics.push({
      code: 'duplicate-id',
      severity: 'error',
      message: `${what} stands twice: here and in ${placeText(first)}`,
      ...at(document.locate(pointer, { key: true })),
      fix: pointer.length > 1 ? 'rename one of them, or merge the two' : 'keep one',
      related: [{ message: `the first ${pointerText(pointer)}`, ...at(first) }],
    });
  }

  #twin(document: SourceDocument, pointer: Pointer, twin: Pointer, what: string): void {
    const first = this.#origins.get(key(twin))?.locate(twin, { key: true });
    this.#diagnostics.push({
      code: 'twin-id',
      severity: 'error',
      message: `${what} differs from "${twin.at(-1)}" (${placeText(first)}) only by its capitals`,
      ...at(document.locate(pointer, { key: true })),
      fix: 'ids become file names: rename one of them',
      related: [{ message: `the first ${pointerText(twin)}`, ...at(first) }],
    });
  }
}

/** In one order, whatever the order of files and keys. */
function byId(entries: ReadonlyMap<string, unknown> | undefined): Map<string, unknown> {
  return new Map([...(entries ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function key(pointer: Pointer): string {
  return pointer.join('\u0000');
}

function at(place: Place | undefined): { at?: Place } {
  return place ? { at: place } : {};
}

function placeText(place: Place | undefined): string {
  return place ? `${place.file}:${place.line}` : 'another file';
}
