/** Modules that nobody could attend: no audience, no time, no meeting, no host, nobody who joins. */
import { clock } from '../../../calendar/date.ts';
import type { Department, Id, Model, Module, Post, Role } from '../../../model/model.ts';
import { ONLINE } from '../../../model/model.ts';
import { audienceResolver } from '../audiences.ts';
import { reachOf } from './reach.ts';
import type { Check, Ground } from './types.ts';

/** Checks that look at modules with people in their audience. */
function* attended(model: Model): Iterable<Module> {
  for (const module of model.modules.values()) if (module.audience.posts.size > 0) yield module;
}

/** Whether its sessions are planned at all. */
function isPlanned({ format, when }: Module): boolean {
  return format !== 'interview' && when.kind !== 'trigger';
}

function audiencesMeanSomebody({ written, model, report }: Ground): void {
  // Roles without heads are warned about where they stand: an audience of theirs is empty for that reason alone.
  const posts = new Map([...model.posts, ...emptyPosts(model)]);
  const resolve = audienceResolver({ ...model, posts }, written.audiences);
  for (const [id, module] of written.modules) {
    if (model.modules.get(id)!.audience.posts.size > 0 || resolve(module.audience).posts.size > 0) continue;
    report({
      code: 'nobody-attends',
      at: ['modules', id, 'audience'],
      message: `module "${id}" is for ${model.modules.get(id)!.audience.label}, and nobody is that`,
      fix: 'all parts of an audience must hold at once: take one out or widen it',
      related:
        typeof module.audience === 'string' && written.audiences.has(module.audience)
          ? [{ message: `audience "${module.audience}"`, at: ['audiences', module.audience], key: true }]
          : [],
    });
  }
  const sections = [
    ['themes', model.themes],
    ['moments', model.moments],
    ['rituals', model.rituals],
  ] as const;
  for (const [section, entries] of sections) {
    for (const { id, audience } of entries.values()) {
      const own = written[section].get(id)?.audience;
      if (own === undefined || audience.posts.size > 0 || resolve(own).posts.size > 0) continue;
      report({
        code: 'nobody-meant',
        severity: 'warn',
        at: [section, id, 'audience'],
        message: `${section.slice(0, -1)} "${id}" is for ${audience.label}, and nobody is that`,
        fix: 'all parts of an audience must hold at once: take one out or widen it',
      });
    }
  }
}

function emptyPosts(model: Model): [Id, Post][] {
  const found: [Id, Post][] = [];
  for (const role of model.roles.values()) {
    if (role.heads.size > 0) continue;
    const { site } = model.departments.get(role.department)!;
    for (const shift of role.shifts) {
      const id = `${role.id}.${site}.${shift}`;
      found.push([id, { id, role: role.id, department: role.department, site, shift, heads: 0 }]);
    }
  }
  return found;
}

function sessionsFitShifts({ model, report }: Ground): void {
  const longest = new Map<string, number>();
  for (const department of model.departments.values()) {
    for (const { id, times } of department.shifts.values()) {
      longest.set(`${department.id} ${id}`, Math.max(...times.map(({ hours }) => hours.end - hours.start)));
    }
  }
  for (const module of attended(model)) {
    if (!isPlanned(module)) continue;
    let best: { minutes: number; department: Id; shift: Id } | undefined;
    for (const { department, shift } of reachOf(module.audience, model).shifts) {
      const minutes = longest.get(`${department} ${shift}`) ?? 0;
      if (!best || minutes > best.minutes) best = { minutes, department, shift };
    }
    if (!best || module.minutes <= best.minutes) continue;
    report({
      code: 'longer-than-shift',
      at: ['modules', module.id, 'minutes'],
      message: `module "${module.id}" takes ${module.minutes} minutes, longer than every shift of its audience (the longest: ${best.minutes} minutes)`,
      fix: 'split it into parts',
      related: [
        {
          message: `shift "${best.shift}" of department "${best.department}"`,
          at: ['departments', best.department, 'shifts', best.shift],
          key: true,
        },
      ],
    });
  }
}

function sessionsFitOwnHours({ model, report }: Ground): void {
  const grid = model.policy.startEvery;
  for (const { id, hours, minutes, format } of model.modules.values()) {
    if (!hours) continue;
    const at = ['modules', id, 'hours'];
    const span = `${clock(hours.start)}-${clock(hours.end)}`;
    if (hours.end - hours.start < minutes) {
      report({
        code: 'longer-than-hours',
        at,
        message: `module "${id}" takes ${minutes} minutes, but may only be held ${span}`,
        fix: 'widen its hours',
        related: [{ message: 'its length', at: ['modules', id, 'minutes'] }],
      });
    } else if (format !== 'huddle' && Math.ceil(hours.start / grid) * grid + minutes > hours.end) {
      report({
        code: 'no-start-in-hours',
        at,
        message: `module "${id}" takes ${minutes} minutes within ${span}, but sessions start every ${grid} minutes from 00:00, and none of these starts fits`,
        fix: 'widen its hours, or set policy.startEvery',
        related: [{ message: 'its length', at: ['modules', id, 'minutes'] }],
      });
    }
  }
}

