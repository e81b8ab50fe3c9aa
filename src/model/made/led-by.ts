/** Who leads a session of a plan: nobody by name, one, or several together. */
import type { Id } from '../model.ts';

/** Ids of those who lead it, sorted; none where its people’s manager, a host or nobody does. */
export function ledBy({
  facilitator,
  coFacilitators,
}: {
  readonly facilitator: Id | null;
  readonly coFacilitators?: readonly Id[] | undefined;
}): readonly Id[] {
  if (facilitator === null) return NOBODY;
  return coFacilitators ? [facilitator, ...coFacilitators] : [facilitator];
}

const NOBODY: readonly Id[] = [];
