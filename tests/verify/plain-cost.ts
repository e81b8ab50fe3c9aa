/**
 * The soft cost of a plan, recounted from its document as each term's sentence says, without anything of the search:
 * slow, plain, and a second opinion on the score.
 */
import { MINUTES_A_DAY, monthKey, toDay } from '../../src/calendar/date.ts';
import { contains } from '../../src/calendar/spans.ts';
import { toWall } from '../../src/calendar/zone.ts';
import { poolsOf } from '../../src/demand/cohorts.ts';
import type { Demand, Group, Requirement } from '../../src/demand/types.ts';
import type { Plan, PlanSession } from '../../src/model/made/plan.ts';
import type { Model, Module } from '../../src/model/model.ts';
import { habitsOf, openTime, rosteredTime } from '../../src/model/working-time/time.ts';
import { Numbers } from '../../src/schedule/problem/roll-numbers.ts';

interface Seat {
  readonly group: Group;
  /** Where they work. */
  readonly zone: string;
  readonly requirement: Requirement;
  readonly first: number;
  readonly last: number;
}

interface Held {
  readonly module: Module;
  readonly seats: readonly Seat[];
  readonly heads: number;
  readonly session: PlanSession;
  /** Of the past, some are gone by now: nobody counts them. */
  readonly leaders: readonly string[];
  readonly room: string | undefined;
  /** Local date of the start, as written, and UTC minutes. */
  readonly day: number;
  readonly utc: number;
}

/** People who are planned together, as ids of their groups: `spread` counts the hours of all of them. */
export type Together = readonly (readonly string[])[];

/** The cost of each term but `moved`, by its id. */
export function plainCosts(
  model: Model,
  demand: Demand,
  plan: Plan,
  together: Together,
): Map<string, number> {
  const held = heldIn(model, demand, new Numbers(demand).inward(plan));
  return new Map([
    ['spread', spread(held, demand, together)],
    ['days-apart', daysApart(model, held)],
    ['early-enough', sum(held, earlyEnough)],
    ['reinforce', reinforce(model, held)],
    ['rhythm', rhythm(model, demand, held)],
    ['sessions', sum(held, hoursLed)],
    ['seats-min', sum(held, ({ module, heads }) => Math.max(0, module.seats.min - heads))],
    ['facilitator-fair', facilitatorFair(held)],
    ['same-facilitator', sameFacilitator(held)],
    ['mixed', mixed(model, demand, held)],
    [
      'preferred-hours',
      sum(held, (one) => hoursAtEdges(model, one) + hoursAtPeak(model, one) + hoursOfOthers(model, one)),
    ],
    ['overtime', sum(held, (one) => hoursOutside(model, one))],
    ['named-leader', sum(held, placesDown)],
    ['few-rooms', new Set(held.flatMap(({ module, room }) => (room ? `${module.id} ${room}` : []))).size],
  ]);
}

function ledBy({ facilitator, coFacilitators = [] }: PlanSession): string {
  return [facilitator, ...coFacilitators].join();
}

/** What of `moved` a plan that replaced another one costs: a person each, and a seventh more for each day between. */
export function plainMoved({ asOf, sessions }: Plan, previous: Plan): number {
  const before = new Map<string, PlanSession>();
  const each = (session: PlanSession, visit: (member: string) => void) => {
    if (session.status === 'cancelled') return;
    for (const seat of session.attendees) {
      const key = `${session.module} ${session.occurrence}`;
      for (const member of membersOf({ ...seat, group: { id: seat.group } })) visit(`${key} ${member}`);
    }
  };
  for (const session of previous.sessions) each(session, (member) => before.set(member, session));
  let cost = 0;
  for (const session of sessions) {
    each(session, (member) => {
      const was = before.get(member);
      if (!was || was.start < asOf) return;
      const [then, now] = [was, session].map(({ startUtc }) => Date.parse(startUtc) / 60_000) as [
        number,
        number,
      ];
      const day = (utc: number) => Math.floor(localMinute(session.timezone, utc) / MINUTES_A_DAY);
      if (then !== now) cost += 1 + Math.abs(day(now) - day(then)) / 7;
      else if (was.room !== session.room || ledBy(was) !== ledBy(session)) cost += 1;
    });
  }
  return cost;
}

