/** Who is away when, who leads how much, which rooms are in use: by week, beside what there is. */

import { mondayOf, toDay } from '../../calendar/date.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Context } from '../context.ts';
import { facilitatorOffer, pageLoads, roomOffers, weekly } from '../look/loads.ts';
import { refsOf } from '../look/refs.ts';
import { departmentName, siteName } from '../names.ts';
import type { CellValue } from '../types.ts';
import { number, text } from './columns.ts';
import type { BookColumn, BookSheet } from './types.ts';

const IN_USE = 'in sessions';

/** Each shift of each department and site: hours in sessions, and hours that its floor can spare. */
export function loadSheet(context: Context, weeks: readonly string[]): BookSheet {
  const { model, groups } = context;
  return sheet(
    'People load',
    [text('department', 'Department', 26), text('site', 'Site', 20), text('shift', 'Shift', 14)],
    weeks,
    function* () {
      const used = new Map<string, number[]>();
      each(context, weeks, ({ minutes, attendees }, week) => {
        for (const { group: id, first, last } of attendees) {
          const group = groups.get(id);
          if (group)
            add(
              used,
              `${group.department} ${group.site} ${group.shift}`,
              weeks,
              week,
              minutes * (last - first + 1),
            );
        }
      });
      const refs = refsOf(context);
      const loads = pageLoads(context, refs, weekly(model));
      const shifts = new Map(
        [...model.posts.values()].map((post) => [`${post.department} ${post.site} ${post.shift}`, post]),
      );
      let i = 0;
      for (const [key, { department, site }] of shifts) {
        const load = loads[i++]!;
        const names = [
          departmentName(context, department),
          siteName(context, site),
          refs.shifts.items[load.shift] ?? '',
        ];
        yield [...names, IN_USE, ...hoursOf(used.get(key), weeks)];
        yield [...names, `can be spared (${load.limit})`, ...load.spare.map(hours)];
      }
    },
  );
}

export function facilitatorSheet(context: Context, weeks: readonly string[]): BookSheet {
  const { model } = context;
  return sheet('Facilitators', [text('name', 'Who leads', 26)], weeks, function* () {
    const used = usedBy(context, weeks, ledBy);
    for (const one of model.facilitators.values()) {
      yield [one.name, IN_USE, ...hoursOf(used.get(one.id), weeks)];
      yield [one.name, 'offered', ...facilitatorOffer(model, one).map(hours)];
    }
  });
}

export function roomSheet(context: Context, weeks: readonly string[]): BookSheet {
  const { model } = context;
  return sheet('Rooms', [text('name', 'Room', 26)], weeks, function* () {
    const used = usedBy(context, weeks, ({ room }) => (room === null ? [] : [room]));
    const offers = roomOffers(context, weekly(model));
    for (const room of model.rooms.values()) {
      yield [room.name, IN_USE, ...hoursOf(used.get(room.id), weeks)];
      const offered = offers(room);
      if (offered) yield [room.name, 'open', ...offered.map(hours)];
    }
  });
}

function sheet(
  name: string,
  names: readonly BookColumn[],
  weeks: readonly string[],
  rows: () => Iterable<readonly CellValue[]>,
): BookSheet {
  return {
    name,
    columns: [...names, text('what', 'Hours', 24), ...weeks.map((week) => number(week, week, 7))],
    rows,
    fixed: names.length + 1,
    paper: 'a3',
    orientation: 'landscape',
  };
}

type Sums = Map<string, number[]>;

function usedBy(
  context: Context,
  weeks: readonly string[],
  keysOf: (session: PlanSession) => readonly string[],
): Sums {
  const used: Sums = new Map();
  each(context, weeks, (session, week) => {
    for (const key of keysOf(session)) add(used, key, weeks, week, session.minutes);
  });
  return used;
}

/** Every session that takes place, with the week of the programme in which it begins. */
function each(
  { model, plan }: Context,
  weeks: readonly string[],
  act: (session: PlanSession, week: number) => void,
): void {
  const monday = mondayOf(model.programme.starts);
  for (const session of plan.sessions) {
    const week = Math.floor(((toDay(session.start.slice(0, 10)) ?? 0) - monday) / 7);
    if (session.status === 'confirmed' && week >= 0 && week < weeks.length) act(session, week);
  }
}

function add(sums: Sums, key: string, weeks: readonly string[], week: number, minutes: number): void {
  const known = sums.get(key) ?? new Array<number>(weeks.length).fill(0);
  known[week]! += minutes;
  sums.set(key, known);
}

/** An empty cell says more than a zero. */
function hoursOf(minutes: readonly number[] | undefined, weeks: readonly string[]): CellValue[] {
  return weeks.map((_, i) => (minutes?.[i] ? hours(minutes[i]!) : null));
}

function hours(minutes: number): number {
  return Math.round(minutes / 6) / 10;
}
