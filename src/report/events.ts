/**
 * Sessions, rituals and theme months as calendar events. One session is one event, the same in every
 * calendar that shows it; its texts are made only of what the plan's `hash` covers, so that an event whose
 * `sequence` has not changed has not changed in any letter.
 */
import { isoDate, toDay } from '../calendar/date.ts';
import { type GroupParts, groupParts } from '../model/group-parts.ts';
import { ONLINE } from '../model/model.ts';
import type { Identity, PlanRitual, PlanSession, PlanTheme } from '../model/plan.ts';
import { type Context, listed } from './context.ts';
import {
  departmentName,
  leaderName,
  placeName,
  pluralRole,
  sessionTitle,
  shiftName,
  themeName,
  themeWords,
  voiceWords,
} from './names.ts';
import type { AgendaEvent } from './types.ts';
import { counted, decimal, listWords, peopleWords, sentence, someWords } from './words.ts';

/** The shift of departments that have no shifts; it goes without saying. */
const DEFAULT_SHIFT = 'day';
/** Most roles that a title names. */
const ROLES_NAMED = 3;

/** What makes an event of its own. */
export type Item = PlanSession | PlanRitual | PlanTheme;

/** When its event begins: an instant, or a day. */
export function startOf(item: Item): string {
  if ('module' in item) return item.startUtc;
  return 'ritual' in item ? item.date : item.from;
}

export function eventOf(context: Context, item: Item): AgendaEvent {
  if ('module' in item) return sessionEvent(context, item);
  return 'ritual' in item ? ritualEvent(context, item) : themeEvent(context, item);
}

function sessionEvent(context: Context, session: PlanSession): AgendaEvent {
  const who = attendeesWords(context, session);
  return {
    ...identity(session, `${sessionTitle(context, session)} – ${who} (${decimal(session.heads)})`),
    description: description(context, session, `${who} (${peopleWords(session.heads)})`),
    location: placeName(context, session),
    categories: session.themes.map((id) => themeName(context, id)),
    start: session.startUtc,
    end: session.endUtc,
    allDay: false,
    busy: session.status === 'confirmed',
  };
}

const RITUAL_WORDS: Readonly<Record<string, string>> = {
  communication: 'Message',
  recognition: 'Recognition',
  listening: 'Speak up',
  readback: 'What came of it',
};

/** `Message: What late-payment letters feel like` */
export function ritualTitle(context: Context, { ritual, type }: PlanRitual): string {
  return `${RITUAL_WORDS[type] ?? type}: ${context.model.rituals.get(ritual)?.name ?? ritual}`;
}

function ritualEvent(context: Context, ritual: PlanRitual): AgendaEvent {
  const channels = context.model.rituals.get(ritual.ritual)?.channels ?? [];
  return {
    ...identity(ritual, ritualTitle(context, ritual)),
    description: channels.length === 0 ? '' : `By ${listWords(channels)}.`,
    location: '',
    categories: ritual.themes.map((id) => themeName(context, id)),
    start: ritual.date,
    end: dayAfter(ritual.date),
    allDay: true,
    busy: false,
  };
}

function themeEvent(context: Context, theme: PlanTheme): AgendaEvent {
  const name = themeName(context, theme.theme);
  return {
    ...identity(theme, `Theme: ${name}`),
    description: '',
    location: '',
    categories: [name],
    start: theme.from,
    end: dayAfter(theme.to),
    allDay: true,
    busy: false,
  };
}

function identity(item: Identity, title: string) {
  return {
    uid: item.uid,
    sequence: item.sequence,
    status: item.status,
    title: item.status === 'cancelled' ? `Cancelled: ${title}` : title,
    created: item.created,
    revised: item.revised,
    url: undefined,
  };
}

function description(context: Context, session: PlanSession, who: string): string {
  const module = context.model.modules.get(session.module);
  const voice = voiceWords(context, module);
  const why = whyOf(context, session);
  const follow = module?.followUp;
  const lines = [
    `For: ${who}`,
    ...(why === '' ? [] : [`Why: ${sentence(why)}`]),
    ...(voice === '' ? [] : [`The customer’s voice in it: ${voice}`]),
    `Led by: ${leaderName(context, session)}`,
    `Where: ${placeName(context, session)}`,
    ...(session.themes.length === 0 ? [] : [`Theme: ${themeWords(context, session.themes)}`]),
    ...(follow ? [`Afterwards: ${sentence(follow.action + within(follow.withinDays))}`] : []),
  ];
  return lines.join('\n');
}

function whyOf(context: Context, session: PlanSession): string {
  const module = context.model.modules.get(session.module);
  return module?.outcome ?? module?.strategy ?? '';
}

function within(days: number | undefined): string {
  return days === undefined ? '' : `, within ${counted(days, 'day')}`;
}

/** `Credit controllers, group 1`: by what the group's own parts say, whatever other groups there are. */
function attendeesWords(context: Context, session: PlanSession): string {
  const { model } = context;
  const groups = [...listed(session.attendees, ({ group }) => [group])].map(([id, some]) => ({
    ...groupParts(model, id),
    heads: some.reduce((sum, { first, last }) => sum + last - first + 1, 0),
  }));
  const byRole = listed(groups, ({ role }) => [role]);
  const words = [...byRole].map(([role, some]) => roleWords(session, role, some));
  if (words.length <= ROLES_NAMED) return words.join('; ');
  return someWords(
    session.departments.map((id) => departmentName(context, id)),
    ROLES_NAMED,
  );
}

function roleWords(
  session: PlanSession,
  role: string,
  groups: readonly (GroupParts & { readonly heads: number })[],
): string {
  const first = groups[0]!;
  const heads = groups.reduce((sum, group) => sum + group.heads, 0);
  const parts = [heads === 1 ? role : pluralRole(role)];
  if (session.site === ONLINE && same(groups, ({ site }) => site)) parts.push(first.site);
  if (same(groups, ({ shift }) => shift) && first.shift !== DEFAULT_SHIFT) parts.push(shiftName(first.shift));
  if (groups.length > 1) parts.push(counted(groups.length, 'group'));
  else if (first.last.startsWith('joiners')) parts.push('joining');
  else if (!first.alone) parts.push(`group ${first.last}`);
  return parts.join(', ');
}

function same<T>(items: readonly T[], partOf: (item: T) => string): boolean {
  return new Set(items.map(partOf)).size === 1;
}

function dayAfter(date: string): string {
  return isoDate((toDay(date) ?? 0) + 1);
}
