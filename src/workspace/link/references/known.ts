/** What exists: for each kind of reference the words that may be written, and where each of them stands. */

import { OBSERVANCES } from '../../../calendar/observances.ts';
import { isZoneName, zoneNames, zonesMeant } from '../../../calendar/zone-names.ts';
import { isMap } from '../../../collections/is-map.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import { isLanguage, languageCodes, languagesMeant, ONLINE } from '../../../model/model.ts';
import { RULE_IDS, TERM_IDS } from '../../../model/rule-ids.ts';
import type { MergedSections, Section } from '../../merge.ts';
import { BUILT_IN_AUDIENCES } from '../audiences.ts';
import { wasOf } from '../former.ts';
import { BUILT_IN_MOMENTS } from '../sections/moments.ts';
import { MAIN } from '../sections/sites.ts';
import type { Kind } from './table.ts';
import { children } from './walk.ts';

export const VOICE_TYPES = ['journey-map', 'recording', 'testimonial', 'survey', 'guest', 'outside-trainer'];

export interface ReferenceTarget {
  /** What such a thing is called in a message. */
  readonly noun: string;
  /** Where such things are defined: a section's entries (`themes`), or something inside them (`stages/*`). */
  readonly from: readonly string[];
  has(word: string): boolean;
  /** Candidates for "did you mean". */
  words(): Iterable<string>;
  /** What people mean by a word that is not known here, where that can be told. */
  meant?(word: string): readonly string[] | Promise<readonly string[]>;
  /** The id of now of a word that was one before (`was`). */
  now?(word: string): string | undefined;
  /** Where a word is defined; undefined for what is built in. */
  place(word: string): Pointer | undefined;
}

/** What may be referred to, by kind. */
export type Things = ReturnType<typeof knownThings>;

type Catalogue = ReadonlyMap<string, Pointer | undefined>;

/** The catalogue of a merged workspace. `own-shift` depends on the entry: see {@link ownShifts}. */
export function knownThings(
  merged: MergedSections,
): Readonly<Record<Exclude<Kind, 'own-shift' | 'workplace'>, ReferenceTarget>> {
  const section = (name: Section, more: Iterable<string> = []): Catalogue => {
    const words = new Map<string, Pointer | undefined>();
    for (const word of more) words.set(word, undefined);
    for (const id of merged.entries[name].keys()) words.set(id, [name, id]);
    return words;
  };
  const former = (name: Section): Pick<ReferenceTarget, 'now'> => ({
    now: (word) => idNow(merged, name, word),
  });
  const sites = section('sites', merged.entries.sites.size === 0 ? [MAIN] : []);
  const modules = section('modules');
  return {
    site: { ...known('site', ['sites'], sites), ...former('sites') },
    place: { ...known('site', ['sites'], new Map([...sites, [ONLINE, undefined]])), ...former('sites') },
    room: {
      ...known('room', ['rooms'], section('rooms')),
      words: () => [...merged.entries.rooms.keys(), ONLINE],
    },
    region: known('region', ['sites', 'sites/*'], regions(merged)),
    department: { ...known('department', ['departments'], section('departments')), ...former('departments') },
    role: { ...known('role', ['roles'], section('roles')), ...former('roles') },
    owner: known(
      'role or department',
      ['departments', 'roles'],
      new Map([...section('departments'), ...section('roles')]),
    ),
    shift: known('shift', ['departments', 'departments/*'], allShifts(merged)),
    team: known('team', ['departments', 'departments/*'], teamsOf(merged)),
    audience: known('audience', ['audiences'], section('audiences', BUILT_IN_AUDIENCES)),
    stage: known('stage', ['stages'], section('stages')),
    touchpoint: known('touchpoint', ['stages', 'stages/*'], nested(merged, 'stages', 'touchpoints')),
    moment: known('moment', ['moments'], section('moments', BUILT_IN_MOMENTS.keys())),
    theme: known('theme', ['themes'], section('themes')),
    metric: known('metric', ['metrics'], section('metrics')),
    voice: known('voice', ['voices'], section('voices', VOICE_TYPES)),
    module: { ...known('module', ['modules'], modules), ...former('modules') },
    taught: known('module or skill', ['modules', 'modules/*'], new Map([...skills(merged), ...modules])),
    facilitator: {
      ...known('facilitator', ['facilitators'], section('facilitators')),
      ...former('facilitators'),
    },
    ritual: known('ritual', ['rituals'], section('rituals')),
    date: {
      ...known('observance', [], all(OBSERVANCES)),
      has: (word) => /^\d/.test(word) || OBSERVANCES.includes(word),
    },
    zone: zones,
    language: languages,
    rule: known('rule', [], all(RULE_IDS)),
    term: known('soft term', [], all(TERM_IDS)),
  };
}

