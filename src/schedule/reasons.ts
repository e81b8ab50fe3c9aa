/**
 * Why somebody found no place: of the starts that their shift and the module leave in the window, how many
 * each constraint takes away, and what is tightest. A start can be taken away by several.
 */
import { type Day, MINUTES_A_DAY } from '../calendar/date.ts';
import { facilitatorAble } from './constraints/facilitator-able.ts';
import { facilitatorHours } from './constraints/facilitator-hours.ts';
import { CONSTRAINTS, LEAD_RULES, ROOM_RULES, SEAT_RULES } from './constraints/index.ts';
import { Draft } from './draft.ts';
import { isHeld } from './huddles.ts';
import type { Unit } from './insert.ts';
import { causeOf, leaderText } from './leading.ts';
import { doneAt } from './links.ts';
import type { FacilitatorInfo, Problem, Req } from './problem.ts';
import { runFrom, tableOf } from './starts.ts';
import type { State } from './state.ts';
import type { HoursCause, Reason } from './types.ts';

/** A start that is judged; `meeting` is the resource of a meeting, −1 for anything but huddles. */
interface Candidate {
  readonly start: number;
  readonly meeting: number;
}

/** Exclusion counts for the first member of a unit, most first. Never empty. */
export function reasonsFor(state: State, unit: Unit): Reason[] {
  const { req } = unit;
  const { module } = req.pool;
  const wanted = candidates(state.problem, req, 'shift');
  if (wanted.length === 0) {
    const any = candidates(state.problem, req, 'any').length;
    if (req.pool.huddle) return [only('meeting-slot', any, departmentOf(state, req))];
    return [only(any > 0 ? 'in-shift' : 'in-window', any)];
  }
  if (module.sites !== undefined && !module.sites.has(req.pool.site))
    return [only('in-window', wanted.length)];
  const { reasons } = countsOf(state, unit, wanted);
  // Each start is fine alone, only not for all of them at once: the floor or the seats bind.
  return reasons.length > 0 ? reasons : [only('floor', wanted.length, departmentOf(state, req))];
}

/** The same counts for somebody who may well find a place: with how many starts there are, and how many none excludes. */
export function countedReasons(state: State, unit: Unit): { of: number; free: number; reasons: Reason[] } {
  const wanted = candidates(state.problem, unit.req, 'shift');
  return { of: wanted.length, ...countsOf(state, unit, wanted) };
}

function countsOf(
  state: State,
  unit: Unit,
  wanted: readonly Candidate[],
): { free: number; reasons: Reason[] } {
  const { req } = unit;
  const counts = new Counts();
  let free = 0;
  const draft = new Draft(state);
  for (const { start, meeting } of wanted) {
    draft.begin(req.pool, start, meeting);
    const before = counts.total;
    for (const rule of SEAT_RULES) {
      if (rule.seat!(draft, req, unit.first, unit.first) < unit.first) counts.add(rule.id);
    }
    countLeaders(draft, counts);
    countRooms(draft, counts);
    if (counts.total === before) free++;
  }
  return { free, reasons: counts.reasons(wanted.length, (id) => detailOf(state, unit, id)) };
}

function only(constraint: string, excluded: number, detail?: string): Reason {
  const reason = { constraint, excluded, of: excluded };
  return detail === undefined ? reason : { ...reason, detail };
}

/** Who or what refused, how often, and (of hours) why. */
interface Named {
  readonly name: string;
  readonly one?: FacilitatorInfo;
  cause: HoursCause | undefined;
  times: number;
}

/** Counts by constraint, and for facilitators and rooms by name. */
class Counts {
  /** Exclusions in all: what has not grown has excluded nothing. */
  total = 0;
  private readonly byRule = new Map<string, number>();
  private readonly byName = new Map<string, Map<string, Named>>();

  add(rule: string): void {
    this.total++;
    this.byRule.set(rule, (this.byRule.get(rule) ?? 0) + 1);
  }

  name(rule: string, name: string): void {
    const names = this.namesOf(rule);
    const named = names.get(name);
    if (named) named.times++;
    else names.set(name, { name, cause: undefined, times: 1 });
  }

  /**
   * Of what keeps a facilitator, what they could do most easily: hours used up, then away, then times at which
   * they are not at work, which are many.
   */
  leader(rule: string, one: FacilitatorInfo, { start, end }: Draft): void {
    const names = this.namesOf(rule);
    const { id, name } = one.facilitator;
    let named = names.get(id);
    if (!named) {
      named = { name, one, cause: undefined, times: 0 };
      names.set(id, named);
    }
    named.times++;
    if (rule !== facilitatorHours.id || named.cause === 'used-up') return;
    const cause = causeOf(one, start, end);
    if (named.cause === undefined || cause !== 'off-duty') {
      if (named.cause !== 'away' || cause === 'used-up') named.cause = cause;
    }
  }

