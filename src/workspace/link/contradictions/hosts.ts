/** Shadowing that no host could receive. */
import type { Department, Id, Model, Module } from '../../../model/model.ts';
import { reachOf } from './reach.ts';
import type { Check, Ground } from './types.ts';

function hostsReceive({ model, report }: Ground): void {
  const sitesOf = new Map<Id, Set<Id>>();
  for (const post of model.posts.values()) {
    if (post.heads === 0) continue;
    const sites = sitesOf.get(post.department) ?? new Set();
    sitesOf.set(post.department, sites.add(post.site));
  }
  for (const module of model.modules.values()) {
    const { id, host, format } = module;
    if (host && format !== 'shadowing') {
      report({
        code: 'host-without-shadowing',
        at: ['modules', id, 'host'],
        key: true,
        message: `module "${id}" has a host, but is a ${format}: only shadowing visits one`,
        fix: 'write format: shadowing, or take the host out',
        related: [{ message: 'its format', at: ['modules', id, 'format'] }],
      });
    } else if (!host && format === 'shadowing') {
      report({
        code: 'shadowing-without-host',
        at: ['modules', id, 'format'],
        message: `module "${id}" is shadowing, but does not say whom`,
        fix: 'add host: { department: …, guests: 2 }',
      });
    } else if (host) hostTakesGuests(module, model, sitesOf.get(host.department) ?? new Set(), report);
  }
}

function hostTakesGuests(
  module: Module,
  model: Model,
  hostSites: ReadonlySet<Id>,
  report: Ground['report'],
): void {
  const host = module.host!;
  const at = ['modules', module.id, 'host'];
  const department = model.departments.get(host.department) as Department;
  const related = [
    { message: `department "${department.id}"`, at: ['departments', department.id], key: true },
  ];
  const homeless = reachOf(module.audience, model).sites.filter((site) => !hostSites.has(site));
  const longest = Math.max(
    ...[...department.shifts.values()].flatMap(({ times }) =>
      times.map(({ hours }) => hours.end - hours.start),
    ),
  );
  if (hostSites.size === 0) {
    report({
      code: 'host-without-people',
      at: [...at, 'department'],
      message: `module "${module.id}" visits department "${department.id}", where nobody works`,
      fix: 'give a role of the department heads, or choose another host',
      related,
    });
  } else if (host.site !== undefined && !hostSites.has(host.site)) {
    report({
      code: 'host-not-at-site',
      at: [...at, 'site'],
      message: `module "${module.id}" sends guests to "${host.site}", where department "${department.id}" has nobody`,
      fix: `it works at ${[...hostSites].sort().join(', ')}`,
      related,
    });
  } else if (host.site === undefined && homeless.length > 0) {
    report({
      code: 'host-without-site',
      at: [...at, 'department'],
      message: `module "${module.id}" visits department "${department.id}", which is not at ${homeless.join(', ')}, where guests of its audience work`,
      fix: `say where they go: host.site: ${[...hostSites].sort()[0]}`,
      related,
    });
  }
  if (module.minutes > longest) {
    report({
      code: 'longer-than-host-shift',
      at: ['modules', module.id, 'minutes'],
      message: `module "${module.id}" takes ${module.minutes} minutes, longer than every shift of its host "${department.id}" (the longest: ${longest} minutes)`,
      fix: 'shorten it, or split it into parts',
      related,
    });
  }
}

export const HOST_CHECKS: readonly Check[] = [
  { needs: ['programme', 'sites', 'departments', 'roles'], check: hostsReceive },
];
