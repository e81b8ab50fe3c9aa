/** What a module means on a given day and for given people: its theme, its stages, whether it counts. */
import { type Day, monthKey } from '../calendar/date.ts';
import type { Id, Model, Module, Post, PostId } from '../model/model.ts';

/** Themes of a session that starts on a day; `themes: month` becomes the theme of that month. Sorted. */
export function themesOn(model: Model, themes: readonly Id[] | 'month', day: Day): readonly Id[] {
  if (themes !== 'month') return [...themes].sort();
  const theme = model.themeOfMonth.get(monthKey(day));
  return theme === undefined ? [] : [theme];
}

/** Post → the stages in which it owns a touchpoint. */
export type OwnStages = ReadonlyMap<PostId, ReadonlySet<Id>>;

export function ownStages(model: Model): OwnStages {
  const out = new Map<PostId, Set<Id>>();
  for (const { stage, owners } of model.touchpoints.values()) {
    for (const post of owners) {
      const stages = out.get(post);
      if (stages) stages.add(stage);
      else out.set(post, new Set([stage]));
    }
  }
  return out;
}

/**
 * Stages of a module for the people of some posts, in the order of the customer's journey; `own` is every
 * stage in which one of those posts owns a touchpoint.
 */
export function stagesFor(model: Model, own: OwnStages, module: Module, posts: readonly Post[]): Id[] {
  const wanted =
    module.stages === 'own'
      ? new Set(posts.flatMap(({ id }) => [...(own.get(id) ?? [])]))
      : new Set(module.stages);
  return [...model.stages.keys()].filter((id) => wanted.has(id));
}

/**
 * Whether attending is a counting touch: paid, themed, not reactive; a tool or process only with a strategy.
 * A session carries its themes, so `themes` is what {@link themesOn} gives.
 */
export function countsAsTouch(module: Module, themes: readonly Id[]): boolean {
  const tool = module.kind === 'tool' || module.kind === 'process';
  return (
    module.paid &&
    themes.length > 0 &&
    module.when.kind !== 'trigger' &&
    (!tool || module.strategy !== undefined)
  );
}