/** The shifts of the department that an entry is, or whose role it is; undefined where that is not known. */
export function ownShifts(merged: MergedSections, section: Section, id: string): ReferenceTarget | undefined {
  const entry = merged.entries[section].get(id);
  const department = section === 'departments' ? id : isMap(entry) ? entry.department : undefined;
  if (typeof department !== 'string' || !merged.entries.departments.has(department)) return undefined;
  const written = merged.entries.departments.get(department);
  const words = new Map<string, Pointer | undefined>();
  for (const shift of children(written, 'shifts').keys())
    words.set(shift, ['departments', department, 'shifts', shift]);
  if (words.size === 0) words.set('day', undefined);
  return known(`shift of department "${department}"`, ['departments', 'departments/*'], words);
}

/** Where people of a role work: the sites, and the teams of its department. */
export function workplaces(merged: MergedSections, id: string): ReferenceTarget {
  const sites = [...(merged.entries.sites.size === 0 ? [MAIN] : merged.entries.sites.keys())];
  const words = new Map<string, Pointer | undefined>(sites.map((site) => [site, ['sites', site]]));
  const role = merged.entries.roles.get(id);
  const department = isMap(role) && typeof role.department === 'string' ? role.department : '';
  const teams = children(merged.entries.departments.get(department), 'teams').keys();
  for (const team of teams) words.set(team, ['departments', department, 'teams', team]);
  const noun = words.size > sites.length ? 'site or team' : 'site';
  return known(noun, ['sites', 'departments', 'departments/*'], words);
}

/** Shifts, and the teams' parts of them. */
function allShifts(merged: MergedSections): Catalogue {
  const words = new Map(nested(merged, 'departments', 'shifts'));
  for (const [id, department] of merged.entries.departments) {
    const shifts = [...children(department, 'shifts').keys()];
    for (const team of children(department, 'teams').keys()) {
      for (const shift of shifts.length > 0 ? shifts : ['day'])
        words.set(`${shift}-${team}`, ['departments', id, 'teams', team]);
    }
  }
  return words;
}

function teamsOf(merged: MergedSections): Catalogue {
  const words = new Map<string, Pointer | undefined>();
  for (const [id, department] of merged.entries.departments) {
    for (const team of children(department, 'teams').keys())
      words.set(team, ['departments', id, 'teams', team]);
  }
  return words;
}

function known(noun: string, from: readonly string[], words: Catalogue): ReferenceTarget {
  return {
    noun,
    from,
    has: (word) => words.has(word),
    words: () => words.keys(),
    place: (word) => words.get(word),
  };
}

const zones: ReferenceTarget = {
  noun: 'time zone',
  from: [],
  has: isZoneName,
  words: zoneNames,
  meant: zonesMeant,
  place: () => undefined,
};

const languages: ReferenceTarget = {
  noun: 'language',
  from: [],
  has: isLanguage,
  words: languageCodes,
  meant: languagesMeant,
  place: () => undefined,
};

/** The entry that says that it was called so. */
function idNow(merged: MergedSections, section: Section, word: string): string | undefined {
  for (const [id, entry] of merged.entries[section]) {
    if (wasOf(entry).some((one) => one.word === word)) return id;
  }
  return undefined;
}

function all(words: readonly string[]): Catalogue {
  return new Map(words.map((word) => [word, undefined]));
}

function nested(merged: MergedSections, section: Section, key: string): Catalogue {
  const words = new Map<string, Pointer | undefined>();
  if (section === 'departments') words.set('day', undefined);
  for (const [id, entry] of merged.entries[section]) {
    for (const name of children(entry, key).keys()) words.set(name, [section, id, key, name]);
  }
  return words;
}

function regions(merged: MergedSections): Catalogue {
  const words = new Map<string, Pointer | undefined>();
  for (const [id, site] of merged.entries.sites) {
    const region = isMap(site) ? site.region : undefined;
    if (typeof region === 'string' && !words.has(region)) words.set(region, ['sites', id, 'region']);
  }
  return words;
}

function skills(merged: MergedSections): Catalogue {
  const words = new Map<string, Pointer | undefined>();
  for (const [id, module] of merged.entries.modules) {
    const skill = isMap(module) ? module.skill : undefined;
    if (typeof skill === 'string') words.set(skill, ['modules', id, 'skill']);
  }
  return words;
}
