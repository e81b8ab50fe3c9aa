/**
 * Date by date, for whoever has to act on it: a site's page for those who run its shifts, a facilitator's for themselves.
 * Nothing is told together here; the department's page does that for those who read.
 */
import { index } from '../../coverage/context.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Facilitator, Site } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { leaderName, placeName, sessionTitle } from '../names.ts';
import { slotAt, slotsWords } from '../slots.ts';
import type { Block, CellValue, Column, Page } from '../types.ts';
import { seatsOf, whoWords } from '../who.ts';
import { counted, hoursWords, monthWords, PLANNED } from '../words.ts';

const COLUMNS: readonly Column[] = [
  { key: 'when', title: 'when', kind: 'text' },
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'who', title: 'who', kind: 'text' },
  { key: 'where', title: 'where', kind: 'text' },
  { key: 'leader', title: 'led by', kind: 'text' },
];

/** Whose page it is, and on which clock. */
interface Reader {
  readonly name: string;
  readonly zone: string;
  /** Whether people of a site are theirs. */
  readonly isTheirs: (site: string) => boolean;
  /** The site that goes without saying. */
  readonly home: string | undefined;
}

/** `sites/<id>`: every session of people who work there, and every one that is held there. */
export function sitePage(context: Context, { id, name, zone }: Site, sessions: readonly PlanSession[]): Page {
  const reader: Reader = { name, zone, isTheirs: (site) => site === id, home: id };
  return datedPage(context, reader, `sites/${id}`, sessions);
}

/** `facilitators/<id>`: every session they lead. */
export function facilitatorPage(
  context: Context,
  { id, name, zone }: Facilitator,
  sessions: readonly PlanSession[],
): Page {
  const reader: Reader = { name, zone, isTheirs: () => true, home: undefined };
  return datedPage(context, reader, `facilitators/${id}`, sessions);
}

function datedPage(context: Context, reader: Reader, path: string, sessions: readonly PlanSession[]): Page {
  const [kind, id] = path.split('/') as [string, string];
  const look = `${kind.slice(0, -1)}=${id}`;
  const { programme } = context.plan;
  const held = sessions.filter(({ status }) => status === 'confirmed');
  const minutes = held.reduce((sum, session) => sum + session.minutes, 0);
  return {
    title: `${reader.name}, date by date: ${programme.name}`,
    blocks: [
      {
        kind: 'paragraph',
        text: `${counted(context.say, held.length, 'session')}, ${hoursWords(context.say, minutes)} h. Times are local, in ${reader.zone}. ${PLANNED}`,
      },
      {
        kind: 'links',
        items: [
          {
            text: 'on the page',
            href: `../index.html#/calendar?mode=list&${look}`,
            note: 'by month, to filter',
          },
          { text: 'calendar', href: `../calendars/${path}`, note: 'to import', calendar: true },
        ],
      },
      ...[...index(sessions, (session) => slotAt(session, reader.zone).date.slice(0, 7))].flatMap(
        ([month, some]) => monthBlocks(context, reader, month, some),
      ),
    ],
  };
}

function monthBlocks(
  context: Context,
  reader: Reader,
  month: string,
  sessions: readonly PlanSession[],
): Block[] {
  return [
    { kind: 'heading', level: 2, text: monthWords(context.say, month, context.yearsShown) },
    {
      kind: 'table',
      table: { columns: COLUMNS, rows: sessions.map((session) => row(context, reader, session)) },
    },
  ];
}

function row(context: Context, { zone, isTheirs, home }: Reader, session: PlanSession): CellValue[] {
  const attendees = session.attendees.filter(({ group }) => isTheirs(context.groups.get(group)?.site ?? ''));
  const title = sessionTitle(context, session);
  return [
    slotsWords(context, [slotAt(session, zone)]),
    session.status === 'cancelled' ? `Cancelled: ${title}` : title,
    whoWords(context, seatsOf(context, attendees)),
    placeName(context, session, home),
    leaderName(context, session),
  ];
}
