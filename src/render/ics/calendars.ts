/** Calendar files (.ics): one VCALENDAR each, put together from events that are rendered once. */
import type { OutputFile } from '../../output/types.ts';
import type { Agenda, AgendaEvent, Reports } from '../../report/types.ts';
import { cleanLine } from '../text.ts';
import { type Piece, renderEvents } from './events.ts';
import { contentLine, escapeText } from './lines.ts';
import { type Part, splitAgenda } from './split.ts';

/** Every agenda as one file, or as several where it is too large for one; agendas without events make none. */
export async function renderCalendars(
  agendas: ReadonlyMap<string, Agenda>,
  product: Reports['product'],
): Promise<OutputFile[]> {
  const pieces = await renderEvents(allEvents(agendas.values()));
  const octetsOf = (event: AgendaEvent) => pieces.get(event.uid)!.octets;
  return [...agendas]
    .filter(([, agenda]) => agenda.events.length > 0)
    .flatMap(([path, agenda]) =>
      splitAgenda(agenda, octetsOf).map((part) => ({
        path: `${path}${suffixOf(part, path, agendas)}.ics`,
        text: calendar(agenda, part, pieces, product),
      })),
    );
}

function* allEvents(agendas: Iterable<Agenda>): Generator<AgendaEvent> {
  for (const agenda of agendas) yield* agenda.events;
}

/** `-q1`; ids have single hyphens only, so two of them keep clear of a department that is called `stores-q1`. */
function suffixOf({ suffix }: Part, path: string, agendas: ReadonlyMap<string, Agenda>): string {
  if (suffix === '') return '';
  return agendas.has(`${path}-${suffix}`) ? `--${suffix}` : `-${suffix}`;
}

function calendar(agenda: Agenda, part: Part, pieces: ReadonlyMap<string, Piece>, product: string): string {
  const name = cleanLine(agenda.name) + (part.suffix === '' ? '' : ` (${part.suffix.toUpperCase()})`);
  const [program, major] = product.split(' ');
  const head = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//${program}//${program} ${major}//EN`,
    'CALSCALE:GREGORIAN',
    // Outlook opens a file that has a name as a new calendar, even for a single event.
    ...(part.events.length > 1 ? [`X-WR-CALNAME:${escapeText(name)}`] : []),
    `X-WR-TIMEZONE:${cleanLine(agenda.zone)}`,
  ];
  const events = part.events.map((event) => pieces.get(event.uid)!.text);
  return `${head.map(contentLine).join('')}${events.join('')}END:VCALENDAR\r\n`;
}
