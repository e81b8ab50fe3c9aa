/**
 * What things are called in a sentence. Everything that says a name asks here, and of nothing but {@link Names}: so a
 * session that was held can be told in the names of its day.
 */

import type { SessionFields } from '../model/made/exported.ts';
import { ledBy } from '../model/made/led-by.ts';
import { remembered } from '../model/made/remembered.ts';
import { languageName, type Module, ONLINE, type Voice, type VoiceType } from '../model/model.ts';
import type { Names } from '../model/names.ts';
import { idWords, listWords, namesWords } from './words.ts';

/** Whoever knows what things are called. */
export interface NameSource {
  readonly model: Names;
}

/** Endings of English names for people who do a job, after which an `s` is right. */
const JOB = /(?:er|or|ist|yst|gent|ant|ian|lead|executive|colleague|clerk|nurse|cook|chef|mechanic|host)$/i;
const NO_JOB = /(?:floor|counter|order|labor|behavior|restaurant)$/i;

/**
 * `Credit controller` → `Credit controllers`, `Designer or researcher` → `Designers or researchers`,
 * `Agent, first line` → `Agents, first line`; names that are no plain English jobs stay as they are.
 */
export const pluralRole = remembered((name: string): string => {
  const [, job = name, rest = ''] = /^([^,(]*[^,( ])(.*)$/.exec(name) ?? [];
  const plural = job
    .split(/( or | and | & |\/)/)
    .map((part) => (JOB.test(part) && !NO_JOB.test(part) ? `${part}s` : part));
  return plural.join('') + rest;
});

export function departmentName({ model }: NameSource, id: string): string {
  return model.departments.get(id)?.name ?? idWords(id);
}

export function siteName({ model }: NameSource, id: string): string {
  return id === ONLINE ? 'online' : (model.sites.get(id)?.name ?? idWords(id));
}

export function themeName({ model }: NameSource, id: string): string {
  return model.themes.get(id)?.name ?? idWords(id);
}

/** `early shift`; a shift that is called one keeps its name. */
export function shiftName(id: string): string {
  const name = id.replace(/-/g, ' ');
  return /shift|nights?$/.test(name) ? name : `${name} shift`;
}

export function moduleName({ model }: NameSource, id: string): string {
  return model.modules.get(id)?.name ?? idWords(id);
}

/** Module's name, with the part where it is held in several. */
export function sessionTitle(context: NameSource, { module, occurrence, overtime }: SessionFields): string {
  return moduleTitle(context, module, occurrence) + (overtime === undefined ? '' : ' (overtime)');
}

export function moduleTitle({ model }: NameSource, id: string, occurrence: string): string {
  const module = model.modules.get(id);
  const part = /\.p(\d+)$/.exec(occurrence)?.[1];
  const name = moduleName({ model }, id);
  return part === undefined ? name : `${name}, part ${part} of ${module?.parts ?? part}`;
}

/** Where a session is held: the room, or what stands for one; with the site, unless it is the one that goes without saying. */
export function placeName(context: NameSource, session: SessionFields, home?: string): string {
  const { model } = context;
  const room = session.room === null ? undefined : model.rooms.get(session.room);
  if (room?.site === ONLINE) return /online/i.test(room.name) ? room.name : `${room.name} (online)`;
  if (session.site === ONLINE) return 'online';
  const name = siteName(context, session.site);
  const plain = model.sites.size < 2 || session.site === home || room?.name.includes(name);
  const site = plain ? '' : name;
  const spot = room?.name ?? spotName(context, session);
  return [spot, site].filter((part) => part !== '').join(', ') || 'on site';
}

function spotName(context: NameSource, { format, module }: SessionFields): string {
  if (format === 'huddle') return 'team meeting';
  if (format === 'self-paced') return 'own workplace';
  const host = context.model.modules.get(module)?.host;
  return format === 'shadowing' && host ? `with ${departmentName(context, host.department)}` : '';
}

/** Who leads: the facilitator's name (`Amira and Tom` where several do), or their own manager, a host, nobody. */
export function leaderName(context: NameSource, session: SessionFields): string {
  const { model } = context;
  const leaders = ledBy(session);
  if (leaders.length > 0)
    return listWords(leaders.map((id) => model.facilitators.get(id)?.name ?? idWords(id)));
  if (session.led === 'line') return 'their own manager';
  if (session.led === 'self') return 'each on their own';
  const host = model.modules.get(session.module)?.host;
  return host ? `a host in ${departmentName(context, host.department)}` : 'a colleague';
}

/** `, in Dutch`, where anybody says anything about languages. */
export function inLanguage({ language }: SessionFields): string {
  return language === undefined ? '' : `, in ${languageName(language)}`;
}

const VOICE_WORDS: Readonly<Record<VoiceType, string>> = {
  'journey-map': 'journey map',
  recording: 'recording',
  testimonial: 'testimonial',
  survey: 'survey',
  guest: 'guest',
  'outside-trainer': 'outside trainer',
};

/** The customer's voice in a module: `First-invoice call (recording)`; empty where there is none. */
export function voiceWords(
  { model }: NameSource,
  module: Pick<Module, 'voices' | 'voiceTypes'> | undefined,
): string {
  const named = (module?.voices ?? []).flatMap((id) => model.voices.get(id) ?? []).map(voiceName);
  const typed = (module?.voiceTypes ?? []).map((type) => `${VOICE_WORDS[type]}`);
  return [...named, ...typed].join('; ');
}

function voiceName({ name, type }: Pick<Voice, 'name' | 'type'>): string {
  const word = VOICE_WORDS[type];
  return name.toLowerCase().includes(word) ? name : `${name} (${word})`;
}

/** Names of the themes of a session, in the plan's order. */
export function themeWords(context: NameSource, themes: readonly string[]): string {
  return namesWords(themes.map((id) => themeName(context, id)));
}
