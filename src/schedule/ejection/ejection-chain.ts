/**
 * Placing people who found nothing by making room: a session (or a few) that stands in the way is taken out,
 * and its people look for another place in turn. Ends with the fewest people without a place that were seen.
 */

import { waitsForOthers } from '../constraints/precedence.ts';
import type { Inserter, Unit } from '../construct/insert.ts';
import { latestDays } from '../construct/latest-day.ts';
import type { Random } from '../construct/random.ts';
import { compact } from '../moves/left-justify.ts';
import { shuffle } from '../moves/perturb.ts';
import type { Req } from '../problem/problem.ts';
import { runFrom } from '../problem/start-table.ts';
import type { State } from '../solution/state.ts';
import { RoomMaker } from './eject-and-insert.ts';
import { Settler } from './insert-free.ts';
import type { Homes } from './kept-places.ts';
import { Earlier } from './pull-predecessors.ts';
import { sendHome } from './restore-kept.ts';

/** Steps that may bring nothing, beside a few for each who waits. */
const PATIENCE = 400;
/** Steps after which a search that has fewer places than the best goes back there (docs/decisions/ejection.md). */
const AWAY = 16;
/**
 * There, in components of so many requirements at most of which nothing stood before, some pairs of sessions change
 * places, and one in so many times all is pulled forward.
 */
const SMALL = 1200;
const PAIRS = 10;
const COMPACT = 4;
/** One in so many times one person is tried alone: a place for some can leave more for others than one for all. */
const SINGLY = 32;
/** One in so many searches does so; in the others groups stay together, and less is left over of sessions. */
const ALONE = 4;
/** Where what stands has to stay, patience is so many times shorter: whoever can be placed so is placed soon. */
const LOCKED = 4;
/** Steps in which those have to find a place who make room for a session that goes back. */
const HOMEWARD = 20;
/** Steps for each person who waits, however few were allowed: many who are in the way take a few each. */
const EACH = 6;

export class Ejection {
  private readonly inserter: Inserter;
  private readonly state: State;
  private readonly random: Random;
  private readonly homes: Homes;
  private readonly maker: RoomMaker;
  private readonly settler: Settler;
  private readonly earlier: Earlier;
  /** Who waits; the last one is next. */
  private queue: Unit[] = [];
  private readonly alone: boolean;
  private readonly latest: Int32Array;
  /** Whether what stands may be changed at a go, and is little enough for that. */
  private readonly loose: boolean;
  moves = 0;

  /** @param homes what stands as the previous plan had it, which is taken out last */
  constructor(inserter: Inserter, random: Random, homes: Homes) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
    // A replan is one search: it takes whoever it can.
    this.alone = random(ALONE) === 0 || !homes.none;
    this.homes = homes;
    this.loose = homes.fresh && this.state.problem.reqs.length <= SMALL;
    this.maker = new RoomMaker(inserter, homes);
    this.latest = latestDays(this.state.problem);
    this.settler = new Settler(inserter, random, this.latest);
    this.earlier = new Earlier(inserter, this.maker, homes, this.latest, random);
  }

  /**
   * Tries to place units, in `steps` steps or a few for each person; gives up when too many bring nothing.
   * @param locked whether what stands as the previous plan had it stays there
   */
  async run(
    units: readonly Unit[],
    steps: number,
    locked: boolean,
    onStep: () => void | Promise<void>,
  ): Promise<void> {
    this.queue = units.filter(({ req }) => hasStart(req)).reverse();
    if (this.queue.length === 0) return;
    const { state } = this;
    this.maker.victims.locked = locked;
    const people = this.queue.reduce((sum, { first, last }) => sum + last - first + 1, 0);
    const budget = Math.max(steps, EACH * people);
    state.mark();
    let [best, position, gained] = [state.placedHeads, 0, 0];
    let base = { position, step: 0, queue: [...this.queue] };
    const patience = Math.min(budget / 4, PATIENCE + 20 * this.queue.length) / (locked ? LOCKED : 1);
    for (let step = 0; step < budget && step - gained <= patience && this.queue.length > 0; step++) {
      this.step();
      if (state.placedHeads > best) [best, position, gained] = [state.placedHeads, state.position(), step];
      // As many with places, but others who wait: they may be easier to place.
      if (state.placedHeads === best) base = { position: state.position(), step, queue: [...this.queue] };
      else if (step - base.step >= AWAY) {
        this.goBack(base);
        base.step = step;
      }
      await onStep();
    }
    state.undo(position);
    state.forget();
  }

  /** Sends those who were pushed about back to where they were, as far as nobody loses a place by it. */
  sendHome(): void {
    const { state } = this;
    this.maker.victims.locked = true;
    sendHome(this.inserter, this.maker, this.homes, (waiting, heads) => {
      this.queue = waiting;
      for (let i = 0; i < HOMEWARD && state.placedHeads < heads && this.queue.length > 0; i++) this.step();
    });
  }

  private step(): void {
    this.moves++;
    this.placeOrEject(this.next());
    this.settleOther();
  }

  /** As it was, or as good, but somebody else is next. */
  private goBack({ position, queue }: { readonly position: number; readonly queue: readonly Unit[] }): void {
    this.state.undo(position);
    this.queue = [...queue];
    this.queue.push(...this.queue.splice(this.random(queue.length), 1));
    if (this.loose) this.loosen();
  }

  /** Another plan that seats the same people. */
  private loosen(): void {
    shuffle(this.inserter, this.random, PAIRS);
    if (this.random(COMPACT) === 0) compact(this.inserter);
  }

  /** Mostly whoever lost a place last, now and then anybody: else a long chain would keep all others out. */
  private next(): Unit {
    const { queue, random } = this;
    const index = random(3) > 0 ? queue.length - 1 : random(queue.length);
    return queue.splice(index, 1)[0]!;
  }

  /** Somebody else who waits may fit by now, without pushing anybody. */
  private settleOther(): void {
    const { queue, random } = this;
    if (queue.length === 0) return;
    const [unit] = queue.splice(random(queue.length), 1) as [Unit];
    queue.unshift(...this.settler.settle(unit));
  }

  private placeOrEject(unit: Unit): void {
    const rest = this.settler.settle(this.alone && this.random(SINGLY) === 0 ? this.firstOf(unit) : unit);
    if (rest.length === 0) return;
    const [first, ...others] = rest as [Unit];
    this.queue.unshift(...others);
    if (waitsForOthers(this.state, first)) {
      this.queue.unshift(first);
      return;
    }
    if (this.earlier.advance(first)) {
      this.queue.push(first);
      return;
    }
    this.maker.victims.blame(first);
    const spot = this.maker.cheapest(first, this.latest[first.req.index]!, this.random);
    if (!spot) {
      const ejected = this.earlier.hurry(first);
      if (ejected) this.queue.push(...ejected, first);
      else this.queue.unshift(first);
      return;
    }
    const { left, ejected } = this.maker.make(first, spot)!;
    this.queue.push(...left, ...ejected);
  }

  /** One person; the others wait. */
  private firstOf({ req, first, last }: Unit): Unit {
    if (last > first) this.queue.unshift({ req, first: first + 1, last });
    return { req, first, last: first };
  }
}

function hasStart(req: Req): boolean {
  const { pool, group } = req;
  const spoken = pool.languages & group.languages;
  if (pool.led && pool.able.filter(({ languages }) => (languages & spoken) !== 0).length < pool.leaders)
    return false;
  if (req.pool.roomed && req.pool.rooms.length === 0) return false;
  return req.tables.some((table) => runFrom(table, req.opens) < runFrom(table, req.by + 1));
}
