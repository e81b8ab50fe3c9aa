/**
 * From findings to patches that hold: each rule names what should help, the smallest first; each is tried by
 * planning again; only what closes its finding (or raises the score) and opens nothing is offered.
 */

import { byCodeUnit } from '../collections/text-order.ts';
import { costOf, total } from '../costs/costs.ts';
import { contextOf } from '../coverage/context.ts';
import { joined, type Patch, type PatchContext } from '../coverage/patch.ts';
import { RULES } from '../coverage/rules/index.ts';
import { RANK } from '../diagnostics/diagnostic.ts';
import type { Finding } from '../model/made/gaps.ts';
import { peopleReached, staffedHours } from './staffed.ts';
import {
  closedBy,
  obstacle,
  openedBy,
  type Trial,
  type TrialBase,
  type TrialOptions,
  tryEdits,
} from './trial.ts';

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
  /** What it costs more, where the workspace names costs. */
  readonly cost?: { readonly currency: string; readonly sum: number };
}

/** A finding for which there is nothing to apply. */
export interface OpenFinding {
  readonly finding: Finding;
  /** What only people can do; undefined when patches were tried and none held. */
  readonly forPeople: string | undefined;
  /** The first patch that cannot be written into the files as they are. */
  readonly refused?: RefusedPatch;
  /** Not looked into: what may be tried was spent on findings of more people. */
  readonly untried?: true;
}

export interface RefusedPatch {
  readonly patch: Patch;
  /** With the place, where there is one: `it.yaml:31:11: modules.x.paid is *free, …`. */
  readonly why: string;
}

export interface Offers {
  /** By gain per staffed hour, the most first. */
  readonly offers: readonly Offer[];
  readonly left: readonly OpenFinding[];
}

/** What is too small to see with one decimal is no gain. */
const NO_GAIN = 0.05;
/** Candidates that are tried for one finding. */
const MOST = 4;
/** What may still be tried; a patch that is tried among what stands takes one. */
export interface Budget {
  left: number;
}

/** What planning again takes of it. */
const REPLAN = 5;
/** Eight times planning again, of a plan of any size; more while sessions are few. */
const BUDGET = { least: 8 * REPLAN, sessions: 300_000 };

/** In tries, never by a clock: the larger the plan, the fewer, so that all take a few times what one plan takes. */
export function budgetFor({ sessions }: TrialBase['plan']): Budget {
  return { left: Math.max(BUDGET.least, Math.ceil(BUDGET.sessions / Math.max(1, sessions.length))) };
}

function spend(budget: Budget, { replanned }: Trial): void {
  budget.left -= replanned ? REPLAN : 1;
}

/** Of findings of one rule, those about most people; rules stay in their order. */
function mostPeopleFirst(findings: readonly Finding[]): readonly Finding[] {
  const rules = [...new Set(findings.map(({ severity, rule }) => `${severity} ${rule}`))];
  return rules.flatMap((key) =>
    findings
      .filter(({ severity, rule }) => `${severity} ${rule}` === key)
      .sort((a, b) => (b.again?.people ?? 0) - (a.again?.people ?? 0)),
  );
}

/** Tries patches for the findings. `onProgress` gets how many of them are done. */
export async function offersFor(
  base: TrialBase,
  findings: readonly Finding[],
  options: TrialOptions,
  onProgress: (done: number, of: number) => void = () => {},
  budget: Budget = budgetFor(base.plan),
): Promise<Offers> {
  const context: PatchContext = {
    ...contextOf(base.model, base.plan),
    written: (pointer) => base.editor.written(pointer),
  };
  const offers: Offer[] = [];
  const left: OpenFinding[] = [];
  for (const [done, finding] of mostPeopleFirst(findings).entries()) {
    onProgress(done, findings.length);
    // One huddle may end the silence of three roles: the other two need none of their own.
    if (offers.some(({ closes }) => closes.includes(finding.key))) continue;
    const rule = RULES.find(({ id }) => id === finding.rule)!;
    if (rule.patches && budget.left <= 0) {
      left.push({ finding, forPeople: rule.forPeople, untried: true });
      continue;
    }
    const patches = rule.patches?.(context, finding) ?? [];
    const found = await firstThatHolds(base, finding, patches, options, budget);
    if (found && 'score' in found) offers.push(found);
    else left.push({ finding, forPeople: rule.forPeople, ...(found && { refused: found }) });
  }
  return { offers: offers.sort(byGain), left };
}