function heldIn(model: Model, demand: Demand, { sessions }: Plan): Held[] {
  const key = (...parts: string[]) => parts.join(' ');
  const asked = new Map(
    demand.requirements.map((one) => [key(one.module.id, one.occurrence, one.group.id), one]),
  );
  return (
    sessions
      // What was held of a module that is gone costs nobody anything.
      .filter(({ status, module }) => status === 'confirmed' && model.modules.has(module))
      .map((session) => {
        const { module, occurrence, attendees, start, startUtc } = session;
        const seats = attendees.flatMap(({ group, first, last }) => {
          const requirement = asked.get(key(module, occurrence, group));
          // It has been held, and nobody is asked for it any more.
          if (!requirement) return [];
          const { zone } = model.sites.get(requirement.group.post.site)!;
          return { requirement, group: requirement.group, zone, first, last };
        });
        return {
          module: model.modules.get(module)!,
          seats,
          heads: sum(seats, headsOf),
          session,
          leaders: [session.facilitator, ...(session.coFacilitators ?? [])].flatMap(
            (id) => known(model.facilitators, id) ?? [],
          ),
          room: known(model.rooms, session.room),
          day: toDay(start.slice(0, 10))!,
          utc: Date.parse(startUtc) / 60_000,
        };
      })
      // Nor does what was held for people of whom nobody is asked any more.
      .filter(({ seats }) => seats.length > 0)
  );
}

function known(things: ReadonlyMap<string, unknown>, id: string | null): string | undefined {
  return id !== null && things.has(id) ? id : undefined;
}

/** Squared hours of each person in each week, and of all together for each of them. */
function spread(held: readonly Held[], demand: Demand, together: Together): number {
  const learning = held.filter(({ module }) => module.format !== 'huddle');
  const own = new Map<string, number>();
  for (const { session, seats, utc } of learning) {
    for (const seat of seats) {
      const week = weekOf(localDay(seat, utc));
      for (const member of membersOf(seat)) add(own, `${member} ${week}`, session.minutes);
    }
  }
  let minutes = squares(own);
  for (const ids of together) {
    const groups = new Set(ids);
    const all = new Map<string, number>();
    for (const { session, seats, heads, day } of learning) {
      if (groups.has(seats[0]!.group.id)) add(all, `${weekOf(day)}`, session.minutes * heads);
    }
    const people = sum(demand.groups, ({ id, heads }) => (groups.has(id) ? heads : 0));
    for (const week of all.values()) minutes += Math.round(week ** 2 / people);
  }
  return minutes / 3600;
}

/** Days that are missing to a week, or to a quarter of a short window. */
function earlyEnough({ seats, day }: Held): number {
  return sum(seats, (seat) => {
    const { from, by } = seat.requirement;
    return headsOf(seat) * Math.max(0, Math.min(7, Math.floor((by - from) / 4)) - (by - day));
  });
}

/** People in long sessions of which no short one, held for their group, repeats the theme two to six weeks later. */
function reinforce(model: Model, held: readonly Held[]): number {
  const shorts = held.filter(({ session }) => session.minutes <= 30);
  return sum(
    held.filter(({ session }) => session.minutes >= 60),
    (long) =>
      sum(long.seats, (seat) => {
        const repeated = shorts.some((short) => {
          const after = (short.utc - long.utc) / MINUTES_A_DAY;
          const themes = themesOf(model, long);
          return (
            short.seats.some(({ group }) => group.id === seat.group.id) &&
            after >= 14 &&
            after <= 42 &&
            themesOf(model, short).some((theme) => themes.includes(theme))
          );
        });
        return repeated ? 0 : headsOf(seat);
      }),
  );
}

function themesOf({ themeOfMonth }: Model, { module, day }: Held): readonly string[] {
  if (module.themes !== 'month') return module.themes;
  const theme = themeOfMonth.get(monthKey(day));
  return theme === undefined ? [] : [theme];
}

/** Weeks of the programme in which somebody who is no joiner has had no touch for too long. */
function rhythm(model: Model, demand: Demand, held: readonly Held[]): number {
  const touched = new Map<string, Set<number>>();
  for (const one of held.filter((each) => isTouch(model, each))) {
    for (const seat of one.seats) {
      for (const member of membersOf(seat)) {
        const weeks = touched.get(member) ?? new Set();
        touched.set(member, weeks.add(weekOf(localDay(seat, one.utc))));
      }
    }
  }
  const { starts, ends } = model.programme;
  let missing = 0;
  for (const { id, heads, joiners } of demand.groups) {
    if (joiners !== undefined) continue;
    for (const member of membersOf({ group: { id }, first: 1, last: heads })) {
      for (let week = weekOf(starts); week <= weekOf(ends); week++) {
        const ago = Array.from({ length: model.policy.reinforceWithinWeeks }, (_, i) => week - i);
        if (!ago.some((one) => touched.get(member)?.has(one))) missing++;
      }
    }
  }
  return missing;
}

