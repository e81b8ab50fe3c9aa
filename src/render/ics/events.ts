/**
 * Events, each rendered once however many calendars show it. The library `ics` checks and writes the form of an
 * event: everything but its texts and times, the same for thousands of them, and slow to check. One pass after
 * it puts the properties in the agreed order, adds texts and times, and folds by octets.
 */
import { createEvents, type EventAttributes, type HeaderAttributes } from 'ics';
import type { AgendaEvent, Events } from '../../report/types.ts';
import { cleanLine, cleanLines, shorten } from '../../wording/clean.ts';
import { contentLine, escapeText } from './lines.ts';
import { Pieces } from './pieces.ts';

const SUMMARY_LIMIT = 200;
const LOCATION_LIMIT = 400;
const DESCRIPTION_LIMIT = 4000;

const ORDER = [
  'UID',
  'SUMMARY',
  'DTSTAMP',
  'DTSTART',
  'DTEND',
  'SEQUENCE',
  'DESCRIPTION',
  'LOCATION',
  'STATUS',
  'CATEGORIES',
  'X-MICROSOFT-CDO-BUSYSTATUS',
  'TRANSP',
  'CLASS',
  'CREATED',
  'LAST-MODIFIED',
  'URL',
] as const;

/** Name → content line with its CRLF. */
type Form = ReadonlyMap<string, string>;

/** Every event of the year, ready to be put into any calendar. */
export interface RenderedEvents {
  /** Content lines from BEGIN:VEVENT to END:VEVENT, folded, each with CRLF. */
  readonly pieces: Pieces;
  /** The month in which an event starts: `2027-03`. */
  readonly monthOf: (number: number) => string;
}

/**
 * Renders each event once.
 * @throws Error that names the event when the library refuses it.
 */
export function renderEvents(events: Events): RenderedEvents {
  const forms = new Map<string, Form>();
  const pieces = new Pieces(events.count);
  const months: string[] = [];
  const monthsOf = new Uint32Array(events.count);
  for (let number = 0; number < events.count; number++) {
    const event = events.at(number);
    const { sequence, status, busy, allDay, created, revised } = event;
    const key = `${sequence} ${status} ${busy} ${allDay} ${created} ${revised}`;
    const form = forms.get(key) ?? formOf(event);
    forms.set(key, form);
    pieces.add(textOf(event, form));
    // Events are numbered by start: months come one after the other.
    const month = event.start.slice(0, 7);
    if (month !== months.at(-1)) months.push(month);
    monthsOf[number] = months.length - 1;
  }
  return { pieces, monthOf: (number) => months[monthsOf[number]!]! };
}

/** The library writes METHOD:PUBLISH unless told not to; the type does not know that `undefined` says so. */
const HEADER = { productId: 'cxplan', method: undefined } as unknown as HeaderAttributes;

/** What the library writes of an event without texts. */
function formOf(event: AgendaEvent): Form {
  const { error, value } = createEvents([attributesOf(event)], HEADER);
  if (error || !value) throw refusal(event, error);
  const lines = value.replace(/\r\n\t/g, '').split('\r\n');
  const own = lines.slice(lines.indexOf('BEGIN:VEVENT') + 1, lines.indexOf('END:VEVENT'));
  return new Map(own.map((line) => [/^[A-Z-]+/.exec(line)?.[0] ?? '', contentLine(line)]));
}

function attributesOf(event: AgendaEvent): EventAttributes {
  return {
    uid: 'form',
    timestamp: stamp(event.revised),
    start: event.allDay ? dateParts(event.start) : instant(event.start),
    end: event.allDay ? dateParts(event.end) : instant(event.end),
    sequence: event.sequence,
    status: event.status === 'cancelled' ? 'CANCELLED' : 'CONFIRMED',
    busyStatus: event.busy ? 'BUSY' : 'FREE',
    transp: event.busy ? 'OPAQUE' : 'TRANSPARENT',
    classification: 'PUBLIC',
    created: stamp(event.created),
    lastModified: stamp(event.revised),
  } as EventAttributes;
}

function textOf(event: AgendaEvent, form: Form): string {
  const own = ownLines(event);
  let text = 'BEGIN:VEVENT\r\n';
  for (const name of ORDER) {
    const value = own[name];
    if (value) text += contentLine(name + value);
    else if (value === undefined) text += form.get(name) ?? '';
  }
  return `${text}END:VEVENT\r\n`;
}

/** The properties in which events differ, from the sign after the name on; an empty one is left out. */
function ownLines(event: AgendaEvent): Readonly<Partial<Record<(typeof ORDER)[number], string>>> {
  const { title, location, description, categories } = event;
  const names = categories.map((name) => escapeText(cleanLine(name))).filter((name) => name !== '');
  return {
    UID: valued(cleanLine(event.uid)),
    SUMMARY: valued(escapeText(shorten(cleanLine(title), SUMMARY_LIMIT))),
    DTSTART: time(event.start, event.allDay),
    DTEND: time(event.end, event.allDay),
    DESCRIPTION: valued(escapeText(shorten(cleanLines(description).trim(), DESCRIPTION_LIMIT))),
    LOCATION: valued(escapeText(shorten(cleanLine(location), LOCATION_LIMIT))),
    CATEGORIES: valued(names.join(',')),
    URL: valued(webAddress(event.url)),
  };
}

function valued(text: string): string {
  return text === '' ? '' : `:${text}`;
}

function time(text: string, allDay: boolean): string {
  return allDay ? `;VALUE=DATE:${compact(text)}` : `:${instant(text)}`;
}

/** An http or https address in its canonical spelling; empty for anything else. */
function webAddress(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : '';
}

/** `2027-03-02T09:30:00Z` → `20270302T093000Z` */
function instant(text: string): string {
  return `${compact(text)}T${text.slice(11, 13)}${text.slice(14, 16)}${text.slice(17, 19)}Z`;
}

/** `2026-11-21` → `20261121` */
function compact(date: string): string {
  return date.slice(0, 4) + date.slice(5, 7) + date.slice(8, 10);
}

/** `2026-11-21` → `20261121T000000Z` */
function stamp(date: string): string {
  return `${compact(date)}T000000Z`;
}

function dateParts(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year!, month!, day!];
}

/** The library's error is not an Error and does not say which event it means. */
function refusal({ uid }: AgendaEvent, error: unknown): Error {
  const detail = (error as { errors?: readonly string[] } | null)?.errors?.join(', ') ?? String(error);
  return new Error(`The calendar event ${JSON.stringify(uid)} cannot be written: ${detail}`);
}
