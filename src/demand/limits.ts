/**
 * How large a year may be before anybody begins to plan it. A gate plans what a stranger sends: the counts are worked
 * out from the model alone, without making a single group, and what goes beyond the limits is told with its sum.
 */
import { sum } from '../collections/sums.ts';
import type { Pointer } from '../diagnostics/diagnostic.ts';
import type { Model, Module } from '../model/model.ts';
import { occurrencesOf } from './occurrences.ts';

export type LimitName = 'groups' | 'perGroup' | 'requirements' | 'sessions';

/**
 * A firm of a million people has 400,000 groups, 5 million requirements, 42 for a group, and about as many sessions
 * as one in five requirements. A workspace may lower them; only the command line lifts them.
 */
export const LIMITS: Readonly<Record<LimitName, number>> = {
  groups: 600_000,
  perGroup: 1_000,
  requirements: 8_000_000,
  sessions: 4_000_000,
};

export interface TooLarge {
  readonly limit: LimitName;
  readonly message: string;
  readonly pointer: Pointer;
}

interface ModuleDemand {
  readonly module: Module;
  /** Occurrences times parts. */
  readonly times: number;
}

/** The first limit that the year goes beyond; undefined where it is within all of them. */
export function tooLarge(model: Model): TooLarge | undefined {
  const limits = { ...LIMITS, ...model.policy.limits };
  const groupsOf = new Map(
    [...model.posts.values()].map(({ id, heads }) => [id, Math.ceil(heads / model.policy.groupSize)]),
  );
  const groups = sum(groupsOf.values());
  if (groups > limits.groups) return tooManyGroups(model, groups, limits.groups);
  const asked = [...model.modules.values()].flatMap((module): ModuleDemand[] => {
    const times = module.format === 'interview' ? 0 : occurrencesOf(module.when, model.programme).length;
    return times === 0 ? [] : [{ module, times: times * Math.max(1, module.parts) }];
  });
  return tooManyAsked(model, asked, groupsOf, limits);
}

function tooManyGroups(model: Model, groups: number, limit: number): TooLarge {
  const { groupSize } = model.policy;
  const people = sum([...model.posts.values()].map(({ heads }) => heads));
  const [largest] = [...model.roles.values()].sort((a, b) => sum(b.heads.values()) - sum(a.heads.values()));
  return {
    limit: 'groups',
    message: `this firm has ${text(groups)} groups, more than ${text(limit)}: ${text(people)} people in groups of ${text(groupSize)}`,
    pointer: largest ? ['roles', largest.id, 'heads'] : ['policy', 'groupSize'],
  };
}

/** Adds up module by module and stops as soon as it is too much: each step adds one requirement at least. */
function tooManyAsked(
  model: Model,
  asked: readonly ModuleDemand[],
  groupsOf: ReadonlyMap<string, number>,
  limits: Readonly<Record<LimitName, number>>,
): TooLarge | undefined {
  const perPost = new Map<string, number>();
  let requirements = 0;
  let sessions = 0;
  for (const { module, times } of asked) {
    let groups = 0;
    let heads = 0;
    for (const post of module.audience.posts) {
      const own = groupsOf.get(post) ?? 0;
      if (own === 0) continue;
      groups += own;
      heads += model.posts.get(post)!.heads;
      perPost.set(post, (perPost.get(post) ?? 0) + times);
      if (perPost.get(post)! > limits.perGroup) {
        const all = asked.filter((one) => one.module.audience.posts.has(post));
        return over(
          'perGroup',
          'a group is asked for',
          all,
          sum(all.map((one) => one.times)),
          limits.perGroup,
        );
      }
    }
    requirements += groups * times;
    sessions += times * Math.ceil(heads / (module.seats.max ?? Math.max(1, heads)));
    if (requirements > limits.requirements)
      return over('requirements', 'this year has', asked, requirements, limits.requirements, groups);
    if (sessions > limits.sessions)
      return over('sessions', 'this year needs', asked, sessions, limits.sessions);
  }
  return undefined;
}

/** `300 modules × 50 times`: the sum is told by the cadence that most modules share. */
function over(
  limit: LimitName,
  who: string,
  asked: readonly ModuleDemand[],
  count: number,
  most: number,
  groups?: number,
): TooLarge {
  const byTimes = new Map<number, number>();
  for (const { times } of asked) byTimes.set(times, (byTimes.get(times) ?? 0) + 1);
  const [[times, modules]] = [...byTimes].sort((a, b) => b[0] * b[1] - a[0] * a[1]) as [[number, number]];
  const [largest] = [...asked].sort((a, b) => b.times - a.times || (a.module.id < b.module.id ? -1 : 1));
  const of = groups === undefined ? '' : ` × up to ${text(groups)} groups`;
  const what = limit === 'sessions' || limit === 'perGroup' ? 'sessions' : 'requirements';
  return {
    limit,
    message:
      `${who} at least ${text(count)} ${what}, more than ${text(most)}: ${text(modules)} ${modules === 1 ? 'module' : 'modules'} × ${text(times)} times${of}, and others`.replace(
        asked.length === modules ? ', and others' : /$^/,
        '',
      ),
    pointer: ['modules', largest!.module.id, 'when'],
  };
}

/** `8,000,000` */
function text(value: number): string {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ',');
}
