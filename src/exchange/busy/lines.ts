/** iCalendar text (RFC 5545, 3.1) → components with properties: unfolded, names in capitals, each with its line. */
import type { Place } from '../../diagnostics/diagnostic.ts';

export interface Property {
  readonly name: string;
  readonly params: ReadonlyMap<string, string>;
  readonly value: string;
  readonly line: number;
}

export interface Component {
  readonly name: string;
  readonly properties: readonly Property[];
  readonly children: readonly Component[];
  readonly line: number;
}

/** A file that is no calendar, or one that cannot be read truly. */
export class CalendarProblem extends Error {
  override readonly name = 'CalendarProblem';
  readonly line: number;
  readonly fix: string;

  constructor(line: number, message: string, fix: string) {
    super(message);
    this.line = line;
    this.fix = fix;
  }

  place(file: string): Place {
    return { file, line: this.line, column: 1 };
  }
}

/** Components nest three deep in calendars that are meant. */
const DEEPEST = 8;

/** Every VCALENDAR of a text. @throws CalendarProblem where there is none, or one does not end */
export function calendarsIn(text: string): Component[] {
  const found: Component[] = [];
  const open: { name: string; properties: Property[]; children: Component[]; line: number }[] = [];
  for (const { content, line } of unfolded(text)) {
    const property = propertyIn(content, line);
    if (!property) continue;
    if (property.name === 'BEGIN') {
      if (open.length >= DEEPEST)
        throw new CalendarProblem(line, 'components are nested too deep', 'export the calendar again');
      open.push({ name: property.value.trim().toUpperCase(), properties: [], children: [], line });
    } else if (property.name === 'END') {
      const closed = open.pop();
      if (!closed || closed.name !== property.value.trim().toUpperCase()) {
        throw new CalendarProblem(
          line,
          `END:${property.value.trim()} has no BEGIN`,
          'export the calendar again; it may have been cut',
        );
      }
      (open.at(-1)?.children ?? found).push(closed);
    } else open.at(-1)?.properties.push(property);
  }
  const left = open.at(-1);
  if (left)
    throw new CalendarProblem(
      left.line,
      `${left.name} is never ended`,
      'export the calendar again; it has been cut off',
    );
  const calendars = found.filter(({ name }) => name === 'VCALENDAR');
  if (calendars.length === 0)
    throw new CalendarProblem(1, 'this is no calendar', 'export it as iCalendar (.ics)');
  return calendars;
}

function* unfolded(text: string): Generator<{ content: string; line: number }> {
  const lines = text.replace(/^\ufeff/, '').split(/\r\n|\n|\r/);
  for (let i = 0; i < lines.length; ) {
    const line = i + 1;
    const parts = [lines[i++]!];
    while (i < lines.length && (lines[i]!.startsWith(' ') || lines[i]!.startsWith('\t')))
      parts.push(lines[i++]!.slice(1));
    const content = parts.join('');
    if (content !== '') yield { content, line };
  }
}

/** `DTSTART;TZID="W. Europe Standard Time":20270302T100000` */
function propertyIn(content: string, line: number): Property | undefined {
  let [quoted, at] = [false, 0];
  const cuts: number[] = [];
  for (; at < content.length; at++) {
    const mark = content[at];
    if (mark === '"') quoted = !quoted;
    else if (!quoted && mark === ';') cuts.push(at);
    else if (!quoted && mark === ':') break;
  }
  if (at === content.length) return undefined;
  const ends = [...cuts, at];
  const name = content.slice(0, ends[0]).toUpperCase();
  const params = new Map(
    cuts.map((cut, i) => {
      const param = content.slice(cut + 1, ends[i + 1]);
      const equals = param.indexOf('=');
      return [param.slice(0, equals).toUpperCase(), param.slice(equals + 1).replace(/^"|"$/g, '')] as const;
    }),
  );
  return { name: name.replace(/^.*\./, ''), params, value: content.slice(at + 1), line };
}

export function propertyOf({ properties }: Component, name: string): Property | undefined {
  return properties.find((property) => property.name === name);
}

export function propertiesOf({ properties }: Component, name: string): Property[] {
  return properties.filter((property) => property.name === name);
}
