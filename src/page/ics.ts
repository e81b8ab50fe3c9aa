/** One session as a calendar entry: the same identity as in the calendars of the folder, so that it never stands there twice. */
import { clock, isoDate } from '../calendar/date.ts';
import { isCancelled, uidOf, type Year } from './data.ts';

/** A calendar with one entry, as RFC 5545 has it. @param who in words */
export function icsOf(year: Year, session: number, who: string): string {
  const { data, day, start, offset, minutes, title, place, leader, sequence, revised } = year;
  const { sessions, programme, modules } = data;
  const begin = day[session]! * 1440 + start[session]! - offset[session]!;
  const made = `${sessions.dates[revised[session]!]!.replace(/-/g, '')}T000000Z`;
  const about = [
    who,
    `Led by ${sessions.leaders[leader[session]!]}`,
    modules[year.module[session]!]?.why ?? '',
  ];
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//cxplan//${escaped(programme.tool)}//EN`,
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${escaped(uidOf(year, session))}`,
    `SEQUENCE:${sequence[session]}`,
    `DTSTAMP:${made}`,
    `DTSTART:${stamp(begin)}`,
    `DTEND:${stamp(begin + minutes[session]!)}`,
    `SUMMARY:${escaped(sessions.titles[title[session]!]!)}`,
    `LOCATION:${escaped(sessions.places[place[session]!]!)}`,
    `DESCRIPTION:${escaped(about.filter((text) => text !== '').join('\n'))}`,
    `STATUS:${isCancelled(year, session) ? 'CANCELLED' : 'CONFIRMED'}`,
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

/** `20270302T093000Z` of minutes since 1970. */
function stamp(minute: number): string {
  const time = clock(minute).replace(':', '');
  return `${isoDate(Math.floor(minute / 1440)).replace(/-/g, '')}T${time}00Z`;
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n');
}

/** At most 75 octets a line, never inside of a letter. */
function folded(line: string): string {
  let [out, length] = ['', 0];
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (length + size > 74) {
      out += '\r\n ';
      length = 1;
    }
    out += letter;
    length += size;
  }
  return out;
}
