/**
 * Enumerates what is asked of whom, plainly and apart from `demand`: every day gets the name of the period it
 * lies in, and a period counts when programme, `from` and `by` leave at least half of its days. Definitions: plan.md "Demand".
 */

import { civilOf, type Day, dayOf, isoDate, isoWeek, monthKey, weekday, weekKey } from '../calendar/date.ts';
import { OBSERVANCES, observancesBetween } from '../calendar/observances.ts';
import { append } from '../collections/lists.ts';
import type { Cadence, Id, Model, Module } from '../model/model.ts';
import { Starts } from './starts.ts';
import { keyOf, type MemberGroup, type Requirement } from './types.ts';

export interface Window {
  readonly name: string;
  readonly from: Day;
  readonly by: Day;
}

/** Every group × module × occurrence × part, by its key. */
export function enumerate(model: Model, groups: Iterable<MemberGroup>): Map<string, Requirement> {
  const all = [...groups];
  const starts = new Starts(model);
  const asked = new Map<string, Requirement>();
  for (const module of model.modules.values()) {
    if (module.format === 'interview' || module.when.kind === 'trigger') continue;
    const year = module.when.kind === 'moment' ? [] : windowsOf(model, module);
    for (const group of all) {
      if (!module.audience.posts.has(group.post.id)) continue;
      const held = group.held.get(module.id);
      const first = held?.first === false ? [] : windowsFor(model, module, group, year, starts);
      const again = [...(held?.renewals ?? [])].map(([name, days]) => ({ name, ...days }));
      for (const window of [...first, ...again]) {
        for (let part = 1; part <= module.parts; part++) {
          const occurrence = module.parts > 1 ? `${window.name}.p${part}` : window.name;
          const days = daysOf(window, group, module, occurrence);
          if (!days) continue;
          const entry: Requirement = {
            module,
            group,
            period: window.name,
            part,
            ...days,
          };
          asked.set(keyOf(module.id, occurrence, group.id), entry);
        }
      }
    }
  }
  return asked;
}

/** Of a window; of what they missed, those in which they can make up for it. */
function daysOf(
  { from, by }: Window,
  group: MemberGroup,
  { id }: Module,
  occurrence: string,
): { readonly from: Day; readonly by: Day } | undefined {
  const again = group.again.get(`${id} ${occurrence}`);
  if (!again) return { from, by };
  const own = { from: Math.max(again.from, group.from), by: Math.min(again.by, group.until) };
  return own.from <= own.by ? own : undefined;
}

/** The periods in which a module is asked of everybody, in order. */
export function periodsOf(model: Model, module: Id): readonly Window[] {
  return windowsOf(model, model.modules.get(module)!);
}

/** What is asked of these people, cut to the time in which they are there. */
function windowsFor(
  model: Model,
  module: Module,
  group: MemberGroup,
  year: readonly Window[],
  starts: Starts,
): Window[] {
  if (module.when.kind === 'moment') return momentWindows(model, module, group, starts);
  let { from } = group;
  if (group.joined !== undefined) {
    if (!model.named.has(group.department.id) || group.isUnnamed) return [];
    from = group.joined + model.policy.joinersMeetEverythingAfter + 1;
  }
  return year.flatMap((window) => {
    if (from <= window.from && group.until >= window.by) return [window];
    const own = during(window, from, group.until);
    return own && starts.days(group, module, own) >= module.parts ? [own] : [];
  });
}

/** At least half of a window, or four weeks until its end, must be left. */
function during(window: Window, from: Day, until: Day): Window | undefined {
  const own = { ...window, from: Math.max(window.from, from), by: Math.min(window.by, until) };
  const left = own.by - own.from + 1;
  if (left < 1) return undefined;
  return 2 * left >= window.by - window.from + 1 || (own.by === window.by && left >= 28) ? own : undefined;
}

/**
 * A joiner's window, counted from the first day; a moment that ends after the programme is not asked, and one
 * without a single start goes on to the next day that has one.
 */
