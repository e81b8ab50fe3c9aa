/** `sessions.csv`: one row a session, in names and local time, with the ids that tools need beside them. */
import type { PlanSession } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import {
  departmentName,
  leaderName,
  placeName,
  sessionTitle,
  siteName,
  themeWords,
  voiceWords,
} from '../names.ts';
import type { CellValue, Column, LongTable, Row } from '../types.ts';
import { everybodyWords } from '../who.ts';
import { namesWords, weekdayShort } from '../words.ts';

/** With an attendance file, behind the people of a session. */
const CAME: readonly Column[] = [
  { key: 'attended', title: 'Attended', kind: 'number' },
  { key: 'missed', title: 'Missed', kind: 'number' },
];

const COLUMNS: readonly Column[] = [
  { key: 'id', title: 'Session', kind: 'text' },
  { key: 'status', title: 'Status', kind: 'text' },
  { key: 'date', title: 'Date', kind: 'date' },
  { key: 'weekday', title: 'Day', kind: 'text' },
  { key: 'start', title: 'Start', kind: 'time' },
  { key: 'end', title: 'End', kind: 'time' },
  { key: 'timezone', title: 'Time zone', kind: 'text' },
  { key: 'startUtc', title: 'Start (UTC)', kind: 'text' },
  { key: 'minutes', title: 'Minutes', kind: 'number' },
  { key: 'module', title: 'Module', kind: 'text' },
  { key: 'format', title: 'Format', kind: 'text' },
  { key: 'who', title: 'Who', kind: 'text' },
  { key: 'heads', title: 'People', kind: 'number' },
  { key: 'departments', title: 'Departments', kind: 'text' },
  { key: 'site', title: 'Site', kind: 'text' },
  { key: 'place', title: 'Where', kind: 'text' },
  { key: 'leader', title: 'Led by', kind: 'text' },
  { key: 'themes', title: 'Themes', kind: 'text' },
  { key: 'stages', title: 'Stages of the journey', kind: 'text' },
  { key: 'voice', title: 'The customer’s voice', kind: 'text' },
  { key: 'attendees', title: 'Attendees (group and numbers)', kind: 'text' },
  { key: 'counts', title: 'Counts for coverage', kind: 'text' },
];

/** Sorted by start, as in the plan; cancelled sessions are among them. */
export function sessionsTable(context: Context): LongTable {
  if (!context.deliveries()) return { columns: COLUMNS, rows: () => rows(context) };
  return { columns: COLUMNS.toSpliced(BEHIND, 0, ...CAME), rows: () => rowsWithCame(context) };
}

function* rows(context: Context): Generator<Row> {
  for (const session of context.plan.sessions) yield row(context, session);
}

const BEHIND = COLUMNS.findIndex(({ key }) => key === 'heads') + 1;

/** Of sessions of fewer than five people, and of those to come, nothing is said. */
function* rowsWithCame(context: Context): Generator<Row> {
  for (const session of context.plan.sessions) {
    const { delivered = null, missed = null } = context.deliveries()!.sessions(session.id) ?? {};
    yield row(context, session).toSpliced(BEHIND, 0, delivered, missed);
  }
}

function row(now: Context, session: PlanSession): CellValue[] {
  const context = now.at(session);
  const { model } = context;
  return [
    session.id,
    session.status,
    session.start.slice(0, 10),
    weekdayShort(context.say, session.start),
    session.start.slice(11, 16),
    session.end.slice(11, 16),
    session.timezone,
    session.startUtc,
    session.minutes,
    sessionTitle(context, session),
    session.format,
    everybodyWords(context, session),
    session.heads,
    namesWords(session.departments.map((id) => departmentName(context, id))),
    siteName(context, session.site),
    placeName(context, session),
    leaderName(context, session),
    themeWords(context, session.themes),
    namesWords(session.stages.map((id) => model.stages.get(id)?.name ?? id)),
    voiceWords(context, model.modules.get(session.module)),
    session.attendees.map(({ group, first, last }) => `${group} ${first}-${last}`).join('; '),
    session.counts ? 'yes' : 'no',
  ];
}
