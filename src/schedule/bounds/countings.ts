/** What is counted: facilitators, rooms and their seats, floors, people's own weeks, hosts, line managers. */
import { append } from '../../collections/lists.ts';
import type { GroupInfo, Pool, Problem, Req, RoomInfo } from '../problem/problem.ts';
import { Components } from './components.ts';
import type { Counting } from './counting.ts';
import { Stretches } from './stretches.ts';
import { Supplies } from './supplies.ts';
import type { Supply, Wish } from './supply.ts';

/** A counting that is worth making only while some of these people are without a place and not counted yet. */
export interface Candidate {
  /** Those among its people of whom somebody has no place: it can prove no more than that many. */
  readonly reqs: readonly Req[];
  readonly make: () => Counting;
}

export class Countings {
  readonly stretches: Stretches;
  private readonly problem: Problem;
  private readonly supplies: Supplies;
  private byCell: Map<number, Map<Pool, Req[]>> | undefined;
  private byGroup: Map<GroupInfo, Req[]> | undefined;

  constructor(problem: Problem) {
    this.problem = problem;
    this.stretches = new Stretches(problem);
    this.supplies = new Supplies(problem);
  }

  /** One for each part of the firm that shares a supply and has somebody without a place. */
  all(wanting: readonly Req[]): Candidate[] {
    return [
      ...this.facilitators(wanting),
      ...this.rooms(wanting),
      ...this.hosts(wanting),
      ...this.cells(wanting),
      ...this.people(wanting),
    ];
  }

  private facilitators(wanting: readonly Req[]): Candidate[] {
    const { pools, facilitators } = this.problem;
    const led = pools.filter(({ led, able }) => led && able.length > 0);
    return this.shared(wanting, led, ({ able }) => able, facilitators.length).map(([reqs, part]) => ({
      reqs,
      make: () =>
        this.counting(
          part,
          ({ able }) => able,
          (one) => this.supplies.leader(one),
        ),
    }));
  }

  /** By sessions, and by seats: a small room holds fewer of them than a large one. */
  private rooms(wanting: readonly Req[]): Candidate[] {
    const { pools, rooms } = this.problem;
    const roomed = pools.filter((pool) => pool.roomed && pool.rooms.length > 0);
    return this.shared(wanting, roomed, (pool) => pool.rooms, rooms.length).flatMap(([reqs, part]) => {
      const { clock } = part[0]!;
      const bySession = () =>
        this.counting(
          part,
          (pool) => pool.rooms,
          (room) => this.supplies.room(room, clock, 1),
        );
      const bySeat = () => {
        const most = Math.max(...part.map((pool) => this.supplies.seatsOf(pool)));
        const supplyOf = (room: RoomInfo) => this.supplies.room(room, clock, Math.min(room.room.seats, most));
        return this.counting(part, (pool) => pool.rooms, supplyOf, 1);
      };
      return [
        { reqs, make: bySession },
        { reqs, make: bySeat },
      ];
    });
  }

  private hosts(wanting: readonly Req[]): Candidate[] {
    const hosted = this.problem.pools.filter(({ host }) => host >= 0);
    const one = (pool: Pool) => [{ index: pool.host }];
    return this.shared(wanting, hosted, one, this.problem.hosts).map(([reqs, part]) => ({
      reqs,
      make: () => this.counting(part, one, () => this.supplies.host(part), 1),
    }));
  }

  /** Floors, by person-minutes; and line managers, by sessions. */
  private cells(wanting: readonly Req[]): Candidate[] {
    const parts = new Map<number, Req[]>();
    for (const req of wanting) if (!req.pool.huddle) append(parts, req.group.cell.index, req);
    const of = (cell: number): Map<Pool, Req[]> => {
      this.byCell ??= this.poolsByCell(parts);
      return this.byCell.get(cell)!;
    };
    return [...parts].flatMap(([cell, reqs]) => [
      {
        reqs: reqs.filter(takesFloor),
        make: () => this.floor(of(cell)),
      },
      { reqs: reqs.filter(({ pool }) => pool.line), make: () => this.managers(of(cell)) },
    ]);
  }

  private poolsByCell(asked: ReadonlyMap<number, unknown>): Map<number, Map<Pool, Req[]>> {
    const out = new Map<number, Map<Pool, Req[]>>([...asked.keys()].map((cell) => [cell, new Map()]));
    for (const req of this.problem.reqs) {
      const pools = req.pool.huddle ? undefined : out.get(req.group.cell.index);
      if (pools) append(pools, req.pool, req);
    }
    return out;
  }

