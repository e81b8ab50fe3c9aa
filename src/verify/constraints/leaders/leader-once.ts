/**
 * `leader-once`: sessions that the line manager leads: at once at most as many as there are managers where the people's
 * manager is, and at least one; all in it have the same manager, who is at work then. Huddles are the meeting's own.
 */

import { MINUTES_A_DAY } from '../../../calendar/date.ts';
import { toUtc, toWall } from '../../../calendar/zone.ts';
import { groupBy } from '../../../collections/lists.ts';
import type { Id, Model, Post, ShiftTime } from '../../../model/model.ts';
import { type HeadCount, headCount } from '../../heads.ts';
import { timesOf } from '../../season.ts';
import { firstMinute } from '../../shown.ts';
import { idsOf, moments } from '../../sweep.ts';
import type { Check, Facts, TimedSession, Violation } from '../../types.ts';
import { named, shiftWords, timeWords } from '../../words.ts';
import { onShift } from '../in-shift.ts';

interface LedSession {
  readonly session: TimedSession;
  readonly key: string;
  /** On which it starts for its people. */
  readonly day: number;
  readonly start: number;
  readonly end: number;
}

export const leaderOnce: Check = (facts) => {
  const { model } = facts;
  const count = headCount(model);
  const managerOf = managedFrom(model);
  const led: LedSession[] = [];
  for (const session of facts.sessions) {
    if (session.module.led !== 'line' || session.module.format === 'huddle') continue;
    const touched = session.seated.map(({ group }) => managerOf(group.post));
    const day = Math.floor(session.seated[0]!.start / MINUTES_A_DAY);
    for (const key of new Set(touched)) {
      // Whoever leads them comes with them.
      const own = session.seated.filter((_, i) => touched[i] === key);
      const start = Math.min(...own.map(({ leaves }) => leaves));
      const end = Math.max(...own.map(({ back }) => back));
      led.push({ session, key, day, start, end });
    }
  }
  const out: Violation[] = [...strangers(facts, managerOf), ...offDuty(facts, managerOf)];
  for (const [key, list] of groupBy(led, (item) => item.key)) {
    const [department, site, shift] = key.split(' ') as [string, string, string];
    moments(list, (on, at) => {
      const days = [...new Set(on.map(({ day }) => day))];
      const leaders = Math.max(...days.map((day) => leadersAt(model, count, key, day)), 1);
      if (on.length <= leaders) return;
      const where = shiftWords(model, department, site, shift);
      out.push({
        constraint: 'leader-once',
        message: `${where}: ${on.length} sessions are led by the line at once at ${timeWords(at)} UTC, but there are managers for ${leaders}`,
        sessions: idsOf(on.map(({ session }) => session)),
      });
    });
  }
  return out;
};

/** Sessions of people whose managers differ; events are everybody's. */
function strangers({ sessions }: Facts, managerOf: ManagerOf): Violation[] {
  return sessions.flatMap((session) => {
    const { module, seated } = session;
    if (module.led !== 'line' || module.format === 'huddle' || module.format === 'event') return [];
    const lines = new Set(seated.map(({ group }) => managerOf(group.post)));
    if (lines.size < 2) return [];
    return [
      {
        constraint: 'leader-once',
        message: `${named(session)} is led by the line, but its people have different managers`,
        sessions: [session.id],
      },
    ];
  });
}

/**
 * Sessions of a shift without a manager, at minutes at which the manager of another shift is not at work, though the
 * two shifts meet.
 */
function offDuty({ model, sessions }: Facts, managerOf: ManagerOf): Violation[] {
  const meeting = new Map<string, boolean>();
  return sessions.flatMap((session) => {
    const { module, seated } = session;
    if (module.led !== 'line' || module.format === 'huddle' || module.format === 'event') return [];
    for (const { group, leaves: start, back: end } of seated) {
      const [department, site, shift] = managerOf(group.post).split(' ') as [string, string, string];
      if (site === group.post.site && shift === group.post.shift) continue;
      const place = model.sites.get(site)!;
      const times = timesOf(model.departments.get(department)!, shift, place);
      const off = firstMinute(place.zone, start, end, (wall) => !onShift(times, wall));
      if (off === undefined) continue;
      const key = `${department} ${group.post.site} ${group.post.shift} ${site} ${shift}`;
      if (!meeting.has(key)) {
        const own = timesOf(group.department, group.post.shift, group.site);
        meeting.set(key, doMeet(model, [own, group.site.zone], [times, place.zone]));
      }
      if (!meeting.get(key)) continue;
      const where = shiftWords(model, department, site, shift);
      const message = `${named(session)} is led by the managers of ${where}, who are not on shift at ${timeWords(off)}`;
      return [{ constraint: 'leader-once', message, sessions: [session.id] }];
    }
    return [];
  });
}

type Shift = readonly [times: readonly ShiftTime[], zone: string];

/** Whether two shifts are on together for an hour in one piece, at any time of the programme. */
function doMeet({ programme }: Model, [own, here]: Shift, [theirs, there]: Shift): boolean {
  const last = toUtc(here, (programme.ends + 1) * MINUTES_A_DAY).utc;
  let together = 0;
  for (let utc = toUtc(here, programme.starts * MINUTES_A_DAY).utc; utc < last; utc++) {
    together = onShift(own, toWall(here, utc)) && onShift(theirs, toWall(there, utc)) ? together + 1 : 0;
    if (together === HOUR) return true;
  }
  return false;
}

const HOUR = 60;

/** Department, site and shift, with spaces between. */
type ManagerOf = (post: Post) => string;

/** Where the manager of a post's people is: on their own shift, else at their site, else wherever there are most. */
function managedFrom(model: Model): ManagerOf {
  const managers = managersOf(model);
  const known = new Map<string, string>();
  return ({ department, site, shift }) => {
    const own = `${site} ${shift}`;
    const place = known.get(`${department} ${own}`) ?? nearest(managers.get(department), site, own);
    known.set(`${department} ${own}`, place);
    return `${department} ${place}`;
  };
}

function nearest(managers: ReadonlyMap<string, number> | undefined, site: Id, own: string): string {
  if (!managers || managers.has(own)) return own;
  const away = (place: string): number => (place.startsWith(`${site} `) ? 0 : 1);
  const [best = own] = [...managers.keys()].sort(
    (a, b) => away(a) - away(b) || managers.get(b)! - managers.get(a)! || (a < b ? -1 : 1),
  );
  return best;
}

/** Department → site and shift → its managers. */
type Managers = ReadonlyMap<Id, ReadonlyMap<string, number>>;

function managersOf(model: Model): Managers {
  const out = new Map<Id, Map<string, number>>();
  for (const { department, role, site, shift, heads } of model.posts.values()) {
    const level = model.roles.get(role)?.level;
    if (heads === 0 || (level !== 'manager' && level !== 'executive')) continue;
    const own = out.get(department) ?? new Map<string, number>();
    const place = `${site} ${shift}`;
    out.set(department, own.set(place, (own.get(place) ?? 0) + heads));
  }
  return out;
}

function leadersAt(model: Model, count: HeadCount, key: string, day: number): number {
  const leads = ({ department, site, shift, role }: Post): boolean => {
    const level = model.roles.get(role)?.level;
    return `${department} ${site} ${shift}` === key && (level === 'manager' || level === 'executive');
  };
  return count(key, leads, day);
}
