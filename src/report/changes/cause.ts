/**
 * Why a session is not as it was: what in the workspace of now forbids what stood before, down to its line. What nothing
 * forbids gave way to something else; then the plan's own words tell.
 */
import { pinOf, pinWords } from '../../model/model.ts';
import type { ChangeKind, SessionChange } from '../../plan/diff/diff.ts';
import type { Cause, PlanComparison } from './compared.ts';
import { peopleCause, REGROUPED } from './people-cause.ts';
import { resourceCause } from './resource-cause.ts';
import { timeCause } from './time-cause.ts';

type Asker = (both: PlanComparison, change: SessionChange) => Cause | undefined;

/** What is asked of each kind, the likeliest first. */
const ASKED: Readonly<Record<ChangeKind, readonly Asker[]>> = {
  moved: [resourceCause, timeCause, peopleCause, toldCause],
  cancelled: [timeCause, peopleCause, resourceCause],
  added: [newCause],
  people: [peopleCause, toldCause],
  leader: [resourceCause, toldCause],
  place: [resourceCause, toldCause],
  words: [],
};

/** Undefined where nobody knows. */
export function causeOf(both: PlanComparison, change: SessionChange): Cause | undefined {
  const pinned = pinCause(both, change);
  if (pinned) return pinned;
  for (const ask of ASKED[change.kind]) {
    const cause = ask(both, change);
    if (cause) return cause;
  }
  return undefined;
}

/** A planner has fixed it. */
function pinCause({ now }: PlanComparison, { after }: SessionChange): Cause | undefined {
  const pin = after && pinOf(now.model.pins, after);
  return pin && { text: `it is ${pinWords(pin)}`, at: pin.pointer };
}

/** A session that was not there: its module is new, or more people are asked for. */
function newCause(both: PlanComparison, change: SessionChange): Cause | undefined {
  const { module, occurrence, attendees } = change.after!;
  if (!both.then.model.modules.has(module))
    return { text: 'it is new in the programme', at: ['modules', module] };
  const regrouped = attendees.some(({ group }) => both.attended(module, occurrence, group));
  return peopleCause(both, change) ?? (regrouped ? REGROUPED : undefined);
}

/** What the plan itself says of the change, without what the change says already. */
function toldCause(_both: PlanComparison, { before, after }: SessionChange): Cause | undefined {
  const known = new Set(before?.why);
  const said = (after?.why ?? []).filter((text) => /\s/.test(text) && !known.has(text));
  const parts = said.flatMap((text) => clauseOf(text) ?? []);
  return parts.length === 0 ? undefined : { text: parts.join('; ') };
}

/** `Moved from 2027-03-02 09:30, where it gave way to others.` → `it gave way to others` */
function clauseOf(text: string): string | undefined {
  const plain = text.replace(/\.$/, '');
  const moved = /^Moved from [^,]*, (?:where )?(.*)$/.exec(plain);
  if (moved) return moved[1];
  return /^(?:Held in|Led by) .* instead of/.test(plain) ? undefined : plain;
}
