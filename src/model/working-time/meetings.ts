/** On which days a department's meetings are held, and for whom: huddles stand in them. */
import { civilOf, type Day, inMask } from '../../calendar/date.ts';
import { holdsOn } from '../../calendar/season.ts';
import type { Meeting, Post } from '../people.ts';

/** Whether people of a post attend a meeting of their department. */
export function attends(meeting: Meeting, post: Pick<Post, 'shift' | 'site'>): boolean {
  return (meeting.shifts?.has(post.shift) ?? true) && (meeting.sites?.has(post.site) ?? true);
}

/** In the weeks and between the days that it names; a monthly one on the first such day of the month. */
export function isHeld(meeting: Meeting, day: Day): boolean {
  if (!holdsOn(meeting, day)) return false;
  if (meeting.every === 'week') return true;
  const { date } = civilOf(day);
  for (let earlier = 1; earlier < date; earlier++) {
    if (inMask(meeting.days, day - earlier)) return false;
  }
  return true;
}
