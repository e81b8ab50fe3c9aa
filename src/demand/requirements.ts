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
  return occurrencesOf(module.when, model.programme).flatMap((occurrence) =>
    partsOf(module).flatMap((part) => ordinary.map((group) => requirement(module, group, occurrence, part))),
  );
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
    for (const part of partsOf(module)) out.push(requirement(module, group, occurrence, part));
  }
  return out.sort((a, b) => a.from - b.from || a.by - b.by || (a.part?.number ?? 0) - (b.part?.number ?? 0));
}

type Part = Requirement['part'];

function partsOf(module: Module): Part[] {
  if (module.parts <= 1) return [undefined];
  return Array.from({ length: module.parts }, (_, i) => ({ number: i + 1, of: module.parts }));
}

function requirement(module: Module, group: Group, occurrence: Occurrence, part: Part): Requirement {
  const name = part ? `${occurrence.id}.p${part.number}` : occurrence.id;
  return {
    id: `${module.id}.${name}.${group.id}`,
    module,
    group,
    occurrence: name,
    part,
    from: occurrence.from,
    by: occurrence.by,
    because: ['modules', module.id, 'when'],
  };
}
