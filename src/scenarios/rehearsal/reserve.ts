/**
 * The cheapest reserve: who could stand in for those who lead, and which dates for whoever missed, each with the seats
 * that it saves a year. Counted from the years that were rehearsed; a date is one at which trainer, room and people are free.
 */
import { type Day, inMask, MINUTES_A_DAY, monthKey, wallText } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import { toUtc, toWall, type UtcMinute } from '../../calendar/zone.ts';
import { remembered } from '../../model/made/remembered.ts';
import { type Module, ONLINE } from '../../model/model.ts';
import { facilitatorTime, openTime, roomClosed } from '../../model/working-time/time.ts';
import type { RehearsalRun } from './run.ts';
import type { Stage } from './stage.ts';

export type Reserve =
  | {
      readonly kind: 'deputy';
      readonly leader: string;
      readonly deputy: string;
      /** Seats a year. */
      readonly saves: number;
      /** Hours of people's time for each seat. */
      readonly hours: number;
    }
  | {
      readonly kind: 'date';
      readonly module: string;
      readonly occurrence: string;
      readonly site: string;
      /** `2027-03-09T10:00` */
      readonly start: string;
      readonly room: string | null;
      readonly facilitator: string | null;
      readonly coFacilitators?: readonly string[];
      readonly saves: number;
      readonly hours: number;
    };

/** Deputies and dates that are named. */
const [DEPUTIES, DATES] = [3, 2];
/** What saves less than so many seats a year is no reserve. */
const LEAST = 0.5;
const GRID = 15;

export function reserves(stage: Stage, rehearsed: RehearsalRun): Reserve[] {
  return [...deputies(stage, rehearsed), ...dates(stage, rehearsed)];
}

/** The best deputy of each leader, those that save most first. */
function deputies({ leaders }: Stage, { sums, years }: RehearsalRun): Reserve[] {
  const best = new Map<number, { readonly deputy: number; readonly seats: number }>();
  for (const [key, seats] of sums.deputies) {
    const [leader, deputy] = key.split(' ').map(Number) as [number, number];
    const known = best.get(leader);
    if (!known || seats > known.seats || (seats === known.seats && deputy < known.deputy))
      best.set(leader, { deputy, seats });
  }
  // Parts put together know them in another order than one run does.
  return [...best]
    .sort(([a], [b]) => a - b)
    .map(([leader, { deputy, seats }]): Reserve => {
      const [of, by] = [leaders[leader]!.id, leaders[deputy]!.id];
      return { kind: 'deputy', leader: of, deputy: by, saves: hundredths(seats / years), hours: 0 };
    })
    .filter(({ saves }) => saves >= LEAST)
    .sort((a, b) => b.saves - a.saves)
    .slice(0, DEPUTIES);
}

/** Seats of one occurrence at one site that wait in all years, by post and week: whole numbers add up to the same in any order. */
interface Wait {
  readonly module: Module;
  readonly occurrence: string;
  readonly site: string;
  readonly posts: Map<string, Map<number, number>>;
}

/** Dates, each of another occurrence or site, that save most. */
function dates(stage: Stage, { sums, years }: RehearsalRun): Reserve[] {
  const waits = new Map<string, Wait>();
  for (const [key, count] of sums.waiting) {
    const [id, occurrence, post, week] = key.split(' ') as [string, string, string, string];
    const module = stage.model.modules.get(id);
    const site = stage.model.posts.get(post)?.site;
    if (!module || site === undefined) continue;
    const where = `${id} ${occurrence} ${site}`;
    const wait = waits.get(where) ?? {
      module,
      occurrence,
      site,
      posts: new Map<string, Map<number, number>>(),
    };
    waits.set(where, wait);
    const weeks = wait.posts.get(post) ?? new Map<number, number>();
    wait.posts.set(post, weeks);
    weeks.set(Number(week), (weeks.get(Number(week)) ?? 0) + count);
  }
  const most = ({ posts }: Wait) =>
    [...posts.values()].reduce((sum, weeks) => sum + [...weeks.values()].reduce((a, b) => a + b, 0), 0);
  const promising = [...waits]
    .map(([key, wait]) => ({
      key,
      wait,
      seats: Math.min(most(wait) / years, wait.module.seats.max ?? Number.POSITIVE_INFINITY),
    }))
    .filter(({ seats }) => seats >= LEAST)
    .sort((a, b) => b.seats - a.seats || (a.key < b.key ? -1 : 1));
  const free = freeTimes(stage);
  const found: Reserve[] = [];
  for (const { wait } of promising.slice(0, 10 * DATES)) {
    const date = bestDate(stage, wait, free, years);
    if (date) found.push(date);
    if (found.length === DATES) break;
  }
  return found.sort((a, b) => b.saves - a.saves);
}