function huddlesHaveMeetings({ model, report }: Ground): void {
  for (const module of attended(model)) {
    if (module.format !== 'huddle' || !isPlanned(module)) continue;
    for (const id of reachOf(module.audience, model).departments) {
      const { meetings } = model.departments.get(id)!;
      const other = [{ message: `department "${id}"`, at: ['departments', id, 'meetings'], key: true }];
      const longest = Math.max(0, ...meetings.map((meeting) => meeting.minutes));
      if (meetings.length === 0) {
        report({
          code: 'huddle-without-meeting',
          at: ['modules', module.id, 'audience'],
          message: `huddle "${module.id}" is for department "${id}" too, which has no meeting to hold it in`,
          fix: `add a meeting to department "${id}", or leave the department out`,
          related: other,
        });
      } else if (longest < module.minutes) {
        report({
          code: 'huddle-too-long',
          at: ['modules', module.id, 'minutes'],
          message: `huddle "${module.id}" takes ${module.minutes} minutes, but the longest meeting of department "${id}" takes ${longest}`,
          fix: 'shorten the huddle, or lengthen the meeting',
          related: other,
        });
      }
    }
  }
}

function momentsHaveJoiners({ model, report }: Ground): void {
  for (const { id, when, format, audience } of model.modules.values()) {
    if (when.kind !== 'moment') continue;
    const moment = model.moments.get(when.moment)!;
    if (moment.id === 'interview') {
      if (format === 'interview') continue;
      report({
        code: 'interview-moment',
        at: ['modules', id, 'when', 'moment'],
        message: `module "${id}" is a ${format} at the interview, when nobody works here yet`,
        fix: 'write format: interview, or choose a later moment',
        related: [{ message: 'its format', at: ['modules', id, 'format'] }],
      });
      continue;
    }
    if (audience.posts.size === 0 || joinersIn(model, audience.posts, moment.audience.posts) > 0) continue;
    const roles = reachOf(audience, model).roles.slice(0, 3);
    report({
      code: 'moment-without-joiners',
      at: ['modules', id, 'when', 'moment'],
      message: `module "${id}" is held at "${moment.id}" after joining, but nobody joins ${audience.label}`,
      fix: model.people
        ? 'nobody of the roster joins during the programme'
        : 'write how many joiners these roles expect',
      related: roles.map((role) => ({
        message: `role "${role}" expects no joiners`,
        at: ['roles', role],
        key: true,
      })),
    });
  }
}

function rolesOf(model: Model, posts: ReadonlySet<Id>): Set<Id> {
  return new Set([...posts].map((id) => model.posts.get(id)!.role));
}

function joinersIn(model: Model, audience: ReadonlySet<Id>, moment: ReadonlySet<Id>): number {
  if (model.people) {
    const { starts } = model.programme;
    return model.people.filter(({ role, site, shift, joined }) => {
      const post = `${role}.${site}.${shift}`;
      return joined !== undefined && joined >= starts && audience.has(post) && moment.has(post);
    }).length;
  }
  const roles = rolesOf(model, new Set([...audience].filter((post) => moment.has(post))));
  return [...roles].reduce((sum, role) => sum + (model.roles.get(role) as Role).joiners, 0);
}

function sitesHavePeople({ model, report }: Ground): void {
  for (const module of attended(model)) {
    if (!module.sites || module.format === 'shadowing' || !isPlanned(module)) continue;
    const at = ['modules', module.id, 'sites'];
    if (module.room.kind === 'online' && !module.sites.has(ONLINE)) {
      report({
        code: 'online-not-allowed',
        at,
        message: `module "${module.id}" is held online, but may only be held at ${[...module.sites].join(', ')}`,
        fix: 'add online to its sites',
      });
    } else if (
      module.room.kind !== 'online' &&
      !reachOf(module.audience, model).sites.some((site) => module.sites!.has(site))
    ) {
      report({
        code: 'nobody-at-sites',
        at,
        message: `module "${module.id}" may only be held at ${[...module.sites].join(', ')}, where nobody of its audience works`,
        fix: 'add the sites of its audience, or write room: online',
        related: [{ message: 'its audience', at: ['modules', module.id, 'audience'] }],
      });
    }
  }
}

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

const PEOPLE = ['programme', 'sites', 'departments', 'roles'];

export const ATTENDANCE_CHECKS: readonly Check[] = [
  { needs: [...PEOPLE, 'audiences'], check: audiencesMeanSomebody },
  { needs: PEOPLE, check: sessionsFitShifts },
  { needs: ['policy'], check: sessionsFitOwnHours },
  { needs: ['departments'], check: huddlesHaveMeetings },
  { needs: [...PEOPLE, 'moments', 'people'], check: momentsHaveJoiners },
  { needs: [...PEOPLE], check: sitesHavePeople },
  { needs: [...PEOPLE], check: hostsReceive },
];
