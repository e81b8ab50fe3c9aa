/** `presence`: nobody is seated before they come or after they leave. */
import { isoDate, MINUTES_A_DAY } from '../../calendar/date.ts';
import type { Programme } from '../../model/model.ts';
import type { Check, SeatedMembers, TimedSession, Violation } from '../types.ts';
import { groupWords, named } from '../words.ts';

export const presence: Check = ({ model, sessions }) =>
  sessions.flatMap((session) => session.seated.flatMap((seated) => absent(session, seated, model.programme)));

function absent(
  session: TimedSession,
  { group, first, last, start }: SeatedMembers,
  { starts, ends }: Programme,
): Violation[] {
  // A night that begins on the last day is worked to its end.
  const day = Math.floor(start / MINUTES_A_DAY);
  const never = group.until < group.from;
  // Outside the programme is another constraint's business.
  const early = day < group.from && group.from > starts;
  const late = day > group.until && group.until < ends;
  if (!early && !late) return [];
  const who = first === last ? `member ${first}` : `members ${first} to ${last}`;
  const why = never
    ? 'whose number nobody has'
    : early
      ? `who come on ${isoDate(group.from)}`
      : `who are there until ${isoDate(group.until)}`;
  return [
    {
      constraint: 'presence',
      message: `${named(session)} seats ${who} of ${groupWords(group)}, ${why}`,
      sessions: [session.id],
      group: group.name,
    },
  ];
}
