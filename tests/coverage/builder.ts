/** Plans written by hand, for tests that need to know exactly who sits where. */
import { isoDate, toDay } from '../../src/calendar/date.ts';
import { makeDemand } from '../../src/demand/demand.ts';
import type { Attendees, Plan, PlanRitual, PlanSession, PlanUnscheduled } from '../../src/model/made/plan.ts';
import type { Model } from '../../src/model/model.ts';

export interface HandSession {
  readonly module: string;
  /** `2027-03-02` or `2027-03-02T09:30`; 10:00 where no time is given. */
  readonly start: string;
  /** Everybody but joiners whom the module addresses, where none are given. */
  readonly attendees?: readonly Attendees[];
  readonly minutes?: number;
  readonly themes?: readonly string[];
  readonly facilitator?: string;
}

export interface HandPlan {
  readonly sessions?: readonly HandSession[];
  readonly rituals?: readonly PlanRitual[];
  readonly unscheduled?: readonly PlanUnscheduled[];
  readonly asOf?: string;
}

/** A plan of a model with just these sessions. */
export function planOf(
  model: Model,
  { sessions = [], rituals = [], unscheduled = [], asOf }: HandPlan,
): Plan {
  const { programme } = model;
  return {
    schema: 'https://cxplan.dev/schemas/plan-1.json',
    version: 1,
    programme: {
      id: 'test',
      domain: 'cxplan.invalid',
      name: programme.name,
      mantra: programme.mantra ?? null,
      starts: isoDate(programme.starts),
      ends: isoDate(programme.ends),
      timezone: programme.zone,
    },
    asOf: asOf ?? isoDate(programme.starts - 1),
    made: { tool: 'by hand', inputs: 'sha256:test', seed: 1, effort: 'quick', moves: 0 },
    score: { unplaced: 0, soft: 0, terms: [] },
    groups: makeDemand(model).groups.map(({ id, post, heads, joiners }) => ({
      id,
      department: post.department,
      role: post.role,
      site: post.site,
      shift: post.shift,
      heads,
      joiners: joiners ?? false,
    })),
    sessions: sessions.map((session, i) => handSession(model, session, i)),
    rituals,
    themes: [],
    unscheduled,
    loads: { facilitators: [], departments: [] },
  };
}

function handSession(model: Model, session: HandSession, i: number): PlanSession {
  const module = model.modules.get(session.module)!;
  const start = session.start.includes('T') ? session.start : `${session.start}T10:00`;
  const day = toDay(start.slice(0, 10))!;
  const monthTheme = model.themeOfMonth.get(start.slice(0, 7));
  const themes = module.themes === 'month' ? (monthTheme ? [monthTheme] : []) : module.themes;
  const attendees = session.attendees ?? everybody(model, session.module);
  return {
    id: `${module.id}.${i}`,
    uid: `${module.id}.${i}@test`,
    sequence: 0,
    status: 'confirmed',
    created: isoDate(day),
    revised: isoDate(day),
    hash: '',
    module: module.id,
    occurrence: 'once',
    format: module.format,
    themes: session.themes ?? themes,
    stages: module.stages === 'own' ? [] : module.stages,
    departments: [],
    attendees,
    heads: attendees.reduce((sum, { first, last }) => sum + last - first + 1, 0),
    start,
    end: start,
    timezone: model.programme.zone,
    startUtc: `${start}:00Z`,
    endUtc: `${start}:00Z`,
    minutes: session.minutes ?? module.minutes,
    site: 'main',
    room: null,
    facilitator: session.facilitator ?? null,
    led: module.led,
    counts: true,
    why: [],
  };
}

function everybody(model: Model, moduleId: string): Attendees[] {
  const { posts } = model.modules.get(moduleId)!.audience;
  return makeDemand(model)
    .groups.filter(({ post, joiners }) => joiners === undefined && posts.has(post.id))
    .map(({ id, heads }) => ({ group: id, first: 1, last: heads }));
}
