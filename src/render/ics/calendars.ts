/** Calendar files (.ics): one VCALENDAR each, put together from events that are rendered once. */
import type { OutputFile } from '../../output/types.ts';
import type { Agenda, Cuts, Reports } from '../../report/types.ts';
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

/** All calendar files, and which agendas were cut into how many. */
export interface Calendars {
  readonly files: readonly CalendarFile[];
  readonly cuts: Cuts;
}

/** Every agenda as one file, or as several where it is too large for one; only feeds have one without events. */
export function renderCalendars({ agendas, events, product }: Reports): Calendars {
  const { pieces, monthOf } = renderEvents(events);
  const sizes = { monthOf, octetsOf: (number: number) => pieces.octetsOf(number) };
  const cuts = new Map<string, readonly number[]>();
  const files = [...agendas].flatMap(([path, agenda]) => {
    if (agenda.events.length === 0 && !agenda.feed) return [];
    const { parts, perQuarter } = splitAgenda(agenda, sizes);
    if (perQuarter) cuts.set(path, perQuarter);
    return parts.map((part) => ({
      agenda: path,
      path: `${path}${suffixOf(part, path, agendas)}.ics`,
      text: () => calendar(agenda, part, pieces, product),
      joined: true,
    }));
  });
  return { files, cuts };
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
    ...(events.length > 1 || agenda.feed ? [`X-WR-CALNAME:${escapeText(name)}`] : []),
    `X-WR-TIMEZONE:${cleanLine(agenda.zone)}`,
    // How often clients may ask again.
    ...(agenda.feed ? ['REFRESH-INTERVAL;VALUE=DURATION:PT12H', 'X-PUBLISHED-TTL:PT12H'] : []),
  ];
  yield head.map(contentLine).join('');
  for (const number of events) yield pieces.at(number);
  yield 'END:VCALENDAR\r\n';
}
