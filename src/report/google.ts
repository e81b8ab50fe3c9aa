/**
 * Calendars as the CSV that Google Calendar imports. It knows neither zones nor identities: the times are
 * those of one zone, which the name of the file says, and importing twice makes doubles.
 */
import { civilOf, clock, MINUTES_A_DAY } from '../calendar/date.ts';
import { toWall } from '../calendar/zone.ts';
import type { Agenda, AgendaEvent, CellValue, Column, Events, LongTable, Reports, Row } from './types.ts';
import { toWallMinute } from './words.ts';

/** Google's own titles, in its order. */
const COLUMNS: readonly Column[] = [
  { key: 'subject', title: 'Subject', kind: 'text' },
  { key: 'startDate', title: 'Start Date', kind: 'date' },
  { key: 'startTime', title: 'Start Time', kind: 'time' },
  { key: 'endDate', title: 'End Date', kind: 'date' },
  { key: 'endTime', title: 'End Time', kind: 'time' },
  { key: 'allDay', title: 'All Day Event', kind: 'text' },
  { key: 'description', title: 'Description', kind: 'text' },
  { key: 'location', title: 'Location', kind: 'text' },
  { key: 'private', title: 'Private', kind: 'text' },
];

/** `google/departments/finance.europe-london` → its table: every calendar in its own zone, without what is cancelled. */
export function googleTables({
  agendas,
  events,
}: Pick<Reports, 'agendas' | 'events'>): Map<string, LongTable> {
  return new Map(
    [...agendas].flatMap(([path, agenda]) => {
      if (agenda.feed) return [];
      const zone = agenda.zone.replace(/\//g, '-').toLowerCase();
      const name = `${path.replace(/^calendars\//, 'google/')}.${zone}`;
      return [[name, googleTable(agenda, events, agenda.zone)]];
    }),
  );
}

/** One calendar on the clocks of one zone. */
export function googleTable(agenda: Agenda, events: Events, zone: string): LongTable {
  return { columns: COLUMNS, rows: () => rows(agenda, events, zone) };
}

function* rows(agenda: Agenda, events: Events, zone: string): Generator<Row> {
  for (const number of agenda.events) {
    const event = events.at(number);
    if (event.status === 'confirmed') yield event.allDay ? dayRow(event) : timeRow(event, zone);
  }
}

function timeRow({ title, start, end, description, location }: AgendaEvent, zone: string): CellValue[] {
  const [begins, ends] = [start, end].map(toWallMinute) as [number, number];
  const from = toWall(zone, begins);
  // In the hour that a clock shows twice an end would come before its start; Google refuses the row.
  const to = toWall(zone, ends) > from ? toWall(zone, ends) : from + ends - begins;
  return [title, dateOf(from), timeOf(from), dateOf(to), timeOf(to), 'False', description, location, 'False'];
}

/** Google counts the last day in. */
function dayRow({ title, start, end, description, location }: AgendaEvent): CellValue[] {
  const last = toWallMinute(end) - MINUTES_A_DAY;
  return [
    title,
    dateOf(toWallMinute(start)),
    null,
    dateOf(last),
    null,
    'True',
    description,
    location,
    'False',
  ];
}

/** `03/02/2027`: month first, as Google wants it. */
function dateOf(wall: number): string {
  const { year, month, date } = civilOf(Math.floor(wall / MINUTES_A_DAY));
  const two = (n: number) => String(n).padStart(2, '0');
  return `${two(month)}/${two(date)}/${year}`;
}

/** `9:30 AM` */
function timeOf(wall: number): string {
  const minute = wall % MINUTES_A_DAY;
  const hour = Math.floor(minute / 60);
  return `${hour % 12 === 0 ? 12 : hour % 12}${clock(minute).slice(2)} ${hour < 12 ? 'AM' : 'PM'}`;
}
