/** Who must learn what by when: one requirement for each group, module, occurrence and part. */
import type { Model, Module } from '../model/model.ts';
import { momentOf, type Occurrence, occurrencesOf } from './occurrences.ts';
import type { Group, Requirement } from './types.ts';
import { type Occasions, presentIn } from './windows.ts';

/** Requirements of one module, by window and part, then group. Groups come sorted by id. */
export function requirementsOf(
  model: Model,
  module: Module,
  groups: readonly Group[],
  occasions: Occasions,
): Requirement[] {
  if (module.format === 'interview') return [];
  const asked = groups.filter((group) => module.audience.posts.has(group.post.id));
  const first = asked.filter(({ held }) => held?.get(module.id)?.isAskedFirst !== false);
  const own =
    module.when.kind === 'moment'
      ? ofMoment(model, module, module.when.moment, first, occasions)
      : ofYear(model, module, first, occasions);
  return module.validFor ? [...own, ...renewals(module, asked)] : own;
}

/** Of those whose certificates end, by window, then group. */
function renewals(module: Module, groups: readonly Group[]): Requirement[] {
  const asks = new Map<string, Ask>();
  const out = groups.flatMap((group) =>
    (group.held?.get(module.id)?.renewals ?? []).flatMap(({ occurrence: id, from, by }) => {
      const key = `${id} ${from} ${by}`;
      const ask = asks.get(key) ?? asksOf(module, { id, from, by })[0]!;
      asks.set(key, ask);
      return from <= by ? [requirement(ask, group)] : [];
    }),
  );
  return out.sort((a, b) => a.from - b.from || a.by - b.by);
}

/** Everybody, joiners once they have found their feet; the occurrences are the same for all who are there. */
function ofYear(model: Model, module: Module, groups: readonly Group[], occasions: Occasions): Requirement[] {
  const ordinary = groups.filter(({ asked }) => asked !== undefined);
  const out: Requirement[] = [];
  for (const occurrence of occurrencesOf(module.when, model.programme)) {
    const cut = new Map<Group, Ask[]>();
    for (const [part, ask] of asksOf(module, occurrence).entries()) {
      for (const group of ordinary) {
        const { from, until } = group.asked!;
        if (from <= ask.from && until >= ask.by) {
          out.push(requirement(ask, group));
          continue;
        }
        if (part === 0) cut.set(group, asksCut(module, occurrence, group, occasions));
        const own = cut.get(group)![part];
        if (own) out.push(requirement(own, group));
      }
    }
  }
  return out;
}

/** What is asked of people who are there for some of a window: nothing where that offers no start. */
function asksCut(module: Module, occurrence: Occurrence, group: Group, occasions: Occasions): Ask[] {
  const own = presentIn(occurrence, group.asked!);
  if (!own || occasions.count(group.post, module, own, module.parts) < module.parts) return [];
  return asksOf(module, { id: occurrence.id, ...own });
}

/** Joiners only; each group counts from the day it joined. */
function ofMoment(
  model: Model,
  module: Module,
  id: string,
  groups: readonly Group[],
  occasions: Occasions,
): Requirement[] {
  const moment = model.moments.get(id);
  if (!moment) return [];
  const out: Requirement[] = [];
  for (const group of groups) {
    if (group.joiners === undefined || !moment.audience.posts.has(group.post.id)) continue;
    const whole = momentOf(moment, group, model.programme);
    const occurrence = whole && reachable(module, whole, group, occasions);
    if (!occurrence) continue;
    for (const ask of asksOf(module, occurrence)) out.push(requirement(ask, group));
  }
  return out.sort((a, b) => a.from - b.from || a.by - b.by || (a.part?.number ?? 0) - (b.part?.number ?? 0));
}

/**
 * A moment as far as people are there for it. One that falls on days without a start, such as a Sunday, goes on
 * until the first day that has one: nobody can be asked to come on a closed day.
 */
function reachable(
  module: Module,
  whole: Occurrence,
  group: Group,
  occasions: Occasions,
): Occurrence | undefined {
  const own = presentIn(whole, group.stay);
  if (!own) return undefined;
  if (occasions.count(group.post, module, own, 1) > 0) return { id: whole.id, ...own };
  const next = occasions.after(group.post, module, own.by);
  // Where no day of the year offers a start, the module says why by finding no place.
  if (next === undefined) return occasions.any(group.post, module) ? undefined : { id: whole.id, ...own };
  return next <= group.stay.until ? { id: whole.id, from: own.from, by: next } : undefined;
}

/** What is asked of every group alike; a large firm has millions of requirements, which share it. */
interface Ask extends Omit<Requirement, 'id' | 'group'> {
  /** `<module>.<occurrence>.` */
  readonly prefix: string;
}

/** An occurrence of a module, part by part. */
function asksOf(module: Module, { id, from, by }: Occurrence): Ask[] {
  const because = ['modules', module.id, 'when'];
  const parts: Requirement['part'][] =
    module.parts <= 1
      ? [undefined]
      : Array.from({ length: module.parts }, (_, i) => ({ number: i + 1, of: module.parts }));
  return parts.map((part) => {
    const occurrence = part ? `${id}.p${part.number}` : id;
    return { prefix: `${module.id}.${occurrence}.`, module, occurrence, part, from, by, because };
  });
}

function requirement(
  { prefix, module, occurrence, part, from, by, because }: Ask,
  group: Group,
): Requirement {
  return { id: prefix + group.id, module, group, occurrence, part, from, by, because };
}
