/**
 * Why somebody found no place: of the starts that their shift and the module leave in the window, how many
 * each constraint takes away, and what is tightest. A start can be taken away by several.
 */
import { type Day, MINUTES_A_DAY } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import { linesOf } from '../../model/line.ts';
import {
  fixedStart,
  type Id,
  inCommon,
  isAtMoment,
  languagesOf,
  languagesText,
  type Model,
  type Module,
  offersOf,
} from '../../model/model.ts';
import { attends, isHeld } from '../../model/working-time/meetings.ts';
import { facilitatorAble } from '../constraints/facilitator-able.ts';
import { LEAD_RULES, ROOM_RULES, SEAT_RULES } from '../constraints/index.ts';
import { language } from '../constraints/language.ts';
import { nightRest } from '../constraints/night-rest.ts';
import { notClosed } from '../constraints/not-closed.ts';
import { doneAt, needsOf } from '../constraints/precedence.ts';
import type { Unit } from '../construct/insert.ts';
import { huddleTables } from '../problem/huddles.ts';
import type { FacilitatorInfo, Problem, Req } from '../problem/problem.ts';
import { runFrom, type StartTable, tableOf } from '../problem/start-table.ts';
import { startsIn } from '../problem/start-tables.ts';
import { Draft } from '../solution/draft.ts';
import type { State } from '../solution/state.ts';
import type { Reason } from '../types.ts';
import { Counts } from './counts.ts';

/** A start that is judged; `meeting` is the resource of a meeting, −1 for anything but huddles. */
interface Candidate {
  readonly start: number;
  readonly meeting: number;
}

/** Exclusion counts for the first member of a unit, most first; none only where a start was left over. */
export function reasonsFor(state: State, unit: Unit): Reason[] {
  const { req } = unit;
  const { module } = req.pool;
  const wanted = candidates(state.problem, req, 'shift');
  // Another shift or meeting would help nobody who does not work where it is held.
  if (module.sites !== undefined && !module.sites.has(req.pool.site)) {
    const starts = wanted.length > 0 ? wanted.length : candidates(state.problem, apart(req), 'any').length;
    return [{ ...only('in-window', starts, sitesText(state, module.sites)), cause: 'other-site' }];
  }
  if (wanted.length === 0) return [noStart(state, req)];
  return countsOf(state, unit, wanted).reasons;
}

/** What leaves no start at all: the window with the module's own days and hours, else the shift, else the meetings. */
function noStart(state: State, req: Req): Reason {
  const any = candidates(state.problem, apart(req), 'any').length;
  if (any === 0) return only('in-window', 0);
  if (!req.pool.huddle || candidates(state.problem, apart(req), 'shift').length === 0)
    return only('in-shift', any);
  return noMeeting(state, req);
}

/** As if it needed no meeting. */
function apart(req: Req): Req {
  return { ...req, pool: { ...req.pool, huddle: false } };
}

/** Of a huddle without a start: its people have meetings, but not on the module's own days or at its hours; or they have none. */
function noMeeting(state: State, req: Req): Reason {
  const attended = startsInMeetings(state.problem, req, 'shift');
  if (attended > 0) return only('in-window', attended);
  return only('meeting-slot', startsInMeetings(state.problem, req, 'any'), departmentOf(state, req));
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
    const failed = new Set<string>();
    for (const rule of SEAT_RULES) {
      if (rule.seat!(draft, req, unit.first, unit.first) < unit.first) failed.add(rule.id);
    }
    if (failed.has(notClosed.id) && req.pool.host >= 0) tellHost(state, req, draft, counts, failed);
    if (failed.has(notClosed.id)) tellRest(unit, draft, failed);
    if (failed.has(notClosed.id)) counts.name(notClosed.id, closedName(state, req, draft));
    if (failed.has(language.id))
      counts.name(language.id, languagesText(req.pool.module.languages!), 'not-held');
    // Whoever learns cannot lead.
    draft.count(req, 1);
    countLeaders(state, req, draft, counts, failed);
    countRooms(draft, counts, failed);
    for (const id of failed) counts.add(id);
    if (failed.size === 0) free++;
  }
  return { free, reasons: counts.reasons(wanted.length, (id) => detailOf(state, unit, id)) };
}

