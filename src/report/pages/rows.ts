/** The rows of a department's month: when, what, who, where, led by whom, and what became other than planned. */

import type { PlanSession } from '../../model/made/plan.ts';
import { pinOf, pinWords } from '../../model/model.ts';
import { type Context, oneZone, sitesOf } from '../context.ts';
import { ledBy, moduleName, placeName, sessionTitle, sitesWords } from '../names.ts';
import { clockWords, slotsWords } from '../slots.ts';
import type { CellValue, Column } from '../types.ts';
import { attendeesWords } from '../who.ts';
import {
  capital,
  counted,
  daysWords,
  decimal,
  listWords,
  minutesWords,
  sentence,
  weekdaysWords,
} from '../words.ts';
import { type LocalSession, patternOf, toldTogether } from './collapse.ts';

/** So many sessions of a module are told each with its date. */
const FEW = 4;
/** So many reasons for changes are told in one row. */
const MOST_REASONS = 2;

/** The columns of {@link monthRows}. */
export const ROW_COLUMNS: readonly Column[] = [
  { key: 'when', title: 'when', kind: 'text' },
  { key: 'what', title: 'what', kind: 'text' },
  { key: 'who', title: 'who', kind: 'text' },
  { key: 'where', title: 'where', kind: 'text' },
  { key: 'leader', title: 'led by', kind: 'text' },
  { key: 'note', title: 'note', kind: 'text' },
];

/** Rows of some sessions of one month, as one department sees them, in order of time. */
export function monthRows(
  context: Context,
  department: string,
  sessions: readonly PlanSession[],
): CellValue[][] {
  const sites = [...sitesOf(context, department)];
  const home = sites.length === 1 ? sites[0] : undefined;
  const one = oneZone(context, department);
  return toldTogether(context, department, sessions).map((some) => {
    const zone = one ?? zoneOfPeople(context, department, some[0]!.session);
    return row(context.at(some[0]!.session), { department, home, zone }, some);
  });
}

/** Whose row it is, the site at which all of them work, and the zone whose clock goes without saying. */
interface Reader {
  readonly department: string;
  readonly home: string | undefined;
  readonly zone: string | undefined;
}

function row(
  context: Context,
  { department, home, zone }: Reader,
  some: readonly LocalSession[],
): CellValue[] {
  const sessions = some.map(({ session }) => session);
  return [
    whenWords(context, some, zone),
    whatWords(context, sessions),
    whoOf(context, department, sessions),
    whereWords(context, sessions, home),
    leadersWords(context, sessions),
    movedWords(context, sessions).join(' '),
  ];
}

function whenWords(context: Context, some: readonly LocalSession[], zone: string | undefined): string {
  const [first] = some as [LocalSession];
  if (some.length === 1) return slotsWords(context, first.slots, zone);
  const dates = [...new Set(some.map(({ slots }) => slots[0]!.date))].sort();
  if (new Set(some.map(patternOf)).size > 1) {
    if (some.length <= FEW) return some.map(({ slots }) => slotsWords(context, slots, zone)).join('; ');
    return `${counted(context.say, some.length, 'session')}, ${daysWords(context.say, dates[0]!, dates.at(-1)!)}, ${minutesWords(first.session.minutes)} each`;
  }
  const days =
    dates.length === 1 ? daysWords(context.say, dates[0]!, dates[0]!) : weekdaysWords(context.say, dates);
  return `${days}, ${clockWords(context, first.slots, zone)}`;
}

/** The clock of the first of a department's people in a session: where that is another than the session's, it is said. */
function zoneOfPeople(
  { groups, model }: Context,
  department: string,
  { attendees }: PlanSession,
): string | undefined {
  const group = attendees.map((seat) => groups.get(seat.group)).find((one) => one?.department === department);
  return group && model.sites.get(group.site)?.zone;
}

/** The module; of parts that are held in one month, their whole. */
function whatWords(context: Context, sessions: readonly PlanSession[]): string {
  const titles = new Set(sessions.map((session) => sessionTitle(context, session)));
  return titles.size === 1 ? [...titles].join('') : moduleName(context, sessions[0]!.module);
}

/** The department's own people: who else is there stands on the page. */
function whoOf(context: Context, department: string, sessions: readonly PlanSession[]): string {
  const own = sessions.flatMap(({ attendees }) =>
    attendees.filter(({ group }) => context.groups.get(group)?.department === department),
  );
  const oneByOne =
    sessions.length > 1 && sessions.every(({ format, heads }) => format === 'coaching' && heads === 1)
      ? ', one at a time'
      : '';
  return `${attendeesWords(context, own)}${oneByOne}`;
}

function whereWords(context: Context, sessions: readonly PlanSession[], home: string | undefined): string {
  const places = new Set(sessions.map((session) => placeName(context, session, home)));
  const sites = new Set(sessions.map(({ site }) => site));
  if (places.size === 1) return [...places].join('');
  if (sessions.every(({ format }) => format === 'huddle'))
    return `team meetings, ${sitesWords(context, sites)}`;
  if (places.size === 2) return [...places].sort().join('; ');
  const rooms = new Set(sessions.map(({ room }) => room));
  const spots = rooms.has(null) ? '' : `${counted(context.say, rooms.size, 'room')}, `;
  return `${spots}${sitesWords(context, sites)}`;
}

function leadersWords(context: Context, sessions: readonly PlanSession[]): string {
  const leaders = [...new Set(sessions.map((session) => ledBy(context, session)))].sort();
  return leaders.length <= 3 ? listWords(leaders) : `${decimal(context.say, leaders.length)} facilitators`;
}

/** After a replan: why it moved, and how many of several. */
function movedWords(context: Context, sessions: readonly PlanSession[]): string[] {
  const reasons = sessions.map((session) => sentencesOf(context, session));
  const all = [...new Set(reasons.flat())];
  if (sessions.length === 1) return all;
  const told = all.map((text) => {
    const some = reasons.filter((one) => one.includes(text)).length;
    return some === sessions.length
      ? text
      : `${decimal(context.say, some)} of ${decimal(context.say, sessions.length)}: ${text}`;
  });
  const changed = reasons.filter((one) => one.length > 0).length;
  return told.length <= MOST_REASONS
    ? told
    : [
        `${decimal(context.say, changed)} of ${decimal(context.say, sessions.length)} are not as they were planned before.`,
      ];
}

/** Why a session changed; its other reasons are pointers into the workspace. */
function sentencesOf({ model }: Context, session: PlanSession): string[] {
  const pin = pinOf(model.pins, session);
  return [
    ...(pin ? [sentence(capital(pinWords(pin)))] : []),
    ...session.why.filter((text) => /\s/.test(text)),
  ];
}
