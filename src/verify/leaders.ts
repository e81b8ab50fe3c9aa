/** Who leads a session, as its document says it; the same person twice is there twice, which a check finds. */
import type { PlanSession } from '../model/made/plan.ts';

export function leadersOf(session: PlanSession): readonly string[] {
  return [session.facilitator, ...(session.coFacilitators ?? [])].filter((id) => id !== null);
}

/** Sessions by whoever leads them. */
export function byLeader<T extends { readonly raw: PlanSession }>(sessions: readonly T[]): Map<string, T[]> {
  const led = new Map<string, T[]>();
  for (const session of sessions) {
    for (const id of leadersOf(session.raw)) {
      const known = led.get(id);
      if (known) known.push(session);
      else led.set(id, [session]);
    }
  }
  return led;
}
