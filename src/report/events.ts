/**
 * Sessions, rituals and theme months as calendar events. One session is one event, the same in every
 * calendar that shows it; its texts are made only of what the plan's `hash` covers, so that an event whose
 * `sequence` has not changed has not changed in any letter.
 */
import { isoDate, toDay } from '../calendar/date.ts';
import type { GroupParts } from '../model/group-parts.ts';
import { ONLINE } from '../model/model.ts';
import type { Attendees, PlanRitual, PlanSession, PlanTheme } from '../model/plan.ts';
import type { Context } from './context.ts';
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
  const { title, description, location, categories, end, allDay } = told(context, item);
  const confirmed = item.status === 'confirmed';
  return {
    uid: item.uid,
    sequence: item.sequence,
    status: item.status,
    title: confirmed ? title : `Cancelled: ${title}`,
    description,
    location,
    categories,
    start: startOf(item),
    end,
    allDay,
    busy: confirmed && !allDay,
    created: item.created,
    revised: item.revised,
    url: undefined,
  };
}

/** What an event says beyond its identity. */
type Told = Pick<AgendaEvent, 'title' | 'description' | 'location' | 'categories' | 'end' | 'allDay'>;

function told(context: Context, item: Item): Told {
  if ('module' in item) return sessionTold(context, item);
  return 'ritual' in item ? ritualTold(context, item) : themeTold(context, item);
}

function sessionTold(context: Context, session: PlanSession): Told {
  const who = attendeesWords(context, session);
  const place = placeName(context, session);
  return {
    title: `${sessionTitle(context, session)} – ${who} (${decimal(session.heads)})`,
    description: description(context, session, `${who} (${peopleWords(session.heads)})`, place),
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
export function ritualTitle(context: Context, { ritual, type }: PlanRitual): string {
  return `${RITUAL_WORDS[type] ?? type}: ${context.model.rituals.get(ritual)?.name ?? ritual}`;
}

function ritualTold(context: Context, ritual: PlanRitual): Told {
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

function themeTold(context: Context, { theme, to }: PlanTheme): Told {
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

function description(context: Context, session: PlanSession, who: string, place: string): string {
  const module = context.model.modules.get(session.module);
  const voice = voiceWords(context, module);
  const why = whyOf(context, session);
  const follow = module?.followUp;
  const lines = [
    `For: ${who}`,
    ...(why === '' ? [] : [`Why: ${sentence(why)}`]),
    ...(voice === '' ? [] : [`The customer’s voice in it: ${voice}`]),
    `Led by: ${leaderName(context, session)}`,
    `Where: ${place}`,
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

/** People of one role in a session. */
interface Seated {
  heads: number;
  readonly groups: Set<GroupParts>;
}

/** `Credit controllers, group 1`: by what the group's own parts say, whatever other groups there are. */
function attendeesWords(context: Context, session: PlanSession): string {
  if (session.attendees.length === 1) {
    const [{ group, first, last }] = session.attendees as [Attendees];
    const parts = context.partsOf(group);
    return roleWords(session, parts.role, last - first + 1, [parts]);
  }
  const byRole = new Map<string, Seated>();
  for (const { group, first, last } of session.attendees) {
    const parts = context.partsOf(group);
    const seated = byRole.get(parts.role) ?? { heads: 0, groups: new Set() };
    byRole.set(parts.role, seated);
    seated.heads += last - first + 1;
    seated.groups.add(parts);
  }
  if (byRole.size <= ROLES_NAMED) {
    return Array.from(byRole, ([role, { heads, groups }]) =>
      roleWords(session, role, heads, [...groups]),
    ).join('; ');
  }
  return someWords(
    session.departments.map((id) => departmentName(context, id)),
    ROLES_NAMED,
  );
}

function roleWords(session: PlanSession, role: string, heads: number, groups: readonly GroupParts[]): string {
  const first = groups[0]!;
  const parts = [heads === 1 ? role : pluralRole(role)];
  if (session.site === ONLINE && same(groups, ({ site }) => site)) parts.push(first.site);
  if (same(groups, ({ shift }) => shift) && first.shift !== DEFAULT_SHIFT) parts.push(shiftName(first.shift));
  if (groups.length > 1) parts.push(counted(groups.length, 'group'));
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
