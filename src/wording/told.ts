/**
 * What calendars say of a session, a ritual, a run of a theme: its title, texts, place, categories and times, made safe
 * and as long as calendars take it. Made here and nowhere else, so that the fingerprint of it (`fingerprint.ts`) tells
 * exactly whether anything that people see has changed.
 */

import { isoDate, toDay } from '../calendar/date.ts';
import { PLAIN_NUMBERS } from '../calendar/say.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { RitualFields, SessionFields, ThemeFields } from '../model/made/exported.ts';
import { type GroupParts, groupParts } from '../model/made/group-parts.ts';
import type { Attendees } from '../model/made/plan.ts';
import { remembered } from '../model/made/remembered.ts';
import { type Id, ONLINE } from '../model/model.ts';
import { cleanLine, cleanLines, shorten } from './clean.ts';
import {
  departmentName,
  inLanguage,
  leaderName,
  type NameSource,
  placeName,
  pluralRole,
  sessionTitle,
  shiftName,
  themeName,
  themeWords,
  voiceWords,
} from './names.ts';
import { counted, decimal, listWords, peopleWords, sentence, someWords } from './words.ts';

/** The shift of departments that have no shifts; it goes without saying. */
const DEFAULT_SHIFT = 'day';
/** Most roles that a title names. */
const ROLES_NAMED = 3;
/** Characters. */
const TITLE_LIMIT = 200;
const PLACE_LIMIT = 400;
const DESCRIPTION_LIMIT = 4000;

/** What makes an event of its own. */
export type Occasion = SessionFields | RitualFields | ThemeFields;

/** What an event says beyond its identity. */
export interface EventText {
  readonly title: string;
  /** Lines with LF between. */
  readonly description: string;
  readonly location: string;
  readonly categories: readonly string[];
  /** An instant (`2027-03-02T09:30:00Z`), or the day. */
  readonly start: string;
  /** The instant of the end, or the day after. */
  readonly end: string;
  readonly allDay: boolean;
}

/** Whoever knows what things are called, and has taken apart the names of groups. */
export interface Teller extends NameSource {
  /** The same object each time. */
  readonly partsOf: (group: Id) => GroupParts;
}

export function tellerOf(model: NameSource['model']): Teller {
  return { model, partsOf: remembered((group: Id) => groupParts(model, group)) };
}

/** When an event begins: an instant, or a day. */
export function startOf(item: Occasion): string {
  if ('module' in item) return item.startUtc;
  return 'ritual' in item ? item.date : item.from;
}

export function told(teller: Teller, item: Occasion): EventText {
  const { title, description, location, categories, end, allDay } = rawly(teller, item);
  return {
    title: shorten(cleanLine(title), TITLE_LIMIT),
    description: shorten(cleanLines(description).trim(), DESCRIPTION_LIMIT),
    location: shorten(cleanLine(location), PLACE_LIMIT),
    categories: categories.map(cleanLine).filter((name) => name !== ''),
    start: startOf(item),
    end,
    allDay,
  };
}

type Raw = Omit<EventText, 'start'>;

function rawly(context: Teller, item: Occasion): Raw {
  if ('module' in item) return sessionTold(context, item);
  return 'ritual' in item ? ritualTold(context, item) : themeTold(context, item);
}

function sessionTold(context: Teller, session: SessionFields): Raw {
  const who = attendeesWords(context, session);
  const place = placeName(context, session);
  return {
    title: `${sessionTitle(context, session)} – ${who} (${decimal(PLAIN_NUMBERS, session.heads)})`,
    description: description(
      context,
      session,
      `${who} (${peopleWords(PLAIN_NUMBERS, session.heads)})`,
      place,
    ),
    location: place,
    categories: session.themes.map((id) => themeName(context, id)),
    end: session.endUtc,
    allDay: false,
  };
}

const RITUAL_WORDS: Readonly<Record<string, string>> = {
  communication: 'Message',
  recognition: 'Recognition',
  listening: 'Speak up',
  readback: 'What came of it',
};

