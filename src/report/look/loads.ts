/** What the floor can spare, and what those who lead and rooms offer, week by week. */
import { MINUTES_A_DAY, mondayOf, weekday } from '../../calendar/date.ts';
import { clip, type Spans, spansOf, subtract, union } from '../../calendar/spans.ts';
import { remembered } from '../../model/made/remembered.ts';
import {
  awayLimitOf,
  awayText,
  type Facilitator,
  type Id,
  type Model,
  mostAway,
  ONLINE,
  type Post,
  type Room,
} from '../../model/model.ts';
import { busyKey } from '../../model/working-time/busy.ts';
import { facilitatorTime, habitsOf, openTime, roomClosed } from '../../model/working-time/time.ts';
import type { Context } from '../context.ts';
import { shiftName } from '../names.ts';
import type { Refs } from './refs.ts';
import type { PageLoad } from './types/things.ts';

/** Spans → minutes of each week of the programme. */
export type Weekly = (spans: Spans) => number[];

export function weekly({ programme: { starts, ends } }: Model): Weekly {
  const monday = mondayOf(starts);
  const weeks = (mondayOf(ends) - monday) / 7 + 1;
  const week = 7 * MINUTES_A_DAY;
  return (spans) => {
    const sums = new Array<number>(weeks).fill(0);
    for (let i = 0; i < spans.length; i += 2) {
      for (let at = spans[i]!; at < spans[i + 1]!; ) {
        const n = Math.floor((at - monday * MINUTES_A_DAY) / week);
        const until = Math.min(spans[i + 1]!, (monday + 7 * (n + 1)) * MINUTES_A_DAY);
        if (n >= 0 && n < weeks) sums[n]! += until - at;
        at = until;
      }
    }
    return sums;
  };
}

const ANY_MODULE = { maxAway: undefined, minOnShift: undefined };

/** Each shift of each department at each site: its people, and their minutes that may be spent away. */
export function pageLoads(context: Context, refs: Refs, byWeek: Weekly): PageLoad[] {
  const { model } = context;
  const open = openMinutes(model, byWeek);
  const shifts = new Map<string, { readonly post: Post; heads: number }>();
  for (const post of model.posts.values()) {
    const key = `${post.department} ${post.site} ${post.shift}`;
    const known = shifts.get(key);
    if (known) known.heads += post.heads;
    else shifts.set(key, { post, heads: post.heads });
  }
  return [...shifts.values()].map(({ post, heads }) => {
    const department = model.departments.get(post.department)!;
    const shift = department.shifts.get(post.shift);
    const limit = awayLimitOf(model, ANY_MODULE, post);
    const most = mostAway(limit, heads);
    return {
      department: refs.department(post.department),
      site: refs.site(post.site),
      shift: refs.shifts.of(shiftName(shift?.base ?? post.shift)),
      heads,
      limit: awayText(limit),
      spare: open(post).map((minutes) => minutes * most),
    };
  });
}

/** Minutes of each week in which a post works and nothing is closed or busy; once for those who have the same time. */
function openMinutes(model: Model, byWeek: Weekly): (post: Post) => readonly number[] {
  const habits = remembered((site: Id) => habitsOf(model, model.sites.get(site)!));
  const known = new Map<string, number[]>();
  return (post) => {
    const busy = busyKey(model.departments.get(post.department)!.busy, post, undefined);
    const key = `${post.department} ${post.shift} ${habits(post.site)} ${busy}`;
    const minutes = known.get(key) ?? byWeek(openTime(model, post, 1, { ignoreBusy: false }));
    known.set(key, minutes);
    return minutes;
  };
}

/** A facilitator's minutes of each week: working time, at most what they offer a day and a week. */
export function facilitatorOffer(model: Model, facilitator: Facilitator): number[] {
  const { starts, ends } = model.programme;
  const monday = mondayOf(starts);
  const { minutesPerDay = Number.POSITIVE_INFINITY, minutesPerWeek = Number.POSITIVE_INFINITY } = facilitator;
  const spans = clip(facilitatorTime(model, facilitator), starts * MINUTES_A_DAY, (ends + 1) * MINUTES_A_DAY);
  const days = new Map<number, number>();
  for (let i = 0; i < spans.length; i += 2) {
    const day = Math.floor(spans[i]! / MINUTES_A_DAY);
    days.set(day, (days.get(day) ?? 0) + spans[i + 1]! - spans[i]!);
  }
  const weeks = new Array<number>((mondayOf(ends) - monday) / 7 + 1).fill(0);
  for (const [day, minutes] of days) {
    const week = (day - monday - (weekday(day) - 1)) / 7;
    weeks[week] = (weeks[week] ?? 0) + Math.min(minutes, minutesPerDay);
  }
  return weeks.map((minutes) => Math.min(minutes, minutesPerWeek));
}

/** When a room can be used: while somebody works at its site, and it is not closed; null online, where nothing limits it. */
export function roomOffers({ model }: Context, byWeek: Weekly): (room: Room) => number[] | null {
  const opening = openingsOf(model);
  return (room) =>
    room.site === ONLINE
      ? null
      : byWeek(
          subtract(
            room.sites.map(opening).reduce((a, b) => union(a, b)),
            roomClosed(model, room),
          ),
        );
}

/** When somebody works at a site; once for sites where the same shifts have the same time. */
function openingsOf(model: Model): (site: Id) => Spans {
  const posts = new Map<Id, Map<string, Post>>();
  for (const post of model.posts.values()) {
    const atSite = posts.get(post.site) ?? new Map<string, Post>();
    posts.set(post.site, atSite.set(`${post.department} ${post.shift}`, post));
  }
  const known = new Map<string, Spans>();
  return remembered((site: Id): Spans => {
    const shifts = posts.get(site) ?? new Map<string, Post>();
    const key = `${[...shifts.keys()].sort().join(',')} ${habitsOf(model, model.sites.get(site)!)}`;
    const spans =
      known.get(key) ??
      spansOf([...shifts.values()].flatMap((post) => openTime(model, post, 1, { ignoreBusy: true })));
    known.set(key, spans);
    return spans;
  });
}
