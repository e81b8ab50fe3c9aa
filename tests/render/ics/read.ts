/** Calendar files read back by two parsers that are not ours: Thunderbird's and Node's. */
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

/** What both parsers must see alike. */
export interface ReadEvent {
  readonly uid: string;
  readonly summary: string;
  readonly description: string;
  readonly location: string;
  readonly categories: readonly string[];
  readonly status: string;
  readonly sequence: number;
  /** `2027-03-02T09:30:00Z`, or `2027-03-02` for a whole day. */
  readonly start: string;
  readonly end: string;
}

export interface ReadCalendar {
  readonly name: string | undefined;
  readonly events: readonly ReadEvent[];
}

/** As Thunderbird reads it; throws on anything that is no calendar. */
export function readWithIcalJs(text: string): ReadCalendar {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const value = (component: ICAL.Component, name: string) => component.getFirstPropertyValue(name);
  const events = calendar.getAllSubcomponents('vevent').map(
    (event): ReadEvent => ({
      uid: String(value(event, 'uid')),
      summary: String(value(event, 'summary')),
      description: String(value(event, 'description') ?? ''),
      location: String(value(event, 'location') ?? ''),
      categories: (event.getFirstProperty('categories')?.getValues() ?? []).map(String),
      status: String(value(event, 'status')),
      sequence: Number(value(event, 'sequence')),
      start: String(value(event, 'dtstart')),
      end: String(value(event, 'dtend')),
    }),
  );
  const name = value(calendar, 'x-wr-calname');
  return { name: name === null ? undefined : unescaped(String(name)), events };
}

/** The parser leaves properties that begin with X- as they are written. */
function unescaped(text: string): string {
  return text.replace(/\\(.)/g, (_, c: string) => (c === 'n' ? '\n' : c));
}

/** As the package `node-ical` reads it. */
export function readWithNodeIcal(text: string): readonly ReadEvent[] {
  const parsed = nodeIcal.sync.parseICS(text);
  return Object.values(parsed).flatMap((one): ReadEvent[] => {
    if (one?.type !== 'VEVENT') return [];
    const event = one as nodeIcal.VEvent;
    return [
      {
        uid: event.uid,
        summary: textOf(event.summary),
        description: textOf(event.description),
        location: textOf(event.location),
        categories: (event as { categories?: readonly string[] }).categories ?? [],
        status: String(event.status),
        sequence: Number(event.sequence),
        start: momentOf(event.start, event.datetype),
        end: momentOf(event.end as nodeIcal.DateWithTimeZone, event.datetype),
      },
    ];
  });
}

/** Either a text, or a text with parameters. */
function textOf(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : String((value as { val: string }).val);
}

/** Whole days come as midnight of the machine's zone. */
function momentOf(date: Date, kind: string): string {
  if (kind !== 'date') return date.toISOString().replace('.000', '');
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
