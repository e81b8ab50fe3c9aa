/** Starts of huddles: inside the meetings that a department holds anyway, for the shifts that attend them. */
import { type Day, inMask, MINUTES_A_DAY } from '../../calendar/date.ts';
import { contains, type Spans } from '../../calendar/spans.ts';
import {
  type Department,
  fixedStart,
  type Meeting,
  type Model,
  type Module,
  type Post,
} from '../../model/model.ts';
import { attends, isHeld } from '../../model/working-time/meetings.ts';
import type { ZoneClock } from './clock.ts';
import type { Opens } from './open-time.ts';
import { packed, type StartTable } from './start-table.ts';

/** Minutes between the starts that a meeting offers, counted from its own start. */
export const HUDDLE_STEP = 5;

/**
 * One table for each meeting of the department that is held for the post, in the order of its meetings.
 * @param open UTC stretches in which the post has time for the module
 */
export function huddleTables(
  model: Model,
  opens: Opens,
  clock: ZoneClock,
  module: Module,
  post: Post,
  open: Spans,
): StartTable[] {
  const department = model.departments.get(post.department)!;
  return department.meetings.flatMap((meeting, index) =>
    attends(meeting, post) ? [tableOfMeeting(model, opens, clock, module, post, open, meeting, index)] : [],
  );
}

/** Meetings that a post attends, for keys of shared tables. */
export function meetingsOf(department: Department, post: Post): string {
  return department.meetings.map((meeting) => (attends(meeting, post) ? '1' : '0')).join('');
}

function tableOfMeeting(
  model: Model,
  opens: Opens,
  clock: ZoneClock,
  module: Module,
  post: Post,
  open: Spans,
  meeting: Meeting,
  index: number,
): StartTable {
  const runs: number[] = [];
  for (let day = model.programme.starts; day <= model.programme.ends; day++) {
    if (!isHeld(meeting, day) || (module.days !== undefined && !inMask(module.days, day))) continue;
    const begins = clock.utc(day * MINUTES_A_DAY + meeting.at);
    const ends = begins + meeting.minutes;
    if (!opens.isRostered(post, begins, ends)) continue;
    const at = fixedStart(module);
    const first = at === undefined ? begins : clock.utc(day * MINUTES_A_DAY + at);
    for (let start = first; start >= begins && start + module.minutes <= ends; start += HUDDLE_STEP) {
      // The second time that a clock shows is not meant.
      if (clock.utc(clock.wall(start)) !== start) continue;
      if (!inHours(module, clock, day, start) || !contains(open, start, start + module.minutes)) continue;
      const last = runs.length - 1;
      const local = clock.day(start);
      if (last > 0 && runs[last] === start - HUDDLE_STEP && runs[last - 2] === local) runs[last] = start;
      else runs.push(local, start, start);
      if (at !== undefined) break;
    }
  }
  return packed(runs, HUDDLE_STEP, index);
}

function inHours({ hours, minutes }: Module, clock: ZoneClock, day: Day, start: number): boolean {
  if (!hours) return true;
  const minute = clock.wall(start) - day * MINUTES_A_DAY;
  return minute >= hours.start && minute + minutes <= hours.end;
}
