/** `themes`, and which month belongs to which: months of their own first, the rotation for the rest. */

import { civilOf, type MonthKey, monthKey, monthStart } from '../../../calendar/date.ts';
import { byCodeUnit } from '../../../collections/text-order.ts';
import type { Id, Programme, Theme } from '../../../model/model.ts';
import type { ResolveAudience } from '../audiences.ts';
import { asList, nameOf } from '../values.ts';
import type { WrittenTheme } from '../written.ts';

/** Theme of each calendar month of the programme; month i without an owner takes the rotation's ((i−1) mod n)+1-th. */
export function linkThemeMonths(
  written: ReadonlyMap<Id, WrittenTheme>,
  programme: Programme,
): Map<MonthKey, Id> {
  const owners = new Map<number, Id>();
  for (const [id, theme] of [...written].sort(([a], [b]) => byCodeUnit(a, b))) {
    for (const month of asList(theme.months)) if (!owners.has(month)) owners.set(month, id);
  }
  const rotation = programme.rotation.filter((id) => written.has(id));
  const months = new Map<MonthKey, Id>();
  for (let i = 0, first = monthStart(programme.starts); first <= programme.ends; i++) {
    const theme = owners.get(civilOf(first).month) ?? rotation[i % rotation.length];
    if (theme !== undefined) months.set(monthKey(first), theme);
    first = monthStart(first, 1);
  }
  return months;
}

export function linkThemes(
  written: ReadonlyMap<Id, WrittenTheme>,
  themeOfMonth: ReadonlyMap<MonthKey, Id>,
  audience: ResolveAudience,
): Map<Id, Theme> {
  const taken = new Map<Id, Set<number>>();
  for (const [month, theme] of themeOfMonth) {
    const months = taken.get(theme) ?? new Set();
    taken.set(theme, months.add(Number(month.slice(5))));
  }
  const themes = new Map<Id, Theme>();
  for (const [id, theme] of [...written].sort(([a], [b]) => byCodeUnit(a, b))) {
    const months = theme.months === undefined ? [...(taken.get(id) ?? [])] : [...asList(theme.months)];
    themes.set(id, {
      id,
      name: theme.name ?? nameOf(id),
      months: months.sort((a, b) => a - b),
      audience: audience(theme.audience ?? 'everyone'),
      meaning: new Map(Object.entries(theme.meaning ?? {}).sort(([a], [b]) => byCodeUnit(a, b))),
    });
  }
  return themes;
}
