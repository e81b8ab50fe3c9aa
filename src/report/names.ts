/** Names instead of ids: groups, rooms, leaders, voices, modules and their parts. */
import type { Module, Voice, VoiceType } from '../model/model.ts';
import { ONLINE } from '../model/model.ts';
import type { PlanGroup, PlanSession } from '../model/plan.ts';
import { remembered } from '../model/remembered.ts';
import { type Context, postOf } from './context.ts';
import { counted, idWords, listWords, monthWords, namesWords } from './words.ts';

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

export function roleName({ model }: Context, id: string): string {
  return model.roles.get(id)?.name ?? idWords(id);
}

export function departmentName({ model }: Context, id: string): string {
  return model.departments.get(id)?.name ?? idWords(id);
}

export function siteName({ model }: Context, id: string): string {
  return id === ONLINE ? 'online' : (model.sites.get(id)?.name ?? idWords(id));
}

export function themeName({ model }: Context, id: string): string {
  return model.themes.get(id)?.name ?? idWords(id);
}

/** `early shift`; a shift that is called one keeps its name. */
export function shiftName(id: string): string {
  const name = id.replace(/-/g, ' ');
  return /shift|nights?$/.test(name) ? name : `${name} shift`;
}

/** `Credit controllers, group 1`: with site and shift only where the role has several. */
export function groupName(context: Context, group: PlanGroup): string {
  const role = context.model.roles.get(group.role);
  const name = roleName(context, group.role);
  const number = /\.(\d+)$/.exec(group.id)?.[1];
  const parts = [group.heads === 1 ? name : pluralRole(name)];
  if ((role?.heads.size ?? 1) > 1) parts.push(siteName(context, group.site));
  if ((role?.shifts.length ?? 1) > 1) parts.push(shiftName(group.shift));
  if (group.joiners !== false) parts.push(`joining in ${monthWords(group.joiners, context.yearsShown)}`);
  else if (number !== undefined && (context.groupsOfPost.get(postOf(group)) ?? 1) > 1) {
    parts.push(`group ${number}`);
  }
  return parts.join(', ');
}

/** Module's name, with the part where it is held in several. */
export function sessionTitle(context: Context, { module, occurrence }: PlanSession): string {
  return moduleTitle(context, module, occurrence);
}

export function moduleTitle({ model }: Context, id: string, occurrence: string): string {
  const module = model.modules.get(id);
  const part = /\.p(\d+)$/.exec(occurrence)?.[1];
  const name = module?.name ?? idWords(id);
  return part === undefined ? name : `${name}, part ${part} of ${module?.parts ?? part}`;
}

/** Where a session is held: the room, or what stands for one; with the site, unless it is the one that goes without saying. */
export function placeName(context: Context, session: PlanSession, home?: string): string {
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

function spotName(context: Context, { format, module }: PlanSession): string {
  if (format === 'huddle') return 'team meeting';
  if (format === 'self-paced') return 'own workplace';
  const host = context.model.modules.get(module)?.host;
  return format === 'shadowing' && host ? `with ${departmentName(context, host.department)}` : '';
}

/** Who leads: the facilitator's name, or their own manager, a host, nobody. */
export function leaderName(context: Context, session: PlanSession): string {
  const { model } = context;
  if (session.facilitator !== null) {
    return model.facilitators.get(session.facilitator)?.name ?? idWords(session.facilitator);
  }
  if (session.led === 'line') return 'their own manager';
  if (session.led === 'self') return 'each on their own';
  const host = model.modules.get(session.module)?.host;
  return host ? `a host in ${departmentName(context, host.department)}` : 'a colleague';
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
export function voiceWords({ model }: Context, module: Module | undefined): string {
  const named = (module?.voices ?? []).flatMap((id) => model.voices.get(id) ?? []).map(voiceName);
  const typed = (module?.voiceTypes ?? []).map((type) => `${VOICE_WORDS[type]}`);
  return [...named, ...typed].join('; ');
}

function voiceName({ name, type }: Voice): string {
  const word = VOICE_WORDS[type];
  return name.toLowerCase().includes(word) ? name : `${name} (${word})`;
}

/** Why a department learns this: what a customer will notice, else how it serves the strategy or the theme. */
export function whyWords({ model }: Context, module: Module | undefined, department?: string): string {
  if (!module) return '';
  const themes = module.themes === 'month' ? [] : module.themes;
  const meanings = themes.map((id) => model.themes.get(id)?.meaning.get(department ?? ''));
  return module.outcome ?? module.strategy ?? meanings.find((text) => text !== undefined) ?? '';
}

/** `workshop`, `self-paced`, `one-to-one`: a format in a sentence. */
export function formatWords(module: Module): string {
  if (module.format === 'coaching' && module.seats.max === 1) return 'one-to-one';
  return module.format.replace('customer-room', 'customer room').replace('book-club', 'book club');
}

/** The same in short: `Dashboards` for `Dashboards – what they mean and how to read them`. */
export function themesInShort(context: Context, themes: readonly string[]): string {
  return namesWords(themes.map((id) => themeName(context, id).split(/ [–—-] |: /)[0] ?? id));
}

/** Names of the themes of a session, in the plan's order. */
export function themeWords(context: Context, themes: readonly string[]): string {
  return namesWords(themes.map((id) => themeName(context, id)));
}

/** `3 sites`, or their names while they are few. */
export function sitesWords(context: Context, sites: Iterable<string>): string {
  const ids = [...new Set(sites)].sort();
  return ids.length > 3 ? counted(ids.length, 'site') : listWords(ids.map((id) => siteName(context, id)));
}
