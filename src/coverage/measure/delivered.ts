/**
 * The delivered level: the same cells, counted from attendance. Only what was due by `asOf` is asked, so a
 * programme in March is not blamed for May; and nobody can be picked out of a cell of a few people.
 */
import { type Day, mondayOf } from '../../calendar/date.ts';
import { rollsOf } from '../../demand/demand.ts';
import type { Plan, PlanGroup } from '../../model/made/plan.ts';
import type { Attendance, Id, Model, PostId } from '../../model/model.ts';
import { type CellTally, type NeedCounts, type Tally, tallyPosts } from './tally.ts';
import { type Seats, seatsByGroup, segmentsOf, type Touch } from './touches.ts';

/** Cells of fewer people are left out of what is shared. */
export const SUPPRESSED_BELOW = 5;

/** Tallies of what was attended among what was due by `asOf`; undefined without an attendance file. */
export function tallyDelivered(
  needs: NeedCounts,
  plan: Plan,
  touches: readonly Touch[],
  asOf: Day,
): Map<PostId, Tally> | undefined {
  const { model } = needs;
  if (model.attendance.length === 0) return undefined;
  const due = seatsByGroup(touches.filter(({ day }) => day <= asOf));
  const attended = attendedSeats(model, numbered(model, plan), due);
  const elapsed = weeksUntil(needs, asOf);
  const asked = tallyPosts(elapsed, segmentsOf(model, plan.groups, due));
  const met = tallyPosts(elapsed, segmentsOf(model, plan.groups, attended));
  return new Map([...met].map(([post, tally]) => [post, amongDue(tally, asked.get(post)!)]));
}

/** The same needs, with only the weeks that have passed. */
function weeksUntil(needs: NeedCounts, asOf: Day): NeedCounts {
  const weeks = Math.max(0, Math.floor((asOf + 1 - mondayOf(needs.model.programme.starts)) / 7));
  return { ...needs, openWeeks: (post) => needs.openWeeks(post).slice(0, weeks) };
}

/** People who need a cell by now are those who were due to be reached. */
function amongDue(met: Tally, due: Tally): Tally {
  const among = (cells: ReadonlyMap<Id, CellTally>, asked: ReadonlyMap<Id, CellTally>): Map<Id, CellTally> =>
    new Map(
      [...asked].flatMap(([id, { reached: need }]) => {
        const { reached = 0, voice = false } = cells.get(id) ?? {};
        return need > 0 ? [[id, { need, reached: Math.min(reached, need), voice }] as const] : [];
      }),
    );
  return {
    ...met,
    themes: among(met.themes, due.themes),
    stages: among(met.stages, due.stages),
    moments: among(met.moments, due.moments),
  };
}

/** Attendance as seats: a line is about a whole group, or about one person of a roster. */
function attendedSeats(
  model: Model,
  groups: readonly Pick<PlanGroup, 'id' | 'people'>[],
  due: ReadonlyMap<Id, readonly Seats[]>,
): Map<Id, Seats[]> {
  const members = membersOf(groups);
  const attended = new Map<Id, Seats[]>();
  for (const line of model.attendance) {
    if (line.status === 'absent') continue;
    const known: readonly (Member | undefined)[] = members.get(line.who) ?? [undefined];
    for (const member of known) {
      const group = member?.group ?? line.who;
      const seats = seatsMeant(due.get(group) ?? [], line, member?.number);
      const list = attended.get(group) ?? [];
      attended.set(group, list);
      for (const { first, last, touch } of seats) {
        list.push(member ? { first: member.number, last: member.number, touch } : { first, last, touch });
      }
    }
  }
  return attended;
}

/** The seats a line is about: those in its session, or those in the session of its module nearest to its date. */
function seatsMeant(due: readonly Seats[], { what, date }: Attendance, member: number | undefined): Seats[] {
  const own = due.filter(
    ({ touch, first, last }) =>
      (touch.session.id === what || touch.module.id === what) &&
      (member === undefined || (first <= member && member <= last)),
  );
  const nearest = Math.min(...own.map(({ touch }) => Math.abs(touch.day - date)));
  return own.filter(({ touch }) => touch.session.id === what || Math.abs(touch.day - date) === nearest);
}

/** Who is on which number; plans of before, which do not say so, are numbered by the rule. */
function numbered(model: Model, { groups }: Plan): readonly Pick<PlanGroup, 'id' | 'people'>[] {
  return model.people && !groups.some(({ people }) => people) ? rollsOf(model) : groups;
}

/** With a roster: each person's groups, and the number in them; whoever changed posts has had several. */
function membersOf(groups: readonly Pick<PlanGroup, 'id' | 'people'>[]): Map<Id, Member[]> {
  const members = new Map<Id, Member[]>();
  for (const { id, people } of groups) {
    people?.forEach((person, i) => {
      if (person === null) return;
      const list = members.get(person);
      if (list) list.push({ group: id, number: i + 1 });
      else members.set(person, [{ group: id, number: i + 1 }]);
    });
  }
  return members;
}

interface Member {
  readonly group: Id;
  readonly number: number;
}