/** Failing one that holds, the first that cannot be written. */
async function firstThatHolds(
  base: TrialBase,
  finding: Finding,
  patches: Iterable<Patch>,
  options: TrialOptions,
  budget: Budget,
): Promise<Offer | RefusedPatch | undefined> {
  let tried = 0;
  let refused: RefusedPatch | undefined;
  for (const patch of patches) {
    if (tried === MOST) break;
    const how = { ...options, fresh: patch.fresh ?? false };
    const trial = await tryEdits(base, patch.edits, how, (one) => holds(base, finding, one));
    if (trial) {
      tried++;
      spend(budget, trial);
      if (holds(base, finding, trial)) return offerOf(base, finding, patch, trial);
      const whole = await withWhatFollows(base, finding, patch, trial, options, budget);
      if (whole) return whole;
    } else {
      const why = refused ? undefined : obstacle(base, patch.edits);
      if (why !== undefined) refused = { patch, why };
    }
  }
  return refused;
}

/** What a patch may open and be mended with it. */
const FEW_OPENED = 2;

/**
 * People who had nothing get something, and that opens a gap which only those have who do (training before anybody
 * has heard the mantra): the patch and what closes that gap are offered as one. For errors only.
 */
async function withWhatFollows(
  base: TrialBase,
  finding: Finding,
  patch: Patch,
  trial: Trial,
  options: TrialOptions,
  budget: Budget,
): Promise<Offer | undefined> {
  const opened = openedBy(base.gaps, trial.gaps);
  if (finding.severity !== 'error' || opened.length === 0 || opened.length > FEW_OPENED) return undefined;
  if (!closedBy(base.gaps, trial.gaps).includes(finding.key)) return undefined;
  const context: PatchContext = {
    ...contextOf(trial.model, trial.plan),
    written: (pointer) => base.editor.written(pointer),
  };
  const more: Patch[] = [];
  for (const one of opened) {
    const [first] = RULES.find(({ id }) => id === one.rule)!.patches?.(context, one) ?? [];
    if (!first) return undefined;
    more.push(first);
  }
  const whole = joined([patch, ...more]);
  const tried = await tryEdits(base, whole.edits, options, (one) => holds(base, finding, one));
  if (!tried) return undefined;
  spend(budget, tried);
  return holds(base, finding, tried) ? offerOf(base, finding, whole, tried) : undefined;
}

function holds(base: TrialBase, { key }: Finding, { plan, gaps }: Trial): boolean {
  if (plan.score.unplaced > base.plan.score.unplaced) return false;
  if (gaps.belowThreshold.length > base.gaps.belowThreshold.length) return false;
  if (openedBy(base.gaps, gaps).length > 0) return false;
  return closedBy(base.gaps, gaps).includes(key) || scoreOf(gaps) - scoreOf(base.gaps) >= NO_GAIN;
}

function offerOf(base: TrialBase, finding: Finding, patch: Patch, trial: Trial): Offer {
  return {
    finding,
    patch,
    files: [...trial.files.keys()].sort(byCodeUnit),
    closes: closedBy(base.gaps, trial.gaps),
    score: { before: scoreOf(base.gaps), after: scoreOf(trial.gaps) },
    people: peopleReached(patch.edits, trial, base.plan),
    hours: staffedHours(trial.plan) - staffedHours(base.plan),
    ...priceOf(base, trial),
  };
}

function priceOf(base: TrialBase, trial: Trial): Pick<Offer, 'cost'> {
  const [before, after] = [costOf(base.model, base.plan), costOf(trial.model, trial.plan)];
  if (!before || !after) return {};
  return { cost: { currency: after.currency, sum: total(after.all) - total(before.all) } };
}

function scoreOf({ organisation }: TrialBase['gaps']): number {
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