/** `Message: What late-payment letters feel like` */
export function ritualTitle(context: Teller, { ritual, type }: RitualFields): string {
  return `${RITUAL_WORDS[type] ?? type}: ${context.model.rituals.get(ritual)?.name ?? ritual}`;
}

function ritualTold(context: Teller, ritual: RitualFields): Raw {
  const channels = context.model.rituals.get(ritual.ritual)?.channels ?? [];
  return {
    title: ritualTitle(context, ritual),
    description: channels.length === 0 ? '' : `By ${listWords(channels)}.`,
    location: '',
    categories: ritual.themes.map((id) => themeName(context, id)),
    end: dayAfter(ritual.date),
    allDay: true,
  };
}

function themeTold(context: Teller, { theme, to }: ThemeFields): Raw {
  const name = themeName(context, theme);
  return {
    title: `Theme: ${name}`,
    description: '',
    location: '',
    categories: [name],
    end: dayAfter(to),
    allDay: true,
  };
}

/** What is said alike of all sessions of a module. */
interface ModuleLines {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const madeLines = new WeakMap<NameSource['model'], Map<Id, ModuleLines>>();

function linesOf(context: Teller, id: Id): ModuleLines {
  const ofModel = madeLines.get(context.model) ?? new Map<Id, ModuleLines>();
  madeLines.set(context.model, ofModel);
  const lines = ofModel.get(id) ?? moduleLines(context, id);
  ofModel.set(id, lines);
  return lines;
}

function moduleLines(context: Teller, id: Id): ModuleLines {
  const module = context.model.modules.get(id);
  const voice = voiceWords(context, module);
  const why = module?.outcome ?? module?.strategy ?? '';
  const follow = module?.followUp;
  return {
    before: [
      ...(why === '' ? [] : [`Why: ${sentence(why)}`]),
      ...(voice === '' ? [] : [`The customer’s voice in it: ${voice}`]),
    ],
    after: follow ? [`Afterwards: ${sentence(follow.action + within(follow.withinDays))}`] : [],
  };
}

function description(context: Teller, session: SessionFields, who: string, place: string): string {
  const { before, after } = linesOf(context, session.module);
  const lines = [
    `For: ${who}`,
    ...(isPartOfSeveral(session)
      ? [`Seats: ${listWords(byNames(context, session.attendees).map(rangeWords))}`]
      : []),
    ...before,
    `Led by: ${leaderName(context, session)}${inLanguage(session)}`,
    ...overtimeLines(session),
    ...travelLines(session),
    `Where: ${place}`,
    ...(session.themes.length === 0 ? [] : [`Theme: ${themeWords(context, session.themes)}`]),
    ...after,
  ];
  return lines.join('\n');
}

/** For those who work elsewhere. */
function travelLines({ travel }: SessionFields): string[] {
  if (travel === undefined) return [];
  return [`The way there: up to ${counted(PLAIN_NUMBERS, travel, 'minute')} each way, in paid time`];
}

/** Outside the shift: of all of it where it lies outside as a whole. */
function overtimeLines({ overtime, minutes }: SessionFields): string[] {
  if (overtime === undefined) return [];
  const part = overtime < minutes ? `up to ${counted(PLAIN_NUMBERS, overtime, 'minute')} of it` : 'all of it';
  return [`Outside the shift: ${part}, as paid overtime`];
}

/** Whether the title may not say all that tells it from another session of the same groups. */
function isPartOfSeveral({ attendees }: SessionFields): boolean {
  return attendees.length > 1 && attendees.some(({ first }) => first > 1);
}

function within(days: number | undefined): string {
  return days === undefined ? '' : `, within ${counted(PLAIN_NUMBERS, days, 'day')}`;
}

/** People of one role in a session. */
interface RolePresence {
  heads: number;
  readonly groups: Set<GroupParts>;
}

/**
 * `, seats 7–12` of a session that does not begin with a group's first members: there is another with these, and two of
 * the same groups at the same minute must not read alike. Clients that know events by their words take them for one.
 */
function seatsWords(context: Teller, { attendees }: SessionFields): string {
  const later = byNames(
    context,
    attendees.filter(({ first }) => first > 1),
  ).map(rangeWords);
  if (later.length === 0) return '';
  return `, ${later.length > 1 || later[0]!.includes('–') ? 'seats' : 'seat'} ${someWords(later, ROLES_NAMED)}`;
}

/** Sorted by what groups are called: another id must not change what is said. */
function byNames({ partsOf }: Teller, attendees: readonly Attendees[]): readonly Attendees[] {
  if (attendees.length < 2) return attendees;
  const nameOf = ({ group }: Attendees): string => {
    const { role, site, shift, last } = partsOf(group);
    return `${role}\n${site}\n${shift}\n${last}`;
  };
  return [...attendees].sort((a, b) => byCodeUnit(nameOf(a), nameOf(b)) || a.first - b.first);
}

function rangeWords({ first, last }: Attendees): string {
  return first === last ? `${first}` : `${first}–${last}`;
}

/** What is said of those who alone fill a session, by whether it is online; they share one object (`plan/fields.ts`). */
const saidOfAlone = new WeakMap<Teller, Readonly<Record<'online' | 'onSite', Map<Attendees, string>>>>();

function onlyAttendeesWords(context: Teller, session: SessionFields): string {
  const said = saidOfAlone.get(context) ?? { online: new Map(), onSite: new Map() };
  saidOfAlone.set(context, said);
  const known = session.site === ONLINE ? said.online : said.onSite;
  const [seat] = session.attendees as [Attendees];
  const before = known.get(seat);
  if (before !== undefined) return before;
  const { group, first, last } = seat;
  const parts = context.partsOf(group);
  const words = roleWords(session, parts.role, last - first + 1, [parts]) + seatsWords(context, session);
  known.set(seat, words);
  return words;
}

/** `Credit controllers, group 1`: by what the group's own parts say, whatever other groups there are. */
function attendeesWords(context: Teller, session: SessionFields): string {
  if (session.attendees.length === 1) return onlyAttendeesWords(context, session);
  const byRole = new Map<string, RolePresence>();
  for (const { group, first, last } of session.attendees) {
    const parts = context.partsOf(group);
    const seated = byRole.get(parts.role) ?? { heads: 0, groups: new Set() };
    byRole.set(parts.role, seated);
    seated.heads += last - first + 1;
    seated.groups.add(parts);
  }
  if (byRole.size <= ROLES_NAMED) {
    const roles = [...byRole]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([role, { heads, groups }]) => roleWords(session, role, heads, [...groups]));
    return roles.join('; ') + seatsWords(context, session);
  }
  const departments = session.departments.map((id) => departmentName(context, id)).sort();
  return someWords(departments, ROLES_NAMED) + seatsWords(context, session);
}

function roleWords(
  session: SessionFields,
  role: string,
  heads: number,
  groups: readonly GroupParts[],
): string {
  const first = groups[0]!;
  const parts = [heads === 1 ? role : pluralRole(role)];
  if (session.site === ONLINE && same(groups, ({ site }) => site)) parts.push(first.site);
  if (same(groups, ({ shift }) => shift) && first.shift !== DEFAULT_SHIFT) parts.push(shiftName(first.shift));
  if (groups.length > 1) parts.push(counted(PLAIN_NUMBERS, groups.length, 'group'));
  else if (first.last.startsWith('joiners')) parts.push('joining');
  else if (!first.alone) parts.push(`group ${first.last}`);
  return parts.join(', ');
}

function same<T>(items: readonly T[], partOf: (item: T) => string): boolean {
  return items.every((item) => partOf(item) === partOf(items[0]!));
}

function dayAfter(date: string): string {
  return isoDate((toDay(date) ?? 0) + 1);
}
