/** Who rests after a night, walked minute by minute. */
import { type Day, MINUTES_A_DAY } from '../calendar/date.ts';
import type { Model, ShiftTime } from '../model/model.ts';
import type { At } from './closed.ts';
import { onShift } from './constraints/in-shift.ts';
import { timesOf } from './season.ts';
import type { MemberGroup } from './types.ts';

/** Minutes of work between eleven in the evening and six in the morning that make it a night. */
const LEAST = 180;
/** So far back a night is looked for in a stretch of work. */
const FAR = 3 * MINUTES_A_DAY;

/** Tells of people of a shift at a site whether they rest at a minute of the wall clock; kept for those who ask again. */
export class Rests {
  private readonly model: Model;
  private readonly known = new Map<string, At>();

  constructor(model: Model) {
    this.model = model;
  }

  /** Undefined where nobody has to rest. */
  of({ department, post, site }: Pick<MemberGroup, 'department' | 'post' | 'site'>): At | undefined {
    const rest = this.model.policy.restAfterNight;
    if (rest === 0) return undefined;
    const key = `${department.id} ${post.shift} ${site.id}`;
    const at = this.known.get(key) ?? restAt(timesOf(department, post.shift, site), rest);
    this.known.set(key, at);
    return at;
  }
}

function restAt(times: readonly ShiftTime[], rest: number): At {
  const days = new Map<Day, readonly number[]>();
  const endsOn = (day: Day): readonly number[] => {
    const known = days.get(day) ?? nightEnds(times, day);
    days.set(day, known);
    return known;
  };
  return (wall) => {
    for (let day = Math.floor((wall - rest) / MINUTES_A_DAY); day * MINUTES_A_DAY <= wall; day++) {
      if (endsOn(day).some((end) => end <= wall && wall < end + rest)) return true;
    }
    return false;
  };
}

/** Minutes of a day at which work ends that held a night. */
function nightEnds(times: readonly ShiftTime[], day: Day): number[] {
  const ends: number[] = [];
  for (let wall = day * MINUTES_A_DAY; wall < (day + 1) * MINUTES_A_DAY; wall++) {
    if (!onShift(times, wall) && onShift(times, wall - 1) && heldNight(times, wall)) ends.push(wall);
  }
  return ends;
}

function heldNight(times: readonly ShiftTime[], end: number): boolean {
  let run = 0;
  for (let wall = end - 1; wall >= end - FAR && onShift(times, wall); wall--) {
    const clock = ((wall % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY;
    run = clock >= 23 * 60 || clock < 6 * 60 ? run + 1 : 0;
    if (run >= LEAST) return true;
  }
  return false;
}
