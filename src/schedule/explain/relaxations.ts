/** What would do: one thing eased at a time (or two), and really tried, for those who found no place. */
import { clock, wallText } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import {
  type AwayLimit,
  awayLimitOf,
  awayText,
  fixedStart,
  isAtMoment,
  mostAway,
  offersOf,
} from '../../model/model.ts';
import { daysText } from '../../workspace/link/values.ts';
import { facilitatorHours } from '../constraints/facilitator-hours.ts';
import { facilitatorOnce } from '../constraints/facilitator-once.ts';
import { floor } from '../constraints/floor.ts';
import { hostPlaces } from '../constraints/host-places.ts';
import { inShift } from '../constraints/in-shift.ts';
import { inWindow } from '../constraints/in-window.ts';
import { SEAT_RULES } from '../constraints/index.ts';
import { language } from '../constraints/language.ts';
import { leaderOnce } from '../constraints/leader-once.ts';
import { load } from '../constraints/load.ts';
import { maxMoves } from '../constraints/max-moves.ts';
import { meetingSlot } from '../constraints/meeting-slot.ts';
import { notClosed } from '../constraints/not-closed.ts';
import { overtimeLimit } from '../constraints/overtime-limit.ts';
import { gather } from '../construct/assign-resources.ts';
import { readyOn } from '../construct/earliest-day.ts';
import type { Inserter, Unit } from '../construct/insert.ts';
import type { FacilitatorInfo, Req } from '../problem/problem.ts';
import { runFrom, type StartTable } from '../problem/start-table.ts';
import { startsIn } from '../problem/start-tables.ts';
import { Draft } from '../solution/draft.ts';
import { wholeHeads } from '../solution/seats.ts';
import type { State } from '../solution/state.ts';
import type { HoursCause, Reason, Relaxation } from '../types.ts';
import type { Ease } from './ease.ts';
import { both } from './ease-both.ts';
import { furtherMeeting, moreSeats, openRooms } from './ease-places.ts';
import { beyond, longerDay } from './leaders.ts';
import { languagesIn } from './reasons.ts';

/** How many days a window is stretched for a try. */
const STRETCH = 28;
/** Changes that are tried two at a time. */
const FEW_EASES = 8;

/** What a change costs a firm: nothing, hours of somebody, hours of customers, another room, another person. */
const PRICES: readonly (readonly string[])[] = [
  [floor.id, load.id, overtimeLimit.id],
  [facilitatorHours.id],
  [notClosed.id],
  [meetingSlot.id],
  [leaderOnce.id, hostPlaces.id],
  ['room-once', 'room-fits'],
  [facilitatorOnce.id, language.id],
];

/** Starts that may still be looked at. */
export interface Looks {
  left: number;
}

/** Changes with which the unit would have a place, cheapest first, each found by trying; two at once only where no single one does. */
export function relaxationsFor(
  inserter: Inserter,
  unit: Unit,
  reasons: readonly Reason[],
  looks: Looks = { left: Number.POSITIVE_INFINITY },
): Relaxation[] {
  const { state } = inserter;
  // What would do is another limit: that is told by whoever set it.
  if (reasons.some(({ constraint }) => constraint === maxMoves.id)) return [];
  const found: { readonly price: number; readonly relaxation: Relaxation }[] = [];
  const vain: Ease[] = [];
  for (const reason of reasons) {
    const price = PRICES.findIndex((ids) => ids.includes(reason.constraint));
    for (const ease of easesOf(state, unit, reason)) {
      const start = firstStart(inserter, unit, ease, looks);
      if (start === undefined) {
        vain.push(ease);
        continue;
      }
      found.push({ price, relaxation: relaxation(unit, ease, start) });
      break;
    }
    const joined = reason.constraint === meetingSlot.id && moreSeats(state, unit, wantedOf(unit));
    if (joined) {
      found.push({
        price,
        relaxation: { change: joined.change, start: wallText(unit.req.pool.clock.wall(joined.start)) },
      });
    }
  }
  if (found.length > 0) return found.sort((a, b) => a.price - b.price).map((one) => one.relaxation);
  const window = longerWindow(state, unit);
  const later = window && firstStart(inserter, unit, window, looks);
  if (window && later !== undefined) return [relaxation(unit, window, later)];
  return twoTogether(inserter, unit, window ? [...vain, window] : vain, looks);
}