  private floor(pools: ReadonlyMap<Pool, readonly Req[]>): Counting {
    const wishes: Wish[] = [];
    for (const [{ minutes }, reqs] of pools) {
      const away = reqs.filter(takesFloor);
      if (away.length > 0)
        wishes.push({ reqs: away, minutes, seats: 1, spans: this.stretches.of(away), supplies: [0] });
    }
    const [first] = wishes;
    if (!first) return { supplies: [], wishes };
    return { supplies: [this.supplies.away(first.reqs[0]!.group)], wishes };
  }

  private managers(pools: ReadonlyMap<Pool, readonly Req[]>): Counting {
    const wishes: Wish[] = [];
    for (const [pool, reqs] of pools) {
      const seats = this.supplies.seatsOf(pool, reqs);
      if (!pool.line || seats < 1) continue;
      wishes.push({ reqs, minutes: pool.minutes, seats, spans: this.stretches.of(reqs), supplies: [0] });
    }
    const [first] = wishes;
    if (!first) return { supplies: [], wishes };
    return { supplies: [this.supplies.coaching(first.reqs[0]!.group)], wishes };
  }

  /** Of each group: so many minutes a person and week, one session at a time. */
  private people(wanting: readonly Req[]): Candidate[] {
    const parts = new Map<GroupInfo, Req[]>();
    for (const req of wanting) if (!req.pool.huddle) append(parts, req.group, req);
    const of = (group: GroupInfo): Req[] => {
      this.byGroup ??= this.reqsByGroup(parts);
      return this.byGroup.get(group)!;
    };
    return [...parts].map(([group, reqs]) => ({ reqs, make: () => this.weeks(group, of(group)) }));
  }

  private reqsByGroup(asked: ReadonlyMap<GroupInfo, unknown>): Map<GroupInfo, Req[]> {
    const out = new Map<GroupInfo, Req[]>([...asked.keys()].map((group) => [group, []]));
    for (const req of this.problem.reqs) if (!req.pool.huddle) out.get(req.group)?.push(req);
    return out;
  }

  private weeks(group: GroupInfo, reqs: readonly Req[]): Counting {
    const wishes = reqs.map((req) => ({
      reqs: [req],
      minutes: req.pool.minutes,
      seats: 1,
      spans: this.stretches.of([req]),
      supplies: [0],
    }));
    return { supplies: [this.supplies.week(group)], wishes };
  }

  /** Parts of the firm whose pools share what they name, with those in them who have no place. */
  private shared(
    wanting: readonly Req[],
    pools: readonly Pool[],
    namesOf: (pool: Pool) => readonly { readonly index: number }[],
    size: number,
  ): (readonly [Req[], Pool[]])[] {
    const components = new Components(size);
    for (const pool of pools) components.join(namesOf(pool));
    const known = new Set(pools);
    const reqs = new Map<number, Req[]>();
    for (const req of wanting) {
      if (known.has(req.pool)) append(reqs, components.of(namesOf(req.pool)[0]!), req);
    }
    const parts = new Map<number, Pool[]>([...reqs.keys()].map((part) => [part, []]));
    for (const pool of pools) parts.get(components.of(namesOf(pool)[0]!))?.push(pool);
    return [...parts].map(([part, list]) => [reqs.get(part)!, list] as const);
  }

  private counting<T extends { readonly index: number }>(
    pools: readonly Pool[],
    namesOf: (pool: Pool) => readonly T[],
    supplyOf: (one: T) => Supply,
    each?: number,
  ): Counting {
    const numbers = new Map<number, number>();
    const supplies: Supply[] = [];
    const wishes: Wish[] = [];
    for (const pool of pools) {
      const seats = this.supplies.seatsOf(pool);
      if (seats < 1) continue;
      const own = namesOf(pool).map((one) => {
        const known = numbers.get(one.index) ?? supplies.push(supplyOf(one)) - 1;
        numbers.set(one.index, known);
        return known;
      });
      const { reqs, minutes } = pool;
      wishes.push({ reqs, minutes, seats: each ?? seats, spans: this.stretches.of(reqs), supplies: own });
    }
    return { supplies, wishes };
  }
}

/** Outside the shift nobody is missed: what may be held there takes no floor for sure. */
function takesFloor({ floor, pool }: Req): boolean {
  return floor < Number.POSITIVE_INFINITY && !pool.overtime;
}
