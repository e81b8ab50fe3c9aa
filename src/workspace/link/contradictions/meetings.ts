/** Meetings that nobody could attend. */
import { clock, type Day, spanText } from '../../../calendar/date.ts';
import { holdsOn } from '../../../calendar/season.ts';
import { isHeld } from '../../../model/meetings.ts';
import type { Meeting, Programme, Shift, ShiftTime } from '../../../model/model.ts';
import { daysText, seasonText } from '../values.ts';
import type { Check, Ground } from './types.ts';

function meetingsInShifts({ model, report }: Ground): void {
  for (const department of model.departments.values()) {
    for (const meeting of department.meetings) {
      const at = ['departments', department.id, 'meetings', meeting.id];
      const named = meeting.shifts ? [...meeting.shifts].sort() : [...department.shifts.keys()];
      const missed = named.filter((id) => {
        const shift = department.shifts.get(id);
        return shift !== undefined && !isOn(shift, meeting, model.programme);
      });
      // Without `shifts`, those come who are on; with them, each must be able to.
      if (missed.length === 0 || (!meeting.shifts && missed.length < named.length)) continue;
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
      const empty = [...(meeting.sites ?? [])].filter((site) => !worked.has(`${department.id} ${site}`));
      for (const site of empty.sort()) {
        report({
          code: 'meeting-without-people',
          severity: 'warn',
          at: ['departments', department.id, 'meetings', meeting.id, 'sites'],
          message: `meeting "${meeting.id}" is held at "${site}", where department "${department.id}" has nobody`,
          fix: 'take the site out, or give a role heads there',
        });
      }
    }
  }
}

export const MEETING_CHECKS: readonly Check[] = [
  { needs: ['programme'], check: meetingsInShifts },
  { needs: ['roles'], check: meetingSitesHavePeople },
];
