/**
 * The experience map (A1): for each role, what a person meets at each stage of working here: the interview, the
 * moments of the first days, each month of the programme, later moments, and the years after it. What comes
 * in the years after is what repeats by itself if the programme is planned again as written; no more is claimed.
 */
import { index, contextOf as turnedRound } from '../coverage/context.ts';
import { voicelessOf } from '../coverage/measure/path.ts';
import { momentsOf } from '../coverage/measure/tally.ts';
import type { Segment } from '../coverage/measure/touches.ts';
import type { Model, Moment, Role } from '../model/model.ts';
import type { Context } from './context.ts';
import { cellsOf, type LifeStage, type MapCell, meetingsOf } from './meetings.ts';
import { monthWords } from './words.ts';

export interface ExperienceMap {
  readonly stages: readonly LifeStage[];
  /** By role, in order of department and role; the cells in the order of the stages. */
  readonly rows: readonly MapRow[];
}

export interface MapRow {
  readonly role: Role;
  readonly cells: readonly MapCell[];
  /** Most days in which somebody of the role hears no customer; null where nobody works in it all year. */
  readonly voiceless: number | null;
}

const ONBOARDING_DAYS = 90;
const LATER_YEARS = [2, 3];

export function experienceMap(context: Context): ExperienceMap {
  const { model, plan } = context;
  const byRole = index(turnedRound(model, plan).touches.segments, ({ post }) => post.role);
  const stages = stagesOf(context);
  const meetings = meetingsOf(model, stages);
  const roles = [...model.departments.values()].flatMap(({ roles }) =>
    roles.map((id) => model.roles.get(id)!),
  );
  return {
    stages,
    rows: roles.map((role) => {
      const segments = byRole.get(role.id) ?? [];
      const met = cellsOf(stages, segments, meetings);
      return {
        role,
        cells: stages.map((stage) => met.get(stage) ?? interviewCell(model, role)),
        voiceless: voicelessDays(context, segments),
      };
    }),
  };
}

/** Interview, first days, months of the programme, later moments, later years. */
function stagesOf({ model, months, yearsShown, say }: Context): LifeStage[] {
  const moments = usedMoments(model);
  const stage = ({ id, name }: Moment): LifeStage => ({ kind: 'moment', id, title: name });
  return [
    { kind: 'interview', id: 'interview', title: 'Interview' },
    ...moments.filter(({ to }) => to <= ONBOARDING_DAYS).map(stage),
    ...months.map((id): LifeStage => ({ kind: 'month', id, title: monthWords(say, id, yearsShown) })),
    ...moments.filter(({ to }) => to > ONBOARDING_DAYS).map(stage),
    ...LATER_YEARS.map((n): LifeStage => ({ kind: 'later year', id: `year-${n}`, title: `Year ${n}` })),
  ];
}

/** Moments that a module fills or that the workspace lists. */
function usedMoments({ moments, modules }: Model): Moment[] {
  const used = new Set([...modules.values()].flatMap(momentsOf));
  return [...moments.values()].filter(({ id, from, builtIn }) => from >= 0 && (used.has(id) || !builtIn));
}

function interviewCell(model: Model, { id, hiring }: Role): MapCell {
  const scripts = [...model.modules.values()].filter(
    ({ format, audience }) =>
      format === 'interview' && [...audience.posts].some((post) => model.posts.get(post)?.role === id),
  );
  return {
    met: scripts.length > 0 || Boolean(hiring.interview?.trim()),
    minutes: scripts.reduce((total, { minutes }) => total + minutes, 0),
    voice: false,
    people: null,
    reached: null,
    modules: scripts.map(({ name }) => name),
  };
}

/** The longest that anybody who is there all year hears no customer, in calendar days. */
function voicelessDays({ model }: Context, segments: readonly Segment[]): number | null {
  const ordinary = segments.filter(({ joiners }) => !joiners);
  if (ordinary.length === 0) return null;
  return ordinary.reduce(
    (most, { touches }) => Math.max(most, voicelessOf(model.programme, touches).days),
    0,
  );
}
