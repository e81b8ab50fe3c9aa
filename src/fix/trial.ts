/** A patch tried out: the files are changed in memory, loaded, planned and judged like any workspace. */
import { toDay } from '../calendar/date.ts';
import { assessGaps } from '../coverage/gaps.ts';
import type { Edit } from '../coverage/patch.ts';
import type { Severity } from '../diagnostics/diagnostic.ts';
import type { Finding, Gaps } from '../model/gaps.ts';
import type { Model } from '../model/model.ts';
import type { Plan } from '../model/plan.ts';
import { type Planned, planYear } from '../pipeline.ts';
import { countsAsTouch, themesOn } from '../plan/resolve.ts';
import type { Effort } from '../schedule/types.ts';
import { EditError, type Editor } from '../workspace/edit.ts';
import { loadSources } from '../workspace/load.ts';
import type { Loaded } from '../workspace/types.ts';

/** The workspace as it is, with its plan. */
export interface Base extends Planned {
  readonly loaded: Loaded;
  readonly model: Model;
  readonly editor: Editor;
}

export interface Tried extends Planned {
  readonly loaded: Loaded;
  readonly model: Model;
  /** New texts of the files that were changed. */
  readonly files: ReadonlyMap<string, string>;
}

export interface TrialOptions {
  readonly tool: string;
  readonly seed: number;
  readonly effort: Effort;
  /** Planned anew, not around the sessions that stand. */
  readonly fresh?: boolean;
}

/** The workspace with the edits, planned from the plan it has; undefined when they cannot be made or do not validate. */
export async function tryEdits(
  base: Base,
  edits: readonly Edit[],
  options: TrialOptions,
): Promise<Tried | undefined> {
  const changed = await loadChanged(base, edits);
  if (!changed) return undefined;
  return { ...changed, ...(await replan(base, changed, edits, options)) };
}

/** The changed files, loaded; undefined when they do not validate. */
export async function loadChanged(
  { loaded, editor }: Base,
  edits: readonly Edit[],
): Promise<Omit<Tried, keyof Planned> | undefined> {
  let files: ReadonlyMap<string, string>;
  try {
    files = editor.edit(edits);
  } catch (error) {
    if (error instanceof EditError) return undefined;
    throw error;
  }
  const next = await loadSources(new Map([...loaded.sources, ...loaded.tables, ...files]), loaded.read);
  return next.model && { loaded: next, model: next.model, files };
}

/** Keys of a module that say what a session is about, not who is where and when. */
const CONTENT = new Set([
  'basics',
  'followUp',
  'kind',
  'metrics',
  'outcome',
  'paid',
  'stages',
  'strategy',
  'tags',
  'themes',
  'touchpoints',
  'voices',
]);
const TEXTS = new Set(['hiring', 'impact']);

/** Why edits cannot be written into the files; undefined when they can. */
export function obstacle({ editor }: Base, edits: readonly Edit[]): string | undefined {
  try {
    editor.edit(edits);
    return undefined;
  } catch (error) {
    if (error instanceof EditError) return error.message;
    throw error;
  }
}

/**
 * What moves nobody needs no search: the sessions stay as they are and mean something else. Everything
 * else is planned again with a quick search around the sessions of the plan, which stay where they can.
 */
async function replan(
  { plan }: Base,
  { model, loaded }: { readonly model: Model; readonly loaded: Loaded },
  edits: readonly Edit[],
  { fresh = false, ...options }: TrialOptions,
): Promise<Planned> {
  if (edits.every(movesNobody)) {
    const same = reread(model, plan);
    return { plan: same, gaps: assessGaps(model, same) };
  }
  return planYear(model, {
    ...options,
    inputs: loaded.inputs,
    asOf: plan.asOf,
    previous: fresh ? undefined : plan,
  });
}

/** Whether an edit changes what sessions are about, not who is where and when. */
export function movesNobody({ pointer: [section, , key] }: Edit): boolean {
  return (
    (section === 'modules' && CONTENT.has(String(key))) || (section === 'roles' && TEXTS.has(String(key)))
  );
}

function reread(model: Model, plan: Plan): Plan {
  const sessions = plan.sessions.map((session) => {
    const module = model.modules.get(session.module);
    if (!module) return session;
    const themes = themesOn(model, module.themes, toDay(session.start.slice(0, 10))!);
    return { ...session, themes, counts: countsAsTouch(module, themes) };
  });
  return { ...plan, sessions };
}

const RANK: Readonly<Record<Severity, number>> = { error: 0, warn: 1, info: 2 };

/** Findings at error or warning that were not there before, or were milder. */
export function openedBy(before: Gaps, after: Gaps): Finding[] {
  const known = new Map(
    everything([...before.findings, ...before.waived]).map(({ key, severity }) => [key, RANK[severity]]),
  );
  return everything(after.findings).filter(
    ({ key, severity }) => severity !== 'info' && RANK[severity] < (known.get(key) ?? RANK.info),
  );
}

/** Keys of findings that are gone. */
export function closedBy(before: Gaps, after: Gaps): string[] {
  const left = new Set(everything([...after.findings, ...after.waived]).map(({ key }) => key));
  return everything(before.findings)
    .map(({ key }) => key)
    .filter((key) => !left.has(key));
}

function everything(findings: readonly Finding[]): Finding[] {
  return findings.flatMap((finding) => [finding, ...(finding.implied ?? [])]);
}
