/**
 * Events, each rendered once however many calendars show it. The library `ics` checks and writes the short
 * properties; one pass after it puts them in the agreed order, adds the texts it does not escape or folds
 * slowly, and folds by octets. Dates reach it as text, because arrays go through the machine's zone.
 */
import { createEvents, type EventAttributes, type HeaderAttributes } from 'ics';
import type { AgendaEvent } from '../../report/types.ts';
import { cleanLine, cleanLines, shorten } from '../text.ts';
import { contentLine, escapeText } from './lines.ts';

/** A VEVENT, ready to be put into any calendar. */
export interface Piece {
  /** Content lines from BEGIN:VEVENT to END:VEVENT, folded, each with CRLF. */
  readonly text: string;
  /** Octets of the text in UTF-8. */
  readonly octets: number;
}

/** Events handed to the library at once: it validates the header anew for every call. */
const BATCH = 500;
/** Longer texts are written after the library, which folds them slowly and by characters instead of octets. */
const SHORT = 60;
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

/**
 * Renders each distinct event (by uid) once.
 * @throws Error that names the event when the library refuses it.
 */
export async function renderEvents(events: Iterable<AgendaEvent>): Promise<Map<string, Piece>> {
  const distinct = [...new Map([...events].map((event) => [event.uid, event])).values()];
  const write = (batch: readonly AgendaEvent[]) => createEvents(batch.map(attributesOf), HEADER);
  const pieces = new Map<string, Piece>();
  for (let i = 0; i < distinct.length; i += BATCH) {
    const batch = distinct.slice(i, i + BATCH);
    const { error, value } = write(batch);
    if (error || value === undefined || value === null) throw refusal(batch, (one) => write([one]).error);
    const blocks = eventBlocks(value);
    batch.forEach((event, k) => {
      pieces.set(event.uid, pieceOf(event, blocks[k]!));
    });
  }
  return pieces;
}

/** The library writes METHOD:PUBLISH unless told not to; the type does not know that `undefined` says so. */
const HEADER = { productId: 'cxplan', method: undefined } as unknown as HeaderAttributes;

function attributesOf(event: AgendaEvent): EventAttributes {
  const { uid, title, location, description } = textsOf(event);
  return {
    uid: uid.slice(0, SHORT),
    title: short(title),
    location: short(location),
    description: short(description),
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

function textsOf(event: AgendaEvent) {
  return {
    uid: cleanLine(event.uid),
    title: shorten(cleanLine(event.title), SUMMARY_LIMIT),
    location: shorten(cleanLine(event.location), LOCATION_LIMIT),
    description: shorten(cleanLines(event.description).trim(), DESCRIPTION_LIMIT),
  };
}

/** Empty texts make the library leave the property out. */
function short(text: string): string {
  return text.length <= SHORT ? text : '';
}

/** Name → content line, unfolded, for each event of the library's text. */
function eventBlocks(calendar: string): Map<string, string>[] {
  const blocks: Map<string, string>[] = [];
  let current: Map<string, string> | undefined;
  for (const line of calendar.replace(/\r\n\t/g, '').split('\r\n')) {
    if (line === 'BEGIN:VEVENT') current = new Map();
    else if (line === 'END:VEVENT') blocks.push(current!);
    else current?.set(/^[A-Z-]+/.exec(line)?.[0] ?? '', line);
  }
  return blocks;
}

function pieceOf(event: AgendaEvent, lines: Map<string, string>): Piece {
  for (const [name, value] of ownLines(event)) if (value !== '') lines.set(name, `${name}:${value}`);
  const written = ORDER.flatMap((name) => lines.get(name) ?? []).map(contentLine);
  const text = `BEGIN:VEVENT\r\n${written.join('')}END:VEVENT\r\n`;
  return { text, octets: Buffer.byteLength(text) };
}

/** The properties that are too long for the library, that it does not escape, or refuses a whole batch for. */
function ownLines(event: AgendaEvent): [string, string][] {
  const { uid, title, location, description } = textsOf(event);
  const long = (text: string) => (text.length <= SHORT ? '' : escapeText(text));
  const categories = event.categories
    .map((name) => escapeText(cleanLine(name)))
    .filter((name) => name !== '');
  return [
    ['UID', long(uid)],
    ['SUMMARY', long(title)],
    ['DESCRIPTION', long(description)],
    ['LOCATION', long(location)],
    ['CATEGORIES', categories.join(',')],
    ['URL', webAddress(event.url)],
  ];
}

/** An http or https address in its canonical spelling; empty for anything else. */
function webAddress(url: string | undefined): string {
  if (url === undefined || !URL.canParse(url)) return '';
  const { protocol, href } = new URL(url);
  return protocol === 'http:' || protocol === 'https:' ? href : '';
}

/** `2027-03-02T09:30:00Z` → `20270302T093000Z` */
function instant(text: string): string {
  return text.replace(/[-:]/g, '');
}

/** `2026-11-21` → `20261121T000000Z` */
function stamp(date: string): string {
  return `${date.replace(/-/g, '')}T000000Z`;
}

function dateParts(date: string): [number, number, number] {
  const [year, month, day] = date.split('-').map(Number);
  return [year!, month!, day!];
}

/** The library's error is not an Error and does not say which event it means: find it. */
function refusal(batch: readonly AgendaEvent[], errorOf: (event: AgendaEvent) => unknown): Error {
  for (const event of batch) {
    const error = errorOf(event);
    if (!error) continue;
    const detail = (error as { errors?: readonly string[] }).errors?.join(', ') ?? String(error);
    return new Error(`The calendar event ${JSON.stringify(event.uid)} cannot be written: ${detail}`);
  }
  return new Error('The calendar cannot be written.');
}
