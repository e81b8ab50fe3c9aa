/** Positions of everything that the page's lists hold, made once. */
import { retiredModule } from '../../model/made/history.ts';
import type { PlanGroup } from '../../model/made/plan.ts';
import type { Module } from '../../model/model.ts';
import type { Context } from '../context.ts';
import { shiftName } from '../names.ts';
import { type Listing, listing, places, texts } from './lists.ts';

type Place = (id: string | null | undefined) => number;

export interface Refs {
  readonly department: Place;
  readonly role: Place;
  readonly site: Place;
  readonly theme: Place;
  readonly facilitator: Place;
  readonly room: Place;
  readonly module: Place;
  readonly modules: readonly Module[];
  readonly group: (group: PlanGroup) => number;
  readonly groups: Listing<PlanGroup>;
  readonly shifts: Listing<string>;
  readonly zones: Listing<string>;
  readonly formats: Listing<string>;
}

export function refsOf(context: Context): Refs {
  const { model, plan } = context;
  const modules = allModules(context);
  const groups = listing<PlanGroup>(({ id }) => id);
  for (const group of plan.groups) groups.of(group);
  return {
    department: places(model.departments.keys()),
    role: places(model.roles.keys()),
    site: places(model.sites.keys()),
    theme: places(model.themes.keys()),
    facilitator: places(model.facilitators.keys()),
    room: places(model.rooms.keys()),
    module: places(modules.map(({ id }) => id)),
    modules,
    group: groups.of,
    groups,
    shifts: texts(),
    zones: texts(),
    formats: texts(),
  };
}

/** What is taught now, and what was held and is taught no more. */
function allModules(context: Context): Module[] {
  const { model, plan } = context;
  const gone = new Map<string, Module>();
  for (const session of plan.sessions) {
    const { module: id } = session;
    if (model.modules.has(id) || gone.has(id)) continue;
    gone.set(id, context.at(session).model.modules.get(id) ?? retiredModule(id, undefined, session));
  }
  return [...model.modules.values(), ...gone.values()];
}

/** A shift as people call it; a team's part of one goes by the department's. */
export function shiftOf({ model }: Context, { department, shift }: PlanGroup): string {
  return shiftName(model.departments.get(department)?.shifts.get(shift)?.base ?? shift);
}