function isTouch(model: Model, held: Held): boolean {
  const { paid, when, kind, strategy } = held.module;
  if (!paid || when.kind === 'trigger' || themesOf(model, held).length === 0) return false;
  return (kind !== 'tool' && kind !== 'process') || strategy !== undefined;
}

function facilitatorFair(held: readonly Held[]): number {
  const led = new Map<string, number>();
  for (const { leaders, session } of held) {
    for (const leader of leaders) add(led, leader, session.minutes / 60);
  }
  return squares(led);
}

function sameFacilitator(held: readonly Held[]): number {
  const met = new Map<string, Set<string>>();
  for (const { leaders, seats } of held) {
    for (const leader of leaders)
      for (const { group } of seats) met.set(group.id, (met.get(group.id) ?? new Set()).add(leader));
  }
  return sum([...met.values()], ({ size }) => size - 1);
}

/** Beyond the first so many of the list, as many as lead. */
function placesDown({ module, leaders }: Held): number {
  const places = leaders.map((leader) => Math.max(0, module.facilitators?.indexOf(leader) ?? 0));
  return Math.max(0, sum(places, (place) => place) - (module.facilitators ? sum(leaders, (_, i) => i) : 0));
}

/** Sessions of one department where those who could share one are of several. */
function mixed(model: Model, demand: Demand, held: readonly Held[]): number {
  const departmentOf = ({ group }: { readonly group: Group }) => group.post.department;
  const several = new Set(
    poolsOf(model, demand)
      .filter(({ requirements }) => new Set(requirements.map(departmentOf)).size > 1)
      .flatMap(({ requirements }) => requirements),
  );
  return held.filter(({ module, seats }) => {
    const most = Math.min(module.seats.max ?? 2, module.host?.guests ?? 2);
    return most >= 2 && several.has(seats[0]!.requirement) && new Set(seats.map(departmentOf)).size === 1;
  }).length;
}

/** Hours of whoever leads: a trainer, champion or guest, or a line manager outside the team's own meeting. */
function hoursLed({ module: { led, format }, session }: Held): number {
  if (format === 'huddle' || format === 'self-paced' || led === 'peer' || led === 'self') return 0;
  return session.minutes / 60;
}

/** Squared hours that the people of one department, shift and site learn in one of its days or nights, for each of them. */
function daysApart(model: Model, held: readonly Held[]): number {
  const all = new Map<string, number>();
  const people = new Map<string, number>();
  const cellOf = ({ department, shift, site }: Group['post']) => `${department} ${shift} ${site}`;
  const posts = [...model.posts.values()];
  const days = new Set(posts.flatMap(({ steps }) => steps?.map(({ from }) => from) ?? []));
  // The most who are there at a time.
  for (const day of [model.programme.starts, ...days]) {
    const then = new Map<string, number>();
    for (const post of posts) {
      const on = post.steps ? (post.steps.findLast(({ from }) => from <= day)?.heads ?? 0) : post.heads;
      add(then, cellOf(post), on);
    }
    for (const [cell, heads] of then) people.set(cell, Math.max(heads, people.get(cell) ?? 0));
  }
  for (const { module, seats, utc, session } of held) {
    if (module.format === 'huddle') continue;
    for (const seat of seats) {
      const { post, joiners } = seat.group;
      if (joiners !== undefined) continue;
      const { times } = model.departments.get(post.department)!.shifts.get(post.shift)!;
      const first = Math.min(...times.map(({ hours }) => hours.start));
      const day = Math.floor((localMinute(seat.zone, utc) - first + 120) / MINUTES_A_DAY);
      add(all, `${cellOf(post)} ${day}`, headsOf(seat) * session.minutes);
    }
  }
  const costs = [...all].map(([key, minutes]) => {
    const heads = people.get(key.slice(0, key.lastIndexOf(' ')))!;
    return Math.round(minutes ** 2 / heads);
  });
  return sum(costs, (cost) => cost) / 3600;
}

