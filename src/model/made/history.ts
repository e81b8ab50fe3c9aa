/**
 * What has been held or cancelled keeps the names of its day. A plan holds what things are called (`names`), and for each
 * plan after which something was called otherwise, what it had been called until then (`former`): each name once, however
 * many sessions there were.
 */
import type { Format, Id, Led, Model, Module } from '../model.ts';
import type { ModuleNames, Names } from '../names.ts';
import type {
  Identity,
  Plan,
  PlanFormer,
  PlanGroup,
  PlanNames,
  PlanRitual,
  PlanSession,
  PlanTheme,
} from './plan.ts';
import { lazy } from './remembered.ts';

type Item = PlanSession | PlanRitual | PlanTheme;

/** The local day on which an item begins; of a run of a theme the day on which it ends. */
export function beginningOf(item: Item | Omit<PlanSession, keyof Identity | 'why'>): string {
  if ('module' in item) return item.start.slice(0, 10);
  return 'ritual' in item ? item.date : item.to;
}

/**
 * Whether an item stands for good: it had begun before the day of the plan (a run of a theme: was over), on its own
 * clock. A session that lasts beyond midnight has begun: nobody can move it any more.
 */
export function isHeld(item: Item, asOf: string): boolean {
  return item.status === 'confirmed' && beginningOf(item) < asOf;
}

/** The kinds of things that have names. */
export const NAMED = [
  'sites',
  'rooms',
  'departments',
  'roles',
  'stages',
  'themes',
  'voices',
  'facilitators',
  'modules',
  'rituals',
] as const;

export type NamedKind = (typeof NAMED)[number];

type Entry = PlanNames[NamedKind][number];

/** What things are called now. */
export function namesOf(model: Model): PlanNames {
  const plain = (things: ReadonlyMap<Id, { readonly name: string }>) =>
    Array.from(things, ([id, { name }]) => ({ id, name })).sort(byId);
  return {
    groupSize: model.policy.groupSize,
    sites: plain(model.sites),
    rooms: Array.from(model.rooms, ([id, { name, site }]) => ({ id, name, site })).sort(byId),
    departments: plain(model.departments),
    roles: plain(model.roles),
    stages: plain(model.stages),
    themes: plain(model.themes),
    voices: Array.from(model.voices, ([id, { name, type }]) => ({ id, name, type })).sort(byId),
    facilitators: plain(model.facilitators),
    modules: Array.from(model.modules.values(), moduleEntry).sort(byId),
    rituals: Array.from(model.rituals, ([id, { name, channels }]) => ({ id, name, channels })).sort(byId),
  };
}

function moduleEntry(module: Module): PlanNames['modules'][number] {
  const { id, name, outcome, strategy, followUp, voices, voiceTypes, parts, host } = module;
  return {
    id,
    name,
    ...(outcome !== undefined && { outcome }),
    ...(strategy !== undefined && { strategy }),
    ...(followUp && { action: followUp.action }),
    ...(followUp?.withinDays !== undefined && { withinDays: followUp.withinDays }),
    ...(voices.length > 0 && { voices }),
    ...(voiceTypes.length > 0 && { voiceTypes }),
    ...(parts > 1 && { parts }),
    ...(host && { host: host.department }),
  };
}

function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id < b.id ? -1 : 1;
}

/** The part of a plan that follows another in which names are kept. */
type Called = Pick<Plan, 'names' | 'groups' | 'asOf'>;

/**
 * What the next plan keeps of former names: those of the previous one, and whatever it called otherwise or knew alone.
 * @param number of the next plan
 */
export function formerNames(previous: Plan, next: Called, number: number): PlanFormer[] {
  // A plan that looks back further than the one before it: what lies ahead again is called as all else is.
  const kept = (previous.former ?? []).map((one) =>
    one.asOf > next.asOf ? { ...one, asOf: next.asOf } : one,
  );
  const { names } = previous;
  if (!names || !next.names) return kept;
  const before: Record<string, readonly Entry[]> = {};
  const since: Record<string, readonly Id[]> = {};
  const compare = (kind: NamedKind | 'groups', then: readonly { id: Id }[], now: readonly { id: Id }[]) => {
    const [was, is] = [textsById(then), textsById(now)];
    const other = then.filter(({ id }) => is.get(id) !== was.get(id));
    const added = now.flatMap(({ id }) => (was.has(id) ? [] : [id]));
    if (other.length > 0) before[kind] = other as unknown as readonly Entry[];
    if (added.length > 0) since[kind] = added;
  };
  for (const kind of NAMED) compare(kind, names[kind], next.names[kind]);
  compare('groups', previous.groups, next.groups);
  const resized = names.groupSize !== next.names.groupSize;
  if (!resized && Object.keys(before).length + Object.keys(since).length === 0) return kept;
  const one: PlanFormer = {
    issue: number,
    asOf: next.asOf,
    ...(resized && { groupSize: names.groupSize }),
    names: before,
    since,
  };
  return [...kept, one];
}

function textsById(list: readonly { id: Id }[]): Map<Id, string> {
  return new Map(list.map((one) => [one.id, JSON.stringify(one)]));
}

/** What things were called, and which groups there were, on a day of the past. */
export interface PastState {
  readonly model: Names;
  readonly groups: readonly PlanGroup[];
}

