/**
 * When posts have time, in UTC. Posts of one department and shift at sites that keep the same days share
 * one list, so that a firm of a thousand branches costs no more than one of ten.
 */
import { atLeast, contains, type Spans, subtract } from '../../calendar/spans.ts';
import type { Id, Model, Module, Post } from '../../model/model.ts';
import { busyKey } from '../../model/working-time/busy.ts';
import {
  aroundShift,
  habitsOf,
  openTime,
  restTime,
  rosteredTime,
  siteClosed,
  touches,
} from '../../model/working-time/time.ts';
import type { Clocks } from './clock.ts';
import type { Trip } from './gaps.ts';

export class Opens {
  private readonly model: Model;
  private readonly clocks: Clocks;
  private readonly siteKinds = new Map<Id, number>();
  private readonly lists = new Map<string, Spans>();
  private readonly shiftLists = new Map<string, Int32Array>();

  constructor(model: Model, clocks: Clocks) {
    this.model = model;
    this.clocks = clocks;
    const kinds = new Map<string, number>();
    for (const site of model.sites.values()) {
      const text = habitsOf(model, site);
      const kind = kinds.get(text) ?? kinds.size;
      kinds.set(text, kind);
      this.siteKinds.set(site.id, kind);
    }
  }

  /** Sites of one kind have the same zone, holidays and closures; busy times may tell roles and sites apart. */
  key(post: Post): string {
    return `${this.shiftKey(post)} ${this.busyKey(post)}`;
  }

  private shiftKey(post: Post): string {
    return `${post.department} ${post.shift} ${this.siteKinds.get(post.site)}`;
  }

  /**
   * UTC stretches in which the post may be in a session of a module.
   * @param rests whether it keeps the rest after a night @param trip where it goes for it
   */
  open(
    post: Post,
    module: Module,
    ignoreBusy: boolean,
    rests = module.format !== 'huddle',
    trip?: Trip,
  ): Spans {
    const way = trip?.minutes ?? 0;
    const minutes = module.minutes + 2 * way;
    const busy = ignoreBusy ? '' : this.busyKey(post, module);
    const key = `open ${this.key(post)} ${minutes} ${ignoreBusy} ${rests} ${module.outsideShift} ${busy}`;
    const free = this.cached(key, post, () =>
      openTime(this.model, post, minutes, { ignoreBusy, module, rests }),
    );
    if (!trip) return free;
    const there = `${key} ${way} ${trip.site}`;
    let list = this.lists.get(there);
    if (!list) {
      list = shortened(free, way);
      if (trip.site !== undefined) list = subtract(list, this.closed(trip.site));
      this.lists.set(there, list);
    }
    return list;
  }

  /** UTC stretches in which a site is closed. */
  private closed(site: Id): Spans {
    const key = `closed ${site}`;
    let list = this.lists.get(key);
    if (!list) {
      const place = this.model.sites.get(site)!;
      list = this.clocks.of(place.zone).utcSpans(siteClosed(this.model, place));
      this.lists.set(key, list);
    }
    return list;
  }

  /** UTC stretches in which people of a post rest after a night. */
  rest(post: Post): Spans {
    return this.cached(`rest ${this.shiftKey(post)}`, post, () => restTime(this.model, post));
  }

  private busyKey(post: Post, module?: Module): string {
    return busyKey(this.model.departments.get(post.department)!.busy, post, module);
  }

  /** UTC stretches in which the post's shift is on, whatever is closed or busy. */
  rostered(post: Post): Spans {
    const department = this.model.departments.get(post.department)!;
    return this.cached(`shift ${this.shiftKey(post)}`, post, () =>
      rosteredTime(this.model, department, post),
    );
  }

  /** As {@link rostered}, for those who ask again and again. */
  shifts(post: Post): Int32Array {
    const key = this.shiftKey(post);
    let list = this.shiftLists.get(key);
    if (!list) {
      list = Int32Array.from(this.rostered(post));
      this.shiftLists.set(key, list);
    }
    return list;
  }

  /**
   * Whether a post may be in a session of a module then, whatever is closed or busy: on shift, or next to it.
   * @param start when they set out, if they go elsewhere for it @param end when they are back
   */
  onShift(post: Post, { outsideShift }: Module, start: number, end: number): boolean {
    return outsideShift ? touches(this.rostered(post), start, end) : this.isRostered(post, start, end);
  }

  /** UTC stretches in which a session of a module can lie, whatever is closed or busy; see {@link onShift}. */
  reach(post: Post, module: Module, trip?: Trip): Spans {
    const way = trip?.minutes ?? 0;
    if (!module.outsideShift) return shortened(this.rostered(post), way);
    const minutes = module.minutes + 2 * way;
    const department = this.model.departments.get(post.department)!;
    const around = this.cached(`reach ${this.shiftKey(post)} ${minutes}`, post, () =>
      aroundShift(this.model, rosteredTime(this.model, department, post), minutes),
    );
    return shortened(around, way);
  }

  isRostered(post: Post, start: number, end: number): boolean {
    return contains(this.rostered(post), start, end);
  }

  private cached(key: string, post: Post, make: () => Spans): Spans {
    let list = this.lists.get(key);
    if (!list) {
      list = this.clocks.of(this.model.sites.get(post.site)!.zone).utcSpans(make());
      this.lists.set(key, list);
    }
    return list;
  }
}

/** What a way at each end leaves of stretches of time. */
function shortened(spans: Spans, way: number): Spans {
  if (way === 0) return spans;
  return atLeast(spans, 2 * way + 1).map((minute, i) => (i % 2 === 0 ? minute + way : minute - way));
}
