/**
 * What each post has met: for every theme, stage and moment how many of its people need it and are reached,
 * the weeks of rhythm and the minutes. Departments, roles and sites are sums of posts, so this is counted
 * once, in one walk over the segments.
 */
import { mondayOf, monthKey } from '../../calendar/date.ts';
import { momentOf } from '../../demand/occurrences.ts';
import type { Id, Model, Module, Moment, Post, PostId } from '../../model/model.ts';
import type { Stay } from '../../model/presence.ts';
import type { MissedTouch, Segment, Touch } from './touches.ts';
import { type OpenWeeks, openWeeksOf, rhythmOf, touchedWeeks } from './weeks.ts';

/** People (R: person-weeks) of one post and one cell. */
export interface CellTally {
  need: number;
  reached: number;
  /** Whether a module that reached somebody carries a customer's voice. */
  voice: boolean;
}

export interface Tally {
  readonly post: Post;
  /** Ordinary people with at least one counting touch, and joiners with one. */
  touched: number;
  joinersTouched: number;
  /** Person-minutes planned, joiners' modules apart; and those of counting touches. */
  minutes: number;
  countingMinutes: number;
  /** People, each for the share of the programme for which they are there. */
  fullYears: number;
  readonly themes: Map<Id, CellTally>;
  readonly stages: Map<Id, CellTally>;
  readonly moments: Map<Id, CellTally>;
  readonly rhythm: { need: number; reached: number };
}

/** What the walk over the segments looks up; made once for a model. */
export interface NeedCounts {
  readonly model: Model;
  /** Stages in which a post owns a touchpoint. */
  readonly ownStages: ReadonlyMap<PostId, ReadonlySet<Id>>;
  /** The employee moments that make cells: used by a module or listed in the workspace. */
  readonly moments: readonly Moment[];
  readonly openWeeks: (post: Post) => OpenWeeks;
}

export function needsOf(model: Model): NeedCounts {
  return {
    model,
    ownStages: ownStages(model),
    moments: usedMoments(model),
    openWeeks: openWeeksOf(model),
  };
}

/** One tally per post, also for posts that nothing reaches. @param segments of these posts */
export function tallyPosts(
  needs: NeedCounts,
  segments: readonly Segment[],
  posts: Iterable<Post> = needs.model.posts.values(),
): Map<PostId, Tally> {
  const { model } = needs;
  const allYear = allYearIn(segments);
  const tallies = new Map(
    [...posts].map((post) => [post.id, emptyTally(needs, post, allYear.get(post.id) ?? post.heads)]),
  );
  const stagesOf = stageResolver(needs);
  for (const segment of segments) {
    const tally = tallies.get(segment.post.id)!;
    if (segment.joiners) addJoiners(needs, tally, segment);
    if (isAsked(model, segment)) addMembers(needs, tally, segment, stagesOf);
  }
  return tallies;
}

/** Of posts in which people come or go during the year: how many are there all year. */
function allYearIn(segments: readonly Segment[]): Map<PostId, number> {
  const heads = new Map<PostId, number>();
  for (const { post, joiners, allYear } of segments) if (!joiners && !allYear) heads.set(post.id, 0);
  for (const { post, members, allYear } of segments) {
    const known = heads.get(post.id);
    if (allYear && known !== undefined) heads.set(post.id, known + members);
  }
  return heads;
}

/** Joiners without a name are seats of the post once they meet what everybody meets. */
function isAsked({ named }: Model, { joiners, isUnnamed, post }: Segment): boolean {
  return !joiners || (named.has(post.department) && !isUnnamed);
}

/** When people of a segment are asked for what everybody is. */
export function askedIn({ policy }: Model, { joined, stay }: Segment): Stay {
  return joined === undefined
    ? stay
    : { from: joined + policy.joinersMeetEverythingAfter + 1, until: stay.until };
}

/** The open weeks of the programme in which people of a segment are asked for anything. */
export function weeksOf(needs: NeedCounts, segment: Segment): OpenWeeks {
  const open = needs.openWeeks(segment.post);
  if (segment.allYear) return open;
  const { from, until } = askedIn(needs.model, segment);
  const first = mondayOf(needs.model.programme.starts);
  return open.map((isOpen, i) => isOpen && first + 7 * i + 6 >= from && first + 7 * i <= until);
}

/** The stages of a post that a module fills: `own` resolved, `all` left out, touchpoints with their stage. */
function stageResolver(needs: NeedCounts): (module: Module, post: Post) => readonly Id[] {
  const known = new Map<Post, Map<Module, readonly Id[]>>();
  return (module, post) => {
    const ofPost = known.get(post) ?? new Map<Module, readonly Id[]>();
    known.set(post, ofPost);
    let stages = ofPost.get(module);
    if (!stages) {
      stages = stagesFilled(needs, module, [...(needs.ownStages.get(post.id) ?? [])]);
      ofPost.set(module, stages);
    }
    return stages;
  };
}

function stagesFilled({ model }: NeedCounts, module: Module, own: readonly Id[]): readonly Id[] {
  if (module.stages === 'own') return own;
  const named = new Set(module.touchpoints.map((id) => model.touchpoints.get(id)?.stage));
  if (!module.allStages) for (const id of module.stages) named.add(id);
  return own.filter((id) => named.has(id));
}

