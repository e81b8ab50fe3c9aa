/** Its people do not learn at that time any more: another window, a holiday, a closure, a busy time, another shift. */

import { civilOf, clock, type Day, inMask, isoDate, MINUTES_A_DAY } from '../../calendar/date.ts';
import { contains } from '../../calendar/spans.ts';
import type { PlanSession } from '../../model/made/plan.ts';
import type { Module, Site } from '../../model/model.ts';
import { busyFor } from '../../model/working-time/busy.ts';
import { departmentDays, settledDays } from '../../model/working-time/working-days.ts';
import type { SessionChange } from '../../plan/diff/diff.ts';
import type { Context } from '../context.ts';
import { departmentName, shiftName } from '../names.ts';
import { minutesWords, quoted, windowWords } from '../words.ts';
import type { Cause, PlanComparison } from './compared.ts';
import { covering, reasonWords, stretch, wallOf } from './resource-cause.ts';

export function timeCause(both: PlanComparison, { before }: SessionChange): Cause | undefined {
  const { then, now } = both;
  if (!before) return undefined;
  const module = now.model.modules.get(before.module);
  if (!module) {
    const name = then.model.modules.get(before.module)?.name ?? before.module;
    return { text: `${quoted(name)} is not in the programme any more` };
  }
  return moduleCause(now, module, before) ?? peopleTimeCause(both, module, before);
}

function moduleCause({ say }: Context, module: Module, before: PlanSession): Cause | undefined {
  const { id, when, minutes, days, hours } = module;
  const day = Math.floor(wallOf(before, before.timezone)[0] / MINUTES_A_DAY);
  const at = wallOf(before, before.timezone)[0] - day * MINUTES_A_DAY;
  if (minutes !== before.minutes) {
    const text = `it takes ${minutesWords(minutes)} now, not ${minutesWords(before.minutes)}`;
    return { text, at: ['modules', id, 'minutes'] };
  }
  if (!isInWindow(module, day)) {
    const window =
      'from' in when ? `is ${windowWords(say, isoDate(when.from), isoDate(when.by))} now` : 'is another now';
    return { text: `its window ${window}`, at: ['modules', id, 'when'] };
  }
  if (days !== undefined && !inMask(days, day))
    return { text: 'it is held on other days now', at: ['modules', id, 'days'] };
  if (hours && !(hours.start <= at && at + minutes <= hours.end)) {
    const text = `it is held between ${clock(hours.start)} and ${clock(hours.end)} now`;
    return { text, at: ['modules', id, 'hours'] };
  }
  return undefined;
}

function isInWindow({ when }: Module, day: Day): boolean {
  if (when.kind === 'date') return when.date === day;
  if (when.kind === 'once' && when.offers) return when.offers.some(({ date }) => date === day);
  if (when.kind === 'once') return when.from <= day && day <= when.by;
  if (when.kind !== 'every') return true;
  return when.from <= day && day <= when.by && (when.months?.includes(civilOf(day).month) ?? true);
}

/** Of the first group that cannot come. */
function peopleTimeCause(
  { now, rostered }: PlanComparison,
  module: Module,
  before: PlanSession,
): Cause | undefined {
  const { model } = now;
  for (const id of new Set(before.attendees.map(({ group }) => group))) {
    const group = now.groups.get(id);
    const site = model.sites.get(group?.site ?? '');
    const department = model.departments.get(group?.department ?? '');
    if (!group || !site || !department) continue;
    const time = wallOf(before, site.zone);
    const shut = siteCause(now, site, before);
    if (shut) return shut;
    const own = busyFor(department.busy, group, module);
    const index = covering(own, time, departmentDays(model, department, site));
    if (index >= 0 && module.when.kind !== 'moment') {
      const range = own[index]!;
      const busy = department.busy.indexOf(range);
      const text = `${department.name} is busy ${stretch(now, range, before)}${reasonWords(range)}`;
      return { text, at: ['departments', department.id, 'busy', busy] };
    }
    if (!contains(rostered(department, group), ...time)) {
      const text = `${shiftName(group.shift)} of ${departmentName(now, department.id)} is not on then`;
      return { text, at: ['departments', department.id, 'shifts', group.shift] };
    }
  }
  return undefined;
}

function siteCause(now: Context, site: Site, before: PlanSession): Cause | undefined {
  const time = wallOf(before, site.zone);
  const day = Math.floor(time[0] / MINUTES_A_DAY);
  const holiday = (site.holidays.get(day) ?? []).find(
    ({ hours }) => day * MINUTES_A_DAY + hours.start < time[1] && time[0] < day * MINUTES_A_DAY + hours.end,
  );
  if (holiday)
    return {
      text: `it is ${holiday.name ?? 'a holiday'} in ${site.name}`,
      at: ['sites', site.id, 'holidays'],
    };
  const index = covering(site.closed, time, settledDays(now.model, site));
  if (index < 0) return undefined;
  const range = site.closed[index]!;
  return {
    text: `${site.name} is closed ${stretch(now, range, before)}${reasonWords(range)}`,
    at: ['sites', site.id, 'closed', index],
  };
}
