/** Modules that their audience could not attend: no time, no meeting, no site, nobody who joins. */
import { spanText } from '../../../calendar/date.ts';
import { sum } from '../../../collections/sums.ts';
import type { Id, Model, Module } from '../../../model/model.ts';
import { meetingPlace, ONLINE, peopleTravel } from '../../../model/model.ts';
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

function sessionsFitShifts({ model, report }: Ground): void {
  const longest = new Map<string, number>();
  for (const department of model.departments.values()) {
    for (const { id, times } of department.shifts.values()) {
      longest.set(`${department.id} ${id}`, Math.max(...times.map(({ hours }) => hours.end - hours.start)));
    }
  }
  for (const module of attended(model)) {
    if (!isPlanned(module) || module.outsideShift) continue;
    let best: { minutes: number; way: number; department: Id; shift: Id } | undefined;
    for (const { department, shift, site } of attendingFrom(module, model)) {
      const minutes = longest.get(`${department} ${shift}`) ?? 0;
      const way = site === undefined ? 0 : peopleTravel(model, site, meetingPlace(model, module, site));
      if (!best || minutes - 2 * way > best.minutes - 2 * best.way)
        best = { minutes, way, department, shift };
    }
    if (!best || module.minutes + 2 * best.way <= best.minutes) continue;
    const { way } = best;
    const takes = `${module.minutes} minutes${way > 0 ? ` and ${way} each way` : ''}`;
    report({
      code: 'longer-than-shift',
      at: ['modules', module.id, 'minutes'],
      message: `module "${module.id}" takes ${takes}, longer than every shift of its audience (the longest: ${best.minutes} minutes)`,
      fix:
        way > 0 && module.minutes <= best.minutes
          ? 'hold it nearer to where they work (at), allow hoursOutsideShift, or split it into parts'
          : 'split it into parts',
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

/** The shifts of an audience; and from which sites, where these matter. */
function attendingFrom(
  module: Module,
  model: Model,
): Iterable<{ readonly department: Id; readonly shift: Id; readonly site?: Id }> {
  return module.at
    ? [...module.audience.posts].map((id) => model.posts.get(id)!)
    : reachOf(module.audience, model).shifts;
}

/** Overtime that nobody pays, or of what is held in a meeting. */
function overtimeMakesSense({ written, model, report }: Ground): void {
  for (const { id, paid, format } of model.modules.values()) {
    if (written.modules.get(id)?.hoursOutsideShift === undefined) continue;
    const at = ['modules', id, 'hoursOutsideShift'];
    if (!paid) {
      report({
        code: 'unpaid-overtime',
        at,
        key: true,
        message: `module "${id}" may be held outside the shift, and its time is not paid`,
        fix: 'take paid: false out, or hold it in the shift',
        related: [{ message: 'paid', at: ['modules', id, 'paid'], key: true }],
      });
    }
    if (format === 'huddle') {
      report({
        code: 'huddle-outside-shift',
        at,
        key: true,
        message: `module "${id}" is a huddle, which is held inside a meeting, never outside the shift`,
        fix: 'take hoursOutsideShift out',
        related: [{ message: 'its format', at: ['modules', id, 'format'] }],
      });
    }
  }
}

function sessionsFitOwnHours({ model, report }: Ground): void {
  const grid = model.policy.startEvery;
  for (const { id, hours, minutes, format } of model.modules.values()) {
    if (!hours) continue;
    const at = ['modules', id, 'hours'];
    const span = spanText(hours);
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
    const { roles: all, departments } = reachOf(audience, model);
    const isNamed = departments.every((department) => model.named.has(department));
    const roles = all.slice(0, 3);
    report({
      code: 'moment-without-joiners',
      // A year in which nobody comes is no mistake: the module waits for the next who does.
      severity: 'info',
      at: ['modules', id, 'when', 'moment'],
      message: `module "${id}" is held at "${moment.id}" after joining, and nobody is known to join this year (audience: ${audience.label}): it makes no session`,
      fix: isNamed
        ? 'nothing need be done: it is planned as soon as somebody joins in the roster'
        : 'write how many joiners these roles expect, if any are',
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
  const meant = new Set([...audience].filter((post) => moment.has(post)));
  const { starts, ends } = model.programme;
  const named = (model.people ?? []).filter(
    ({ joined, moves }) => joined !== undefined && joined >= starts && joined <= ends && moves !== true,
  );
  const expected = [...rolesOf(model, meant)].map((id) => {
    const own = named.filter(({ role }) => role === id);
    const there = own.filter(({ role, site, shift }) => meant.has(`${role}.${site}.${shift}`));
    return there.length + Math.max(0, model.roles.get(id)!.joiners - own.length);
  });
  return sum(expected);
}

function momentsAreReached({ model, report }: Ground): void {
  const { starts, ends } = model.programme;
  for (const { id, when } of model.modules.values()) {
    if (when.kind !== 'moment') continue;
    const moment = model.moments.get(when.moment)!;
    if (moment.to < 0 || starts + moment.to <= ends) continue;
    report({
      code: 'moment-outside-programme',
      severity: 'warn',
      at: ['modules', id, 'when', 'moment'],
      message: `module "${id}" is held at "${moment.id}", up to ${moment.to} days after joining, but the programme ends after ${ends - starts}: nobody who joins in it gets that far`,
      fix: 'choose an earlier moment, or plan a longer programme',
      related: [{ message: 'the programme ends here', at: ['programme', 'ends'] }],
    });
  }
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
      !module.at &&
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

const PEOPLE = ['programme', 'sites', 'departments', 'roles'];

export const ATTENDANCE_CHECKS: readonly Check[] = [
  { needs: PEOPLE, check: sessionsFitShifts },
  { needs: ['policy'], check: sessionsFitOwnHours },
  { needs: ['policy'], check: overtimeMakesSense },
  { needs: ['departments'], check: huddlesHaveMeetings },
  { needs: [...PEOPLE, 'moments', 'people'], check: momentsHaveJoiners },
  { needs: ['programme', 'moments'], check: momentsAreReached },
  { needs: [...PEOPLE], check: sitesHavePeople },
];
