/** Things that can be short, by kind: which of them a requirement wants, their name, and what a session takes. */

import type { BottleneckKind } from '../../model/made/plan.ts';
import { type Facilitator, type Model, ONLINE } from '../../model/model.ts';
import { membersOf } from '../problem/crews.ts';
import type { Cell, Pool, Problem, Req } from '../problem/problem.ts';
import type { Session } from '../solution/state.ts';

export interface ScarceResource {
  readonly kind: BottleneckKind;
  readonly key: string;
  /** Index of the cell whose people, floor or managers it is. */
  readonly cell?: number;
  /** In words: `outside trainers`, `Learning lab`, `Finance`. */
  readonly name: string;
  /** All of a pool's people share a session's minutes (trainers, rooms). */
  readonly shared: boolean;
  /** Each person takes minutes of their own. */
  readonly each: boolean;
  /** How many times its minutes a session takes. */
  readonly takes: (session: Session) => number;
}

/** What of a kind a requirement wants; undefined when it wants nothing of it. */
export function scarceOf(
  problem: Problem,
  kind: BottleneckKind,
  pool: Pool,
  req: Req,
): ScarceResource | undefined {
  const { model } = problem;
  const { cell } = req.group;
  switch (kind) {
    case 'facilitators': {
      if (!pool.led || pool.able.length === 0) return undefined;
      const able = new Set(pool.able.map(({ index }) => index));
      const takes = ({ facilitator }: Session) =>
        facilitator && membersOf(facilitator).some(({ index }) => able.has(index)) ? 1 : 0;
      const key = numbers(kind, pool.able);
      return { kind, key, name: leadersName(model, pool), shared: true, each: false, takes };
    }
    case 'rooms': {
      if (!pool.roomed || pool.rooms.length === 0) return undefined;
      const rooms = new Set(pool.rooms);
      const takes = ({ room }: Session) => (room && rooms.has(room) ? 1 : 0);
      return {
        kind,
        key: numbers(kind, pool.rooms),
        name: roomsName(model, pool),
        shared: true,
        each: false,
        takes,
      };
    }
    case 'host': {
      if (pool.host < 0) return undefined;
      const takes = (session: Session) => (session.pool.host === pool.host ? session.heads : 0);
      const name = model.departments.get(pool.module.host!.department)!.name;
      return { kind, key: `${kind} ${pool.host}`, name, shared: true, each: true, takes };
    }
    default: {
      if (
        pool.huddle ||
        (kind === 'floor' && (req.floor === Number.POSITIVE_INFINITY || pool.overtime)) ||
        (kind === 'managers' && !pool.line)
      )
        return undefined;
      const key = `${kind} ${cell.index}`;
      const takes = (session: Session) => takenOf(kind, cell, session);
      return {
        kind,
        key,
        cell: cell.index,
        name: cellName(model, cell),
        shared: false,
        each: kind !== 'managers',
        takes,
      };
    }
  }
}

/** People of a cell in a session; of its managers one, where one leads. */
function takenOf(kind: BottleneckKind, cell: Cell, { pool, seats }: Session): number {
  if (pool.huddle || (kind === 'managers' && !pool.line)) return 0;
  let people = 0;
  for (const { req, first, last } of seats) {
    if (req.group.cell !== cell || (kind === 'floor' && req.floor === Number.POSITIVE_INFINITY)) continue;
    people += last - first + 1;
  }
  return kind === 'managers' ? Math.min(1, people) : people;
}

function numbers(kind: BottleneckKind, things: readonly { readonly index: number }[]): string {
  return `${kind} ${things.map(({ index }) => index).join(',')}`;
}

const PLURALS: Readonly<Record<Facilitator['kind'], string>> = {
  trainer: 'trainers',
  champion: 'champions',
  external: 'outside trainers',
};

/** `Amira`, `Amira and Ben`, `outside trainers`, `champions who come to Leeds`. */
function leadersName(model: Model, { able, module, site }: Pool): string {
  const names = able.map(({ facilitator }) => facilitator.name);
  const [{ facilitator }] = able as [(typeof able)[number]];
  const ofKind = [...model.facilitators.values()].filter(({ kind }) => kind === facilitator.kind);
  if (ofKind.length > 1 && ofKind.length === able.length) return PLURALS[facilitator.kind];
  if (names.length <= 3) return listed(names);
  const where = site === ONLINE ? 'who lead online' : `who come to ${model.sites.get(site)!.name}`;
  const teachers = ofKind.filter(({ teaches }) => teaches?.has(module.id) || teaches?.has(module.skill));
  return teachers.length === able.length
    ? `${PLURALS[facilitator.kind]} who teach ${module.name}`
    : `${PLURALS[facilitator.kind]} ${where}`;
}

function roomsName(model: Model, { rooms, site }: Pool): string {
  const names = rooms.map(({ room }) => room.name);
  if (names.length <= 2) return listed(names);
  return site === ONLINE ? 'online rooms' : `rooms at ${model.sites.get(site)!.name}`;
}

/** `Finance`; with shift and site where a department has several. */
function cellName(model: Model, { department, site, shift }: Cell): string {
  const { name, shifts, roles } = model.departments.get(department)!;
  const sites = new Set(roles.flatMap((role) => [...model.roles.get(role)!.heads.keys()]));
  const parts = [name];
  if (shifts.size > 1) parts.push(`${shift} shift`);
  if (sites.size > 1) parts.push(model.sites.get(site)!.name);
  return parts.join(', ');
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
}
