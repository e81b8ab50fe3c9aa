/** New modules as patches write them: short, themed, with a customer's voice, in a meeting where there is one. */
import type { Id, Module, Post } from '../../model/model.ts';
import { addresses, type Context } from '../context.ts';
import type { Edit, Patch } from '../patch.ts';
import { voiceFor } from './voice.ts';
import type { WrittenAudience } from './who.ts';

export interface Lesson {
  /** What its id is made of: ids of the subject, in a few words. */
  readonly id: string;
  readonly name: string;
  readonly audience: WrittenAudience;
  readonly posts: readonly Post[];
  readonly minutes: number;
  readonly when: Readonly<Record<string, unknown>>;
  /** Of the month where none are given. */
  readonly themes?: readonly Id[] | 'month';
  readonly stages?: readonly Id[];
  readonly touchpoints?: readonly Id[];
  readonly tags?: readonly string[];
  readonly kind?: 'strategy';
  readonly basics?: readonly string[];
  readonly more?: Readonly<Record<string, unknown>>;
}

const NOTE =
  'Write what happens in it. Its outcome is made from what is written already: put into your own words what a customer will notice.';

/** The lesson in a meeting of its people, and as reserved time in the shift; nothing when no theme is theirs. */
export function* lessons(context: Context, lesson: Lesson, title: string): Generator<Patch> {
  const meeting = shortestMeeting(context, lesson.posts);
  if (meeting !== undefined && lesson.when.moment === undefined) {
    const made = lessonEdit(context, { ...lesson, minutes: Math.min(meeting, lesson.minutes) }, 'huddle');
    if (made) yield { title: `${title}, in a meeting they hold anyway`, edits: [made], note: NOTE };
  }
  const made = lessonEdit(context, lesson, 'self-paced');
  if (made) yield { title: `${title}, in reserved time of their shift`, edits: [made], note: NOTE };
}

/** The edit that writes a new module; undefined when nothing it could be about is a theme of its people. */
export function lessonEdit(context: Context, lesson: Lesson, format: string): Edit | undefined {
  const themes = lesson.themes ?? themesOf(context, lesson.posts);
  if (themes !== 'month' && themes.length === 0) return undefined;
  const { name, audience, minutes, when, stages = [], touchpoints = [], tags, kind, basics, more } = lesson;
  const voice = voiceFor(context, { themes, stages, touchpoints }, context.model.programme.ends);
  const metric = metricFor(context, lesson.posts);
  const beside = neighbour(context, lesson.posts);
  return {
    pointer: ['modules', freshId(context, lesson.id)],
    op: 'set',
    value: {
      name,
      audience,
      format,
      minutes,
      when,
      ...(kind && { kind }),
      themes,
      ...(stages.length > 0 && { stages }),
      ...(touchpoints.length > 0 && { touchpoints }),
      ...(tags && { tags }),
      ...(basics && { basics }),
      voices: [voice],
      ...(metric && { metrics: [metric] }),
      outcome: outcomeFor(context, lesson, themes),
      ...more,
    },
    ...(beside && { beside: ['modules', beside.id] }),
  };
}

/** `month` where every month has a theme, else the first theme that these people must meet. */
export function themesOf({ months, tallies }: Context, posts: readonly Post[]): readonly Id[] | 'month' {
  if (months.length > 0 && months.every(({ theme }) => theme !== undefined)) return 'month';
  const themes = posts.flatMap(({ id }) => [...(tallies.get(id)?.themes.keys() ?? [])]);
  return themes.slice(0, 1);
}

/** An id that no entry of the section has. */
export function freshId({ model }: Context, wanted: string, section: 'modules' | 'rituals' = 'modules'): Id {
  const base = wanted.slice(0, 56).replace(/-+$/, '');
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!model[section].has(id)) return id;
  }
}

/** Minutes of the shortest meeting of the departments; undefined when one of them holds none. */
function shortestMeeting({ model }: Context, posts: readonly Post[]): number | undefined {
  const departments = new Set(posts.map(({ department }) => department));
  const minutes = [...departments].map((id) => {
    const meetings = model.departments.get(id)!.meetings;
    return meetings.length === 0 ? undefined : Math.min(...meetings.map((meeting) => meeting.minutes));
  });
  const known = minutes.filter((one) => one !== undefined);
  return known.length === minutes.length && known.length > 0 ? Math.min(...known) : undefined;
}

/** What a customer notices of another module about the same, for the same people if there is one; else the promise. */
function outcomeFor({ planned, model }: Context, lesson: Lesson, themes: readonly Id[] | 'month'): string {
  const { posts, touchpoints = [], stages = [] } = lesson;
  const shares = (module: Module, ids: readonly Id[], of: 'touchpoints' | 'stages' | 'themes') => {
    const known = module[of];
    return typeof known !== 'string' && ids.some((id) => known.includes(id));
  };
  const said = planned.filter(({ outcome }) => outcome?.trim());
  const about = (module: Module) =>
    shares(module, touchpoints, 'touchpoints') ||
    shares(module, stages, 'stages') ||
    (themes !== 'month' && shares(module, themes, 'themes'));
  const near = said.filter(about);
  const one = near.find((module) => addresses(module, posts)) ?? near[0];
  if (one) return one.outcome!.trim();
  const { mantra } = model.programme;
  return mantra
    ? `Customers notice that we mean it: ${mantra}`
    : 'Customers notice that we keep what we promise.';
}

/** A measure, where a department would else have a module and none. */
function metricFor({ model, yearly }: Context, posts: readonly Post[]): Id | undefined {
  const [first] = model.metrics.keys();
  const measured = yearly.some((module) => module.metrics.length > 0 && addresses(module, posts));
  return measured ? undefined : first;
}

/** The module that is most for these people and for few others: a new one belongs into its file. */
function neighbour({ model }: Context, posts: readonly Post[]): Module | undefined {
  const ids = new Set(posts.map(({ id }) => id));
  let [best, most] = [undefined as Module | undefined, 0];
  for (const module of model.modules.values()) {
    const audience = [...module.audience.posts];
    const both = audience.filter((id) => ids.has(id)).length;
    const share = both / (audience.length + ids.size - both);
    if (share > most) [best, most] = [module, share];
  }
  return best;
}
