/**
 * Coverage and findings of a plan: scores, then every rule that is not switched off, then folding, waivers
 * and thresholds. Pure: the same workspace and plan give the same document.
 */

import { isoDate } from '../calendar/date.ts';
import { byCodeUnit } from '../collections/text-order.ts';
import { RANK } from '../diagnostics/diagnostic.ts';
import type { Finding, Gaps, ScoredPart } from '../model/made/gaps.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';
import { type Context, contextOf } from './context.ts';
import { type Foldable, fold } from './fold.ts';
import { tallyDelivered } from './measure/delivered.ts';
import { deliveriesOf } from './measure/deliveries.ts';
import { seatsOf } from './measure/seats.ts';
import { liesWithin } from './measure/within.ts';
import { isOfThePast } from './over.ts';
import type { Options, Rule } from './rule.ts';
import { RULES } from './rules/index.ts';
import { type Scores, scoreAll } from './score.ts';
import { keyOf } from './subject.ts';

/** Scores and gaps of a plan; what is waived is kept apart, with its reason. */
export function assessGaps(model: Model, plan: Plan): Gaps {
  const context = contextOf(model, plan);
  const scores = scoreAll(model, {
    planned: context.tallies,
    came: tallyDelivered(context.needs, plan, context.touches.all, context.asOf),
    seats: seatsOf(plan, deliveriesOf(model, plan)),
  });
  const on = RULES.filter(({ id }) => model.policy.rules.get(id)?.severity !== 'off');
  const found = fold(on.flatMap((rule) => findingsOf(rule, context)).sort(bySeverity));
  const waived = found.flatMap((finding) => waive(finding, model, context.asOf) ?? []);
  const keys = new Set(waived.map(({ key }) => key));
  return {
    schema: 'https://cxplan.dev/schemas/gaps-1.json',
    version: 1,
    asOf: plan.asOf,
    organisation: scores.organisation,
    lowest: lowestOf(scores.departments),
    departments: scores.departments,
    roles: scores.roles,
    sites: scores.sites,
    findings: found.filter(({ key }) => !keys.has(key)),
    waived,
    off: RULES.filter((rule) => !on.includes(rule)).map(({ id }) => id),
    belowThreshold: belowThreshold(model, scores),
  };
}

/** What one rule finds of what is not over, with the workspace's severity and options; the same subject is reported once. */
export function findingsOf(rule: Rule, context: Context): Foldable[] {
  const set = context.model.policy.rules.get(rule.id);
  const found = new Map<string, Foldable>();
  for (const draft of rule.check(context, optionsOf(rule, set?.options))) {
    if (isOfThePast(context.model.programme, draft.subject, context.asOf)) continue;
    const key = keyOf(rule.id, draft.subject);
    if (found.has(key)) continue;
    const severity =
      set?.severity && set.severity !== 'off' ? set.severity : (draft.severity ?? rule.severity);
    const finding: Finding = {
      rule: rule.id,
      severity,
      subject: draft.subject,
      message: draft.message,
      why: rule.why,
      fix: draft.fix ?? rule.fix,
      pointer: draft.pointer,
      key,
      ...(draft.again && { again: draft.again }),
    };
    found.set(key, { finding, implies: rule.implies ?? [], covers: draft.covers ?? draft.subject });
  }
  return [...found.values()];
}

/** The rule's defaults with the workspace's numbers over them; a share may be written `25%`. */
export function optionsOf(rule: Rule, written: ReadonlyMap<string, unknown> | undefined): Options {
  const options = { ...rule.options };
  for (const name of Object.keys(options)) {
    const value = written?.get(name);
    if (typeof value === 'number') options[name] = value;
    else if (typeof value === 'string' && /^\d+(\.\d+)?%$/.test(value)) {
      options[name] = Number(value.slice(0, -1)) / 100;
    }
  }
  return options;
}

function bySeverity({ finding: a }: Foldable, { finding: b }: Foldable): number {
  return RANK[a.severity] - RANK[b.severity] || byCodeUnit(a.rule, b.rule) || byCodeUnit(a.key, b.key);
}

/**
 * The finding with the first waiver in force that is about it; a waiver holds through its last day. That one has
 * ended cannot be waived: it would be a gap that nobody owns.
 */
function waive(finding: Finding, model: Model, asOf: number): Finding | undefined {
  if (finding.rule === 'expired-waiver') return undefined;
  const waiver = model.waivers.find(
    ({ rule, subject, until }) =>
      rule === finding.rule && until >= asOf && liesWithin(model, finding.subject, subject),
  );
  if (!waiver) return undefined;
  const { reason, owner, until } = waiver;
  return { ...finding, waived: { reason, owner, until: isoDate(until) } };
}

function lowestOf(departments: readonly ScoredPart[]): Gaps['lowest'] {
  let lowest: Gaps['lowest'] = null;
  for (const { id, score } of departments) {
    if (score !== null && (lowest === null || score < lowest.score)) lowest = { department: id, score };
  }
  return lowest;
}

/** Compared as shown, with one decimal: 59.96 reads 60.0 and is no gap. */
function belowThreshold({ policy }: Model, { organisation, departments }: Scores): Gaps['belowThreshold'] {
  const { minCoverage } = policy;
  const thresholds = [
    { department: '', score: organisation.score, threshold: minCoverage.organisation },
    ...departments.map(({ id, score }) => ({
      department: id,
      score,
      threshold: minCoverage.departments.get(id) ?? minCoverage.department,
    })),
  ];
  return thresholds.flatMap(({ department, score, threshold }) =>
    score !== null && threshold !== undefined && Number(score.toFixed(1)) < threshold
      ? [{ department, score, threshold }]
      : [],
  );
}
