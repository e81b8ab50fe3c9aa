/**
 * From findings to patches that hold: each rule names what should help, the smallest first; each is tried by
 * planning again; only what closes its finding (or raises the score) and opens nothing is offered.
 */
import { contextOf } from '../coverage/context.ts';
import type { Patch, PatchContext } from '../coverage/patch.ts';
import { RULES } from '../coverage/rules/index.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../model/gaps.ts';
import { byCodeUnit } from '../model/order.ts';
import { peopleReached, staffedHours } from './staffed.ts';
import { type Base, closedBy, obstacle, openedBy, type TrialOptions, type Tried, tryEdits } from './trial.ts';

export interface Offer {
  readonly finding: Finding;
  readonly patch: Patch;
  /** Files that it changes, sorted. */
  readonly files: readonly string[];
  /** Keys of the findings that are gone with it. */
  readonly closes: readonly string[];
  /** Of the organisation, 0–100. */
  readonly score: { readonly before: number; readonly after: number };
  readonly people: number;
  /** Hours of people's time that it takes; less than none when it saves some. */
  readonly hours: number;
}

/** A finding for which there is nothing to apply. */
export interface Left {
  readonly finding: Finding;
  /** What only people can do; undefined when patches were tried and none held. */
  readonly forPeople: string | undefined;
  /** The first patch that cannot be written into the files as they are. */
  readonly refused?: Refused;
}

export interface Refused {
  readonly patch: Patch;
  /** With the place, where there is one: `it.yaml:31:11: modules.x.paid is *free, …`. */
  readonly why: string;
}

export interface Offers {
  /** By gain per staffed hour, the most first. */
  readonly offers: readonly Offer[];
  readonly left: readonly Left[];
}

/** What is too small to see with one decimal is no gain. */
const NO_GAIN = 0.05;
/** Candidates that are tried for one finding. */
const MOST = 4;
const RANK: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

/** Tries patches for the findings. `onProgress` gets how many of them are done. */
export async function offersFor(
  base: Base,
  findings: readonly Finding[],
  options: TrialOptions,
  onProgress: (done: number, of: number) => void = () => {},
): Promise<Offers> {
  const context: PatchContext = {
    ...contextOf(base.model, base.plan),
    written: (pointer) => base.editor.written(pointer),
  };
  const offers: Offer[] = [];
  const left: Left[] = [];
  for (const [done, finding] of findings.entries()) {
    onProgress(done, findings.length);
    // One huddle may end the silence of three roles: the other two need none of their own.
    if (offers.some(({ closes }) => closes.includes(finding.key))) continue;
    const rule = RULES.find(({ id }) => id === finding.rule)!;
    const found = await firstThatHolds(base, finding, rule.patches?.(context, finding) ?? [], options);
    if (found && 'score' in found) offers.push(found);
    else left.push({ finding, forPeople: rule.forPeople, ...(found && { refused: found }) });
  }
  return { offers: offers.sort(byGain), left };
}

/** Failing one that holds, the first that cannot be written. */
async function firstThatHolds(
  base: Base,
  finding: Finding,
  patches: Iterable<Patch>,
  options: TrialOptions,
): Promise<Offer | Refused | undefined> {
  let tried = 0;
  let refused: Refused | undefined;
  for (const patch of patches) {
    if (tried === MOST) break;
    const trial = await tryEdits(base, patch.edits, options);
    if (trial) {
      tried++;
      if (holds(base, finding, trial)) return offerOf(base, finding, patch, trial);
    } else {
      const why = refused ? undefined : obstacle(base, patch.edits);
      if (why !== undefined) refused = { patch, why };
    }
  }
  return refused;
}

function holds(base: Base, { key }: Finding, { plan, gaps }: Tried): boolean {
  if (plan.score.unplaced > base.plan.score.unplaced) return false;
  if (gaps.belowFloor.length > base.gaps.belowFloor.length) return false;
  if (openedBy(base.gaps, gaps).length > 0) return false;
  return closedBy(base.gaps, gaps).includes(key) || scoreOf(gaps) - scoreOf(base.gaps) >= NO_GAIN;
}

function offerOf(base: Base, finding: Finding, patch: Patch, trial: Tried): Offer {
  return {
    finding,
    patch,
    files: [...trial.files.keys()].sort(byCodeUnit),
    closes: closedBy(base.gaps, trial.gaps),
    score: { before: scoreOf(base.gaps), after: scoreOf(trial.gaps) },
    people: peopleReached(patch.edits, trial, base.plan),
    hours: staffedHours(trial.plan) - staffedHours(base.plan),
  };
}

function scoreOf({ organisation }: Base['gaps']): number {
  return organisation.score ?? 0;
}

/** Score points for each hour; what costs less than an hour counts as one. */
export function gainPerHour({ score, hours }: Offer): number {
  const gain = score.after - score.before;
  return Math.abs(gain) < NO_GAIN ? 0 : gain / Math.max(1, hours);
}

function byGain(a: Offer, b: Offer): number {
  return (
    gainPerHour(b) - gainPerHour(a) ||
    RANK[a.finding.severity] - RANK[b.finding.severity] ||
    a.hours - b.hours ||
    byCodeUnit(a.finding.key, b.finding.key)
  );
}
