/**
 * A plan set up to be rehearsed: people, sessions and those who lead as numbers, so that a year is one walk over
 * its sessions. Made once; every rehearsed year looks things up in it.
 */

import type { Day } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import { toWall, type UtcMinute } from '../../calendar/zone.ts';
import { type Context, contextOf } from '../../coverage/context.ts';
import type { Touch } from '../../coverage/measure/touches.ts';
import { ledBy } from '../../model/made/led-by.ts';
import type { Plan, PlanGroup } from '../../model/made/plan.ts';
import { remembered } from '../../model/made/remembered.ts';
import {
  awayLimitOf,
  type Facilitator,
  type Id,
  type Model,
  meetingPlace,
  mostAway,
  ONLINE,
  type Post,
  peopleTravel,
  travelBetween,
} from '../../model/model.ts';
import { facilitatorTime, openTime } from '../../model/working-time/time.ts';

/** One seat: a person's number in their group. */
export interface Person {
  readonly group: PlanGroup;
  readonly member: number;
  readonly post: Post;
  /** Of a department at a site, whose peaks are one. */
  readonly cell: number;
  /** Numbers of the sessions they sit in, in order of start. */
  readonly sessions: number[];
}

export interface Scene {
  readonly touch: Touch;
  readonly day: Day;
  readonly start: UtcMinute;
  readonly end: UtcMinute;
  /** Numbers of people, in order. */
  readonly people: readonly number[];
  /** Numbers of those who lead; of none where nobody of the facilitators does. */
  readonly leaders: readonly number[];
  /** Seats that are free. */
  readonly room: number;
  /** Sessions in which the same is learned; undefined where nobody joins another group. */
  readonly kind: string | undefined;
}

export interface Stage {
  readonly model: Model;
  readonly plan: Plan;
  readonly context: Context;
  readonly people: readonly Person[];
  readonly scenes: readonly Scene[];
  readonly leaders: readonly Facilitator[];
  /** How many departments at sites there are. */
  readonly cells: number;
  /** First day that is not held yet. */
  readonly from: Day;
  /** Facilitators who are free during a session by the plan; those who teach it apart from those who could learn to. */
  readonly deputies: (scene: number) => {
    readonly able: readonly number[];
    readonly could: readonly number[];
  };
  /** How many more people of a post may join a session: their hours, their site, how many may be away. */
  readonly places: (scene: number, post: Post) => number;
}

const NOT_JOINED: ReadonlySet<string> = new Set(['huddle', 'self-paced', 'coaching', 'shadowing', 'event']);

export function stageOf(model: Model, plan: Plan): Stage {
  const context = contextOf(model, plan);
  const leaders = [...model.facilitators.values()];
  const numberOf = new Map(leaders.map(({ id }, i) => [id, i]));
  const cellOf = remembered((_cell: string) => cells++);
  let cells = 0;
  const people: Person[] = [];
  const firstOf = new Map<Id, number>();
  for (const group of plan.groups) {
    const post = model.posts.get(`${group.role}.${group.site}.${group.shift}`);
    if (!post) continue;
    firstOf.set(group.id, people.length);
    const cell = cellOf(`${group.department} ${group.site}`);
    for (let member = 1; member <= group.heads; member++)
      people.push({ group, member, post, cell, sessions: [] });
  }
  const scenes = context.touches.all.map((touch, number): Scene => {
    const { session, module } = touch;
    const seats = session.attendees.flatMap(({ group, first, last }) => {
      const at = firstOf.get(group);
      return at === undefined ? [] : Array.from({ length: last - first + 1 }, (_, i) => at + first - 1 + i);
    });
    for (const person of seats) people[person]?.sessions.push(number);
    return {
      touch,
      day: touch.day,
      start: utcMinute(session.startUtc),
      end: utcMinute(session.endUtc),
      people: seats.filter((person) => person < people.length).sort((a, b) => a - b),
      leaders: ledBy(session).flatMap((id) => numberOf.get(id) ?? []),
      room: Math.max(0, roomOf(model, touch) - session.heads),
      kind: NOT_JOINED.has(module.format) ? undefined : `${module.id} ${session.occurrence}`,
    };
  });
  return {
    model,
    plan,
    context,
    people,
    scenes,
    leaders,
    cells,
    from: context.asOf + 1,
    deputies: deputiesOf(model, scenes, leaders),
    places: placesOf(model, scenes, people),
  };
}

