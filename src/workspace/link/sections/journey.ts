/** `stages`, `metrics`, `voices`: the customer's journey, what it is measured by, and the customer's own voice in it. */

import { append } from '../../../collections/lists.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Id, Metric, Post, Role, Stage, Touchpoint, Voice } from '../../../model/model.ts';
import { asList, nameOf, optionalDay } from '../values.ts';
import type { Written, WrittenMetric, WrittenTouchpoint, WrittenVoice } from '../written.ts';

/** Stages in the order of `programme.journey`; those it leaves out follow by id. */
export function linkStages(written: Written): Map<Id, Stage> {
  const journey = (written.programme.journey ?? []).filter((id) => written.stages.has(id));
  const rest = [...written.stages.keys()].filter((id) => !journey.includes(id)).sort(byCodeUnit);
  const stages = new Map<Id, Stage>();
  for (const id of [...journey, ...rest]) {
    const stage = written.stages.get(id)!;
    stages.set(id, {
      id,
      name: stage.name ?? nameOf(id),
      phase: stage.phase,
      feeling: stage.feeling,
      touchpoints: Object.keys(stage.touchpoints ?? {}).sort(byCodeUnit),
    });
  }
  return stages;
}

export function linkTouchpoints(
  written: Written,
  stages: ReadonlyMap<Id, Stage>,
  roles: ReadonlyMap<Id, Role>,
  posts: ReadonlyMap<Id, Post>,
): Map<Id, Touchpoint> {
  const postsOf = postsByOwner(posts);
  const touchpoints = new Map<Id, Touchpoint>();
  for (const stage of stages.values()) {
    for (const id of stage.touchpoints) {
      touchpoints.set(
        id,
        touchpoint(id, stage.id, written.stages.get(stage.id)!.touchpoints![id]!, roles, postsOf),
      );
    }
  }
  return touchpoints;
}

function touchpoint(
  id: Id,
  stage: Id,
  written: WrittenTouchpoint,
  roles: ReadonlyMap<Id, Role>,
  postsOf: { readonly role: ReadonlyMap<Id, Id[]>; readonly department: ReadonlyMap<Id, Id[]> },
): Touchpoint {
  const owners = asList(written.owner);
  const ownerRoles = owners.filter((owner) => roles.has(owner));
  const ownerDepartments = owners.filter((owner) => !roles.has(owner));
  return {
    id,
    name: written.name ?? nameOf(id),
    stage,
    ownerRoles,
    ownerDepartments,
    owners: new Set([
      ...ownerRoles.flatMap((owner) => postsOf.role.get(owner) ?? []),
      ...ownerDepartments.flatMap((owner) => postsOf.department.get(owner) ?? []),
    ]),
    reviewed: optionalDay(written.reviewed),
  };
}

function postsByOwner(posts: ReadonlyMap<Id, Post>): { role: Map<Id, Id[]>; department: Map<Id, Id[]> } {
  const role = new Map<Id, Id[]>();
  const department = new Map<Id, Id[]>();
  for (const post of posts.values()) {
    append(role, post.role, post.id);
    append(department, post.department, post.id);
  }
  return { role, department };
}

export function linkMetrics(written: ReadonlyMap<Id, WrittenMetric>): Map<Id, Metric> {
  return new Map(
    [...written]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, metric]) => [
        id,
        {
          id,
          name: metric.name ?? nameOf(id),
          unit: metric.unit,
          baseline: metric.baseline,
          target: metric.target,
          owner: metric.owner,
          stages: asList(metric.stages),
        },
      ]),
  );
}

export function linkVoices(written: ReadonlyMap<Id, WrittenVoice>): Map<Id, Voice> {
  return new Map(
    [...written]
      .sort(([a], [b]) => byCodeUnit(a, b))
      .map(([id, voice]) => [
        id,
        {
          id,
          name: voice.name ?? nameOf(id),
          type: voice.type,
          stages: asList(voice.stages),
          themes: asList(voice.themes),
          recorded: optionalDay(voice.recorded),
          consentUntil: optionalDay(voice.consentUntil),
          story: voice.story,
        },
      ]),
  );
}
