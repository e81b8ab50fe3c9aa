/**
 * One employee's way from the interview through the year, as data: what they meet and when, and the answers to
 * the questions that Pat's year left open (A0): when do they hear a customer, how long is it silent, is it
 * anything but tools, does it go on after onboarding.
 */
import { type Day, isoDate } from '../../calendar/date.ts';
import { contextOf } from '../../coverage/context.ts';
import { type Judgement, judge } from '../../coverage/measure/expectations.ts';
import { isTool, type Path, pathOf } from '../../coverage/measure/path.ts';
import type { Segment, Touch } from '../../coverage/measure/touches.ts';
import type { PlanGroup } from '../../model/made/plan.ts';
import type { Id, Module, Role } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { formatWords, moduleTitle, voiceWords } from '../names.ts';
import { slotsOf } from '../slots.ts';
import { dateWords } from '../words.ts';

export interface Step {
  readonly session: Id;
  readonly module: Id;
  readonly name: string;
  /** On the clock of their site: `2027-03-02`, `09:30`. */
  readonly date: string;
  readonly start: string;
  readonly minutes: number;
  /** `huddle`, `workshop`, `one-to-one` */
  readonly format: string;
  /** What of the customer is heard, in words; empty where nothing is. */
  readonly voice: string;
  readonly counts: boolean;
  /** Whether it is about a tool or a process. */
  readonly tool: boolean;
}

export interface StretchData {
  readonly days: number;
  readonly from: string;
  readonly to: string;
}

export interface Walk {
  readonly role: Id;
  readonly name: string;
  readonly department: Id;
  readonly group: Id;
  /** Always the first member of the group. */
  readonly member: number;
  /** People in the group. */
  readonly heads: number;
  readonly site: Id;
  readonly shift: Id;
  /** Their first day at work; null for those who are there already. */
  readonly joined: string | null;
  readonly from: string;
  readonly to: string;
  readonly hiring: {
    readonly interview: string | null;
    readonly jobDescription: string | null;
    readonly scripts: readonly { readonly module: Id; readonly name: string; readonly minutes: number }[];
  };
  readonly impact: string | null;
  readonly steps: readonly Step[];
  /** What is asked of them and found no place. */
  readonly unscheduled: readonly {
    readonly module: Id;
    readonly name: string;
    readonly from: string;
    readonly by: string;
  }[];
  /** Messages, recognition, listening and readback that reach them in the year. */
  readonly rituals: Readonly<Record<'communication' | 'recognition' | 'listening' | 'readback', number>>;
  readonly answers: Answers;
  readonly expectations: readonly Omit<Judgement, 'miss'>[];
}

export interface Answers {
  readonly firstVoice: { readonly session: Id; readonly date: string; readonly days: number } | null;
  readonly longestSilence: StretchData;
  readonly longestWithoutVoice: StretchData;
  readonly sessions: number;
  readonly minutes: number;
  readonly counting: number;
  readonly withVoice: number;
  readonly tools: number;
  readonly beyondTools: number;
  /** Sessions that count and are not part of a joiner's first 90 days, and the months that have one. */
  readonly afterOnboarding: { readonly sessions: number; readonly months: number };
}

/** The groups a walk can be taken with: a role's own, first by id; joiners' when asked for. */
export function walkable({ plan }: Context, role: Id, joiner: boolean): readonly PlanGroup[] {
  return plan.groups.filter(
    (group) => group.role === role && (group.joiners !== false) === joiner && group.heads > 0,
  );
}

