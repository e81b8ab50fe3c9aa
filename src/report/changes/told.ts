/** A changed session in words: what it is, whose, what it was and is, and why; the same for everybody who reads of it. */

import { index } from '../../coverage/context.ts';
import { type Locate, pointerText } from '../../diagnostics/diagnostic.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import { headsIn } from '../../model/seat-ranges.ts';
import type { ChangeKind, SessionChange } from '../../plan/diff/diff.ts';
import type { Context } from '../context.ts';
import { ledBy, placeName, sessionTitle } from '../names.ts';
import { slotsOf, slotsWords } from '../slots.ts';
import { attendeesWords } from '../who.ts';
import { capital, counted, daysWords, peopleWords, quoted, sentence } from '../words.ts';
import { causeOf } from './cause.ts';
import type { Cause, PlanComparison } from './compared.ts';

export interface ToldChange {
  readonly change: SessionChange;
  /** `“Invoices people understand”, Credit controllers, group 1 (4)` */
  readonly subject: string;
  /** `Tue 2 Mar, 09:30–11:00 → Thu 4 Mar, 10:00–11:30` */
  readonly when: string;
  /** Further changes, each a clause: `led by Tom instead of Amira`. */
  readonly how: readonly string[];
  readonly cause: Cause | undefined;
  /** The cause as a sentence with the line it stands in: `Amira is away from 9 to 13 March (facilitators.yaml:4).` */
  readonly why: string;
}

export function tell(both: PlanComparison, change: SessionChange, locate: Locate | undefined): ToldChange {
  const cause = causeOf(both, change);
  return {
    change,
    subject: subjectOf(both, change),
    when: whenOf(both, change),
    how: howOf(both, change),
    cause,
    why: cause ? whyWords(cause, locate) : '',
  };
}

/** All in one: `“…”, …: Tue 2 Mar → Thu 4 Mar; led by Tom instead of Amira. Amira is away (…).` */
export function lineOf({ subject, when, how, why }: ToldChange): string {
  return lineWith(subject, when, how, why);
}

function lineWith(subject: string, when: string, how: readonly string[], why: string): string {
  return `${sentence(`${subject}: ${[when, ...how].join('; ')}`)}${why === '' ? '' : ` ${why}`}`;
}

/** So many that differ in their time alone are told as one. */
const MANY = 3;

/** A line for each change, in order; those of which the same is to be said, but for when they are, in one. */
export function linesOf(told: readonly ToldChange[], { say }: Context): string[] {
  const alike = index(told, sayingOf);
  const lines: string[] = [];
  const done = new Set<ToldChange>();
  for (const one of told) {
    if (done.has(one)) continue;
    const { change, subject, how, why } = one;
    const some = alike.get(sayingOf(one))!;
    if (some.length < MANY) {
      lines.push(lineOf(one));
      continue;
    }
    for (const other of some) done.add(other);
    const days = some.map(({ change: { before, after } }) => (after ?? before)!.start);
    lines.push(
      lineWith(
        subject,
        `${WORDS[change.kind] ?? ''}${counted(say, some.length, 'session')}, ${daysWords(say, days[0]!, days.at(-1)!)}`,
        how,
        why,
      ),
    );
  }
  return lines;
}

/** What is said of a change but for its time; of what moved its times are what matters. */
function sayingOf({ change: { id, kind }, subject, how, why }: ToldChange): string {
  return kind === 'moved' ? id : [kind, subject, ...how, why].join('\n');
}

/** Before the time of what is no longer or not yet. */
const WORDS: Partial<Record<ChangeKind, string>> = { added: 'new, ', cancelled: 'cancelled, ' };

function subjectOf({ then, now }: PlanComparison, { before, after }: SessionChange): string {
  const context = after ? now : then;
  const session = (after ?? before)!;
  return `${quoted(sessionTitle(context, session))}, ${whoOf(context, session)}`;
}

function whoOf(context: Context, session: Pick<PlanSession, 'attendees'>): string {
  return attendeesWords(context, session.attendees);
}

function whyWords({ text, at }: Cause, locate: Locate | undefined): string {
  const place = at && locate?.(at, { key: true });
  const where =
    at === undefined ? '' : place ? ` (${place.file}:${place.line})` : locate ? ` (${pointerText(at)})` : '';
  return sentence(`${capital(text)}${where}`);
}

function whenOf({ then, now }: PlanComparison, { before, after, kind, kinds }: SessionChange): string {
  const [was, is] = [before && timeOf(then, before), after && timeOf(now, after)];
  if (kinds.has('moved')) return `${was} → ${is}`;
  return `${WORDS[kind] ?? ''}${is ?? was}`;
}

function howOf({ then, now }: PlanComparison, change: SessionChange): string[] {
  const { before, after, kinds } = change;
  if (!before) return [placeName(now, after!), `led by ${ledBy(now, after!)}`];
  if (!after) return [];
  const how: string[] = [];
  // The site goes without saying where it is the same.
  const home = before.site === after.site ? after.site : undefined;
  const [was, is] = [placeName(then, before, home), placeName(now, after, home)];
  if (kinds.has('place') && was !== is) how.push(`in ${is} instead of ${was}`);
  const [led, leads] = [ledBy(then, before), ledBy(now, after)];
  if (kinds.has('leader') && led !== leads) how.push(`led by ${leads} instead of ${led}`);
  if (kinds.has('people')) how.push(...peopleWhoChange(then, now, change));
  if (kinds.has('words')) how.push(otherWords(then, now, before, after));
  return how;
}

function timeOf(context: Context, session: PlanSession): string {
  return slotsWords(context, slotsOf(context, session));
}

/** `joined by …`, `without …`: by name where they are few kinds of people, else how many. */
function peopleWhoChange(then: Context, now: Context, { joined, left }: SessionChange): string[] {
  return [
    ...(joined.length > 0
      ? [`joined by ${whoOf(now, { attendees: joined }) || peopleWords(now.say, headsIn(joined))}`]
      : []),
    ...(left.length > 0
      ? [`without ${whoOf(then, { attendees: left }) || peopleWords(now.say, headsIn(left))}`]
      : []),
  ];
}

function otherWords(then: Context, now: Context, before: PlanSession, after: PlanSession): string {
  const [was, is] = [sessionTitle(then, before), sessionTitle(now, after)];
  return was === is ? 'described otherwise' : `called so instead of ${quoted(was)}`;
}
