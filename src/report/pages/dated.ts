/**
 * Date by date, for whoever has to act on it: a site's page for those who run its shifts, a facilitator's for themselves.
 * Where many departments share a site nobody acts on all of it: each has a page there, and the site's own leads to them.
 */
import { index } from '../../coverage/context.ts';
import type { PlanGroup, PlanSession } from '../../model/made/plan.ts';
import type { Department, Facilitator, Site } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { ledBy, placeName, sessionTitle } from '../names.ts';
import { slotAt } from '../slots.ts';
import type { Block, Column, Link, Page } from '../types.ts';
import { attendeesWords } from '../who.ts';
import { counted, hoursWords, monthWords, PLANNED } from '../words.ts';
import { seriesRows } from './series.ts';

const COLUMNS: readonly Column[] = [
  { key: 'when', title: 'when', kind: 'text' },
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'who', title: 'who', kind: 'text' },
  { key: 'where', title: 'where', kind: 'text' },
  { key: 'leader', title: 'led by', kind: 'text' },
];

/** Whose page it is, where, and on which clock. */
interface Reader {
  readonly name: string;
  /** The page's path in the plan's folder, without `.md`. */
  readonly path: string;
  readonly zone: string;
  /** What the page's filters are set to: `site=bath`. */
  readonly filter: string;
  /** Whose calendar holds the same, without extension; none, where no calendar is cut so. */
  readonly calendar: string | undefined;
  /** Whether people of a group are theirs. */
  readonly isTheirs: (group: PlanGroup | undefined) => boolean;
  /** The site that goes without saying. */
  readonly home: string | undefined;
}

/** `sites/<id>`: every session of people who work there, and every one that is held there. */
export function sitePage(context: Context, { id, name, zone }: Site, sessions: readonly PlanSession[]): Page {
  const path = `sites/${id}`;
  const isTheirs: Reader['isTheirs'] = (group) => group?.site === id;
  const reader = { name, path, zone, filter: `site=${id}`, calendar: path, isTheirs, home: id };
  return datedPage(atHome(context), reader, sessions, []);
}

/** `sites/<id>/<department>`: every session of its people who work there. */
export function siteDepartmentPage(
  context: Context,
  { id, name, zone }: Site,
  department: Department,
  sessions: readonly PlanSession[],
): Page {
  const reader: Reader = {
    name: `${department.name}, ${name}`,
    path: `sites/${id}/${department.id}`,
    zone,
    filter: `site=${id}&department=${department.id}`,
    calendar: undefined,
    isTheirs: (group) => group?.site === id && group.department === department.id,
    home: id,
  };
  return datedPage(atHome(context), reader, sessions, []);
}

/** `sites/<id>` of a site that many departments share: where each finds its dates, and who comes from elsewhere. */
export function sharedSitePage(
  context: Context,
  { id, name, zone }: Site,
  departments: readonly (readonly [Department, readonly PlanSession[]])[],
  guests: readonly PlanSession[],
): Page {
  const links = departments.map(([department, sessions]) => ({
    text: department.name,
    href: `${id}/${department.id}.md`,
    note: `${counted(context.say, confirmed(sessions).length, 'session')}, date by date`,
  }));
  const path = `sites/${id}`;
  const reader = { name, path, zone, filter: `site=${id}`, calendar: path, isTheirs: () => true, home: id };
  return datedPage(context, reader, guests, links);
}

/** `facilitators/<id>`: every session they lead. */
export function facilitatorPage(
  context: Context,
  { id, name, zone }: Facilitator,
  sessions: readonly PlanSession[],
): Page {
  const path = `facilitators/${id}`;
  const filter = `facilitator=${id}`;
  const reader = { name, path, zone, filter, calendar: path, isTheirs: () => true, home: undefined };
  return datedPage(context, reader, sessions, []);
}

/** Where everybody works at one site, groups are told without it. */
function atHome(context: Context): Context {
  return { ...context, sitesOfRole: new Map() };
}

/** The page of one reader; with `links` to the pages of departments it is those and whoever else comes. */
function datedPage(
  context: Context,
  reader: Reader,
  sessions: readonly PlanSession[],
  links: readonly Link[],
): Page {
  const { programme } = context.plan;
  const months = [...index(sessions, (session) => slotAt(session, reader.zone).date.slice(0, 7))];
  return {
    title: `${reader.name}, date by date: ${programme.name}`,
    blocks: [
      { kind: 'paragraph', text: summary(context, reader, sessions, links.length > 0) },
      { kind: 'links', items: [...waysOut(reader), ...links] },
      ...months.flatMap(([month, some]) => monthBlocks(context, reader, month, some)),
    ],
  };
}

function summary(
  { say }: Context,
  { zone }: Reader,
  sessions: readonly PlanSession[],
  isShared: boolean,
): string {
  const held = confirmed(sessions);
  const minutes = held.reduce((sum, session) => sum + session.minutes, 0);
  const amount = `${counted(say, held.length, 'session')}, ${hoursWords(say, minutes)} h`;
  const told = [
    ...(isShared ? ['Each department that works here has a page of its own.'] : []),
    ...(isShared && held.length === 0 ? [] : [`${isShared ? 'For people from elsewhere: ' : ''}${amount}.`]),
  ].join(' ');
  return `${told} Times are local, in ${zone}. ${PLANNED}`;
}

function waysOut({ path, filter, calendar }: Reader): Link[] {
  const up = '../'.repeat(path.split('/').length - 1);
  const href = `${up}index.html#/calendar?mode=list&${filter}`;
  return [
    { text: 'on the page', href, note: 'by month, to filter; each session with its reasons' },
    ...(calendar === undefined
      ? []
      : [
          {
            text: 'calendar',
            href: `${up}calendars/${calendar}`,
            note: 'to import',
            calendar: true as const,
          },
        ]),
  ];
}

function confirmed(sessions: readonly PlanSession[]): PlanSession[] {
  return sessions.filter(({ status }) => status === 'confirmed');
}

function monthBlocks(
  context: Context,
  reader: Reader,
  month: string,
  sessions: readonly PlanSession[],
): Block[] {
  const told = sessions.map((session) => ({
    slot: slotAt(session, reader.zone),
    minutes: session.minutes,
    cells: cellsOf(context, reader, session),
  }));
  return [
    { kind: 'heading', level: 2, text: monthWords(context.say, month, context.yearsShown) },
    { kind: 'table', table: { columns: COLUMNS, rows: seriesRows(context, told) } },
  ];
}

function cellsOf(context: Context, { isTheirs, home }: Reader, session: PlanSession): string[] {
  const attendees = session.attendees.filter(({ group }) => isTheirs(context.groups.get(group)));
  const title = sessionTitle(context, session);
  return [
    session.status === 'cancelled' ? `Cancelled: ${title}` : title,
    attendeesWords(context, attendees),
    placeName(context, session, home),
    ledBy(context, session),
  ];
}
