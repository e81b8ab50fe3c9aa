/** Events as they stand in our own calendar files: taken apart, and put into a file each. */

export interface PlainEvent {
  readonly uid: string;
  /** From BEGIN:VEVENT to END:VEVENT, folded, each line with CRLF. */
  readonly text: string;
}

const BEGIN = 'BEGIN:VEVENT\r\n';
const END = 'END:VEVENT\r\n';

/** Every event of a calendar file of ours. */
export function* eventsIn(calendar: string): Generator<PlainEvent> {
  for (let at = calendar.indexOf(BEGIN); at >= 0; at = calendar.indexOf(BEGIN, at + 1)) {
    const end = calendar.indexOf(END, at) + END.length;
    const text = calendar.slice(at, end);
    yield { uid: propertyOf(linesOf(text), 'UID'), text };
  }
}

/** A calendar of one event. It has no METHOD: servers of calendars refuse one. */
export function calendarOf({ text }: PlainEvent, method?: 'REQUEST' | 'CANCEL'): string {
  const head = ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//cxplan//cxplan 0//EN', 'CALSCALE:GREGORIAN'];
  return `${[...head, ...(method ? [`METHOD:${method}`] : [])].join('\r\n')}\r\n${text}END:VCALENDAR\r\n`;
}

/** Unfolded lines, whatever ends them. */
export function linesOf(text: string): string[] {
  return text
    .replace(/\r?\n[ \t]/g, '')
    .split(/\r?\n/)
    .filter((line) => line !== '');
}

/** The value of the first property of a name; empty where there is none. */
export function propertyOf(lines: readonly string[], name: string): string {
  const line = lines.find((one) => one.startsWith(`${name}:`) || one.startsWith(`${name};`)) ?? '';
  return line.slice(line.indexOf(':') + 1);
}
