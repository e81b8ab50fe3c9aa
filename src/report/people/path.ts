/** A person's own page: what they meet this year and when, what came of it, and where their calendar is. */

import type { Say } from '../../calendar/say.ts';
import { append } from '../../collections/lists.ts';
import type { Person } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { departmentName, ledBy, placeName, roleName, sessionTitle, siteName, voiceWords } from '../names.ts';
import { slotAt, slotsWords } from '../slots.ts';
import type { Block, CellValue, Column, Page } from '../types.ts';
import { counted, dateWords, monthWords, PLANNED } from '../words.ts';
import { countsOf, type PersonCounts } from './counts.ts';
import type { Attended, Seating } from './seating.ts';

const COLUMNS: readonly Column[] = [
  { key: 'when', title: 'when', kind: 'text' },
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'where', title: 'where', kind: 'text' },
  { key: 'leader', title: 'led by', kind: 'text' },
  { key: 'voice', title: 'the customer’s voice in it', kind: 'text' },
  { key: 'outcome', title: 'what came of it', kind: 'text' },
];

export function personPage(context: Context, { sessionsOf }: Seating, person: Person): Page {
  const attended = sessionsOf.get(person.id) ?? [];
  const { model, plan } = context;
  const zone = model.sites.get(person.site)?.zone ?? plan.programme.timezone;
  const department = model.roles.get(person.role)?.department ?? '';
  const months = new Map<string, Attended[]>();
  for (const one of attended) {
    const month = slotAt(one.session, zone).date.slice(0, 7);
    append(months, month, one);
  }
  return {
    title: person.name ?? person.id,
    blocks: [
      {
        kind: 'paragraph',
        text: `${roleName(context, person.role)} in ${departmentName(context, department)}, ${siteName(context, person.site)} · ${context.plan.programme.name}`,
      },
      {
        kind: 'paragraph',
        text: `${countsWords(context.say, countsOf(attended, plan.asOf))}. Times are in ${zone}. ${PLANNED}`,
      },
      {
        kind: 'links',
        items: [{ text: 'calendar', href: `../calendars/${person.id}`, note: 'to import', calendar: true }],
      },
      ...[...months].flatMap(([month, some]): Block[] => [
        { kind: 'heading', level: 2, text: monthWords(context.say, month, context.yearsShown) },
        { kind: 'table', table: { columns: COLUMNS, rows: some.map((one) => row(context, zone, one)) } },
      ]),
      ...(attended.length === 0 ? [{ kind: 'paragraph', text: 'No session.' } as const] : []),
      { kind: 'paragraph', text: `As of ${dateWords(context.say, plan.asOf)}.` },
    ],
  };
}

/** `42 sessions: 12 attended, 1 missed, 2 not told, 27 to come` */
function countsWords(say: Say, { planned, delivered, missed, untold, ahead }: PersonCounts): string {
  const parts = [
    `${delivered} attended`,
    `${missed} missed`,
    ...(untold > 0 ? [`${untold} of which nobody has told`] : []),
    `${ahead} to come`,
  ];
  return `${counted(say, planned, 'session')}: ${parts.join(', ')}`;
}

const OUTCOMES = { attended: 'attended', confirmed: 'attended, and confirmed', absent: 'missed' } as const;

function row(now: Context, zone: string, { session, outcome }: Attended): CellValue[] {
  const context = now.at(session);
  return [
    slotsWords(context, [slotAt(session, zone)]),
    sessionTitle(context, session),
    placeName(context, session),
    ledBy(context, session),
    voiceWords(context, context.model.modules.get(session.module)),
    outcome === undefined ? '' : OUTCOMES[outcome],
  ];
}
