/**
 * The delivered level: the same cells, counted from attendance. Only what was due by `asOf` is asked, so a
 * programme in March is not blamed for May; and nobody can be picked out of a cell of a few people.
 */
import { type Day, mondayOf } from '../../calendar/date.ts';
import type { Outcome, Outcomes } from '../../model/made/outcomes.ts';
import type { Plan } from '../../model/made/plan.ts';
import type { Id, PostId } from '../../model/model.ts';
import { outcomesIn } from './deliveries.ts';
import { type CellTally, type NeedCounts, type Tally, tallyPosts } from './tally.ts';
import { type Seats, seatsByGroup, segmentsOf, type Touch } from './touches.ts';

export type Tallies = ReadonlyMap<PostId, Tally>;

export interface Came {
  readonly delivered: Tallies;
  /** Of those who were assessed or observed; undefined where nobody was. */
  readonly confirmed: Tallies | undefined;
}

/** Tallies of what was attended among what was due by `asOf`; undefined without an attendance file. */
export function tallyDelivered(
  needs: NeedCounts,
  plan: Plan,
  touches: readonly Touch[],
  asOf: Day,
): Came | undefined {
  const { model } = needs;
  if (model.attendance.length === 0) return undefined;
  const due = seatsByGroup(touches.filter(({ day }) => day <= asOf));
  const outcomes = outcomesIn(model, plan, asOf);
  const elapsed = weeksUntil(needs, asOf);
  const asked = tallyPosts(elapsed, segmentsOf(model, plan.groups, due));
  const among = (accepts: (outcome: Outcome) => boolean): Tallies => {
    const met = tallyPosts(elapsed, segmentsOf(model, plan.groups, filledSeats(outcomes, due, accepts)));
    return new Map([...met].map(([post, tally]) => [post, amongDue(tally, asked.get(post)!)]));
  };
  const isConfirmed = model.attendance.some(({ status }) => status === 'confirmed');
  return {
    delivered: among((outcome) => outcome !== 'absent'),
    confirmed: isConfirmed ? among((outcome) => outcome === 'confirmed') : undefined,
  };
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

/** Seats that were filled, as far as they are accepted. */
function filledSeats(
  outcomes: Outcomes,
  due: ReadonlyMap<Id, readonly Seats[]>,
  accepts: (outcome: Outcome) => boolean,
): Map<Id, Seats[]> {
  const filled = new Map<Id, Seats[]>();
  for (const [group, seats] of due) {
    const own = seats.flatMap(({ first, last, touch }) => {
      const known = outcomes.get(touch.session.id)?.get(group) ?? [];
      return [...known].flatMap(([number, outcome]) =>
        accepts(outcome) && first <= number && number <= last ? [{ first: number, last: number, touch }] : [],
      );
    });
    filled.set(group, own);
  }
  return filled;
}
