/** Meetings that nobody could attend. */

import { clock, type Day, MINUTES_A_DAY, spanText } from '../../../calendar/date.ts';
import { holdsOn } from '../../../calendar/season.ts';
import { atLeast, contains, intersect, type Spans } from '../../../calendar/spans.ts';
import { groupBy } from '../../../collections/lists.ts';
import type { Pointer } from '../../../diagnostics/diagnostic.ts';
import type { Department, Meeting, Model, Post, Programme, Shift, ShiftTime } from '../../../model/model.ts';
import { busyFor } from '../../../model/working-time/busy.ts';
import { attends, isHeld } from '../../../model/working-time/meetings.ts';
import { busyTime, openTime, rosteredTime } from '../../../model/working-time/time.ts';
import type { Problem } from '../problem.ts';
import { daysText, seasonText } from '../values.ts';
import type { Check, Ground } from './types.ts';

function meetingsInShifts({ model, report }: Ground): void {
  for (const department of model.departments.values()) {
    for (const meeting of department.meetings) {
      const at = pointerOf(department, meeting);
      const named = meeting.shifts ? [...meeting.shifts].sort() : [...department.shifts.keys()];
      const missed = named.filter((id) => {
        const shift = department.shifts.get(id);
        return shift !== undefined && !isOn(shift, meeting, model.programme);
      });
      // Without `shifts`, those come who are on; with them, each must be able to.
      const free = !meeting.shifts || meeting.team !== undefined;
      if (
        missed.length === 0 ||
        (free && missed.length < named.length) ||
        (meeting.team && at[2] === 'meetings')
      )
        continue;
      report({
        code: 'meeting-outside-shifts',
        at: [...at, 'at'],
        message: `meeting "${meeting.id}" of department "${department.id}" (${daysText(meeting.days)} ${clock(meeting.at)}${seasonText(meeting)}, ${meeting.minutes} minutes) is never within ${missed.length === 1 ? 'shift' : 'any of the shifts'} ${missed.map((id) => `"${id}"`).join(', ')}`,
        fix: 'move the meeting into the shift, or name the shifts that attend',
        related: missed.map((id) => ({
          message: `shift "${id}": ${timesText(department.shifts.get(id)!)}`,
          at: ['departments', department.id, 'shifts', id],
          key: true,
        })),
      });
    }
  }
}

/** Whether a whole meeting lies inside the shift on at least one of its days in the programme, the night before included. */
function isOn(shift: Shift, meeting: Meeting, { starts, ends }: Programme): boolean {
  const { at, minutes } = meeting;
  const inside = (time: ShiftTime, day: Day, start: number): boolean =>
    start >= time.hours.start && start + minutes <= time.hours.end && holdsOn(time, day);
  // A month shows each day of the week; whoever has seasons is looked at all year.
  const seasonal = [meeting, ...shift.times].some(
    ({ from, to, weeks }) => (from ?? to ?? weeks) !== undefined,
  );
  const last = seasonal ? ends : Math.max(ends, starts + 31);
  for (let day = starts; day <= last; day++) {
    const holds = isHeld(meeting, day);
    if (holds && shift.times.some((time) => inside(time, day, at) || inside(time, day - 1, at + 1440)))
      return true;
  }
  return false;
}

function timesText(shift: Shift): string {
  return shift.times
    .map(({ days, hours, ...season }) => `${daysText(days)} ${spanText(hours)}${seasonText(season)}`)
    .join(', ');
}

function meetingSitesHavePeople({ model, report }: Ground): void {
  const worked = new Set([...model.posts.values()].map((post) => `${post.department} ${post.site}`));
  for (const department of model.departments.values()) {
    for (const meeting of department.meetings) {
      if (meeting.team) continue;
      const empty = [...(meeting.sites ?? [])].filter((site) => !worked.has(`${department.id} ${site}`));
      for (const site of empty.sort()) {
        report({
          code: 'meeting-without-people',
          severity: 'warn',
          at: [...pointerOf(department, meeting), 'sites'],
          message: `meeting "${meeting.id}" is held at "${site}", where department "${department.id}" has nobody`,
          fix: 'take the site out, or give a role heads there',
        });
      }
    }
  }
}