/** `2027-03-02T09:30:00Z` in minutes since 1970. */
function utcMinute(text: string): UtcMinute {
  return Date.parse(text) / 60_000;
}

function roomOf({ rooms }: Model, { session, module }: Touch): number {
  const most = module.seats.max ?? session.heads;
  const room = session.room === null ? undefined : rooms.get(session.room);
  return Math.min(most, room?.seats ?? most);
}

function deputiesOf(
  model: Model,
  scenes: readonly Scene[],
  leaders: readonly Facilitator[],
): Stage['deputies'] {
  const led = leaders.map((): Scene[] => []);
  for (const scene of scenes) for (const leader of scene.leaders) led[leader]!.push(scene);
  const time = leaders.map((leader) => facilitatorTime(model, leader));
  const isFree = (leader: number, { start, end, touch }: Scene): boolean => {
    const { zone, sites } = leaders[leader]!;
    if (sites && !sites.has(touch.session.site)) return false;
    if (!contains(time[leader]!, toWall(zone, start), toWall(zone, end))) return false;
    return led[leader]!.every((other) => {
      const way = travelBetween(model, other.touch.session.site, touch.session.site);
      return other.end + way <= start || end + way <= other.start;
    });
  };
  return remembered((number: number) => {
    const scene = scenes[number]!;
    const { module } = scene.touch;
    const free = leaders.flatMap((_, i) => (!scene.leaders.includes(i) && isFree(i, scene) ? [i] : []));
    const isAble = (i: number) => {
      const { kind, teaches } = leaders[i]!;
      return kind === module.led && (!teaches || teaches.has(module.id) || teaches.has(module.skill));
    };
    return {
      able: free.filter(isAble),
      could: free.filter((i) => !isAble(i) && leaders[i]!.kind !== 'external'),
    };
  });
}

function placesOf(model: Model, scenes: readonly Scene[], people: readonly Person[]): Stage['places'] {
  const open = remembered((key: string) => {
    const [post, minutes] = key.split(' ') as [string, string];
    return openTime(model, model.posts.get(post)!, Number(minutes), { ignoreBusy: false });
  });
  const away = awayOf(model, scenes, people);
  const known = new Map<string, number>();
  const places = (scene: Scene, post: Post): number => {
    const { session } = scene.touch;
    const site = model.sites.get(post.site)!;
    if (session.site !== ONLINE && session.site !== meetingPlace(model, scene.touch.module, post.site))
      return 0;
    const way = peopleTravel(model, post.site, session.site);
    const [start, end] = [toWall(site.zone, scene.start - way), toWall(site.zone, scene.end + way)];
    if (!contains(open(`${post.id} ${session.minutes + 2 * way}`), start, end)) return 0;
    return away(scene, post);
  };
  return (number, post) => {
    const key = `${number} ${post.id}`;
    const found = known.get(key) ?? places(scenes[number]!, post);
    known.set(key, found);
    return found;
  };
}

/** How many more of a department's people on a shift may be away during a session. */
function awayOf(model: Model, scenes: readonly Scene[], people: readonly Person[]) {
  const keyOf = ({ department, site, shift }: Post) => `${department} ${site} ${shift}`;
  const heads = new Map<string, number>();
  for (const post of model.posts.values()) heads.set(keyOf(post), (heads.get(keyOf(post)) ?? 0) + post.heads);
  const gone = new Map<string, { readonly start: number; readonly end: number; count: number }[]>();
  for (const scene of scenes) {
    if (scene.touch.module.format === 'huddle') continue;
    const counts = new Map<string, number>();
    for (const person of scene.people) {
      const key = keyOf(people[person]!.post);
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    for (const [key, count] of counts) {
      const list = gone.get(key) ?? [];
      gone.set(key, list);
      list.push({ start: scene.start, end: scene.end, count });
    }
  }
  return ({ start, end, touch }: Scene, post: Post): number => {
    const key = keyOf(post);
    const limit = awayLimitOf(model, touch.module, post);
    // All that overlap at all: a bound from above on who is away at any one minute.
    let others = 0;
    for (const one of gone.get(key) ?? []) {
      if (one.start >= end) break;
      if (one.end > start) others += one.count;
    }
    return Math.max(0, mostAway(limit, heads.get(key) ?? 0) - others);
  };
}

/** Days of the programme, those before it and after it left out. */
export function daysOf({ model: { programme } }: Stage): number {
  return programme.ends - programme.starts + 1;
}