/** Two changes at once, where none does alone: the first pair that does. */
function twoTogether(inserter: Inserter, unit: Unit, eases: readonly Ease[], looks: Looks): Relaxation[] {
  const few = eases.slice(0, FEW_EASES);
  for (const [i, a] of few.entries()) {
    for (const b of few.slice(i + 1)) {
      const pair = both(unit.req, a, b);
      const start = pair && firstStart(inserter, unit, pair, looks);
      if (pair && start !== undefined) return [relaxation(unit, pair, start)];
    }
  }
  return [];
}

/** The last member who would be seated with the first. */
function wantedOf({ req, first, last }: Unit): number {
  return Math.min(last, first + wholeHeads(req) - 1);
}

function relaxation({ req }: Unit, { change }: Ease, start: number): Relaxation {
  return {
    change: typeof change === 'string' ? change : change(start),
    start: wallText(req.pool.clock.wall(start)),
  };
}

function easesOf(state: State, unit: Unit, { constraint, cause }: Reason): Ease[] {
  const { req } = unit;
  const { model } = state.problem;
  const { module, able } = req.pool;
  const department = model.departments.get(req.group.cell.department)!;
  switch (constraint) {
    case floor.id:
      return shares(state, req);
    case facilitatorHours.id:
      if (cause === 'away' || cause === 'off-duty') return able.map((leader) => atWork(req, leader, cause));
      return able.map((leader) => ({
        req,
        leader,
        change: `${hours(req.pool.minutes)} more for ${leader.facilitator.name} in that week`,
      }));
    case facilitatorOnce.id:
      return [{ req, skip: [constraint], change: 'one more person who can lead it' }];
    case overtimeLimit.id: {
      const { overtimeMinutesPerWeek: most } = model.policy;
      return [{ req, skip: [constraint], change: `a higher overtimeMinutesPerWeek than ${most}` }];
    }
    case language.id: {
      const inIt = `one more person who can lead it in ${languagesIn(model, req)}`;
      return cause === 'not-held' ? [] : [{ req, skip: [facilitatorOnce.id], change: inIt }];
    }
    case inShift.id:
      return otherStart(state, req);
    case 'room-once':
    case 'room-fits':
      // Where the rooms that it names are, these people do not come.
      if (module.room.rooms && req.pool.rooms.length === 0) return [];
      return [{ req, anyRoom: true, change: `one more room with ${wholeOf(req)} seats` }];
    case leaderOnce.id:
      return [{ req, skip: [constraint], change: `a second leader of ${department.name} on that shift` }];
    case hostPlaces.id:
      if (cause === 'away') return [];
      return [{ req, skip: [constraint], change: 'one more place at the host' }];
    case load.id:
      return [{ req, skip: [constraint], change: `a higher minutesPerWeek than ${req.group.perWeek}` }];
    case notClosed.id:
      return [
        ...openRooms(state, req, wantedOf(unit) - unit.first + 1),
        ...openBusy(
          state,
          req,
          `busy times of ${department.name} that allow ${module.minutes + 2 * req.way} minutes`,
        ),
      ];
    case meetingSlot.id:
      return furtherMeeting(state, req);
    default:
      return [];
  }
}

/** Their day longer, or a day less away. */
function atWork(req: Req, leader: FacilitatorInfo, cause: HoursCause): Ease {
  const { minutes } = req.pool;
  const change =
    cause === 'away'
      ? `${leader.facilitator.name} not away then`
      : (start: number) => longerDay(leader, start, start + minutes);
  return { req, leader, anyTime: true, change };
}

