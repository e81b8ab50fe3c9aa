/** Reads the plan of last time. Planning builds on it, so anything that is wrong with it stops everything. */
import { isMap } from '../collections/is-map.ts';
import type { Plan } from '../model/made/plan.ts';
import { documentOf, LinesError } from './lines.ts';
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
 * The plan in a text, or in the lines of one that is too long for a string. Throws {@link PlanError} when it is cut
 * off or holds git's conflict markers, when a newer version wrote it, when it breaks the contract of
 * `plan.schema.json`, or when two items share an id or UID.
 */
export function parsePlan(text: string | Iterable<string>): Plan {
  const document = typeof text === 'string' ? parseText(text) : parseLines(text);
  if (!isMap(document)) throw new PlanError('the plan is not an object');
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

/** Reads plans of which the newest is most often asked for again: a text that is as it was is not parsed a second time. */
export function rememberingPlan(): typeof parsePlan {
  let known: { readonly text: string; readonly plan: Plan } | undefined;
  return (text) => {
    if (typeof text !== 'string') return parsePlan(text);
    if (known?.text !== text) known = { text, plan: parsePlan(text) };
    return known.plan;
  };
}

const MARKER = /^(?:<{7}|={7}|>{7})(?: |\r?$)/m;

function parseText(text: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  const marker = MARKER.exec(plain);
  if (marker) throw conflict(plain.slice(0, marker.index).split('\n').length);
  if (plain.trim() === '') throw new PlanError('the plan is empty');
  try {
    return JSON.parse(plain);
  } catch {
    throw unreadable(!plain.trimEnd().endsWith('}'));
  }
}

function parseLines(lines: Iterable<string>): unknown {
  try {
    return documentOf(withoutConflicts(lines));
  } catch (error) {
    if (error instanceof LinesError) throw unreadable(error.cut);
    throw error;
  }
}

function* withoutConflicts(lines: Iterable<string>): Generator<string> {
  let number = 0;
  for (const line of lines) {
    number += 1;
    if (MARKER.test(line)) throw conflict(number);
    yield line;
  }
}

function conflict(line: number): PlanError {
  return new PlanError(`the plan has conflict markers of git in line ${line}`);
}

function unreadable(cut: boolean): PlanError {
  return new PlanError(cut ? 'the plan is cut off before its end' : 'the plan is not valid JSON');
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
