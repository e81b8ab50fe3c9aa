/** Who needs a sheet, and what stands on it: departments, shifts of sites, those who lead, rooms. */

import { index } from '../../coverage/context.ts';
import { ledBy as leadersOf } from '../../model/made/led-by.ts';
import type { Attendees, PlanSession } from '../../model/made/plan.ts';
import { type Context, listed } from '../context.ts';
import { groupName, ledBy, placeName, sessionTitle, shiftName } from '../names.ts';
import { slotAt, slotsWords } from '../slots.ts';
import { attendeesWords } from '../who.ts';
import { monthWords, PLANNED } from '../words.ts';
import type { PrintSheet, SheetMaker, SheetRow } from './types.ts';

/** Most lines to sign for one session; a talk for everybody has a list of its own. */
const MOST_LINES = 40;

interface Reader {
  readonly path: string;
  readonly title: string;
  readonly zone: string;
  readonly signs: readonly string[];
  readonly sessions: readonly PlanSession[];
  /** Whether a group's people stand on the sheet. */
  readonly isTheirs: (group: string) => boolean;
}

/** Every sheet; each is made when it is asked for. */
export function printSheets(context: Context, people = false): SheetMaker[] {
  return readers(context).map((reader) => ({
    path: reader.path,
    title: reader.title,
    make: () => sheetOf(context, reader, people ? namesOf(context) : undefined),
  }));
}

function readers(context: Context): Reader[] {
  const { model, plan, groups, sessionsOf } = context;
  const { timezone } = plan.programme;
  const postsOf = listed(
    plan.sessions,
    ({ attendees }) => new Set(attendees.map(({ group }) => postOf(context, group))),
  );
  const shifts = new Map(
    [...model.posts.values()].map(({ site, shift, department }) => {
      const base = model.departments.get(department)?.shifts.get(shift)?.base ?? shift;
      return [`${site}.${base}`, { site, base }];
    }),
  );
  const zoneOf = (site: string) => model.sites.get(site)?.zone ?? timezone;
  const leading = listed(plan.sessions, leadersOf);
  const inRoom = listed(plan.sessions, ({ room }) => (room === null ? [] : [room]));
  return [
    ...Array.from(model.departments.values(), ({ id, name, site, head }) => ({
      path: `departments/${id}`,
      title: name,
      zone: zoneOf(site),
      signs: [head ?? `Head of ${name}`],
      sessions: sessionsOf.get(id) ?? [],
      isTheirs: (group: string) => groups.get(group)?.department === id,
    })),
    ...Array.from(shifts, ([key, { site, base }]) => ({
      path: `sites/${key}`,
      title: `${model.sites.get(site)?.name ?? site}, ${shiftName(base)}`,
      zone: zoneOf(site),
      signs: ['Who runs the shift'],
      sessions: postsOf.get(key) ?? [],
      isTheirs: (group: string) => postOf(context, group) === key,
    })),
    ...Array.from(model.facilitators.values(), ({ id, name, zone }) => ({
      path: `facilitators/${id}`,
      title: name,
      zone,
      signs: [name],
      sessions: leading.get(id) ?? [],
      isTheirs: () => true,
    })),
    ...Array.from(model.rooms.values(), ({ id, name, site }) => ({
      path: `rooms/${id}`,
      title: name,
      zone: zoneOf(site),
      signs: [],
      sessions: inRoom.get(id) ?? [],
      isTheirs: () => true,
    })),
  ];
}

/** `leeds.early` of a group; a team's part of a shift is the department's. */
function postOf({ groups, model }: Context, id: string): string {
  const group = groups.get(id);
  if (!group) return '';
  const base = model.departments.get(group.department)?.shifts.get(group.shift)?.base ?? group.shift;
  return `${group.site}.${base}`;
}

/** Who has which number of a group, where the roster says. */
type Names = (group: string, number: number) => string | undefined;

function namesOf({ model, groups }: Context): Names {
  const names = new Map(model.people?.map(({ id, name }) => [id, name ?? id]));
  return (group, number) => names.get(groups.get(group)?.people?.[number - 1] ?? '');
}

function sheetOf(context: Context, reader: Reader, names: Names | undefined): PrintSheet {
  const held = reader.sessions.filter(({ status }) => status === 'confirmed');
  const months = index(held, (session) => slotAt(session, reader.zone).date.slice(0, 7));
  return {
    path: reader.path,
    title: reader.title,
    about: `${context.plan.programme.name}. Times are in ${reader.zone}. ${PLANNED}`,
    months: Array.from(months, ([month, sessions]) => ({
      name: monthWords(context.say, month, true),
      rows: sessions.map((session) => rowOf(context.at(session), reader, session, names)),
    })),
    signs: reader.signs,
  };
}

function rowOf(context: Context, reader: Reader, session: PlanSession, names: Names | undefined): SheetRow {
  const attendees = session.attendees.filter(({ group }) => reader.isTheirs(group));
  return {
    when: slotsWords(context, [slotAt(session, reader.zone)]),
    what: sessionTitle(context, session),
    who: attendeesWords(context, attendees),
    where: placeName(context, session),
    leader: ledBy(context, session),
    seats: linesOf(context, attendees, names),
  };
}

function linesOf(
  context: Context,
  attendees: readonly Attendees[],
  names: Names | undefined,
): SheetRow['seats'] {
  let left = MOST_LINES;
  return attendees.map(({ group, first, last }) => {
    const count = Math.min(left, last - first + 1);
    left -= count;
    const found = attendees.length > 1 ? context.groups.get(group) : undefined;
    return {
      group: found ? groupName(context, found) : '',
      lines: Array.from({ length: count }, (_, i) => names?.(group, first + i) ?? String(first + i)),
    };
  });
}