/** A meeting that is held while its people are always busy, or their site is always closed. */
function meetingsAreHeld({ model, report }: Ground): void {
  const posts = groupBy(model.posts.values(), ({ department }) => department);
  const told = new Set<string>();
  for (const department of model.departments.values()) {
    for (const meeting of department.meetings) {
      const own = onePerShift((posts.get(department.id) ?? []).filter((post) => attends(meeting, post)));
      const cause = whyNeverFor(model, department, meeting, own);
      if (!cause) continue;
      // What a department says of a meeting is said once, not for each team.
      const said = pointerOf(department, meeting).join(' ');
      if (told.has(said)) continue;
      told.add(said);
      report({
        code: 'meeting-never-held',
        severity: 'warn',
        at: [...pointerOf(department, meeting), 'at'],
        message: `meeting "${meeting.id}" of department "${department.id}" (${daysText(meeting.days)} ${clock(meeting.at)}, ${meeting.minutes} minutes) is never held: ${cause.message}`,
        fix: 'move the meeting, or free its minutes there',
        related: cause.places,
      });
    }
  }
}

function pointerOf({ id }: Department, meeting: Meeting): Pointer {
  return ['departments', id, ...(meeting.written ?? ['meetings', meeting.id])];
}

/** Posts of one shift and site have the same time. */
function onePerShift(posts: readonly Post[]): Post[] {
  return [...new Map(posts.map((post) => [`${post.site} ${post.shift}`, post])).values()];
}

interface Never {
  readonly message: string;
  readonly places: NonNullable<Problem['related']>;
}

/** What stands in the way of the first of the posts, where none can ever meet: mostly the first one can. */
function whyNeverFor(
  model: Model,
  department: Department,
  meeting: Meeting,
  posts: readonly Post[],
): Never | undefined {
  let first: Never | undefined;
  for (const post of posts) {
    const cause = whyNever(model, department, meeting, post);
    if (!cause) return undefined;
    first ??= cause;
  }
  return first;
}

/** What always stands in the way of a post's meetings on shift; undefined where one of them can be held, or none is on shift. */
function whyNever(model: Model, department: Department, meeting: Meeting, post: Post): Never | undefined {
  const { starts, ends } = model.programme;
  const shift = rosteredTime(model, department, post);
  const times: number[] = [];
  for (let day = starts; day <= ends; day++) {
    const start = day * MINUTES_A_DAY + meeting.at;
    if (isHeld(meeting, day) && contains(shift, start, start + meeting.minutes)) {
      times.push(start, start + meeting.minutes);
    }
  }
  const minutes = shortestHuddle(model, meeting, post);
  const free = (open: Spans): boolean => atLeast(intersect(times, open), minutes).length > 0;
  if (times.length === 0 || free(openTime(model, post, minutes, { ignoreBusy: false }))) return undefined;
  const site = model.sites.get(post.site)!;
  if (!free(openTime(model, post, minutes, { ignoreBusy: true }))) {
    const places = site.closed.map((_, i) => ({ message: 'closed', at: ['sites', site.id, 'closed', i] }));
    return { message: `site "${site.id}" is closed or on holiday at all of these times`, places };
  }
  const inWay = busyFor(department.busy, post, undefined).flatMap((range) => {
    const busy = busyTime(model, { ...department, busy: [range] }, site, minutes);
    return intersect(times, busy).length > 0 ? [department.busy.indexOf(range)] : [];
  });
  return {
    message: 'the department is busy at all of these times',
    places: inWay.map((i) => ({ message: 'busy', at: ['departments', department.id, 'busy', i] })),
  };
}

/** Of the huddles that the meeting could hold for a post; the meeting itself where there is none. */
function shortestHuddle(model: Model, { minutes }: Meeting, { id }: Post): number {
  const huddles = [...model.modules.values()].filter(
    ({ format, audience }) => format === 'huddle' && audience.posts.has(id),
  );
  return Math.min(minutes, ...huddles.map((module) => module.minutes));
}

export const MEETING_CHECKS: readonly Check[] = [
  { needs: ['programme'], check: meetingsInShifts },
  { needs: ['roles'], check: meetingSitesHavePeople },
  { needs: ['programme', 'sites', 'departments', 'roles'], check: meetingsAreHeld },
];
