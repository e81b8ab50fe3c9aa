/** `load`: at most `minutesPerWeek` per member and ISO week, huddles apart; or one longer session alone. */

import { MINUTES_A_DAY, weekKey } from '../../calendar/date.ts';
import { groupBy } from '../../collections/lists.ts';
import { idsOf } from '../sweep.ts';
import type { Check, Violation } from '../types.ts';
import { groupWords } from '../words.ts';
import { sittings } from './person-once.ts';

export const load: Check = ({ sessions }) => {
  const out: Violation[] = [];
  const counted = sessions.filter(({ module }) => module.format !== 'huddle');
  for (const list of sittings(counted).values()) {
    const { group } = list[0]!.seated;
    const most = group.post.minutesPerWeek;
    const weeks = groupBy(list, ({ seated }) => weekKey(Math.floor(seated.start / MINUTES_A_DAY)));
    for (const [week, inWeek] of weeks) {
      // Members who are together all week are told of once.
      const told = new Set<string>();
      for (let member = group.first; member <= group.last; member++) {
        const own = inWeek.filter(({ seated }) => seated.first <= member && member <= seated.last);
        const minutes = own.reduce((sum, { session }) => sum + session.minutes, 0);
        if (minutes <= most || own.length < 2) continue;
        const sessions = idsOf(own.map(({ session }) => session));
        if (told.has(sessions.join())) continue;
        told.add(sessions.join());
        out.push({
          constraint: 'load',
          message: `member ${member} of ${groupWords(group)} has ${minutes} minutes in ${week}, but ${most} are the most`,
          sessions,
          group: group.id,
        });
      }
    }
  }
  return out;
};
