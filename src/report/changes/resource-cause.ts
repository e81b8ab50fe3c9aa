/** Who led it is not there any more at that time, or where it was held is not open. */

import { isoDate, MINUTES_A_DAY } from '../../calendar/date.ts';
import { type IsWorkingDay, rangeSpans } from '../../calendar/ranges.ts';
import { holdsOn } from '../../calendar/season.ts';
import { overlaps } from '../../calendar/spans.ts';
import { toWall } from '../../calendar/zone.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import {
  type Facilitator,
  type Id,
  inCommon,
  languagesOf,
  languagesText,
  type Room,
  type TimeRange,
} from '../../model/model.ts';
import { facilitatorDays, siteDays } from '../../model/working-time/working-days.ts';
import type { SessionChange } from '../../plan/diff/diff.ts';
import type { Context } from '../context.ts';
import { dayWords, toWallMinute, windowWords } from '../words.ts';
import type { Cause, PlanComparison } from './compared.ts';

export function resourceCause(both: PlanComparison, { before, after }: SessionChange): Cause | undefined {
  if (!before) return undefined;
  for (const id of ledBy(before)) {
    const cause = leaderCause(both, id, before);
    if (cause) return cause;
  }
  return roomCause(both, before, after);
}

function leaderCause({ then, now }: PlanComparison, id: Id, before: PlanSession): Cause | undefined {
  const { module, site } = before;
  const leader = now.model.facilitators.get(id);
  if (!leader)
    return { text: `${then.model.facilitators.get(id)?.name ?? id} does not lead sessions any more` };
  const { name, teaches, sites } = leader;
  const skill = now.model.modules.get(module)?.skill;
  if (teaches && skill !== undefined && !teaches.has(skill) && !teaches.has(module)) {
    return { text: `${name} does not teach it any more`, at: ['facilitators', id, 'teaches'] };
  }
  if (sites && !sites.has(site))
    return { text: `${name} does not come there any more`, at: ['facilitators', id, 'sites'] };
  const posts = before.attendees.flatMap(({ group }) => now.groups.get(group) ?? []);
  const spoken = inCommon([
    now.model.modules.get(module)?.languages,
    ...posts.map((post) => languagesOf(now.model, post)),
  ]);
  if (spoken && leader.languages && inCommon([spoken, leader.languages])!.length === 0)
    return { text: `${name} does not speak ${languagesText(spoken)}`, at: ['facilitators', id, 'languages'] };
  return absence(now, leader, before);
}

function absence(now: Context, leader: Facilitator, before: PlanSession): Cause | undefined {
  const { id, name, zone, away } = leader;
  const time = wallOf(before, zone);
  const index = covering(away, time, facilitatorDays(now.model, leader));
  if (index >= 0) {
    return {
      text: `${name} is away ${stretch(now, away[index]!, before)}`,
      at: ['facilitators', id, 'away', index],
    };
  }
  const day = Math.floor(time[0] / MINUTES_A_DAY);
  const at = time[0] - day * MINUTES_A_DAY;
  const works = leader.works.some(
    (own) => holdsOn(own, day) && own.hours.start <= at && at + time[1] - time[0] <= own.hours.end,
  );
  return works ? undefined : { text: `${name} does not work then`, at: ['facilitators', id] };
}

function roomCause(
  { then, now }: PlanComparison,
  before: PlanSession,
  after: PlanSession | undefined,
): Cause | undefined {
  const { room: id, heads } = before;
  if (id === null) return undefined;
  const room = now.model.rooms.get(id);
  if (!room) return { text: `there is no ${then.model.rooms.get(id)?.name ?? id} any more` };
  const most = Math.max(heads, after?.heads ?? 0);
  if (room.seats < most) return { text: `${room.name} has ${room.seats} seats`, at: ['rooms', id, 'seats'] };
  return closure(now, room, before);
}

function closure(
  now: Context,
  { id, name, site, open, closed }: Room,
  before: PlanSession,
): Cause | undefined {
  const [time, days] = [wallOf(before, before.timezone), siteDays(now.model, site)];
  const index = covering(closed, time, days);
  if (index < 0) {
    const isOut = open && covering(open, time, days) < 0;
    return isOut ? { text: `${name} is not open then`, at: ['rooms', id, 'open'] } : undefined;
  }
  const range = closed[index]!;
  return {
    text: `${name} is closed ${stretch(now, range, before)}${reasonWords(range)}`,
    at: ['rooms', id, 'closed', index],
  };
}

/** Start and end of a session on a clock. */
export function wallOf(
  { start, end, startUtc, endUtc, timezone }: PlanSession,
  zone: string,
): [number, number] {
  return zone === timezone
    ? [toWallMinute(start), toWallMinute(end)]
    : [toWall(zone, toWallMinute(startUtc)), toWall(zone, toWallMinute(endUtc))];
}

/** Which of some ranges takes time from a session; −1: none. */
export function covering(
  ranges: readonly TimeRange[],
  [start, end]: readonly [number, number],
  working: IsWorkingDay,
): number {
  const [first, last] = [start, end - 1].map((wall) => Math.floor(wall / MINUTES_A_DAY)) as [number, number];
  return ranges.findIndex((range) =>
    overlaps(rangeSpans([range], first, last, working, end - start), start, end),
  );
}

/** `from 9 to 13 March`; of what comes back, the day that is meant: `on Tue 2 Mar`. */
export function stretch({ say }: Context, { from, to }: TimeRange, { start }: PlanSession): string {
  if (from === undefined || to === undefined) return `on ${dayWords(say, start)}`;
  return windowWords(say, isoDate(from), isoDate(to));
}

/** `: Christmas trading` */
export function reasonWords({ reason }: TimeRange): string {
  return reason === undefined ? '' : `: ${reason.replace(/\.$/, '')}`;
}
