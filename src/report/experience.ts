/**
 * The experience map (A1): for each role, what a person meets at each stage of working here: the interview, the
 * moments of the first days, each month of the programme, later moments, and the years after it. What comes
 * in the years after is what repeats by itself if the programme is planned again as written; no more is claimed.
 */
import { pathOf } from '../coverage/path.ts';
import { momentsOf } from '../coverage/tally.ts';
import { type Segment, seatsByGroup, segmentsOf, type Touch, touchesOf } from '../coverage/touches.ts';
import { joinerGroups } from '../demand/joiners.ts';
import { momentOf } from '../demand/occurrences.ts';
import type { Id, Model, Module, Moment, Role } from '../model/model.ts';
import { type Context, listed } from './context.ts';
import { monthWords } from './words.ts';

export type LifeKind = 'interview' | 'moment' | 'month' | 'later year';

/** A stage of an employee's life here. */
export interface LifeStage {
  readonly kind: LifeKind;
  /** `interview`, a moment's id, `2027-03`, `year-2` */
  readonly id: string;
  readonly title: string;
}

/** What people of one role meet at one stage. */
export interface MapCell {
  /** Whether anything is planned (or written, for the interview). */
  readonly met: boolean;
  /** Planned minutes a person, mean; for the interview those of its scripts. */
  readonly minutes: number;
  /** Whether a customer's voice is in it. */
  readonly voice: boolean;
  /** People whom the stage is about (interview: null), and how many of them meet something. */
  readonly people: number | null;
  readonly reached: number | null;
  /** Names. */
  readonly modules: readonly string[];
}

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
  const segments = segmentsOf(model, plan.groups, seatsByGroup(touchesOf(model, plan).all));
  const byRole = listed(segments, ({ post }) => [post.role]);
  const stages = stagesOf(context);
  const reaches = momentsReached(model);
  const roles = [...model.departments.values()].flatMap(({ roles }) =>
    roles.map((id) => model.roles.get(id)!),
  );
  return {
    stages,
    rows: roles.map((role) => {
      const own = byRole.get(role.id) ?? [];
      const months = byMonth(own);
      return {
        role,
        cells: stages.map((stage) => cellOf(model, role, { segments: own, months }, stage, reaches)),
        voiceless: voicelessDays(context, own),
      };
    }),
  };
}

/** Interview, first days, months of the programme, later moments, later years. */
function stagesOf({ model, months, yearsShown }: Context): LifeStage[] {
  const moments = usedMoments(model);
  const stage = ({ id, name }: Moment): LifeStage => ({ kind: 'moment', id, title: name });
  return [
    { kind: 'interview', id: 'interview', title: 'Interview' },
    ...moments.filter(({ to }) => to <= ONBOARDING_DAYS).map(stage),
    ...months.map((id): LifeStage => ({ kind: 'month', id, title: monthWords(id, yearsShown) })),
    ...moments.filter(({ to }) => to > ONBOARDING_DAYS).map(stage),
    ...LATER_YEARS.map((n): LifeStage => ({ kind: 'later year', id: `year-${n}`, title: `Year ${n}` })),
  ];
}

/** Moments that a module fills or that the workspace lists. */
function usedMoments({ moments, modules }: Model): Moment[] {
  const used = new Set([...modules.values()].flatMap(momentsOf));
  return [...moments.values()].filter(({ id, from, builtIn }) => from >= 0 && (used.has(id) || !builtIn));
}

type Reaches = (group: Id, moment: Id) => boolean;

/** Whether a group of joiners reaches a moment before the programme ends: of the others nothing is asked there. */
function momentsReached(model: Model): Reaches {
  const joiners = new Map(joinerGroups(model).map((group) => [group.id, group]));
  return (id, moment) => {
    const group = joiners.get(id);
    return group !== undefined && momentOf(model.moments.get(moment)!, group, model.programme) !== undefined;
  };
}

/** A role's people, and what those who are there all year meet in each month. */
interface Own {
  readonly segments: readonly Segment[];
  readonly months: (month: string) => MapCell;
}

function cellOf(
  model: Model,
  role: Role,
  { segments, months }: Own,
  stage: LifeStage,
  reaches: Reaches,
): MapCell {
  switch (stage.kind) {
    case 'interview':
      return interviewCell(model, role);
    case 'moment':
      return sum(
        segments.filter(({ group }) => reaches(group.id, stage.id)),
        ({ module }) => momentsOf(module).includes(stage.id),
      );
    case 'month':
      return months(stage.id);
    case 'later year':
      return sum(
        segments.filter(({ joiners }) => !joiners),
        ({ module }) => repeats(module),
      );
  }
}

/** A month's sessions, over the people who are there all year: each looked at once for all the months. */
function byMonth(segments: readonly Segment[]): (month: string) => MapCell {
  const ordinary = segments
    .filter(({ joiners }) => !joiners)
    .map((segment) => ({
      segment,
      months: listed(segment.touches, ({ session }) => [session.start.slice(0, 7)]),
    }));
  return (month) =>
    sum(
      ordinary.map(({ segment, months }) => ({ ...segment, touches: months.get(month) ?? [] })),
      () => true,
    );
}

/** Whether a module comes again by itself when the programme is planned for another year as it is written. */
export function repeats({ when }: Module): boolean {
  return when.kind === 'every' || when.kind === 'observance';
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

/** The sessions of a stage, over the people it is about. */
function sum(segments: readonly Segment[], belongs: (touch: Touch) => boolean): MapCell {
  let [people, reached, minutes] = [0, 0, 0];
  let voice = false;
  const modules = new Map<Id, string>();
  for (const { members, touches } of segments) {
    people += members;
    const own = touches.filter(belongs);
    if (own.length === 0) continue;
    reached += members;
    for (const { module, session, voice: heard } of own) {
      minutes += members * session.minutes;
      voice ||= heard;
      modules.set(module.id, module.name);
    }
  }
  return {
    met: reached > 0,
    minutes: people > 0 ? minutes / people : 0,
    voice,
    people,
    reached,
    modules: [...modules.values()],
  };
}

/** The longest that anybody who is there all year hears no customer, in calendar days. */
function voicelessDays({ model }: Context, segments: readonly Segment[]): number | null {
  const ordinary = segments.filter(({ joiners }) => !joiners);
  if (ordinary.length === 0) return null;
  return ordinary.reduce(
    (most, { touches }) => Math.max(most, pathOf(model.programme, touches, undefined).voiceless.days),
    0,
  );
}
