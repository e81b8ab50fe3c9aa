/** What every move promises, on states that it makes itself: its price, that it breaks nothing, that it can be undone. */
import { readdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { allMissing } from '../../../src/schedule/construct/construct.ts';
import { type Random, seeded } from '../../../src/schedule/construct/random.ts';
import { pickStart } from '../../../src/schedule/construct/scan-starts.ts';
import { Dissolver } from '../../../src/schedule/ejection/dissolve.ts';
import { RoomMaker } from '../../../src/schedule/ejection/eject-and-insert.ts';
import { Ejection } from '../../../src/schedule/ejection/ejection-chain.ts';
import { Homes } from '../../../src/schedule/ejection/kept-places.ts';
import { anySpot } from '../../../src/schedule/ejection/positions.ts';
import { compact } from '../../../src/schedule/moves/left-justify.ts';
import { shuffle } from '../../../src/schedule/moves/perturb.ts';
import { refit, refitLeader, refitRoom } from '../../../src/schedule/moves/relocate.ts';
import { Repacker } from '../../../src/schedule/moves/repack-cohorts.ts';
import { Turns } from '../../../src/schedule/moves/rotation.ts';
import { ruin } from '../../../src/schedule/moves/ruin.ts';
import { Swapper } from '../../../src/schedule/moves/swap-starts.ts';
import { held, restore } from '../../../src/schedule/solution/snapshot.ts';
import type { Seat, Session } from '../../../src/schedule/solution/state.ts';
import { type Bench, benches, booksAnew, booksOf, costOf, faultsOf } from './states.ts';

/** Changes a state by one move; what it says the soft cost changes by, undefined where it is not possible. */
type Move = (bench: Bench, random: Random, session: Session) => number | undefined;
/** A move that is not priced: whether it may be made at all. */
type Unpriced = (bench: Bench, random: Random) => boolean;

/** Lifts a session, has it put elsewhere and says what that changes. */
function relocated({ inserter }: Bench, session: Session, fits: () => boolean): number | undefined {
  const { state, objective, draft } = inserter;
  state.pickUp(session);
  const now = objective.marginalOf('start', state, session);
  if (!fits()) return undefined;
  const delta = objective.change(state, session, draft, now);
  state.putDown(draft.session(session.id, session.before));
  return delta;
}

const PRICED: Readonly<Record<string, Move>> = {
  'relocate: another start': (bench, random, session) =>
    relocated(bench, session, () => {
      const { req } = session.seats[random(session.seats.length)]!;
      const spot = { start: 0, day: 0, table: undefined, meeting: -1 };
      return pickStart(req, random, spot) && refit(bench.inserter, session, spot);
    }),
  'relocate: another leader': (bench, random, session) =>
    relocated(bench, session, () => {
      const { facilitator, pool } = session;
      const { crews } = bench.inserter.state.problem;
      const others = pool.able.flatMap((one) => {
        const place = facilitator ? random(1 + facilitator.coFacilitators.length) : 0;
        return (facilitator && crews.instead(facilitator, place, one)) ?? [];
      });
      return others.length > 0 && refitLeader(bench.inserter, session, others[random(others.length)]!);
    }),
  'relocate: another room': (bench, random, session) =>
    relocated(bench, session, () => {
      const others = session.pool.rooms.filter((one) => session.room && one !== session.room);
      return others.length > 0 && refitRoom(bench.inserter, session, others[random(others.length)]!);
    }),
  'swap-starts': ({ inserter }, random, session) => {
    const { state } = inserter;
    const swapper = new Swapper(inserter, random);
    swapper.among(
      new Turns(
        state,
        held(state).map(({ id }) => id),
        random,
      ),
    );
    state.pickUp(session);
    return swapper.tryOne(session);
  },
  'repack-cohorts': ({ inserter }, random, session) => new Repacker(inserter, random).tryOne(session)?.delta,
};

const UNPRICED: Readonly<Record<string, Unpriced>> = {
  'left-justify': ({ inserter }) => {
    const { state } = inserter;
    const before = held(state);
    compact(inserter);
    for (const { id, start, seats } of before) {
      expect(state.sessions[id]!.start).toBeLessThanOrEqual(start);
      expect(state.sessions[id]!.seats).toBe(seats);
    }
    return true;
  },
  perturb: ({ inserter }, random) => {
    const { state } = inserter;
    const starts = () => held(state).map(({ start }) => start);
    const before = held(state);
    const all = starts().sort();
    shuffle(inserter, random, 2);
    for (const { id, seats } of before) expect(state.sessions[id]!.seats).toBe(seats);
    expect(starts().sort()).toEqual(all);
    return held(state).some((session, i) => session !== before[i]);
  },
  ruin: ({ inserter: { state } }, random) => {
    const before = held(state);
    ruin(state, random, 3);
    const after = new Set(held(state));
    // What stays is what stood.
    expect([...after].every((session) => before.includes(session))).toBe(true);
    return after.size < before.length;
  },
  'eject-and-insert': ({ inserter }, random) => {
    const { state } = inserter;
    ruin(state, random, 9);
    const waiting = allMissing(state, state.problem);
    const unit = waiting[random(waiting.length)];
    if (!unit) return false;
    const spot = anySpot(state, random, unit.req, unit.req.by, 0);
    const placed = state.placedHeads;
    const made = spot && new RoomMaker(inserter, new Homes(state, new Set())).make(unit, spot);
    if (!made) return false;
    // Whoever has no place any more is told of.
    const out = [...made.ejected, ...made.left];
    expect(state.placedHeads).toBe(placed + headsOf([unit]) - headsOf(out));
    for (const { req, first, last } of out) {
      expect(Math.max(...state.places.slice(req.base + first - 1, req.base + last))).toBe(-1);
    }
    return true;
  },
};

function headsOf(seats: readonly Seat[]): number {
  return seats.reduce((sum, { first, last }) => sum + last - first + 1, 0);
}

/** Of a firm: moves that are made, and tries for them. */
const MOVES = 6;
const TRIES = 50;
let firms: Bench[];
beforeAll(async () => {
  firms = await benches(3, 1, 12);
});

/** Tries a move on each firm and keeps every other one that could be made, so that the next one finds another state. */
function walk(seed: number, move: Move | Unpriced): number {
  let all = 0;
  for (const [i, bench] of firms.entries()) {
    const { state } = bench.inserter;
    const random = seeded(seed + i);
    restore(state, bench.sessions);
    let cost = costOf(bench);
    for (let [tries, made] = [0, 0]; tries < TRIES && made < MOVES && state.placedHeads > 0; tries++) {
      const sessions = held(state);
      const books = booksOf(state);
      state.mark();
      const said = move(bench, random, sessions[random(sessions.length)]!);
      if (said !== undefined && said !== false) {
        all++;
        const now = costOf(bench);
        if (typeof said === 'number') expect(now - cost).toBeCloseTo(said, 6);
        expect(booksOf(state)).toEqual(booksAnew(state));
        expect(faultsOf(bench)).toEqual([]);
        if (made++ % 2 === 0) {
          state.forget();
          cost = now;
          continue;
        }
      }
      state.undo();
      state.forget();
      expect(booksOf(state)).toEqual(books);
      expect(held(state).every((one, at) => one === sessions[at])).toBe(true);
    }
    expect(costOf(bench)).toBeCloseTo(cost, 6);
  }
  return all;
}

describe('states to try moves on', () => {
  it('are as many as wanted, and sound', () => {
    expect(firms.length).toBe(4);
    for (const bench of firms) expect(faultsOf(bench)).toEqual([]);
  });
});

describe('a move', () => {
  it.each(Object.keys(PRICED))('%s costs what it says, breaks nothing and is undone', (name) => {
    expect(walk(1, PRICED[name]!)).toBeGreaterThan(5);
  });

  it.each(Object.keys(UNPRICED))('%s breaks nothing and is undone', (name) => {
    expect(walk(2, UNPRICED[name]!)).toBeGreaterThan(5);
  });

  it('that dissolves sessions makes the plan a better one, and nobody loses a place', () => {
    let dissolved = 0;
    for (const bench of firms) {
      const { inserter, sessions } = bench;
      const { state } = inserter;
      restore(state, sessions);
      const [cost, heads, books] = [costOf(bench), state.placedHeads, booksOf(state)];
      new Dissolver(inserter, () => false).run();
      expect(state.placedHeads).toBe(heads);
      expect(booksOf(state)).toEqual(booksAnew(state));
      expect(faultsOf(bench)).toEqual([]);
      if (held(state).every((session, i) => session === sessions[i])) expect(booksOf(state)).toEqual(books);
      else {
        dissolved++;
        expect(costOf(bench)).toBeLessThan(cost - 1e-9);
      }
    }
    expect(dissolved).toBeGreaterThan(0);
  });

  it('that ejects seats some of those who wait', async () => {
    let more = 0;
    for (const [i, bench] of firms.entries()) {
      const { inserter, sessions } = bench;
      const { state } = inserter;
      const random = seeded(i);
      restore(state, sessions);
      ruin(state, random, 2);
      const heads = state.placedHeads;
      const waiting = allMissing(state, state.problem);
      const ejection = new Ejection(inserter, random, new Homes(state, new Set()));
      await ejection.run(waiting, 60, false, () => {});
      expect(state.placedHeads).toBeGreaterThanOrEqual(heads);
      more += state.placedHeads - heads;
      expect(booksOf(state)).toEqual(booksAnew(state));
      expect(faultsOf(bench)).toEqual([]);
    }
    expect(more).toBeGreaterThan(0);
  });

  it('of every file is tried', () => {
    const files = readdirSync('src/schedule/moves').map((name) => name.replace('.ts', ''));
    const tried = [...Object.keys(PRICED), ...Object.keys(UNPRICED)].map((name) => name.split(':')[0]);
    // Whose turn it is changes nothing.
    expect(files.filter((name) => name !== 'rotation' && !tried.includes(name))).toEqual([]);
  });
});