function momentWindows(model: Model, module: Module, group: MemberGroup, starts: Starts): Window[] {
  if (module.when.kind !== 'moment' || group.joined === undefined) return [];
  const moment = model.moments.get(module.when.moment);
  if (!moment || moment.from < 0 || !moment.audience.posts.has(group.post.id)) return [];
  const [from, by] = [group.joined + moment.from, group.joined + moment.to];
  if (by > model.programme.ends) return [];
  const own = during({ name: `${moment.id}.${group.joiners}`, from, by }, group.from, group.until);
  if (!own || starts.days(group, module, own) > 0) return own ? [own] : [];
  const { ends } = model.programme;
  for (let day = own.by + 1; day <= ends; day++) {
    if (starts.days(group, module, { ...own, from: day, by: day }) === 0) continue;
    return day <= group.until ? [{ ...own, by: day }] : [];
  }
  const ever = starts.days(group, module, { ...own, from: model.programme.starts, by: ends }) > 0;
  return ever ? [] : [own];
}

export function windowsOf(model: Model, { when }: Pick<Module, 'when'>): Window[] {
  const { starts, ends } = model.programme;
  if (when.kind === 'date')
    return halves(starts, ends, (day) => (day === when.date ? isoDate(day) : undefined));
  if (when.kind === 'once') {
    return halves(starts, ends, (day) => (day >= when.from && day <= when.by ? 'once' : undefined));
  }
  if (when.kind === 'observance') return observed(when.observance, starts, ends);
  if (when.kind !== 'every') return [];
  const from = Math.max(starts, when.from);
  const by = Math.min(ends, when.by);
  return halves(from, by, (day) => periodName(when.every, day, starts), when.months);
}

function observed(id: string, starts: Day, ends: Day): Window[] {
  if (!OBSERVANCES.includes(id)) return [];
  const times = observancesBetween(id, starts - 31, ends + 31);
  const dated = (day: Day) => {
    const time = times.find(({ from, to }) => day >= from && day <= to);
    return time && isoDate(time.from);
  };
  const windows = halves(starts, ends, dated);
  return windows.map(({ name, from, by }) => ({ name: windows.length > 1 ? `${id}.${name}` : id, from, by }));
}

/**
 * Periods of which `from`…`by` leave at least half of the days, in order, narrowed to the months. Of a week or
 * fortnight half of the days must lie in these months, too.
 */
function halves(
  from: Day,
  by: Day,
  nameOf: (day: Day) => string | undefined,
  months?: readonly number[] | undefined,
): Window[] {
  const whole = new Map<string, number>();
  const uncut = new Map<string, number>();
  const left = new Map<string, Day[]>();
  for (let day = from - 400; day <= by + 400; day++) {
    const name = nameOf(day);
    if (name === undefined) continue;
    whole.set(name, (whole.get(name) ?? 0) + 1);
    if (day < from || day > by) continue;
    uncut.set(name, (uncut.get(name) ?? 0) + 1);
    if (!months || months.includes(civilOf(day).month)) append(left, name, day);
  }
  return [...left]
    .filter(([name, days]) => {
      const all = whole.get(name)!;
      return (all <= 14 ? days.length : uncut.get(name)!) * 2 >= all;
    })
    .map(([name, days]) => ({ name, from: days[0]!, by: days.at(-1)! }));
}

const MONTHS: ReadonlyMap<Cadence, readonly [letter: string, months: number]> = new Map([
  ['quarter', ['q', 3]],
  ['half-year', ['h', 6]],
  ['year', ['y', 12]],
]);

/** The period of a day; quarters, halves and years count from the month in which the programme starts. */
function periodName(every: Cadence, day: Day, starts: Day): string | undefined {
  if (every === 'week') return weekKey(day);
  if (every === 'month') return monthKey(day);
  if (every === 'fortnight') return fortnightName(day, starts);
  const [letter, length] = MONTHS.get(every)!;
  const month = monthIndex(day) - monthIndex(starts);
  return month < 0 ? undefined : `${letter}${Math.floor(month / length) + 1}`;
}

/**
 * Named after its first week. Pairs of weeks run through every year's end: week 1 of the year in which the programme's
 * first whole week lies begins one.
 */
function fortnightName(day: Day, starts: Day): string {
  const monday = (d: Day) => d - weekday(d) + 1;
  const { year } = isoWeek(monday(starts) === starts ? starts : monday(starts) + 7);
  let first = monday(dayOf(year, 1, 4));
  while (first > day) first -= 14;
  while (first + 14 <= day) first += 14;
  const named = isoWeek(first);
  return `${named.year}-F${String(Math.floor((named.week + 1) / 2)).padStart(2, '0')}`;
}

function monthIndex(day: Day): number {
  const { year, month } = civilOf(day);
  return year * 12 + month;
}
