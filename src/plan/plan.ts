/** The plan document: everything that was decided, in one piece of data that people commit and compare. */
import { isoDate } from '../calendar/date.ts';
import { ZONE_RELEASE } from '../calendar/zone.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import type { Demand } from '../demand/types.ts';
import { basisAfter, basisOf, type Maker } from '../model/made/basis.ts';
import { hasPeople } from '../model/made/calendars.ts';
import { formerNames, isHeld, namesOf } from '../model/made/history.ts';
import type {
  Plan,
  PlanBottleneck,
  PlanProgramme,
  PlanScore,
  PlanSession,
  PlanUnscheduled,
} from '../model/made/plan.ts';
import { isSameJson } from '../model/made/same-json.ts';
import type { Id, Model } from '../model/model.ts';
import type { Bottleneck, Effort, Schedule, Unplaced } from '../schedule/types.ts';
import { comparer } from '../wording/fingerprint.ts';
import { leavingOf, planCalendars } from './calendars.ts';
import { planGroups } from './groups.ts';
import { type Issue, retiredIds } from './identity.ts';
import { planLoads } from './loads.ts';
import { planRituals } from './rituals.ts';
import { type PlannedSessions, planSessions } from './sessions.ts';
import { planThemes } from './themes.ts';
import { addressOf, programmeId } from './uid.ts';
import { isUpToDate } from './up-to-date.ts';

export interface PlanOptions {
  /** `cxplan 0.1.0` */
  readonly tool: string;
  /** Hash of the workspace's meaning. */
  readonly inputs: string;
  /** The same but for absences and words. */
  readonly lasting?: string;
  readonly seed: number;
  readonly effort: Effort;
  /** `2026-11-21` */
  readonly asOf: string;
  readonly previous: Plan | undefined;
  /** Sessions of it whose instants are others now, by new zone data. */
  readonly changedClocks?: ReadonlySet<Id> | undefined;
  /** Somebody said `asOf`. */
  readonly dated?: boolean | undefined;
  /** So many sessions may move, at most. */
  readonly maxMoves?: number | undefined;
  /** Each person of the roster has a calendar; by default when they had before. */
  readonly people?: boolean | undefined;
  /** Times are forgotten: a plan that holds is no reason to keep it. */
  readonly fresh?: boolean;
  /** Only judged, and neither written nor compared: without hashes and loads, which cost as much as all the rest. */
  readonly draft?: boolean;
}

const DEFAULT_DOMAIN = 'cxplan.invalid';

/**
 * The plan of a schedule. What the previous plan has, too, keeps its identity; a previous plan that is still
 * up to date comes back itself.
 */
export function makePlan(model: Model, demand: Demand, schedule: Schedule, options: PlanOptions): Plan {
  const { tool, inputs, lasting, seed, effort, asOf, previous, fresh, draft = false } = options;
  if (previous && !fresh && isUpToDate(model, demand, previous, options)) return previous;
  const programme = planProgramme(model, previous);
  const number = previous && (previous.made.issue ?? 1) + 1;
  const isSame = comparer(model);
  const { changedClocks } = options;
  const issue: Issue = { address: addressOf(programme), asOf, number, isSame, changedClocks, draft };
  const groups = new Map(demand.groups.map((group) => [group.roll, group]));
  const dated = options.dated || undefined;
  const list = planGroups(model, demand);
  const calendars = planCalendars(model, list, previous, options.people);
  const leaving = leavingOf(previous, list, hasPeople(calendars));
  const names = namesOf(model);
  const { sessions, ...changed } = planSessions(model, demand, schedule, issue, previous, leaving, names);
  const unscheduled = schedule.unplaced.map(planUnscheduled).sort(byRequirement);
  const score = planScore(schedule.score);
  const mended = schedule.replaced && previous && { previous, ...changed };
  const loads = draft
    ? planLoads(model, groups, [])
    : mended
      ? planLoads(model, groups, mended.added, { loads: mended.previous.loads, gone: mended.gone })
      : planLoads(model, groups, sessions);
  const maker = draft || lasting === undefined ? undefined : { tool, lasting, split: schedule.split ?? '' };
  const basis = maker && basisIn(maker, { unscheduled, score, loads }, sessions, mended);
  const rituals = planRituals(model, demand, issue, previous, leaving);
  const themes = planThemes(model, issue, previous, leaving);
  const items = [sessions, rituals, themes];
  const stands = items.some((some) => some.some((item) => item.status === 'cancelled' || isHeld(item, asOf)));
  const former =
    previous && number !== undefined && stands
      ? formerNames(previous, { names, groups: list, asOf }, number)
      : [];
  const retired = previous ? retiredIds(previous, items) : [];
  const plan: Plan = {
    schema: 'https://cxplan.dev/schemas/plan-1.json',
    version: 1,
    programme,
    asOf,
    made: {
      tool,
      zones: ZONE_RELEASE,
      inputs,
      basis,
      tried: schedule.tried,
      seed,
      effort,
      moves: schedule.moves,
      dated,
      maxMoves: schedule.maxMoves,
      issue: number,
    },
    score,
    groups: list,
    sessions,
    rituals,
    themes,
    unscheduled,
    ...(schedule.bottlenecks?.length && { bottlenecks: schedule.bottlenecks.map(planBottleneck) }),
    loads,
    names,
    ...(former.length > 0 && { former }),
    ...(retired.length > 0 && { retired }),
    calendars,
    ...(previous?.published && { published: previous.published }),
  };
  return previous && fresh && isSameBut(plan, previous) ? previous : plan;
}