/** The tables of starts know what is closed for guests and what for their host as one; whoever asks wants them apart. */
function tellHost(
  { problem }: State,
  { group, pool, trip }: Req,
  { start, end }: Draft,
  counts: Counts,
  failed: Set<string>,
): void {
  if (!problem.hosted(pool).some((spans) => contains(spans, start, end))) {
    failed.add('host-places');
    counts.name('host-places', problem.model.departments.get(pool.module.host!.department)!.name, 'away');
  }
  const moment = isAtMoment(pool.module, pool.occurrence);
  const own = problem.opens.open(group.group.post, pool.module, moment, undefined, trip);
  if (contains(own, start, end)) failed.delete(notClosed.id);
}

/** They know the rest after a night as well. */
function tellRest({ req, first }: Unit, draft: Draft, failed: Set<string>): void {
  if (nightRest.seat!(draft, req, first, first) >= first) return;
  failed.add(nightRest.id);
  const { opens } = draft.state.problem;
  const { module, occurrence } = req.pool;
  const awake = opens.open(req.group.group.post, module, isAtMoment(module, occurrence), false, req.trip);
  if (contains(awake, draft.start, draft.end)) failed.delete(notClosed.id);
}

function only(constraint: string, excluded: number, detail?: string): Reason {
  const reason = { constraint, excluded, of: excluded };
  return detail === undefined ? reason : { ...reason, detail };
}

/** When nobody can lead: what keeps those who could. @param failed constraints that refuse the start, added to */
function countLeaders(state: State, req: Req, draft: Draft, counts: Counts, failed: Set<string>): void {
  const { pool } = draft;
  if (!pool.led) return;
  if (pool.able.length < pool.leaders) {
    failed.add(facilitatorAble.id);
    return;
  }
  const { crews } = draft.state.problem;
  const free: FacilitatorInfo[] = [];
  const kept: { readonly one: FacilitatorInfo; readonly rule: string }[] = [];
  for (const one of pool.able) {
    const rule = LEAD_RULES.find(({ lead }) => !lead!(draft, one))?.id;
    if (rule === undefined) free.push(one);
    else kept.push({ one, rule });
    // Two of one role are two: whoever is free counts when the next is asked.
    if (pool.leaders > 1) draft.facilitator = crews.of(free);
    if (free.length === pool.leaders) break;
  }
  draft.facilitator = undefined;
  if (free.length === pool.leaders) return;
  const notHeld = failed.has(language.id);
  for (const { one, rule } of kept) {
    failed.add(rule);
    if (rule !== language.id) counts.leader(rule, one, draft);
  }
  if (failed.has(language.id) && !notHeld) counts.name(language.id, languagesIn(state.problem.model, req));
}

/** `Dutch`: in which it could be held for a group. */
export function languagesIn(model: Model, { group, pool }: Req): string {
  return languagesText(inCommon([pool.module.languages, languagesOf(model, group.group.post)]) ?? []);
}

/** When no room is free: what keeps them; where the people's own site is closed, rooms are not named for it. */
function countRooms(draft: Draft, counts: Counts, failed: Set<string>): void {
  const { pool } = draft;
  if (!pool.roomed) return;
  if (pool.rooms.length === 0) {
    failed.add('room-fits');
    const named = namedRooms(draft.state, pool.module);
    if (named !== undefined) counts.name('room-fits', named, 'other-site');
  }
  const kept: { readonly name: string; readonly rule: string }[] = [];
  for (const info of pool.rooms) {
    const rule = ROOM_RULES.find(({ room }) => !room!(draft, info))?.id;
    if (rule === undefined) return;
    if (!failed.has(rule)) kept.push({ name: info.room.name, rule });
  }
  for (const { name, rule } of kept) {
    failed.add(rule);
    counts.name(rule, name);
  }
}

/** `Leeds, York` */
function sitesText({ problem }: State, sites: Iterable<Id>): string {
  const { model } = problem;
  return [...sites]
    .sort()
    .map((id) => model.sites.get(id)?.name ?? id)
    .join(', ');
}

/** `Town hall (Leeds)`; undefined where the module names no room. */
function namedRooms(state: State, { room: { rooms } }: Module): string | undefined {
  if (!rooms) return undefined;
  const known = [...rooms].sort().flatMap((id) => state.problem.model.rooms.get(id) ?? []);
  return known.map(({ name, site }) => `${name} (${sitesText(state, [site])})`).join(' or ');
}

