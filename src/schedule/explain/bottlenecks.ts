/**
 * What was short, over all who found no place: of trainers, rooms, floors, people's weeks, managers and hosts how
 * many minutes were wanted in a month (or in the window, where that is longer) and how many were offered.
 */
import { type Day, monthStart } from '../../calendar/date.ts';
import { byCodeUnit } from '../../collections/text-order.ts';
import type { BottleneckKind } from '../../model/made/plan.ts';
import { Stretches } from '../bounds/stretches.ts';
import { Supplies } from '../bounds/supplies.ts';
import { Offer, type Supply, type Wish } from '../bounds/supply.ts';
import type { Unit } from '../construct/insert.ts';
import type { Pool, Problem, Req } from '../problem/problem.ts';
import { minutesOf, type Session } from '../solution/session.ts';
import type { Bottleneck, Reason } from '../types.ts';
import { type ScarceResource, scarceOf } from './scarce.ts';

/** Those that leave most people without a place are told; their number does not grow with the firm. */
const MOST = 50;

/** A unit without a place, and why. */
export interface MissingUnit {
  readonly unit: Unit;
  readonly reasons: readonly Reason[];
}

/** Something scarce in a stretch of days. */
interface Entry {
  readonly scarce: ScarceResource;
  readonly from: Day;
  readonly by: Day;
  people: number;
}

/** Bottlenecks, those of most people first; none when nobody is without a place. */
export function bottlenecksOf(
  problem: Problem,
  sessions: readonly Session[],
  missing: readonly MissingUnit[],
): Bottleneck[] {
  const entries = new Map<string, Entry>();
  for (const { unit, reasons } of missing) {
    const scarce = firstScarce(problem, unit.req, reasons);
    if (!scarce) continue;
    const [from, by] = periodOf(unit.req.pool);
    const key = `${scarce.key} ${from} ${by}`;
    const known = entries.get(key);
    const people = unit.last - unit.first + 1;
    if (known) known.people += people;
    else entries.set(key, { scarce, from, by, people });
  }
  const told = [...entries.values()].sort(mostPeople).slice(0, MOST);
  if (told.length === 0) return [];
  const ledger = new Ledger(problem, told, sessions);
  return told.flatMap((entry) => ledger.bottleneck(entry) ?? []);
}

function mostPeople(a: Entry, b: Entry): number {
  return b.people - a.people || a.from - b.from || byCodeUnit(a.scarce.key, b.scarce.key) || a.by - b.by;
}

/** What the reason that excludes most starts is about; the next one where it is nothing that can be counted. */
function firstScarce(problem: Problem, req: Req, reasons: readonly Reason[]): ScarceResource | undefined {
  const { roomed, rooms } = req.pool;
  // More hours help nobody where there is no room at all.
  if (roomed && rooms.length === 0) return undefined;
  for (const { constraint, cause } of reasons) {
    // Nor are they short of hours who may not lead because they learn.
    if (cause === 'learns') return undefined;
    const kind = KINDS.get(constraint);
    const scarce = kind && scarceOf(problem, kind, req.pool, req);
    if (scarce) return scarce;
  }
  return undefined;
}

const KINDS = new Map<string, BottleneckKind>([
  ['facilitator-hours', 'facilitators'],
  ['facilitator-once', 'facilitators'],
  ['room-once', 'rooms'],
  ['room-fits', 'rooms'],
  ['floor', 'floor'],
  ['leader-once', 'managers'],
  ['host-places', 'host'],
  ['load', 'weeks'],
]);

/** The month of a window that lies in one; else the window itself. */
function periodOf(pool: Pool): readonly [Day, Day] {
  const [from, by] = windowOf(pool.reqs);
  const next = monthStart(from, 1);
  return by < next ? [monthStart(from), next - 1] : [from, by];
}

function windowOf(reqs: readonly Req[]): readonly [Day, Day] {
  let [from, by] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const req of reqs) {
    from = Math.min(from, req.from);
    by = Math.max(by, req.by);
  }
  return [from, by];
}

interface StartRequest {
  readonly pool: Pool;
  readonly wish: Wish;
  readonly from: Day;
  readonly by: Day;
}

/** Who wants what of the scarce things, and which sessions take it. */
class Ledger {
  private readonly supplies: Supplies;
  private readonly stretches: Stretches;
  private readonly asked = new Map<string, StartRequest[]>();
  private readonly taken: readonly Session[];
  private readonly problem: Problem;

