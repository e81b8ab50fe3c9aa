/** What is asked of the people of some sessions there. */
import type { Demand, Group, Requirement } from '../../demand/types.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Id } from '../../model/model.ts';

/** The demand of some sessions, and more of it, in the order of the whole one. */
export function askedIn(
  { groups, requirements }: Demand,
  sessions: readonly PlanSession[],
  more: ReadonlySet<Requirement>,
): Demand {
  const seated = seatedIn(sessions);
  const own = requirements.filter((requirement) => {
    const { module, occurrence, group } = requirement;
    return more.has(requirement) || seated.get(module.id)?.get(occurrence)?.has(group.id);
  });
  const who = new Set<Group>();
  for (const { group } of own) who.add(group);
  return { groups: groups.filter((group) => who.has(group)), requirements: own };
}

/** Module → occurrence → ids of the groups. */
function seatedIn(sessions: readonly PlanSession[]): Map<Id, Map<string, Set<Id>>> {
  const seated = new Map<Id, Map<string, Set<Id>>>();
  for (const { module, occurrence, attendees } of sessions) {
    const ofModule = seated.get(module) ?? new Map<string, Set<Id>>();
    seated.set(module, ofModule);
    const groups = ofModule.get(occurrence) ?? new Set<Id>();
    ofModule.set(occurrence, groups);
    for (const { group } of attendees) groups.add(group);
  }
  return seated;
}