/** The share that lets one or two more go, in whole per cent. */
function shares(state: State, req: Req): Ease[] {
  const { model } = state.problem;
  const { cell } = req.group;
  if (req.floor >= cell.heads) return [];
  const department = model.departments.get(cell.department)!;
  const now = awayLimitOf(model, req.pool.module, cell);
  return [1, 2].flatMap((more) => {
    const heads = req.floor + more;
    const share = Math.ceil((100 * heads) / cell.heads);
    if (heads > cell.heads || share > 100) return [];
    const { maxAway, minOnShift, name } = req.pool.module;
    const stays = fewerStay(now, cell.heads, heads);
    const then: AwayLimit = 'people' in now ? { people: heads } : { share: share / 100 };
    const isShort = mostAway({ ...now, stay: 0 }, cell.heads) < heads;
    const changes = [
      ...(stays
        ? [
            `\`minOnShift\` ${stays.stay} instead of ${now.stay} (${minOnShift === undefined ? department.name : name})`,
          ]
        : []),
      ...(isShort
        ? [
            `\`maxAway\` ${awayText(then)} instead of ${awayText(now)} (${maxAway === undefined ? department.name : name})`,
          ]
        : []),
    ];
    const limit = {
      ...(isShort ? then : now),
      ...(stays ?? (now.stay === undefined ? {} : { stay: now.stay })),
    };
    return [{ req: { ...req, floor: heads, limit }, change: changes.join(' and ') }];
  });
}

/** Where so many must stay that as many as wanted cannot go: how many could. */
function fewerStay({ stay }: AwayLimit, all: number, wanted: number): { readonly stay: number } | undefined {
  return stay !== undefined && all - stay < wanted ? { stay: all - wanted } : undefined;
}

function openBusy({ problem }: State, req: Req, change: string): Ease[] {
  const { pool, group, trip, way } = req;
  if (pool.huddle || isAtMoment(pool.module, pool.occurrence) || pool.host >= 0) return [];
  const open = problem.opens.open(group.group.post, pool.module, true, undefined, trip);
  const { clock, minutes, step, module } = pool;
  const { days, hours } = module;
  const timing = { clock, minutes, step, days, hours, at: fixedStart(module), offers: offersOf(module) };
  const table = startsIn(problem.opens, group.group.post, module, open, timing, way);
  return [{ req: { ...req, tables: [table] }, change }];
}

/** At another time of the day than the one that is fixed. */
function otherStart({ problem }: State, req: Req): Ease[] {
  const { pool, group, trip, way } = req;
  const { module, clock: zone, minutes, step } = pool;
  const at = fixedStart(module);
  if (at === undefined || pool.huddle || pool.host >= 0) return [];
  const open = problem.opens.open(group.group.post, module, group.joiner, undefined, trip);
  const { days, hours } = module;
  const timing = { clock: zone, minutes, step, days, hours, at: undefined };
  const table = startsIn(problem.opens, group.group.post, module, open, timing, way);
  return [{ req: { ...req, tables: [table] }, change: `another start than ${clock(at)} for these people` }];
}

/** Of what is held on a day of its own: another one on which these people work. */
function otherDay({ problem }: State, { group, pool }: Req): string {
  if (offersOf(pool.module)) return 'another date for these people';
  if (pool.module.when.kind !== 'date' && pool.module.when.kind !== 'observance') return 'a longer window';
  const { department, shift } = group.group.post;
  const { name, shifts } = problem.model.departments.get(department)!;
  const mask = shifts.get(shift)!.times.reduce((all, { days }) => all | days, 0);
  const which = shifts.size > 1 ? `${name} ${shift}` : name;
  return `another day for these people (${which} works ${daysText(mask)})`;
}

