/** Meetings that nobody could attend. */
import { clock, type DayMask, spanText } from '../../../calendar/date.ts';
import type { Meeting, Shift, ShiftTime } from '../../../model/model.ts';
import { daysText } from '../values.ts';
import type { Check, Ground } from './types.ts';

function meetingsInShifts({ model, report }: Ground): void {
  for (const department of model.departments.values()) {
    for (const meeting of department.meetings) {
      const at = ['departments', department.id, 'meetings', meeting.id];
      const named = meeting.shifts ? [...meeting.shifts].sort() : [...department.shifts.keys()];
      const missed = named.filter((id) => {
        const shift = department.shifts.get(id);
        return shift !== undefined && !isOn(shift, meeting);
      });
      // Without `shifts`, those come who are on; with them, each must be able to.
      if (missed.length === 0 || (!meeting.shifts && missed.length < named.length)) continue;
      report({
        code: 'meeting-outside-shifts',
        at: [...at, 'at'],
        message: `meeting "${meeting.id}" of department "${department.id}" (${daysText(meeting.days)} ${clock(meeting.at)}, ${meeting.minutes} minutes) is never within ${missed.length === 1 ? 'shift' : 'any of the shifts'} ${missed.map((id) => `"${id}"`).join(', ')}`,
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

/** Whether a whole meeting lies inside the shift on at least one of its days, the night before included. */
function isOn(shift: Shift, { days, at, minutes }: Meeting): boolean {
  const inside = (mask: DayMask, start: number, time: ShiftTime): boolean =>
    (mask & time.days) !== 0 && start >= time.hours.start && start + minutes <= time.hours.end;
  // The day before, for the part of a night shift that lies past midnight: rotate each day's bit back by one.
  const dayBefore = (days >> 1) | ((days & 1) << 6);
  return shift.times.some((time) => inside(days, at, time) || inside(dayBefore, at + 1440, time));
}

function timesText(shift: Shift): string {
  return shift.times.map(({ days, hours }) => `${daysText(days)} ${spanText(hours)}`).join(', ');
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
  { needs: [], check: meetingsInShifts },
  { needs: ['roles'], check: meetingSitesHavePeople },
];
