/** What the year is made of besides sessions: weeks, months, holidays, busy days, observances, rituals. */
import { type Day, MINUTES_A_DAY, mondayOf, toDay } from '../../calendar/date.ts';
import { OBSERVANCES, observancesBetween } from '../../calendar/observances.ts';
import type { Department, Model } from '../../model/model.ts';
import { busyTime } from '../../model/working-time/time.ts';
import type { Context } from '../context.ts';
import { idWords, monthWords } from '../words.ts';
import type { Refs } from './refs.ts';
import type { PageBusy, PageDay, PageYear } from './types/year.ts';

export function pageYear(context: Context, refs: Refs): PageYear {
  const { model, plan, months, say, yearsShown } = context;
  const { starts, ends } = model.programme;
  const monday = mondayOf(starts);
  return {
    monday,
    weeks: (mondayOf(ends) - monday) / 7 + 1,
    months: months.map((key) => ({
      key,
      name: monthWords(say, key, yearsShown),
      theme: refs.theme(model.themeOfMonth.get(key)),
    })),
    holidays: holidays(model, refs),
    observances: OBSERVANCES.flatMap((id) =>
      observancesBetween(id, starts, ends).map((days) => ({ ...days, name: observanceName(id) })),
    ).sort((a, b) => a.from - b.from),
    busy: [...model.departments.values()].map((department) => busyDays(model, department)),
    rituals: plan.rituals
      .filter(({ status }) => status === 'confirmed')
      .map(({ ritual, type, date, departments }) => ({
        day: toDay(date) ?? starts,
        name: model.rituals.get(ritual)?.name ?? idWords(ritual),
        type,
        departments: departments.map(refs.department),
      })),
  };
}

function observanceName(id: string): string {
  return idWords(id).replace(/^(Cx|Px)\b/, (word) => word.toUpperCase());
}

/** Whole days on which sites rest, each with the sites that keep it; without them where all do. */
function holidays({ sites, programme }: Model, refs: Refs): PageDay[] {
  const kept = new Map<string, { day: Day; name: string; sites: number[] }>();
  for (const site of sites.values()) {
    for (const [day, list] of site.holidays) {
      if (day < programme.starts || day > programme.ends) continue;
      for (const { name } of list) {
        const key = `${day} ${name}`;
        const known = kept.get(key) ?? { day, name, sites: [] };
        kept.set(key, known);
        if (!known.sites.includes(refs.site(site.id))) known.sites.push(refs.site(site.id));
      }
    }
  }
  return [...kept.values()]
    .sort((a, b) => a.day - b.day || (a.name < b.name ? -1 : 1))
    .map(({ day, name, sites: some }) =>
      some.length === sites.size ? { day, name } : { day, name, sites: some },
    );
}

/** A session of this length is what busy time keeps away. */
const SHORT = 30;
/** From so many minutes of a day on it counts as a busy one. */
const MOST_OF_A_DAY = 120;

/** Runs of days that a department keeps free of sessions at its home site. */
function busyDays(model: Model, department: Department): PageBusy[] {
  const site = model.sites.get(department.site);
  if (!site || department.busy.length === 0) return [];
  const spans = busyTime(model, department, site, SHORT);
  const minutes = new Map<Day, number>();
  for (let i = 0; i < spans.length; i += 2) {
    for (let at = spans[i]!; at < spans[i + 1]!; ) {
      const day = Math.floor(at / MINUTES_A_DAY);
      const until = Math.min(spans[i + 1]!, (day + 1) * MINUTES_A_DAY);
      minutes.set(day, (minutes.get(day) ?? 0) + until - at);
      at = until;
    }
  }
  const reason = [...new Set(department.busy.flatMap(({ reason: text }) => text ?? []))].join('; ');
  const runs: { from: Day; to: Day; reason: string }[] = [];
  for (const [day, sum] of minutes) {
    if (sum < MOST_OF_A_DAY) continue;
    const last = runs.at(-1);
    if (last && last.to === day - 1) last.to = day;
    else runs.push({ from: day, to: day, reason });
  }
  return runs;
}