/** @param heads who need everything: they are there all year */
function emptyTally({ model, ownStages }: NeedCounts, post: Post, heads: number): Tally {
  const cell = (): CellTally => ({ need: heads, reached: 0, voice: false });
  const themes = [...model.themes.values()].filter(({ audience }) => audience.posts.has(post.id));
  return {
    post,
    touched: 0,
    joinersTouched: 0,
    minutes: 0,
    countingMinutes: 0,
    fullYears: 0,
    themes: new Map(themes.map(({ id }) => [id, cell()])),
    stages: new Map([...(ownStages.get(post.id) ?? [])].map((id) => [id, cell()])),
    moments: new Map(),
    rhythm: { need: 0, reached: 0 },
  };
}

function addMembers(
  needs: NeedCounts,
  tally: Tally,
  segment: Segment,
  stagesOf: (module: Module, post: Post) => readonly Id[],
): void {
  const { model } = needs;
  const { members, missed, allYear } = segment;
  // A joiner's moments are told of apart.
  const touches = segment.joiners
    ? segment.touches.filter(({ module }) => module.when.kind !== 'moment')
    : segment.touches;
  const themes = new Map<Id, boolean>();
  const stages = new Map<Id, boolean>();
  let counted = false;
  for (const touch of touches) {
    tally.minutes += members * touch.session.minutes;
    if (!touch.counts) continue;
    counted = true;
    tally.countingMinutes += members * touch.session.minutes;
    for (const theme of touch.session.themes) meet(themes, theme, touch);
    for (const stage of stagesOf(touch.module, tally.post)) meet(stages, stage, touch);
  }
  if (counted && !segment.joiners) tally.touched += members;
  tally.fullYears += members * shareOfYear(model, askedIn(model, segment));
  if (!allYear) {
    // Who is there for some of the year needs what was asked of them in it, and no more.
    need(tally.themes, [...themes.keys(), ...missed.flatMap((one) => themesOf(model, one))], members);
    need(
      tally.stages,
      [...stages.keys(), ...missed.flatMap(({ module }) => stagesOf(module, tally.post))],
      members,
    );
  }
  credit(tally.themes, themes, members);
  credit(tally.stages, stages, members);
  const open = weeksOf(needs, segment);
  const rhythm = rhythmOf(touchedWeeks(touches, open.length), open, model.policy.reinforceWithinWeeks);
  tally.rhythm.need += members * rhythm.need;
  tally.rhythm.reached += members * rhythm.reached;
}

function need(cells: ReadonlyMap<Id, CellTally>, ids: readonly Id[], members: number): void {
  for (const id of new Set(ids)) {
    const cell = cells.get(id);
    if (cell) cell.need += members;
  }
}

function themesOf({ themeOfMonth }: Model, { module, from }: MissedTouch): readonly Id[] {
  if (module.themes !== 'month') return module.themes;
  const theme = themeOfMonth.get(monthKey(from));
  return theme === undefined ? [] : [theme];
}

function shareOfYear({ programme: { starts, ends } }: Model, { from, until }: Stay): number {
  const days = Math.min(until, ends) - Math.max(from, starts) + 1;
  return Math.max(0, days) / (ends - starts + 1);
}

/** Joiners fill moments only, and need those whose days still lie inside the programme. */
function addJoiners({ model, moments }: NeedCounts, tally: Tally, segment: Segment): void {
  const { members, touches, group, joined, stay } = segment;
  const counting = touches.filter(({ counts }) => counts);
  if (counting.length > 0) tally.joinersTouched += members;
  const met = new Map<Id, boolean>();
  for (const touch of counting) for (const id of momentsOf(touch.module)) meet(met, id, touch);
  for (const moment of moments) {
    if (!moment.audience.posts.has(tally.post.id)) continue;
    const month = String(group.joiners);
    const due = momentOf(moment, { joined, joiners: month }, model.programme);
    if (!due || due.by > stay.until) continue;
    const cell = tally.moments.get(moment.id) ?? { need: 0, reached: 0, voice: false };
    cell.need += members;
    tally.moments.set(moment.id, cell);
  }
  credit(tally.moments, met, members);
}

function meet(met: Map<Id, boolean>, id: Id, { voice }: Touch): void {
  met.set(id, voice || met.get(id) === true);
}

function credit(cells: Map<Id, CellTally>, met: ReadonlyMap<Id, boolean>, members: number): void {
  for (const [id, voice] of met) {
    const cell = cells.get(id);
    if (!cell) continue;
    cell.reached += members;
    cell.voice ||= voice;
  }
}

/** The moments a module fills: the one at which it is due, and what it covers besides. */
export function momentsOf({ when, moments }: Module): readonly Id[] {
  return when.kind === 'moment' ? [when.moment, ...moments] : moments;
}

function ownStages({ touchpoints }: Model): Map<PostId, Set<Id>> {
  const own = new Map<PostId, Set<Id>>();
  for (const { stage, owners } of touchpoints.values()) {
    for (const post of owners) own.set(post, (own.get(post) ?? new Set()).add(stage));
  }
  return own;
}

function usedMoments({ moments, modules }: Model): Moment[] {
  const used = new Set([...modules.values()].flatMap(momentsOf));
  return [...moments.values()].filter(({ id, from, builtIn }) => from >= 0 && (used.has(id) || !builtIn));
}