  constructor(problem: Problem, entries: readonly Entry[], sessions: readonly Session[]) {
    this.problem = problem;
    this.supplies = new Supplies(problem);
    this.stretches = new Stretches(problem);
    this.taken = sessions;
    const kinds = new Map<BottleneckKind, Set<number>>();
    for (const { scarce } of entries) {
      this.asked.set(scarce.key, []);
      const cells = kinds.get(scarce.kind) ?? new Set();
      kinds.set(scarce.kind, cells);
      if (scarce.cell !== undefined) cells.add(scarce.cell);
    }
    for (const [kind, cells] of kinds) for (const pool of problem.pools) this.ask(kind, pool, cells);
  }

  /** Undefined where nobody may go for it at all: then more of it would help nobody. */
  bottleneck({ scarce, from, by, people }: Entry): Bottleneck | undefined {
    const inside = this.asked.get(scarce.key)!.filter((one) => one.from >= from && one.by <= by);
    if (inside.length === 0) return undefined;
    const wishes = inside.map(({ wish }) => wish);
    let wanted = 0;
    for (const wish of wishes) {
      const heads = wish.reqs.reduce((sum, { group }) => sum + group.heads, 0);
      wanted += Math.ceil(heads / wish.seats) * wish.minutes;
    }
    let offered = 0;
    for (const supply of this.suppliesOf(scarce, inside))
      offered += new Offer(supply, wishes).between(from, by);
    offered -= this.takenByOthers(scarce, new Set(inside.map(({ pool }) => pool)), from, by);
    return { kind: scarce.kind, name: scarce.name, from, by, wanted, offered: Math.max(0, offered), people };
  }

  /** Notes what a pool wants of the scarce things of a kind. @param cells whose people are asked about */
  private ask(kind: BottleneckKind, pool: Pool, cells: ReadonlySet<number>): void {
    const parts = new Map<string, { readonly scarce: ScarceResource; readonly reqs: Req[] }>();
    for (const req of scarcePeople(pool, cells)) {
      const scarce = scarceOf(this.problem, kind, pool, req);
      if (!scarce || !this.asked.has(scarce.key)) continue;
      const part = parts.get(scarce.key);
      if (part) part.reqs.push(req);
      else parts.set(scarce.key, { scarce, reqs: scarce.shared ? [...pool.reqs] : [req] });
    }
    for (const [key, { scarce, reqs }] of parts) {
      const seats = scarce.each ? 1 : this.supplies.seatsOf(pool, reqs);
      if (seats < 1) continue;
      const [from, by] = windowOf(reqs);
      const spans = this.stretches.of(reqs);
      const wish = { reqs, minutes: pool.minutes, seats, spans, supplies: [] };
      this.asked.get(key)!.push({ pool, wish, from, by });
    }
  }

  private suppliesOf({ kind }: ScarceResource, asked: readonly StartRequest[]): Supply[] {
    const { supplies } = this;
    const [{ pool, wish }] = asked as [StartRequest];
    const [{ group }] = wish.reqs as [Req];
    switch (kind) {
      case 'facilitators':
        return pool.able.map((one) => supplies.leader(one));
      case 'rooms':
        return pool.rooms.map((room) => supplies.room(room, pool.clock, 1));
      case 'host':
        return [supplies.host(asked.map((one) => one.pool))];
      case 'floor':
        return [supplies.away(group)];
      case 'managers':
        return [supplies.coaching(group)];
      case 'weeks': {
        const groups = new Set(asked.flatMap((one) => one.wish.reqs.map((req) => req.group)));
        return [...groups].map((one) => supplies.week(one));
      }
    }
  }

  /** Minutes that sessions of other pools take in those days. */
  private takenByOthers({ takes }: ScarceResource, own: ReadonlySet<Pool>, from: Day, by: Day): number {
    let minutes = 0;
    for (const session of this.taken) {
      if (own.has(session.pool)) continue;
      const units = takes(session);
      if (units === 0) continue;
      const day = session.pool.clock.day(session.start);
      if (day >= from && day <= by) minutes += units * minutesOf(session);
    }
    return minutes;
  }
}

/** Of what a session has as a whole, one requirement speaks for all. */
function scarcePeople({ reqs }: Pool, cells: ReadonlySet<number>): readonly Req[] {
  return cells.size === 0 ? reqs.slice(0, 1) : reqs.filter(({ group }) => cells.has(group.cell.index));
}