/** A plan with the names of each of its days. */
export class History {
  private readonly plan: Plan;
  private readonly former: readonly PlanFormer[];
  private readonly thenAt: (from: number) => PastState | undefined;

  constructor(plan: Plan, model: Model) {
    this.plan = plan;
    this.former = plan.former ?? [];
    const { names } = plan;
    const known = new Map<number, PastState>();
    const isOfNow = lazy(() => JSON.stringify(namesOf(model)) === JSON.stringify(names));
    this.thenAt = (from) => {
      if (!names || (from === this.former.length && isOfNow())) return undefined;
      const then = known.get(from) ?? thenOf(plan, names, this.former.slice(from));
      known.set(from, then);
      return then;
    };
  }

  /** The names of an item's day, the same object each time; undefined where they are those of now. */
  of(item: Item): PastState | undefined {
    const era = this.eraOf(item);
    return era === undefined ? undefined : this.thenAt(era);
  }

  /** How many plans that changed names came before an item stood for good; undefined where it does not yet. */
  private eraOf(item: Item): number | undefined {
    const later =
      item.status === 'cancelled'
        ? ({ issue }: PlanFormer) => issue >= (item.issue ?? 1)
        : ({ asOf }: PlanFormer) => beginningOf(item) < asOf;
    if (item.status === 'confirmed' && !isHeld(item, this.plan.asOf)) return undefined;
    const found = this.former.findIndex(later);
    return found < 0 ? this.former.length : found;
  }
}

/** What a plan of another day calls things; undefined of one that kept no names. */
export function namesIn(plan: Plan): PastState | undefined {
  return plan.names && thenOf(plan, plan.names, []);
}

/** @param later what was called otherwise from then on, oldest first */
function thenOf(plan: Plan, names: PlanNames, later: readonly PlanFormer[]): PastState {
  const tables = Object.fromEntries(
    NAMED.map((kind) => [kind, new Map<Id, Entry>(names[kind].map((entry) => [entry.id, entry]))]),
  ) as Record<NamedKind, Map<Id, Entry>>;
  const groups = new Map(plan.groups.map((group) => [group.id, group]));
  let { groupSize } = names;
  for (const one of [...later].reverse()) {
    groupSize = one.groupSize ?? groupSize;
    for (const kind of NAMED) {
      for (const id of one.since[kind] ?? []) tables[kind].delete(id);
      for (const entry of one.names[kind] ?? []) tables[kind].set(entry.id, entry);
    }
    for (const id of one.since.groups ?? []) groups.delete(id);
    for (const group of one.names.groups ?? []) groups.set(group.id, group);
  }
  const modules = Array.from(tables.modules, ([id, entry]) => [id, moduleNames(entry)] as const);
  const { sites, rooms, departments, roles, stages, themes, voices, facilitators, rituals } = tables;
  return {
    model: {
      ...({
        sites,
        rooms,
        departments,
        roles,
        stages,
        themes,
        voices,
        facilitators,
        rituals,
      } as unknown as Names),
      modules: new Map(modules),
      posts: postsOf(groups.values()),
      policy: { groupSize },
    },
    groups: [...groups.values()].sort(byId),
  };
}

function moduleNames(entry: Entry): ModuleNames {
  const { name, outcome, strategy, action, withinDays, voices, voiceTypes, parts, host } =
    entry as PlanNames['modules'][number];
  return {
    name,
    outcome,
    strategy,
    followUp: action === undefined ? undefined : { action, withinDays },
    voices: voices ?? [],
    voiceTypes: voiceTypes ?? [],
    parts: parts ?? 1,
    host: host === undefined ? undefined : { department: host },
  };
}

function postsOf(groups: Iterable<PlanGroup>): Names['posts'] {
  const posts = new Map<Id, { heads: number }>();
  for (const { role, site, shift, heads, joiners } of groups) {
    if (joiners !== false) continue;
    const id = `${role}.${site}.${shift}`;
    const post = posts.get(id) ?? { heads: 0 };
    posts.set(id, post);
    post.heads += heads;
  }
  return posts;
}

/** A module that the workspace no longer has, as far as a session of it needs one. */
export function retiredModule(id: Id, names: ModuleNames | undefined, session?: PlanSession): Module {
  return {
    id,
    audience: { posts: new Set(), heads: 0, label: '' },
    minutes: session?.minutes ?? 0,
    format: (session?.format ?? 'talk') as Format,
    led: (session?.led ?? 'self') as Led,
    leaders: 1,
    skill: id,
    seats: { min: 1, max: undefined },
    days: undefined,
    hours: undefined,
    sites: undefined,
    when: { kind: 'once', from: 0, by: 0 },
    themes: session?.themes ?? [],
    stages: session?.stages ?? [],
    allStages: false,
    touchpoints: [],
    moments: [],
    tags: new Set(),
    kind: 'practice',
    metrics: [],
    after: [],
    room: { kind: 'none', features: [], rooms: undefined },
    basics: [],
    paid: true,
    maxAway: undefined,
    minOnShift: undefined,
    facilitators: undefined,
    reviewBy: undefined,
    ...(names ?? { name: id, ...NOTHING_SAID }),
    host: undefined,
  };
}

const NOTHING_SAID = {
  outcome: undefined,
  strategy: undefined,
  followUp: undefined,
  voices: [],
  voiceTypes: [],
  parts: 1,
};
