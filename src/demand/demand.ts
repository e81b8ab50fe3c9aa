/** Groups and requirements: everything that the year's plan must find a place for. */
import type { Model } from '../model/model.ts';
import { byId, ordinaryGroups } from './groups.ts';
import { joinerGroups } from './joiners.ts';
import { requirementsOf } from './requirements.ts';
import type { Demand, Requirement } from './types.ts';

/** The demand of a model; pure, linear in groups × occurrences. */
export function makeDemand(model: Model): Demand {
  const groups = [...ordinaryGroups(model), ...joinerGroups(model)].sort(byId);
  const modules = [...model.modules.values()].sort(byId);
  const requirements: Requirement[] = [];
  for (const module of modules) {
    for (const one of requirementsOf(model, module, groups)) requirements.push(one);
  }
  return { groups, requirements };
}
