/** What a planned year comes to, in the few figures by which variants are compared. */

import { costOf, total } from '../costs/costs.ts';
import type { Finding, Gaps } from '../model/made/gaps.ts';
import { ledBy } from '../model/made/led-by.ts';
import type { Plan, PlanSession } from '../model/made/plan.ts';
import type { Model } from '../model/model.ts';
import type { PlannedYear } from '../pipeline.ts';

export interface Measures {
  /** Of the organisation, 0–100. */
  readonly score: number | null;
  readonly lowest: { readonly department: string; readonly name: string; readonly score: number } | null;
  readonly seats: { readonly asked: number; readonly placed: number };
  readonly sessions: number;
  /** Of people's time; of those who lead. */
  readonly hours: number;
  readonly leaderHours: number;
  /** Facilitators who lead anything. */
  readonly leaders: number;
  /** Undefined where the workspace names no costs. */
  readonly cost: { readonly currency: string; readonly total: number } | undefined;
  readonly findings: { readonly error: number; readonly warn: number };
}

/** A planned year, small enough to be handed from thread to thread. */
export interface Outcome {
  readonly measures: Measures;
  readonly findings: readonly Pick<Finding, 'key' | 'rule' | 'severity' | 'message'>[];
  /** Id → when, where and with whom, of each session that takes place. */
  readonly places: ReadonlyMap<string, string>;
}

export function outcomeOf(model: Model, { plan, gaps }: PlannedYear): Outcome {
  const sessions = plan.sessions.filter(({ status }) => status === 'confirmed');
  return {
    measures: { ...measure(model, sessions, gaps), cost: costIn(model, plan) },
    findings: gaps.findings
      .filter(({ severity }) => severity !== 'info')
      .map(({ key, rule, severity, message }) => ({ key, rule, severity, message })),
    places: new Map(
      sessions.map((session) => [
        session.id,
        `${session.startUtc} ${session.site} ${session.room} ${ledBy(session).join(' ')}`,
      ]),
    ),
  };
}

function measure(model: Model, sessions: readonly PlanSession[], gaps: Gaps): Omit<Measures, 'cost'> {
  const { organisation, lowest, findings } = gaps;
  const led = sessions.filter(({ facilitator }) => facilitator !== null);
  const hours = (list: readonly PlanSession[], of: (session: PlanSession) => number) =>
    list.reduce((sum, session) => sum + session.minutes * of(session), 0) / 60;
  return {
    score: organisation.score,
    lowest: lowest && {
      ...lowest,
      name: model.departments.get(lowest.department)?.name ?? lowest.department,
    },
    seats: { asked: organisation.seats.asked, placed: organisation.seats.placed },
    sessions: sessions.length,
    hours: hours(sessions, ({ heads }) => heads),
    leaderHours: hours(led, (session) => ledBy(session).length),
    leaders: new Set(led.flatMap(ledBy)).size,
    findings: {
      error: findings.filter(({ severity }) => severity === 'error').length,
      warn: findings.filter(({ severity }) => severity === 'warn').length,
    },
  };
}

function costIn(model: Model, plan: Plan): Measures['cost'] {
  const cost = costOf(model, plan);
  return cost && { currency: cost.currency, total: Math.round(total(cost.all) * 100) / 100 };
}

export interface Comparison {
  /** Sessions of both years that are held at another time or place, or led by somebody else. */
  readonly moved: number;
  readonly added: number;
  readonly dropped: number;
  /** Findings at error or warning. */
  readonly opened: Outcome['findings'];
  readonly closed: Outcome['findings'];
}

/** What is other in one year than in another. */
export function compare(before: Outcome, after: Outcome): Comparison {
  let [moved, added] = [0, 0];
  for (const [id, place] of after.places) {
    const known = before.places.get(id);
    if (known === undefined) added++;
    else if (known !== place) moved++;
  }
  const without = (list: Outcome['findings'], other: Outcome['findings']) => {
    const keys = new Set(other.map(({ key }) => key));
    return list.filter(({ key }) => !keys.has(key));
  };
  return {
    moved,
    added,
    dropped: before.places.size - (after.places.size - added),
    opened: without(after.findings, before.findings),
    closed: without(before.findings, after.findings),
  };
}
