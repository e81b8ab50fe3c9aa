/** Reads the plan of last time. Planning builds on it, so anything that is wrong with it stops everything. */
import type { Plan } from '../model/plan.ts';
import { firstFault } from './shape.ts';

/** A `plan.json` that cannot be used; the message ends with the remedy. */
export class PlanError extends Error {
  constructor(problem: string) {
    super(`${problem}; restore it from version control`);
    this.name = 'PlanError';
  }
}

const VERSION = 1;

/**
 * The plan in a text. Throws {@link PlanError} when the text is cut off or holds git's conflict markers, when a newer
 * version wrote it, when it breaks the contract of `plan.schema.json`, or when two items share an id or UID.
 */
export function parsePlan(text: string): Plan {
  const document = parseJson(text);
  if (!isRecord(document)) throw new PlanError('the plan is not an object');
  requireVersion(document);
  const fault = firstFault(document);
  if (fault) throw new PlanError(`the plan is damaged: ${fault}`);
  const plan = document as unknown as Plan;
  const items = [...plan.sessions, ...plan.rituals, ...plan.themes];
  requireUnique(
    'id',
    items.map(({ id }) => id),
  );
  requireUnique(
    'UID',
    items.map(({ uid }) => uid),
  );
  requireUnique(
    'group',
    plan.groups.map(({ id }) => id),
  );
  return plan;
}

function parseJson(text: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const marker = /^(?:<{7}|={7}|>{7})(?: |$)/m.exec(plain);
  if (marker) {
    const line = plain.slice(0, marker.index).split('\n').length;
    throw new PlanError(`the plan has conflict markers of git in line ${line}`);
  }
  if (plain.trim() === '') throw new PlanError('the plan is empty');
  try {
    return JSON.parse(plain);
  } catch {
    const cut = !plain.trimEnd().endsWith('}');
    throw new PlanError(cut ? 'the plan is cut off before its end' : 'the plan is not valid JSON');
  }
}

function requireVersion(document: Record<string, unknown>): void {
  const { version } = document;
  if (typeof version === 'number' && version > VERSION) {
    throw new PlanError(
      `the plan has version ${version} and this cxplan reads version ${VERSION}: use a newer cxplan`,
    );
  }
}

function requireUnique(what: string, values: readonly string[]): void {
  const seen = new Set<string>();
  for (const value of values) {
    if (seen.has(value)) throw new PlanError(`the plan has the ${what} "${value}" twice`);
    seen.add(value);
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
