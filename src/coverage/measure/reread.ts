/** Who is touched by what, where nobody is elsewhere and only some modules are about something else. */
import type { Plan, PlanSession } from '../../model/made/plan.ts';
import type { Id, Model } from '../../model/model.ts';
import { retiredModules, type Segment, type Touch, type Touches, touchOf } from './touches.ts';

/** The same attendance of sessions, some modules of which mean something else by now. */
export interface Reread extends Touches {
  /** What stands now for a touch of before. */
  readonly touch: (before: Touch) => Touch;
  readonly segment: (before: Segment) => Segment;
}

/**
 * What `touchesOf` gives where the same people attend the same sessions and only what some modules are about has changed.
 *
 * @param modules ids of those
 */
export function rereadTouches(
  { all, segments }: Touches,
  model: Model,
  plan: Plan,
  modules: ReadonlySet<Id>,
): Reread {
  const retired = retiredModules(plan);
  const sessions = new Map<Id, PlanSession>();
  for (const session of plan.sessions) if (modules.has(session.module)) sessions.set(session.id, session);
  const touches = new Map<Touch, Touch>();
  for (const touch of all) {
    const session = sessions.get(touch.session.id);
    if (session) touches.set(touch, touchOf(model, session, retired)!);
  }
  const touch = (before: Touch): Touch => touches.get(before) ?? before;
  const cut = new Map<Segment, Segment>();
  for (const segment of segments) {
    if (!segment.touches.some((one) => touches.has(one)) && !misses(segment, modules)) continue;
    const missed = segment.missed.map((one) => ({ ...one, module: model.modules.get(one.module.id)! }));
    cut.set(segment, { ...segment, missed, touches: segment.touches.map(touch) });
  }
  const segment = (before: Segment): Segment => cut.get(before) ?? before;
  return { all: all.map(touch), segments: segments.map(segment), touch, segment };
}

function misses({ missed }: Segment, modules: ReadonlySet<Id>): boolean {
  return missed.some(({ module }) => modules.has(module.id));
}