function bestDate(
  { model, from }: Stage,
  { module, occurrence, site, posts }: Wait,
  free: Free,
  years: number,
): Reserve | undefined {
  const { starts, ends } = model.programme;
  const { zone } = model.sites.get(site)!;
  const within = model.policy.makeUpWithinWeeks;
  let best: (Reserve & { readonly kind: 'date' }) | undefined;
  for (let day = Math.max(starts, from); day <= ends; day++) {
    if (!isDayFor(module, occurrence, day)) continue;
    const week = Math.floor((day - starts) / 7);
    const waiting = [...posts].map(([post, weeks]) => ({
      post,
      seats: between(weeks, week - within, week - 1),
    }));
    if (sum(waiting) / years <= (best?.saves ?? LEAST)) continue;
    const hours = module.hours ?? { start: 0, end: MINUTES_A_DAY };
    for (let at = hours.start; at + module.minutes <= hours.end; at += GRID) {
      const wall = day * MINUTES_A_DAY + at;
      const there = waiting.filter(({ post }) =>
        free.post(`${post} ${module.minutes}`, wall, module.minutes),
      );
      const saves = hundredths(Math.min(sum(there) / years, module.seats.max ?? Number.POSITIVE_INFINITY));
      if (saves <= (best?.saves ?? LEAST)) continue;
      const start = toUtc(zone, wall).utc;
      const room = module.room.kind === 'site' ? free.room(module, site, start, wall) : null;
      const leaders = isLed(module) ? free.leaders(module, site, start) : [];
      if (room === undefined || leaders === undefined) continue;
      const [facilitator = null, ...others] = leaders;
      const spent = hundredths((saves * module.minutes) / 60);
      best = {
        kind: 'date',
        module: module.id,
        occurrence,
        site,
        start: wallText(wall),
        room,
        facilitator,
        ...(others.length > 0 && { coFacilitators: others }),
        saves,
        hours: spent,
      };
    }
  }
  return best;
}

/** On the module's own days; what takes the theme of its month stays in that month. */
function isDayFor({ days, themes }: Module, occurrence: string, day: Day): boolean {
  if (days !== undefined && !inMask(days, day)) return false;
  const [month] = /^\d{4}-\d{2}(?=$|\.)/.exec(occurrence) ?? [];
  return themes !== 'month' || month === undefined || monthKey(day) === month;
}

function isLed({ led }: Module): boolean {
  return led === 'trainer' || led === 'champion' || led === 'external';
}

function between(weeks: ReadonlyMap<number, number>, from: number, to: number): number {
  let seats = 0;
  for (const [week, count] of weeks) if (week >= from && week <= to) seats += count;
  return seats;
}

function sum(waiting: readonly { readonly seats: number }[]): number {
  return waiting.reduce((total, { seats }) => total + seats, 0);
}

interface Free {
  readonly post: (key: string, wall: number, minutes: number) => boolean;
  /** Undefined where none is. */
  readonly room: (module: Module, site: string, start: UtcMinute, wall: number) => string | undefined;
  readonly leaders: (module: Module, site: string, start: UtcMinute) => readonly string[] | undefined;
}

/** Who and what is free at a time, as the plan stands. */
function freeTimes({ model, scenes, leaders }: Stage): Free {
  const open = remembered((key: string) => {
    const [post, minutes] = key.split(' ') as [string, string];
    return openTime(model, model.posts.get(post)!, Number(minutes), { ignoreBusy: false });
  });
  const time = remembered((leader: number) => facilitatorTime(model, leaders[leader]!));
  const closed = remembered((id: string) => roomClosed(model, model.rooms.get(id)!));
  const isFree = (start: number, end: number, of: (scene: Stage['scenes'][number]) => boolean): boolean =>
    scenes.every((scene) => scene.end <= start || end <= scene.start || !of(scene));
  return {
    post: (key, wall, minutes) => contains(open(key), wall, wall + minutes),
    room(module, site, start, wall) {
      const end = start + module.minutes;
      for (const { id, sites, features } of model.rooms.values()) {
        if (!sites.includes(site) || site === ONLINE || (module.room.rooms && !module.room.rooms.has(id)))
          continue;
        if (!module.room.features.every((feature) => features.includes(feature))) continue;
        if (closedAt(closed(id), wall, wall + module.minutes)) continue;
        if (isFree(start, end, ({ touch }) => touch.session.room === id)) return id;
      }
      return undefined;
    },
    leaders(module, site, start) {
      const end = start + module.minutes;
      const travel = model.policy.travelMinutes;
      const found = leaders.filter(({ kind, teaches, sites, zone }, i) => {
        if (kind !== module.led || (teaches && !teaches.has(module.id) && !teaches.has(module.skill)))
          return false;
        if (sites && !sites.has(site)) return false;
        if (!contains(time(i), toWall(zone, start), toWall(zone, end))) return false;
        return isFree(start - travel, end + travel, (scene) => scene.leaders.includes(i));
      });
      const some = found.slice(0, module.leaders);
      return some.length < module.leaders ? undefined : some.map(({ id }) => id);
    },
  };
}

function closedAt(spans: readonly number[], start: number, end: number): boolean {
  for (let i = 0; i < spans.length; i += 2) if (spans[i]! < end && start < spans[i + 1]!) return true;
  return false;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
