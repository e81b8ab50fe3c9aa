/**
 * Changes of what sessions are about: nobody is elsewhere for them, so that the plan stands as it is and only the modules
 * that they are made to are looked at anew.
 */
import { toDay } from '../calendar/date.ts';
import { contextOf, rereadContext } from '../coverage/context.ts';
import { assessGaps } from '../coverage/gaps.ts';
import type { Edit } from '../coverage/patch.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Id, Model } from '../model/model.ts';
import type { PlannedYear } from '../pipeline.ts';
import { countsAsTouch, themesOn } from '../plan/resolve.ts';

/** Keys of a module that say what a session is about, not who is where and when. */
const CONTENT = new Set([
  'basics',
  'followUp',
  'kind',
  'metrics',
  'outcome',
  'paid',
  'stages',
  'strategy',
  'tags',
  'themes',
  'touchpoints',
  'voices',
]);
const TEXTS = new Set(['hiring', 'impact']);

/** Whether an edit changes what sessions are about, not who is where and when. */
export function movesNobody(edit: Edit): boolean {
  const [section, , key] = edit.pointer;
  return isContent(edit) || (section === 'roles' && TEXTS.has(String(key)));
}

/** Whether it changes what a module's sessions are about, and nothing else. */
export function isContent({ pointer: [section, , key] }: Edit): boolean {
  return section === 'modules' && CONTENT.has(String(key));
}

export function modulesOf(edits: readonly Edit[]): ReadonlySet<Id> {
  return new Set(edits.map(({ pointer: [, id] }) => String(id)));
}

/**
 * The plan and its gaps where some modules are about something else.
 *
 * @param changed the workspace with the change in it: it differs from that of `before` in the content of these modules alone
 */
export function inOtherWords(
  before: Pick<PlannedYear, 'plan'> & { readonly model: Model },
  changed: Model,
  modules: ReadonlySet<Id>,
): PlannedYear & { readonly model: Model } {
  const entries = [...before.model.modules].map(([id, module]): [Id, typeof module] => [
    id,
    modules.has(id) ? changed.modules.get(id)! : module,
  ]);
  const model = { ...before.model, modules: new Map(entries) };
  const plan = reread(model, before.plan, modules);
  rereadContext(contextOf(before.model, before.plan), model, plan, modules);
  return { model, plan, gaps: assessGaps(model, plan) };
}

/** The plan with what sessions of these modules mean by now. */
export function reread(model: Model, plan: Plan, modules: ReadonlySet<Id>): Plan {
  if (modules.size === 0) return plan;
  const sessions = plan.sessions.map((session) => {
    const module = modules.has(session.module) ? model.modules.get(session.module) : undefined;
    if (!module) return session;
    const themes = themesOn(model, module.themes, toDay(session.start.slice(0, 10))!);
    return { ...session, themes, counts: countsAsTouch(module, themes) };
  });
  return { ...plan, sessions };
}