/** What planning afresh starts from: what has been held, and nothing of how the rest was found. */
export function heldOf(previous: Plan, asOf: string): Plan | undefined {
  if (asOf <= previous.programme.starts) return undefined;
  const sessions = previous.sessions.filter((session) => isHeld(session, asOf));
  const made = { ...previous.made, inputs: '', basis: undefined, tried: undefined };
  return { ...previous, made, sessions, unscheduled: [] };
}

/** Whether a plan differs from the one before it in its number alone. */
function isSameBut(plan: Plan, previous: Plan): boolean {
  const numbered = { ...plan, made: { ...plan.made, issue: previous.made.issue } };
  return isSameJson(numbered, previous);
}

/** What came and went where everything else stands as it was. */
interface Mended extends Pick<PlannedSessions, 'added' | 'gone'> {
  readonly previous: Plan;
}

function basisIn(
  maker: Maker,
  result: Pick<Plan, 'unscheduled' | 'score' | 'loads'>,
  sessions: readonly PlanSession[],
  mended: Mended | undefined,
): string {
  const before = mended?.previous.made.basis;
  return mended && before !== undefined
    ? basisAfter(before, maker, result, mended)
    : basisOf(maker, result, sessions);
}

function planProgramme(model: Model, previous: Plan | undefined): PlanProgramme {
  const { id, domain, name, mantra, starts, ends, zone } = model.programme;
  return {
    id: id ?? previous?.programme.id ?? programmeId(name),
    domain: domain === DEFAULT_DOMAIN ? (previous?.programme.domain ?? domain) : domain,
    name,
    mantra: mantra ?? null,
    starts: isoDate(starts),
    ends: isoDate(ends),
    timezone: zone,
  };
}

function planScore({ unplaced, bound, soft, terms }: PlanScore): PlanScore {
  return { unplaced, ...(bound === undefined ? {} : { bound }), soft, terms };
}

function planBottleneck(one: Bottleneck): PlanBottleneck {
  const { kind, name, from, by, wanted, offered, people } = one;
  return { kind, name, from: isoDate(from), by: isoDate(by), wanted, offered, people };
}

function planUnscheduled({ requirement, first, last, reasons, relaxations }: Unplaced): PlanUnscheduled {
  const { module, occurrence, group, from, by } = requirement;
  return {
    module: module.id,
    occurrence,
    group: group.roll,
    first,
    last,
    window: { from: isoDate(from), by: isoDate(by) },
    reasons: reasons.map(({ constraint, excluded, of, detail, cause }) => ({
      constraint,
      excluded,
      of,
      ...(detail === undefined ? {} : { detail }),
      ...(cause === undefined ? {} : { cause }),
    })),
    relaxations: relaxations.map(({ change, start }) => ({ change, start })),
  };
}

function byRequirement(a: PlanUnscheduled, b: PlanUnscheduled): number {
  return (
    byCodeUnit(a.module, b.module) ||
    byCodeUnit(a.occurrence, b.occurrence) ||
    byCodeUnit(a.group, b.group) ||
    a.first - b.first
  );
}
