/** A1: new people learn best when somebody has time for them. */

import { MINUTES_A_DAY, toDay } from '../../../calendar/date.ts';
import { overlaps, type Spans } from '../../../calendar/spans.ts';
import { toWall } from '../../../calendar/zone.ts';
import type { PlanGroup, PlanSession } from '../../../model/made/plan.ts';
import { remembered } from '../../../model/made/remembered.ts';
import type { Id } from '../../../model/model.ts';
import { busyFor, busyKey } from '../../../model/working-time/busy.ts';
import { busyTime, habitsOf } from '../../../model/working-time/time.ts';
import { type Context, index } from '../../context.ts';
import type { Rule } from '../../rule.ts';
import { count } from '../../words.ts';

export const rule: Rule = {
  id: 'at-peak',
  heading: 'time',
  severity: 'info',
  sentence:
    'A joiner’s session falls into a time in which the department is busy, and is longer than that time allows.',
  why: 'Walters (A1) asks for headspace: people should be able to consider what they learn. Joiners cannot always wait until the peak is over, so their sessions are planned all the same; somebody should know, and keep that half hour free.',
  fix: 'Shorten the session for those weeks, ask joiners to start earlier, or protect the time by name.',
  articles: ['A1'],
  examples: {
    fires:
      'departments:\n' +
      '  shop:\n' +
      '    busy:\n' +
      '      - { from: 2027-03-01, to: 2027-03-12, reason: Spring sale, allowUpTo: 10 }\n',
    silent:
      'departments:\n' +
      '  shop:\n' +
      '    busy:\n' +
      '      - { from: 2027-03-01, to: 2027-03-12, reason: Spring sale, allowUpTo: 30 }\n',
  },
  forPeople:
    'Ask joiners to start earlier, or keep those minutes free by name: the department decides which.',
  *check(context) {
    const busy = busyAt(context);
    const found = joinerSeats(context).filter(({ session, group }) => {
      const times = busy(group, session);
      if (times.length === 0) return false;
      const start = toWall(context.model.sites.get(group.site)!.zone, utcMinute(session.startUtc));
      return overlaps(times, start, start + session.minutes);
    });
    for (const [, seats] of index(found, ({ session, group }) => `${group.department} ${session.module}`)) {
      const { session, group } = seats[0]!;
      const { model, say } = context;
      const sessions = new Set(seats.map((seat) => seat.session.id));
      yield {
        subject: { department: group.department, module: session.module },
        message: `“${model.modules.get(session.module)!.name}” for joiners of ${model.departments.get(group.department)!.name}: ${count(sessions.size, 'session')} in busy time (${session.minutes} minutes; the first on ${say.date(toDay(session.start.slice(0, 10))!)}, ${session.start.slice(11)}).`,
        pointer: ['departments', group.department, 'busy'],
      };
    }
  },
};

/** When a group's department is too busy for so many minutes; made once for sites that keep the same days. */
function busyAt({ model }: Context): (group: PlanGroup, session: PlanSession) => Spans {
  const habits = remembered((site: Id) => habitsOf(model, model.sites.get(site)!));
  const known = new Map<string, Spans>();
  return (group, { minutes, module: id }) => {
    const [department, site] = [model.departments.get(group.department)!, model.sites.get(group.site)!];
    const module = model.modules.get(id);
    const own = busyKey(department.busy, group, module);
    const key = `${department.id} ${minutes} ${habits(site.id)} ${own}`;
    const busy = busyFor(department.busy, group, module);
    const spans = known.get(key) ?? busyTime(model, { ...department, busy }, site, minutes);
    known.set(key, spans);
    return spans;
  };
}

function joinerSeats({
  model,
  touches,
  groups,
  isOver,
}: Context): { session: PlanSession; group: PlanGroup }[] {
  const seats: { session: PlanSession; group: PlanGroup }[] = [];
  for (const { session, day } of touches.all) {
    if (isOver(day)) continue;
    for (const { group: id } of session.attendees) {
      const group = groups.get(id);
      if (
        group &&
        group.joiners !== false &&
        model.sites.has(group.site) &&
        model.departments.has(group.department)
      ) {
        seats.push({ session, group });
      }
    }
  }
  return seats;
}

/** Minutes since 1970 of `2027-03-02T09:30:00Z`. */
function utcMinute(text: string): number {
  return (
    toDay(text.slice(0, 10))! * MINUTES_A_DAY + Number(text.slice(11, 13)) * 60 + Number(text.slice(14, 16))
  );
}
