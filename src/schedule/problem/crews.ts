/**
 * Several who lead one session together. A crew is known by whoever of them comes first by number, and is one object
 * for the same people, so that who leads a session can be kept, compared and put back as one thing.
 */
import type { FacilitatorInfo } from './facilitator.ts';
import { ANY_LANGUAGE } from './languages.ts';

/** Of whoever leads alone. */
export const ALONE: readonly FacilitatorInfo[] = [];

export class Crews {
  private readonly known = new Map<string, FacilitatorInfo>();

  /** The crew of these people, in any order; undefined of nobody. */
  of(members: readonly FacilitatorInfo[]): FacilitatorInfo | undefined {
    if (members.length < 2) return members[0];
    const sorted = [...members].sort((a, b) => a.index - b.index);
    const key = sorted.map(({ index }) => index).join(' ');
    const known = this.known.get(key);
    if (known) return known;
    const languages = sorted.reduce((common, one) => common & one.languages, ANY_LANGUAGE);
    const crew = { ...sorted[0]!, languages, members: sorted, coFacilitators: sorted.slice(1) };
    this.known.set(key, crew);
    return crew;
  }

  /** The crew with somebody else in the place of one of it; undefined where that one is in it already. */
  instead(crew: FacilitatorInfo, place: number, one: FacilitatorInfo): FacilitatorInfo | undefined {
    if (isIn(crew, one)) return undefined;
    if (crew.coFacilitators.length === 0) return one;
    return this.of(membersOf(crew).map((member, i) => (i === place ? one : member)));
  }
}

/** Whether somebody is the one who leads, or one of those. */
export function isIn(crew: FacilitatorInfo, { index }: FacilitatorInfo): boolean {
  return crew.index === index || crew.coFacilitators.some((member) => member.index === index);
}

/** Each of those who lead; whoever leads alone is their own crew. */
export function membersOf(crew: FacilitatorInfo): readonly FacilitatorInfo[] {
  return crew.members.length === 0 ? [crew] : crew.members;
}

/** How many of those who lead hold a role. */
export function heldBy(crew: FacilitatorInfo | undefined, role: number): number {
  if (!crew) return 0;
  let count = crew.role === role ? 1 : 0;
  for (const member of crew.coFacilitators) if (member.role === role) count++;
  return count;
}

/** Ids of those who lead beside the first; undefined where nobody does, as a plan says it. */
export function coFacilitatorsOf({ coFacilitators }: FacilitatorInfo): readonly string[] | undefined {
  return coFacilitators.length === 0 ? undefined : coFacilitators.map(({ facilitator }) => facilitator.id);
}