  private namesOf(rule: string): Map<string, Named> {
    let names = this.byName.get(rule);
    if (!names) {
      names = new Map();
      this.byName.set(rule, names);
    }
    return names;
  }

  /** Most excluded first; equal ones in the order of the constraints. */
  reasons(of: number, detail: (rule: string) => string | undefined): Reason[] {
    const found = CONSTRAINTS.filter(({ id }) => this.byRule.has(id)).map(({ id }) => {
      const tightest = this.tightest(id);
      const named = (tightest && wordsOf(tightest)) ?? detail(id);
      const reason = { constraint: id, excluded: this.byRule.get(id)!, of };
      if (named === undefined) return reason;
      return { ...reason, detail: named, ...(tightest?.cause && { cause: tightest.cause }) };
    });
    return found.sort((a, b) => b.excluded - a.excluded);
  }

  private tightest(rule: string): Named | undefined {
    const names = [...(this.byName.get(rule) ?? [])];
    return names.sort(([a, n], [b, m]) => m.times - n.times || (a < b ? -1 : 1))[0]?.[1];
  }
}

function wordsOf({ name, one, cause }: Named): string {
  return one ? leaderText(one, cause) : name;
}

/** When nobody can lead: what keeps those who could. */
function countLeaders(draft: Draft, counts: Counts): void {
  const { pool } = draft;
  if (!pool.led) return;
  if (pool.able.length === 0) counts.add(facilitatorAble.id);
  const failed = new Set<string>();
  for (const one of pool.able) {
    const rule = LEAD_RULES.find(({ lead }) => !lead!(draft, one));
    if (!rule) return;
    failed.add(rule.id);
    counts.leader(rule.id, one, draft);
  }
  for (const id of failed) counts.add(id);
}

function countRooms(draft: Draft, counts: Counts): void {
  const { pool } = draft;
  if (!pool.roomed) return;
  if (pool.rooms.length === 0) counts.add('room-fits');
  const failed = new Set<string>();
  for (const room of pool.rooms) {
    const rule = ROOM_RULES.find((one) => !one.room!(draft, room));
    if (!rule) return;
    failed.add(rule.id);
    counts.name(rule.id, room.room.name);
  }
  for (const id of failed) counts.add(id);
}

function detailOf(state: State, { req, first }: Unit, rule: string): string | undefined {
  const { model } = state.problem;
  switch (rule) {
    case 'floor':
    case 'not-closed':
    case 'meeting-slot':
      return departmentOf(state, req);
    case 'host-places':
      return model.departments.get(req.pool.module.host?.department ?? '')?.name;
    case 'prerequisite': {
      const after = req.pool.module.after.find(
        ({ module }) => doneAt(state, req.group, first, module) > (req.by - 1) * MINUTES_A_DAY,
      );
      return after && model.modules.get(after.module)?.name;
    }
    default:
      return undefined;
  }
}

function departmentOf({ problem }: State, { group }: Req): string | undefined {
  return problem.model.departments.get(group.cell.department)?.name;
}

/** Starts in the window that the module and the shift (or, for `any`, the module alone) leave. */
function candidates(problem: Problem, req: Req, of: 'shift' | 'any'): Candidate[] {
  const { pool, group } = req;
  const from = Math.max(req.from, problem.past + 1);
  if (pool.huddle) return meetingStarts(problem, req, from, of);
  const { clock, minutes, step, module } = pool;
  const all = [clock.utc(from * MINUTES_A_DAY), clock.utc((req.by + 2) * MINUTES_A_DAY)];
  const open = of === 'any' ? all : problem.opens.rostered(group.group.post);
  const { days, hours } = module;
  const table = tableOf(open, { clock, minutes, step, days, hours });
  const out: Candidate[] = [];
  for (let run = runFrom(table, from); run < runFrom(table, req.by + 1); run++) {
    for (let start = table.from[run]!; start <= table.to[run]!; start += step)
      out.push({ start, meeting: -1 });
  }
  return out;
}

/** Starts inside the meetings that the group attends (`any`: that its department holds). */
function meetingStarts(problem: Problem, req: Req, from: Day, of: 'shift' | 'any'): Candidate[] {
  const { pool, group } = req;
  const { post } = group.group;
  const out: Candidate[] = [];
  problem.model.departments.get(post.department)!.meetings.forEach((meeting, index) => {
    const attends = (meeting.shifts?.has(post.shift) ?? true) && (meeting.sites?.has(post.site) ?? true);
    for (let day = from; day <= req.by; day++) {
      if (!isHeld(meeting, day)) continue;
      const begins = pool.clock.utc(day * MINUTES_A_DAY + meeting.at);
      const ends = begins + meeting.minutes;
      if (of === 'shift' && !(attends && problem.opens.isRostered(post, begins, ends))) continue;
      for (let start = begins; start + pool.minutes <= ends; start += pool.step) {
        out.push({ start, meeting: pool.meetings + index });
      }
    }
  });
  return out;
}
