/** Which sessions count as learning about customers, and what they are about, for each day of the year. */
import { type Day, monthKey } from '../../calendar/date.ts';
import type { Model } from '../../model/model.ts';
import type { Problem } from './problem.ts';

/** Touches that count are paid, themed and not reactive; tools and processes need a strategy too. */
export function touchesOf(
  model: Model,
  firstDay: Day,
  days: number,
): Pick<Problem, 'counts' | 'themeOfDay' | 'themes'> {
  const number = new Map([...model.themes.keys()].map((id, i) => [id, i]));
  const themeOfDay = new Int16Array(days);
  for (let i = 0; i < days; i++) {
    const theme = model.themeOfMonth.get(monthKey(firstDay + i));
    themeOfDay[i] = theme === undefined ? -1 : number.get(theme)!;
  }
  const modules = [...model.modules.values()];
  const counts = new Uint8Array(modules.length * days);
  modules.forEach((module, m) => {
    const linked = (module.kind !== 'tool' && module.kind !== 'process') || module.strategy !== undefined;
    if (!module.paid || module.when.kind === 'trigger' || !linked) return;
    for (let i = 0; i < days; i++) {
      const themed = module.themes === 'month' ? themeOfDay[i]! >= 0 : module.themes.length > 0;
      if (themed) counts[m * days + i] = 1;
    }
  });
  const themes = modules.map((module) =>
    module.themes === 'month' ? undefined : module.themes.map((id) => number.get(id)!),
  );
  return { counts, themeOfDay, themes };
}
