/** `overtime-limit`: per member and ISO week at most `overtimeMinutesPerWeek` outside the shift, of modules that allow it. */
import { MINUTES_A_DAY, weekKey } from '../../calendar/date.ts';
import { groupBy } from '../../collections/lists.ts';
import { minutesOff } from '../overtime.ts';
import { idsOf } from '../sweep.ts';
import type { Check, Violation } from '../types.ts';
import { groupWords } from '../words.ts';
import { sittings } from './person-once.ts';

export const overtimeLimit: Check = ({ model, sessions }) => {
  const most = model.policy.overtimeMinutesPerWeek;
  const out: Violation[] = [];
  for (const list of sittings(sessions.filter(({ module }) => module.outsideShift)).values()) {
    const { group } = list[0]!.seated;
    const weeks = groupBy(list, ({ seated }) => weekKey(Math.floor(seated.start / MINUTES_A_DAY)));
    for (const [week, inWeek] of weeks) {
      for (let member = group.first; member <= group.last; member++) {
        const own = inWeek.filter(({ seated }) => seated.first <= member && member <= seated.last);
        const minutes = own.reduce(
          (sum, { seated }) => sum + minutesOff({ start: seated.leaves, end: seated.back }, group),
          0,
        );
        if (minutes <= most) continue;
        out.push({
          constraint: 'overtime-limit',
          message: `member ${member} of ${groupWords(group)} has ${minutes} minutes of overtime in ${week}, but ${most} are the most`,
          sessions: idsOf(own.map(({ session }) => session)),
          group: group.id,
        });
        break;
      }
    }
  }
  return out;
};
