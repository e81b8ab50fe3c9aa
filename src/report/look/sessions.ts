/** The sessions of the year as columns: small, and quick to walk through. */
import { toDay } from '../../calendar/date.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import { ONLINE, pinOf, pinWords } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { leaderName, placeName, sessionTitle } from '../names.ts';
import { clockWords, slotsOf } from '../slots.ts';
import { sentence, toWallMinute } from '../words.ts';
import { type Listing, listing, texts } from './lists.ts';
import type { Refs } from './refs.ts';
import type { Column, PageSessions } from './types/sessions.ts';

const COLUMNS = [
  'day',
  'start',
  'minutes',
  'offset',
  'zone',
  'module',
  'title',
  'site',
  'room',
  'place',
  'facilitator',
  'leader',
  'themes',
  'why',
  'state',
  'sequence',
  'revised',
  'counts',
  'parts',
  'head',
  'suffix',
] as const;

type Columns = Record<(typeof COLUMNS)[number] | 'group' | 'first' | 'last', number[]>;

interface Lists {
  readonly titles: Listing<string>;
  readonly places: Listing<string>;
  readonly leaders: Listing<string>;
  readonly themeLists: Listing<readonly number[]>;
  readonly whys: Listing<readonly string[]>;
  readonly dates: Listing<string>;
  readonly heads: Listing<string>;
  readonly suffixes: Listing<string>;
}

export function pageSessions(context: Context, refs: Refs): PageSessions {
  const { plan, model } = context;
  const columns = emptyColumns();
  const lists: Lists = {
    titles: texts(),
    places: texts(),
    leaders: texts(),
    themeLists: listing((list) => list.join()),
    whys: listing((list) => list.join('\n')),
    dates: texts(),
    heads: texts(),
    suffixes: texts(),
  };
  const tail: (number | string)[] = [];
  const notes: Record<string, string> = {};
  const elsewhere: Record<string, string> = {};
  const coFacilitators: Record<string, readonly number[]> = {};
  const isOneZone = new Set(Array.from(model.sites.values(), ({ zone }) => zone)).size < 2;
  let before = toDay(plan.programme.starts) ?? 0;
  for (const session of plan.sessions) {
    const day = toDay(session.start.slice(0, 10)) ?? before;
    columns.day.push(day - before);
    before = day;
    addTimes(columns, refs, session, day);
    addWords(columns, lists, context.at(session), session);
    addRefs(columns, lists, refs, session, plan.made.issue);
    addPeople(columns, refs, context.at(session), session);
    tail.push(addIdentity(columns, lists, session));
    const note = noteWords(context, session);
    if (note !== '') notes[columns.day.length - 1] = note;
    if (session.coFacilitators)
      coFacilitators[columns.day.length - 1] = session.coFacilitators.map(refs.facilitator);
    const other = isOneZone ? '' : otherClocks(context, session);
    if (other !== '') elsewhere[columns.day.length - 1] = other;
  }
  const { group, first, last } = columns;
  return {
    count: plan.sessions.length,
    ...short(columns),
    group,
    first,
    last,
    ...itemsOf(lists),
    tail,
    notes,
    elsewhere,
    ...(Object.keys(coFacilitators).length > 0 && { coFacilitators }),
  };
}

function itemsOf(lists: Lists) {
  const { titles, places, leaders, themeLists, whys, dates, heads, suffixes } = lists;
  return {
    titles: titles.items,
    places: places.items,
    leaders: leaders.items,
    themeLists: themeLists.items,
    whys: whys.items,
    dates: dates.items,
    heads: heads.items,
    suffixes: suffixes.items,
  };
}

function emptyColumns(): Columns {
  const all = [...COLUMNS, 'group', 'first', 'last'] as const;
  return Object.fromEntries(all.map((key) => [key, [] as number[]])) as Columns;
}

/** Most years have one zone, one suffix, nothing cancelled: a column that says one thing is one number. */
function short(columns: Columns): Record<(typeof COLUMNS)[number], Column> {
  const entries = COLUMNS.map((key): [string, Column] => {
    const [first = 0, ...rest] = columns[key];
    return [key, rest.every((value) => value === first) ? first : columns[key]];
  });
  return Object.fromEntries(entries) as Record<(typeof COLUMNS)[number], Column>;
}

function addTimes(columns: Columns, { zones }: Refs, session: PlanSession, day: number): void {
  const start = toWallMinute(session.start);
  columns.start.push(start - day * 1440);
  columns.minutes.push(session.minutes);
  columns.offset.push(start - toWallMinute(session.startUtc));
  columns.zone.push(zones.of(session.timezone));
}

function addWords(columns: Columns, lists: Lists, context: Context, session: PlanSession): void {
  columns.title.push(lists.titles.of(sessionTitle(context, session)));
  columns.place.push(lists.places.of(placeName(context, session)));
  columns.leader.push(lists.leaders.of(leaderName(context, session)));
}

function addRefs(
  columns: Columns,
  lists: Lists,
  refs: Refs,
  session: PlanSession,
  issue: number | undefined,
): void {
  columns.module.push(refs.module(session.module));
  columns.site.push(session.site === ONLINE ? -1 : refs.site(session.site));
  columns.room.push(refs.room(session.room));
  columns.facilitator.push(refs.facilitator(session.facilitator));
  columns.themes.push(lists.themeLists.of(session.themes.map(refs.theme)));
  columns.why.push(lists.whys.of(session.why));
  const isNews = issue !== undefined && session.issue === issue;
  columns.state.push((session.status === 'cancelled' ? 1 : 0) + (isNews ? 2 : 0));
  columns.sequence.push(session.sequence);
  columns.revised.push(lists.dates.of(session.revised));
  columns.counts.push(session.counts ? 1 : 0);
}

/** Groups that are gone are known by the names of the session's day. */
function addPeople(columns: Columns, refs: Refs, { groups }: Context, { attendees }: PlanSession): void {
  let parts = 0;
  for (const { group, first, last } of attendees) {
    const found = groups.get(group);
    if (!found) continue;
    columns.group.push(refs.group(found));
    columns.first.push(first);
    columns.last.push(last);
    parts++;
  }
  columns.parts.push(parts);
}

/** Most ids are those of module, occurrence and first group, and a number. @returns the number; else what is left of the id */
function addIdentity(columns: Columns, lists: Lists, session: PlanSession): number | string {
  const { id, uid, attendees } = session;
  columns.suffix.push(lists.suffixes.of(uid.startsWith(id) ? uid.slice(id.length) : `=${uid}`));
  const group = `.${attendees[0]?.group}.`;
  const at = id.indexOf(group);
  const number = at < 0 ? '' : id.slice(at + group.length);
  const isPlain = /^\d{1,4}$/.test(number) && String(Number(number)) === number;
  columns.head.push(lists.heads.of(isPlain ? id.slice(0, at + 1) : ''));
  return isPlain ? Number(number) : id;
}

/** `15:00–15:20 in Dublin and 09:00–09:20 in Austin`; empty where all live on the session's own clock. */
function otherClocks(context: Context, session: PlanSession): string {
  if (session.site !== ONLINE) return '';
  const slots = slotsOf(context, session);
  return slots.length > 1 || slots[0]?.zone !== session.timezone
    ? clockWords(context, slots, session.timezone)
    : '';
}

/** `Pinned: Asked for by the head of Finance. Bring the new letter templates.` */
function noteWords({ model }: Context, session: PlanSession): string {
  const pin = pinOf(model.pins, session);
  const note = model.notes.get(session.id);
  return [pin && sentence(pinWords(pin)), note].filter(Boolean).join(' ');
}
