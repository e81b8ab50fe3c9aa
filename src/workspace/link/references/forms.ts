/** Words that stand for a form of the language: an audience's part, a room's feature, a moment of one's own. */
import { isMap } from '../../../collections/is-map.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import { nearest } from '../../../diagnostics/nearest.ts';
import { ONLINE } from '../../../model/model.ts';
import type { MergedSections } from '../../merge.ts';
import { momentOf } from '../../suggest/suggest-when.ts';
import { meantWords } from '../../suggest/synonyms.ts';
import { BUILT_IN_MOMENTS } from '../sections/moments.ts';
import type { Things } from './known.ts';
import type { Kind } from './table.ts';

/** The parts of an audience, by what they list. */
const PARTS = [
  ['departments', 'department'],
  ['roles', 'role'],
  ['teams', 'team'],
  ['sites', 'site'],
  ['shifts', 'shift'],
  ['regions', 'region'],
] as const satisfies readonly (readonly [string, Kind])[];

const LEVELS = ['frontline', 'specialist', 'manager', 'executive'];

/** `drivers`, a department's id → `{ departments: [drivers] }`; as misspelt as it may be, where no audience is near. */
export function audienceForm(word: string, things: Things): string | undefined {
  const exact = PARTS.filter(([, kind]) => things[kind].has(word));
  if (exact.length > 0) return exact.map(([part]) => `{ ${part}: [${word}] }`).join(' or ');
  if (LEVELS.includes(word)) return `{ levels: [${word}] }`;
  if (meantWords(word, things.audience.words()).length > 0) return undefined;
  if (nearest(word, things.audience.words()) !== undefined) return undefined;
  for (const [part, kind] of PARTS) {
    const meant = nearest(word, things[kind].words());
    if (meant !== undefined) return `{ ${part}: [${meant}] }`;
  }
  return undefined;
}

/** Ids that people take for one another, in the order in which they are looked through. */
const CONFUSED = [
  'department',
  'role',
  'team',
  'site',
  'shift',
  'stage',
  'touchpoint',
  'theme',
  'module',
  'facilitator',
  'metric',
  'voice',
  'ritual',
] as const satisfies readonly Kind[];

/** `"nurse" is a role`: the id exists, as something else. */
export function elsewhere(word: string, things: Things): string | undefined {
  const kind = CONFUSED.find((one) => things[one].place(word) !== undefined);
  return kind && `"${word}" is a ${kind}`;
}

/** `projector`, a feature → `{ features: [projector] }`; `leeds`, a site → where it is said that it is held there. */
export function roomForm(word: string, { entries }: MergedSections): string | undefined {
  const rooms = [...entries.rooms].flatMap(([id, room]) => (isMap(room) ? [{ id, ...room }] : []));
  const features = rooms.flatMap((room) => ('features' in room ? [room.features].flat() : []));
  if (features.includes(word)) return `{ features: [${word}] }: "${word}" is a feature of rooms`;
  if (!entries.sites.has(word)) return undefined;
  const there = rooms.flatMap((room) => ('site' in room && room.site === word ? [room.id] : []));
  const some = there.slice(0, 4).sort().join(', ');
  return there.length === 0
    ? `sites: [${word}], and give it a room: "${word}" is a site without any`
    : `sites: [${word}] for any room there: "${word}" is a site, with ${there.length > 4 ? `${some}, …` : some}`;
}

/** `day-7` → the built-in moment in which that day lies, or one of one's own. */
export function momentForm(word: string, things: Things): string | undefined {
  const days = meantWords(word, things.moment.words()).length > 0 ? undefined : momentOf(word);
  if (days === undefined) return undefined;
  const own = `moments: { ${word}: { from: ${days.from}, to: ${days.to} } }`;
  const around = [...BUILT_IN_MOMENTS].findLast(
    ([id, { from, to }]) => from <= days.from && days.from <= to && things.moment.has(id),
  );
  return around
    ? `${around[0]} (days ${around[1].from} to ${around[1].to} after joining), or add ${own}`
    : `${own} beside the modules`;
}

/** Where people come, or how far that is: a room, a time or `online` stands for something else. */
export function siteForm(word: string, at: Pointer, { entries }: MergedSections): string | undefined {
  const [section, , key] = at;
  if (word === ONLINE && section === 'modules' && key === 'at') return 'write room: online instead';
  if (word === ONLINE && section === 'sites') return 'take it out: nobody travels to what is online';
  if (word === ONLINE && section === 'rooms') return 'make two rooms of it: what is online does not move';
  if (section !== 'modules' || key !== 'at') return undefined;
  if (/^\d{1,2}:\d{2}$/.test(word))
    return `at is the site to which people come: a time stands in when: { date: …, at: ${word} }`;
  const room = entries.rooms.get(word);
  if (!isMap(room)) return undefined;
  const site = [room.site ?? room.sites].flat()[0];
  return typeof site === 'string' ? `write ${site}: "${word}" is a room there` : undefined;
}