/** The site where it is closed, else the department, which is busy. */
function closedName({ problem }: State, { group, pool, trip, way }: Req, { start, end }: Draft): string {
  const { post } = group.group;
  const { opens, model } = problem;
  const open = opens.open(post, pool.module, true, undefined, trip);
  if (contains(open, start, end)) return model.departments.get(post.department)!.name;
  // Their own site may be open all the way there and back.
  const home = opens.open(post, pool.module, true, undefined, trip && { site: post.site, minutes: way });
  return model.sites.get((contains(home, start, end) ? trip?.site : undefined) ?? post.site)!.name;
}

function detailOf(state: State, { req, first }: Unit, rule: string): string | undefined {
  const { model } = state.problem;
  switch (rule) {
    case 'floor':
    case 'meeting-slot':
      return departmentOf(state, req);
    case 'leader-once':
      return req.group.cell.managed && managersOf(state, req);
    case 'host-places':
      return model.departments.get(req.pool.module.host?.department ?? '')?.name;
    case 'prerequisite': {
      const late = needsOf(req).find(({ reqs }) => doneAt(state, reqs, first) > (req.by - 1) * MINUTES_A_DAY);
      return late?.reqs[0]?.pool.module.name;
    }
    default:
      return undefined;
  }
}

/** Of a shift without a manager of its own: `the managers of Ward on the day shift`. */
function managersOf({ problem: { model } }: State, { group }: Req): string {
  const { department, site, shift } = linesOf(model)(group.group.post);
  const where = site === group.cell.site ? '' : ` in ${model.sites.get(site)!.name}`;
  return `the managers of ${model.departments.get(department)!.name} on the ${shift} shift${where}`;
}

function departmentOf({ problem }: State, { group }: Req): string | undefined {
  return problem.model.departments.get(group.cell.department)?.name;
}

/** Starts in the window that the module and the shift (or, for `any`, the module alone) leave. */
function candidates(problem: Problem, req: Req, of: 'shift' | 'any'): Candidate[] {
  const { pool } = req;
  const from = Math.max(req.from, problem.past + 1);
  const out: Candidate[] = [];
  for (const table of tablesOf(problem, req, from, of)) {
    const meeting = table.meeting < 0 ? -1 : pool.meetings + table.meeting;
    for (let run = runFrom(table, from); run < runFrom(table, req.by + 1); run++) {
      for (let start = table.from[run]!; start <= table.to[run]!; start += table.step)
        out.push({ start, meeting });
    }
  }
  return out;
}

/** The same tables as the search's, without what is closed or busy. */
function tablesOf(
  { opens, model }: Problem,
  { pool, group, by, trip, way }: Req,
  from: Day,
  of: 'shift' | 'any',
): StartTable[] {
  const { clock, minutes, step, module } = pool;
  const { post } = group.group;
  if (pool.huddle) return huddleTables(model, opens, clock, module, post, opens.rostered(post));
  const all = [clock.utc(from * MINUTES_A_DAY), clock.utc((by + 2) * MINUTES_A_DAY)];
  const { days, hours } = module;
  const timing = { clock, minutes, step, days, hours, at: fixedStart(module), offers: offersOf(module) };
  if (of === 'any') return [tableOf(all, timing)];
  return [startsIn(opens, post, module, opens.reach(post, module, trip), timing, way)];
}

/** How many starts lie in meetings that the group attends (`any`: that its department holds), whatever the module says. */
function startsInMeetings(problem: Problem, req: Req, of: 'shift' | 'any'): number {
  const { pool, group } = req;
  const { post } = group.group;
  let starts = 0;
  for (const meeting of problem.model.departments.get(post.department)!.meetings) {
    for (let day = Math.max(req.from, problem.past + 1); day <= req.by; day++) {
      if (!isHeld(meeting, day)) continue;
      const begins = pool.clock.utc(day * MINUTES_A_DAY + meeting.at);
      const ends = begins + meeting.minutes;
      if (of === 'shift' && !(attends(meeting, post) && problem.opens.isRostered(post, begins, ends)))
        continue;
      starts += Math.max(0, Math.floor((meeting.minutes - pool.minutes) / pool.step) + 1);
    }
  }
  return starts;
}