/** The walk of the first member of a group. @param segments those of the group, where somebody has made them already */
export function walkOf(
  context: Context,
  role: Role,
  group: PlanGroup,
  segments: readonly Segment[] = contextOf(context.model, context.plan).touches.segments,
): Walk {
  const { model, plan } = context;
  const first = segments.find((segment) => segment.group.id === group.id);
  const { joined, touches = [], stay } = first ?? {};
  const year = stay && { starts: stay.from, ends: stay.until };
  const path = pathOf(year ?? model.programme, touches, joined);
  const post = `${group.role}.${group.site}.${group.shift}`;
  const steps = touches.map((touch) => stepOf(context, group, touch));
  const anyJoins = walkable(context, role.id, true).length > 0;
  const judged = judge(role.expect, path, { isJoiner: group.joiners !== false, anyJoins }, (day) =>
    dateWords(context.say, isoDate(day)),
  );
  return {
    role: role.id,
    name: role.name,
    department: role.department,
    group: group.id,
    member: 1,
    heads: group.heads,
    site: group.site,
    shift: group.shift,
    joined: joined === undefined ? null : isoDate(joined),
    from: isoDate(path.from),
    to: isoDate(path.to),
    hiring: {
      interview: role.hiring.interview ?? null,
      jobDescription: role.hiring.jobDescription ?? null,
      scripts: scriptsFor(context, post).map(({ id, name, minutes }) => ({ module: id, name, minutes })),
    },
    impact: role.impact ?? null,
    steps,
    unscheduled: plan.unscheduled
      .filter((entry) => entry.group === group.id && entry.first === 1)
      .map(({ module, occurrence, window }) => ({
        module,
        name: moduleTitle(context, module, occurrence),
        ...window,
      })),
    rituals: ritualsFor(context, post, isoDate(path.from)),
    answers: answersOf(path, joined),
    expectations: judged.map(({ miss, ...rest }) => rest),
  };
}

function stepOf(context: Context, group: PlanGroup, { session, module, counts }: Touch): Step {
  const slots = slotsOf(context, session, group.department);
  const { date, start } = slots.find(({ sites }) => sites.includes(group.site)) ?? slots[0]!;
  return {
    session: session.id,
    module: module.id,
    name: moduleTitle(context, module.id, session.occurrence),
    date,
    start,
    minutes: session.minutes,
    format: formatWords(module),
    voice: voiceWords(context, module),
    counts,
    tool: isTool(module.kind),
  };
}

/** Interview scripts that mean a post. */
export function scriptsFor({ model }: Context, post: string): Module[] {
  return [...model.modules.values()].filter(
    ({ format, audience }) => format === 'interview' && audience.posts.has(post),
  );
}

function ritualsFor({ model, plan }: Context, post: string, from: string): Walk['rituals'] {
  const counts = { communication: 0, recognition: 0, listening: 0, readback: 0 };
  for (const { ritual: id, date, status } of plan.rituals) {
    const ritual = model.rituals.get(id);
    if (!ritual || status === 'cancelled' || !ritual.audience.posts.has(post)) continue;
    if (date >= from) counts[ritual.type] += 1;
  }
  return counts;
}

const ONBOARDING_DAYS = 90;

function answersOf(path: Path, joined: Day | undefined): Answers {
  const counting = path.touches.filter(({ counts }) => counts);
  const later =
    joined === undefined ? counting : counting.filter(({ day }) => day > joined + ONBOARDING_DAYS);
  const { firstVoice, touches } = path;
  return {
    firstVoice: firstVoice
      ? { session: firstVoice.touch.session.id, date: isoDate(firstVoice.touch.day), days: firstVoice.days }
      : null,
    longestSilence: stretchData(path.silence),
    longestWithoutVoice: stretchData(path.voiceless),
    sessions: touches.length,
    minutes: path.minutes,
    counting: counting.length,
    withVoice: touches.filter(({ voice }) => voice).length,
    tools: touches.filter(({ module }) => isTool(module.kind)).length,
    beyondTools: path.beyondTools,
    afterOnboarding: {
      sessions: later.length,
      months: new Set(later.map(({ session }) => session.start.slice(0, 7))).size,
    },
  };
}

function stretchData({ days, from, to }: Path['silence']): StretchData {
  return { days, from: isoDate(from), to: isoDate(to) };
}