function longerWindow(state: State, { req }: Unit): Ease | undefined {
  const { starts, ends } = state.problem.model.programme;
  const { stay } = req.group.group;
  const from = Math.max(starts, stay.from, req.from - STRETCH);
  const by = Math.min(ends, stay.until, req.by + STRETCH);
  if (from === req.from && by === req.by) return undefined;
  return {
    req: { ...req, from, by, opens: Math.max(from, state.problem.noticed) },
    skip: [inWindow.id],
    near: { from: req.from, by: req.by },
    change: otherDay(state, req),
  };
}

/**
 * The first start at which the people could be seated with what is eased (of a leader who may be asked to
 * work longer: the one nearest to their hours); undefined when there is none.
 */
function firstStart(inserter: Inserter, unit: Unit, ease: Ease, looks: Looks): number | undefined {
  const { state } = inserter;
  const { req, anyTime, leader, near } = ease;
  const { pool } = req;
  const draft = new Draft(state);
  const want = wantedOf(unit);
  const from = Math.max(req.opens, readyOn(state, unit));
  if (from > req.by) return undefined;
  let found: number | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const table of req.tables) {
    const meeting = table.meeting < 0 ? -1 : pool.meetings + table.meeting;
    const end = runFrom(table, req.by + 1);
    days: for (const run of runsBetween(table, runFrom(table, from), end, near)) {
      for (let start = table.from[run]!; start <= table.to[run]!; start += table.step) {
        if (least === 0 && start >= found!) break days;
        if (looks.left-- <= 0) return found;
        const cost = anyTime && leader ? beyond(leader, start, start + pool.minutes) : 0;
        if (cost >= least && (cost > 0 || start >= found!)) continue;
        draft.begin(pool, start, meeting);
        if (seated(draft, ease, unit.first, want) < want) continue;
        // A colleague who learns cannot lead at the same time.
        draft.count(req, want - unit.first + 1);
        if (!roomFor(inserter, draft, ease) || !ledBy(inserter, draft, ease)) continue;
        [found, least] = [start, cost];
        if (near) return found;
      }
    }
  }
  return found;
}

/** Runs in their order, or by how far their day is from some days. */
function runsBetween({ day }: StartTable, from: number, end: number, near: Ease['near']): number[] {
  const runs = Array.from({ length: Math.max(0, end - from) }, (_, i) => from + i);
  if (!near) return runs;
  const away = (run: number): number => Math.max(near.from - day[run]!, day[run]! - near.by, 0);
  return runs.sort((a, b) => away(a) - away(b) || a - b);
}

function seated(draft: Draft, { req, skip }: Ease, first: number, want: number): number {
  let last = want;
  for (const rule of SEAT_RULES) {
    if (skip?.includes(rule.id)) continue;
    last = rule.seat!(draft, req, first, last);
    if (last < first) return last;
  }
  return last;
}

function roomFor(inserter: Inserter, draft: Draft, { anyRoom }: Ease): boolean {
  return anyRoom === true || inserter.capacity(draft) >= draft.heads;
}

function ledBy(inserter: Inserter, draft: Draft, { leader, skip, anyTime = false }: Ease): boolean {
  const { pool } = draft;
  if (!pool.led) return true;
  const { able, leaders } = pool;
  // Whoever leads it with them is found as for any session: somebody with a language in common, of another role if need be.
  if (skip?.includes(facilitatorOnce.id)) return leaders === 1 || gather(draft, able, leaders - 1);
  if (!leader) return inserter.findLeader(draft);
  const can =
    (anyTime || contains(leader.works, draft.start, draft.end)) &&
    language.lead!(draft, leader) &&
    facilitatorOnce.lead!(draft, leader);
  if (!can || leaders === 1) return can;
  const others = able.filter((one) => one !== leader);
  return others.some((_, first) => gather(draft, others.slice(first), leaders, leader));
}

function wholeOf(req: Req): number {
  return Math.max(1, Math.min(req.group.heads, req.pool.seats, req.floor));
}

function hours(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
