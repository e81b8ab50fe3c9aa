/** Calendar files (.ics): one VCALENDAR each, put together from events that are rendered once. */
import type { OutputFile } from '../../output/types.ts';
import type { Agenda, Reports } from '../../report/types.ts';
import { cleanLine } from '../../wording/clean.ts';
import { renderEvents } from './events.ts';
import { contentLine, escapeText } from './lines.ts';
import type { Pieces } from './pieces.ts';
import { type Part, splitAgenda } from './split.ts';

/** A calendar's file, or one of them. */
export interface CalendarFile extends OutputFile {
  /** Path of its agenda: `calendars/departments/finance`. */
  readonly agenda: string;
}

/** Every agenda as one file, or as several where it is too large for one; agendas without events make none. */
export function renderCalendars({ agendas, events, product }: Reports): CalendarFile[] {
  const { pieces, monthOf } = renderEvents(events);
  const sizes = { monthOf, octetsOf: (number: number) => pieces.octetsOf(number) };
  return [...agendas]
    .filter(([, agenda]) => agenda.events.length > 0)
    .flatMap(([path, agenda]) =>
      splitAgenda(agenda, sizes).map((part) => ({
        agenda: path,
        path: `${path}${suffixOf(part, path, agendas)}.ics`,
        text: () => calendar(agenda, part, pieces, product),
      })),
    );
}

/** `-q1`; ids have single hyphens only, so two of them keep clear of a department that is called `stores-q1`. */
function suffixOf({ suffix }: Part, path: string, agendas: ReadonlyMap<string, Agenda>): string {
  if (suffix === '') return '';
  return agendas.has(`${path}-${suffix}`) ? `--${suffix}` : `-${suffix}`;
}

function* calendar(
  agenda: Agenda,
  { suffix, events }: Part,
  pieces: Pieces,
  product: string,
): Generator<string | Uint8Array> {
  const name = cleanLine(agenda.name) + (suffix === '' ? '' : ` (${suffix.toUpperCase()})`);
  const [program, major] = product.split(' ');
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${program}//${program} ${major}//EN`,
    'CALSCALE:GREGORIAN',
    // Outlook opens a file that has a name as a new calendar, even for a single event.
    ...(events.length > 1 ? [`X-WR-CALNAME:${escapeText(name)}`] : []),
    `X-WR-TIMEZONE:${cleanLine(agenda.zone)}`,
  ];
  yield head.map(contentLine).join('');
  for (const number of events) yield pieces.at(number);
  yield 'END:VCALENDAR\r\n';
}
