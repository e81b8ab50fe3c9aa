/** A patch tried out: the files are changed in memory, loaded, planned and judged like any workspace. */

import { assessGaps } from '../coverage/gaps.ts';
import type { Edit } from '../coverage/patch.ts';
import { RANK } from '../diagnostics/diagnostic.ts';
import type { Finding, Gaps } from '../model/made/gaps.ts';
import type { Plan } from '../model/made/plan.ts';
import type { Id, Model } from '../model/model.ts';
import { type PlannedYear, planYear, tryChange } from '../pipeline.ts';
import type { Change, Effort } from '../schedule/types.ts';
import { EditError, type Editor } from '../workspace/edit/edit.ts';
import { loadSources } from '../workspace/load.ts';
import type { Loaded } from '../workspace/types.ts';
import { inOtherWords, isContent, modulesOf, movesNobody, reread } from './content.ts';

/** The workspace as it is, with its plan. */
export interface TrialBase extends PlannedYear {
  readonly loaded: Loaded;
  readonly model: Model;
  readonly editor: Editor;
}

export interface Trial extends PlannedYear {
  readonly loaded: Loaded;
  readonly model: Model;
  /** New texts of the files that were changed. */
  readonly files: ReadonlyMap<string, string>;
  /** Whether the whole year was planned again. */
  readonly replanned: boolean;
}

export interface TrialOptions {
  readonly tool: string;
  readonly seed: number;
  readonly effort: Effort;
  /** Planned anew, not around the sessions that stand. */
  readonly fresh?: boolean;
}

/**
 * The workspace with the edits, planned from the plan it has; undefined when they cannot be made or do not validate.
 * @param suffices what a trial among the sessions that stand has to show, where it leaves people out: if it does not, the year is planned again
 */
export async function tryEdits(
  base: TrialBase,
  edits: readonly Edit[],
  options: TrialOptions,
  suffices: (tried: Trial) => boolean = () => true,
): Promise<Trial | undefined> {
  const changed = await loadChanged(base, edits);
  if (!changed) return undefined;
  const change = options.fresh ? undefined : changeOf(edits);
  const placed = change && (await among(base, changed, edits, options, change));
  const tried = placed && { ...changed, ...placed, replanned: false };
  if (tried && (!leavesOut(tried.plan, change!) || suffices(tried))) return tried;
  return { ...changed, ...(await replan(base, changed, options)), replanned: true };
}

type Changed = Omit<Trial, keyof PlannedYear | 'replanned'>;

/** The changed files, loaded; undefined when they do not validate. */
export async function loadChanged(
  { loaded, editor }: TrialBase,
  edits: readonly Edit[],
): Promise<Changed | undefined> {
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

/** Why edits cannot be written into the files; undefined when they can. */
export function obstacle({ editor }: TrialBase, edits: readonly Edit[]): string | undefined {
  try {
    editor.edit(edits);
    return undefined;
  } catch (error) {
    if (error instanceof EditError) return error.message;
    throw error;
  }
}

/** Key: edits that ask for more. What they have among what stands they have beside patches that move nobody, too. */
const placed = new WeakMap<TrialBase, Map<string, Plan>>();

/**
 * What moves nobody needs no search: the sessions stay as they are and mean something else. What asks for more is placed
 * among them. Undefined where the sessions that stand have to give way.
 */
async function among(
  base: TrialBase,
  { model, loaded }: Changed,
  edits: readonly Edit[],
  options: TrialOptions,
  change: Change,
): Promise<(PlannedYear & { readonly model?: Model }) | undefined> {
  if (edits.every(isContent)) return inOtherWords(base, model, modulesOf(edits));
  const changed = modulesOf(edits.filter(isContent));
  const asking = edits.filter((edit) => !movesNobody(edit));
  const key = JSON.stringify(asking);
  const known = asking.length === 0 ? base.plan : placed.get(base)?.get(key);
  if (known) {
    const plan = reread(model, known, changed);
    return { plan, gaps: assessGaps(model, plan) };
  }
  const previous = reread(model, base.plan, changed);
  const tried = await tryChange(model, { ...planningOf(options, base.plan, loaded), previous }, change);
  if (tried && asking.length === edits.length)
    placed.set(base, new Map(placed.get(base)).set(key, tried.plan));
  return tried;
}

/** Planned again with a quick search around the sessions of the plan, which stay where they can. */
async function replan(
  { plan }: TrialBase,
  { model, loaded }: Changed,
  { fresh = false, ...options }: TrialOptions,
): Promise<PlannedYear> {
  return planYear(model, {
    ...planningOf(options, plan, loaded),
    previous: fresh ? undefined : plan,
  });
}

function planningOf({ tool, seed, effort }: TrialOptions, { asOf }: Plan, { inputs }: Loaded) {
  return { tool, seed, effort, asOf, inputs, draft: true };
}

/** Whether anybody whom a change concerns is without a place. */
function leavesOut({ unscheduled }: Plan, { modules, eased }: Change): boolean {
  return unscheduled.some(({ module }) => eased || modules.has(module));
}

/** What has no say in who is where and when, but in what else there is in a plan. */
const APART = new Set(['metrics', 'rituals', 'voices']);
const OF_PROGRAMME = new Set(['agreedBy', 'definition', 'mantra', 'success', 'team']);
/** Limits and places, which patches only ever widen: section and key. */
const WIDENED = new Set([
  'departments busy',
  'departments meetings',
  'departments teams',
  'facilitators hours',
  'facilitators hoursPerDay',
  'facilitators hoursPerWeek',
  'facilitators totalDays',
  'policy minutesPerWeek',
  'policy minutesPerWeekByLevel',
  'departments minutesPerWeek',
  'roles minutesPerWeek',
  'rooms closed',
]);

/** What edits change for who is where and when; undefined where sessions of other modules may have to give way. */
export function changeOf(edits: readonly Edit[]): Change | undefined {
  const modules = new Set<Id>();
  let eased = false;
  for (const edit of edits) {
    const [section, id, key] = edit.pointer.map(String) as [string, string?, string?];
    if (movesNobody(edit) || APART.has(section)) continue;
    if (section === 'programme' && OF_PROGRAMME.has(id ?? '')) continue;
    if (section === 'modules' && id !== undefined) modules.add(id);
    else if (WIDENED.has(`${section} ${section === 'policy' ? id : key}`)) eased = true;
    else return undefined;
  }
  return { modules, eased };
}

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
