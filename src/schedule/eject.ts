/**
 * Placing people who found nothing by making room: a session (or a few) that stands in the way is taken out,
 * and its people look for another place in turn. Ends with the fewest people without a place that were seen.
 */
import type { Homes } from './homes.ts';
import { sendHome } from './homeward.ts';
import { ANY, type Inserter, type Unit } from './insert.ts';
import { latestDays } from './latest.ts';
import { lastBefore, linkedReqs, sessionOf, waitsForOthers } from './links.ts';
import { RoomMaker, type Spot } from './make-room.ts';
import type { Req } from './problem.ts';
import type { Random } from './random.ts';
import { redraft } from './seats.ts';
import { Settler } from './settle.ts';
import { anySpot } from './spots.ts';
import { runFrom } from './starts.ts';
import type { Session, State } from './state.ts';

/** Steps that may bring nothing, beside a few for each who waits. */
const PATIENCE = 400;
/**
 * Steps after which a search that has fewer places than the best goes back there. Of fifteen years of 35–60 sessions
 * that are hard to fill (four seeds), 58 % miss the most that is known to be possible without, 35 % with 50, 25 % with
 * 25 and 23 % with 16, in the same time.
 */
const AWAY = 16;
/** One in so many times one person is tried alone: a place for some can leave more for others than one for all. */
const SINGLY = 32;
/**
 * One in so many searches does so; in the others groups stay together, and less is left over of sessions. Of seven
 * years of 40–54 sessions (four seeds), 64 % miss the most that was ever found if all do so, 29 % with 4, 25 % if none does.
 */
const ALONE = 4;
/** Places that are compared for each person who needs room made; where others stay put, most are of no use. */
const TRIES = { any: 10, locked: 40 };
/** Starts that are drawn again, where there is a previous plan, for one at which the leader is at work. */
const DRAWS = 20;
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
  /** Who waits; the last one is next. */
  private queue: Unit[] = [];
  private readonly alone: boolean;
  private readonly latest: Int32Array;
  moves = 0;

  /** @param homes what stands as the previous plan had it, which is taken out last */
  constructor(inserter: Inserter, random: Random, homes: Homes) {
    this.inserter = inserter;
    this.state = inserter.state;
    this.random = random;
    // A replan is one search: it takes whoever it can.
    this.alone = random(ALONE) === 0 || !homes.none;
    this.homes = homes;
    this.maker = new RoomMaker(inserter, homes);
    this.latest = latestDays(this.state.problem);
    this.settler = new Settler(inserter, random, this.latest);
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
    this.queue = units.filter(({ req }) => hasStart(this.state, req)).reverse();
    if (this.queue.length === 0) return;
    const { state } = this;
    this.maker.locked = locked;
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
    this.maker.locked = true;
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

  /** As it was, but somebody else is next. */
  private goBack({ position, queue }: { readonly position: number; readonly queue: readonly Unit[] }): void {
    this.state.undo(position);
    this.queue = [...queue];
    this.queue.push(...this.queue.splice(this.random(queue.length), 1));
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
    if (this.advance(first)) {
      this.queue.push(first);
      return;
    }
    this.maker.blame(first);
    const spot = this.cheapest(first);
    if (!spot) {
      if (this.hurry(first)) this.queue.push(first);
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

  /** Holds what must come before earlier, where it lies so late that nothing can follow in time. */
  private advance({ req, first }: Unit): boolean {
    const { state } = this;
    for (const { module, atLeastDays } of req.pool.module.after) {
      for (const earlier of linkedReqs(state.problem, req.group, module)) {
        const session = sessionOf(state, earlier, first);
        if (!session || session.fixed || this.stays(session)) continue;
        const day = req.group.clock.day(session.start);
        const latest = req.by - atLeastDays;
        if (day >= latest && this.replaceBy(session, Math.min(day - 1, latest))) return true;
      }
    }
    return false;
  }

  private stays(session: Session): boolean {
    return this.maker.locked && this.homes.has(session);
  }

  /** Finds another place for all people of a session, on a day at the latest; changes nothing when it cannot. */
  private replaceBy(session: Session, by: number): boolean {
    const { state, inserter } = this;
    const position = state.position();
    state.lift(session);
    const waiting: Unit[] = [...session.seats];
    while (waiting.length > 0) {
      const window = { from: waiting[0]!.req.from, by };
      if (inserter.open(waiting, { ...ANY, window }, this.random(1000))) continue;
      state.undo(position);
      return false;
    }
    return true;
  }

  /**
   * Holds what comes last before a unit on an earlier day, for this group alone, and takes out whatever is in the
   * way there; where what comes before that lies too late in turn, it is hurried first. False, and nothing changed,
   * when that cannot be.
   */
  private hurry({ req, first }: Unit): boolean {
    const { state, inserter } = this;
    const late = lastBefore(state, req, first);
    const seat = late?.seats.find(
      (one) => one.req.group === req.group && one.first <= first && first <= one.last,
    );
    if (!late || !seat || late.fixed || this.stays(late)) return false;
    const position = state.position();
    state.lift(late);
    if (late.seats.length > 1) {
      redraft(inserter.draft, late, seat);
      state.place(inserter.draft.session(late.id, late.before));
    }
    const waiting = this.queue.length;
    const by = Math.min(late.day - 1, this.latest[seat.req.index]!);
    const spot = this.cheapest(seat, by) ?? (this.hurry(seat) ? this.cheapest(seat, by) : undefined);
    const made = spot && this.maker.make(seat, spot);
    if (made && made.left.length === 0) {
      this.queue.push(...made.ejected);
      return true;
    }
    state.undo(position);
    this.queue.length = waiting;
    return false;
  }

  /** Of a few possible starts (up to a day), the one at which the least has to go. */
  private cheapest(unit: Unit, by = this.latest[unit.req.index]!): Spot | undefined {
    let [best, lowest] = [undefined as Spot | undefined, Number.POSITIVE_INFINITY];
    const { state } = this;
    const tries = this.maker.locked ? TRIES.locked : TRIES.any;
    for (let i = 0; i < tries; i++) {
      const spot = anySpot(state, this.random, unit.req, by, this.homes.none ? 0 : DRAWS);
      if (!spot) continue;
      const position = state.position();
      const made = this.maker.make(unit, spot);
      const cost = made ? made.cost + this.random(3) : Number.POSITIVE_INFINITY;
      state.undo(position);
      if (cost < lowest) [best, lowest] = [spot, cost];
    }
    return best;
  }
}

function hasStart({ problem }: State, req: Req): boolean {
  if (req.pool.led && req.pool.able.length === 0) return false;
  if (req.pool.roomed && req.pool.rooms.length === 0) return false;
  const from = Math.max(req.from, problem.past + 1);
  return req.tables.some((table) => runFrom(table, from) < runFrom(table, req.by + 1));
}
