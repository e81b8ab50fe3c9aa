/** The theme months as runs: consecutive months of one theme, clipped to the programme. */
import { isoDate, monthKey, monthStart } from '../calendar/date.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { isHeld } from '../model/made/history.ts';
import type { Plan, PlanTheme } from '../model/made/plan.ts';
import { remembered } from '../model/made/remembered.ts';
import type { Model, Post } from '../model/model.ts';
import { fingerprint } from '../wording/fingerprint.ts';
import { tellerOf } from '../wording/told.ts';
import { type LeavingCalendars, placesOf } from './calendars.ts';
import { type Issue, identify, register, tombstones } from './identity.ts';

interface Run {
  readonly theme: string;
  readonly month: string;
  readonly from: number;
  to: number;
}

/** Sorted by first day, then id; dropped ones stay for a while as cancelled, and what was over stands for good. */
export function planThemes(
  model: Model,
  issue: Issue,
  previous: Plan | undefined,
  leaving: LeavingCalendars,
): PlanTheme[] {
  const all = previous?.themes ?? [];
  const before = register(all, previous?.retired);
  const teller = tellerOf(model);
  const held = all.filter((theme) => isHeld(theme, issue.asOf));
  const stands = new Set(held.map(({ id }) => id));
  const places = remembered((theme: string) => placesOf(postsOf(model, theme)));
  const themes = runs(model).flatMap(({ theme, month, from, to }): PlanTheme[] => {
    const id = `theme.${theme}.${month}`;
    const match = before.find(id);
    const fields = { theme, from: isoDate(from), to: isoDate(to), ...places(theme) };
    if (match ? stands.has(match.id) : previous && fields.to < issue.asOf) return [];
    const hash = fingerprint(teller, fields);
    const left = leaving(match, fields);
    return [{ ...identify(issue, match, fields, hash, () => before.fresh(id), left), ...fields }];
  });
  const kept = new Set(themes.map(({ id }) => id));
  const dropped = tombstones(issue, all, kept, ({ to }) => to);
  return [...held, ...themes, ...dropped].sort(
    (a, b) => byCodeUnit(a.from, b.from) || byCodeUnit(a.id, b.id),
  );
}

function postsOf({ themes, posts }: Model, theme: string): Post[] {
  return [...(themes.get(theme)?.audience.posts ?? [])].flatMap((id) => posts.get(id) ?? []);
}

function runs(model: Model): Run[] {
  const { starts, ends } = model.programme;
  const out: Run[] = [];
  for (let from = monthStart(starts); from <= ends; from = monthStart(from, 1)) {
    const theme = model.themeOfMonth.get(monthKey(from));
    const to = Math.min(monthStart(from, 1) - 1, ends);
    const last = out.at(-1);
    if (theme === undefined) continue;
    if (last?.theme === theme && last.to === from - 1) last.to = to;
    else out.push({ theme, month: monthKey(from), from: Math.max(from, starts), to });
  }
  return out;
}