/** Hours that come in the first minutes of a shift or in its last, of each department's shift whose people are there. */
function hoursAtEdges(model: Model, { module, session, seats, utc }: Held): number {
  if (module.format === 'huddle') return 0;
  const { edges } = model.policy;
  const each = new Map<string, number>();
  for (const { group, zone } of seats) {
    const department = model.departments.get(group.post.department)!;
    const rostered = rosteredTime(model, department, group.post);
    const on = (minute: number) =>
      rostered.some((from, i) => i % 2 === 0 && from <= minute && minute < rostered[i + 1]!);
    const start = localMinute(zone, utc);
    let outside = 0;
    for (let minute = start; minute < start + session.minutes; minute++) {
      if (!on(minute - edges.start) || !on(minute + edges.end)) outside++;
    }
    const site = model.sites.get(group.post.site)!;
    each.set(`${group.post.department} ${group.post.shift} ${habitsOf(model, site)}`, outside / 60);
  }
  return sum([...each.values()], (hours) => hours);
}

/** Two hours for each hour outside those of its format, on the clocks of each department's shift whose people are there. */
function hoursOfOthers(model: Model, { module, session, seats, utc }: Held): number {
  const hours = model.policy.preferredHours.get(module.format);
  if (!hours || module.format === 'huddle') return 0;
  const each = new Map<string, number>();
  for (const { group, zone } of seats) {
    const start = localMinute(zone, utc);
    let outside = 0;
    for (let minute = start; minute < start + session.minutes; minute++) {
      const clock = minute - Math.floor(minute / MINUTES_A_DAY) * MINUTES_A_DAY;
      const within = [clock, clock + MINUTES_A_DAY].some((at) => hours.start <= at && at < hours.end);
      if (!within) outside++;
    }
    const site = model.sites.get(group.post.site)!;
    each.set(`${group.post.department} ${group.post.shift} ${habitsOf(model, site)}`, (2 * outside) / 60);
  }
  return sum([...each.values()], (hours) => hours);
}

/** Hours of each person outside their shift. */
function hoursOutside(model: Model, { module, session, seats, utc }: Held): number {
  if (!module.outsideShift) return 0;
  return sum(seats, (seat) => {
    const { post } = seat.group;
    const rostered = rosteredTime(model, model.departments.get(post.department)!, post);
    const way = wayOf(model, post.site, session.site);
    const start = localMinute(seat.zone, utc) - way;
    let outside = 0;
    for (let minute = start; minute < start + session.minutes + 2 * way; minute++) {
      const on = rostered.some((from, i) => i % 2 === 0 && from <= minute && minute < rostered[i + 1]!);
      if (!on) outside++;
    }
    return (headsOf(seat) * outside) / 60;
  });
}

/** Minutes to where it is held; online is where people work. */
function wayOf({ sites, policy }: Model, from: string, to: string): number {
  if (from === to || to === 'online') return 0;
  return sites.get(from)!.travel?.get(to) ?? policy.peopleTravelMinutes;
}

/** Two hours for each hour of joiners in a busy time of their department. */
function hoursAtPeak(model: Model, { module, session, seats, utc }: Held): number {
  if (module.format === 'huddle') return 0;
  return sum(seats, ({ group, zone }) => {
    if (group.joiners === undefined) return 0;
    const way = wayOf(model, group.post.site, session.site);
    const start = localMinute(zone, utc) - way;
    const minutes = session.minutes + 2 * way;
    const quiet = openTime(model, group.post, minutes, { ignoreBusy: false, module });
    return contains(quiet, start, start + minutes) ? 0 : (2 * session.minutes) / 60;
  });
}

function membersOf({ group, first, last }: { group: { id: string }; first: number; last: number }): string[] {
  return Array.from({ length: last - first + 1 }, (_, i) => `${group.id} ${first + i}`);
}

function headsOf({ first, last }: { first: number; last: number }): number {
  return last - first + 1;
}

/** Monday to Sunday. */
function weekOf(day: number): number {
  return Math.floor((day + 3) / 7);
}

function localDay({ zone }: Seat, utc: number): number {
  return Math.floor(localMinute(zone, utc) / MINUTES_A_DAY);
}

/** Minutes from 1970 to what the clock on the wall shows, by cxplan's zone data: Node's may be older. */
const localMinute = toWall;

function sum<T>(list: readonly T[], of: (one: T, index: number) => number): number {
  return list.reduce((total, one, i) => total + of(one, i), 0);
}

function add(sums: Map<string, number>, key: string, value: number): void {
  sums.set(key, (sums.get(key) ?? 0) + value);
}

function squares(sums: ReadonlyMap<string, number>): number {
  return sum([...sums.values()], (value) => value ** 2);
}
