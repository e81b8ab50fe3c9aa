/**
 * What a plan stands on, in one hash. Where it still comes out the same, the workspace means what it meant but for
 * absences, and nobody has edited what was planned: only an absence can have broken anything.
 */
import { hash } from 'node:crypto';
import type { Plan, PlanSession } from './plan.ts';

/**
 * @param tool that made the plan: another version may know other constraints
 * @param lasting hash of the workspace's meaning, absences apart
 */
export function basisOf(
  tool: string,
  lasting: string,
  { sessions, unscheduled, score }: Pick<Plan, 'sessions' | 'unscheduled' | 'score'>,
): string {
  const terms = score.terms.map(({ id, cost }) => [id, cost]);
  const placed = sumOf(sessions);
  return `sha256:${hash('sha256', JSON.stringify([tool, lasting, unscheduled.length, terms, placed]), 'hex')}`;
}

/**
 * A sum (FNV-1a, 32 bits) over all that has to do with sessions' places in time. It tells an edit, not an attack: a
 * year of a million people has three million sessions, which SHA-256 would take many seconds for.
 */
function sumOf(sessions: readonly PlanSession[]): number {
  let sum = 0x811c9dc5 | 0;
  for (const {
    id,
    status,
    module,
    occurrence,
    attendees,
    startUtc,
    minutes,
    site,
    room,
    facilitator,
  } of sessions) {
    sum = withText(withText(withText(withText(sum, id), status), module), occurrence);
    sum = withText(withText(withText(withText(sum, startUtc), site), room ?? ''), facilitator ?? '');
    sum = withNumber(sum, minutes);
    for (const { group, first, last } of attendees) {
      sum = withNumber(withNumber(withText(sum, group), first), last);
    }
  }
  return sum;
}

function withText(before: number, text: string): number {
  let sum = before;
  for (let i = 0; i < text.length; i++) sum = withNumber(sum, text.charCodeAt(i));
  return withNumber(sum, -1);
}

function withNumber(sum: number, value: number): number {
  return Math.imul(sum ^ value, 0x01000193);
}
