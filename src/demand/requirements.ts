/** Who must learn what by when: one requirement for each group, module, occurrence and part. */
import type { Model, Module } from '../model/model.ts';
import { momentOf, type Occurrence, occurrencesOf } from './occurrences.ts';
import type { Group, Requirement } from './types.ts';

/** Requirements of one module, by window and part, then group. Groups come sorted by id. */
export function requirementsOf(model: Model, module: Module, groups: readonly Group[]): Requirement[] {
  if (module.format === 'interview') return [];
  const asked = groups.filter((group) => module.audience.posts.has(group.post.id));
  return module.when.kind === 'moment'
    ? ofMoment(model, module, module.when.moment, asked)
    : ofYear(model, module, asked);
}

/** Everybody but joiners; the occurrences are the same for all. */
function ofYear(model: Model, module: Module, groups: readonly Group[]): Requirement[] {
  const ordinary = groups.filter((group) => group.joiners === undefined);
  const out: Requirement[] = [];
  for (const occurrence of occurrencesOf(module.when, model.programme)) {
    for (const ask of asksOf(module, occurrence)) {
      for (const group of ordinary) out.push(requirement(ask, group));
    }
  }
  return out;
}

/** Joiners only; each group counts from the day it joined. */
function ofMoment(model: Model, module: Module, id: string, groups: readonly Group[]): Requirement[] {
  const moment = model.moments.get(id);
  if (!moment) return [];
  const out: Requirement[] = [];
  for (const group of groups) {
    if (group.joiners === undefined || !moment.audience.posts.has(group.post.id)) continue;
    const occurrence = momentOf(moment, group, model.programme);
    if (!occurrence) continue;
    for (const ask of asksOf(module, occurrence)) out.push(requirement(ask, group));
  }
  return out.sort((a, b) => a.from - b.from || a.by - b.by || (a.part?.number ?? 0) - (b.part?.number ?? 0));
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
