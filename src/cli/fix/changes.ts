/** The chosen patches made into new texts of files: together, planned once more, and nothing written yet. */
import type { Edit } from '../../coverage/patch.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { combine } from '../../fix/combine.ts';
import type { Offer } from '../../fix/offers.ts';
import { thoseThatGoTogether, worsensNothing } from '../../fix/together.ts';
import { loadChanged, openedBy, type Trial, type TrialBase, tryEdits } from '../../fix/trial.ts';
import type { Finding } from '../../model/made/gaps.ts';
import type { Replacement } from '../../output/types.ts';
import { type PlannedYear, planYear } from '../../pipeline.ts';
import { EditError, Editor } from '../../workspace/edit/edit.ts';
import { rawTexts } from '../../workspace/files/raw.ts';
import { Failure } from '../failure.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import { progressOn } from '../progress.ts';
import { readPlan, sameYear, type YearFlags } from '../year.ts';
import { whileTrying } from './trying.ts';

export interface Changes {
  readonly files: readonly Replacement[];
  readonly taken: readonly Offer[];
  readonly leftOut: readonly Offer[];
  /** The plan that the changed workspace gives. */
  readonly after: PlannedYear;
}

export interface ChangeFlags extends YearFlags {
  /** `all`: those of them that go together; numbers: these or none. */
  readonly apply?: string;
  readonly dryRun?: boolean;
}

/**
 * The chosen patches together, planned once more as `generate` will.
 *
 * @throws Failure when they open another gap together, or a file has changed since it was read
 */
export async function changesOf(
  workspace: Workspace,
  base: TrialBase,
  chosen: readonly Offer[],
  flags: ChangeFlags,
  host: Host,
): Promise<Changes> {
  const all = combine(chosen).taken;
  const first = await finalPlan(workspace, base, all, flags, host);
  if (first.opened.length === 0) return { ...first, leftOut: without(chosen, all) };
  if (flags.apply !== undefined && flags.apply !== 'all') throw clash(first.opened);
  const fewer = await whileTrying('trying patches together', flags, host, (...how) =>
    thoseThatGoTogether(base, all, ...how),
  );
  if (fewer.length === 0) throw clash(first.opened);
  const second = await finalPlan(workspace, base, fewer, flags, host);
  if (second.opened.length > 0) throw clash(second.opened);
  return { ...second, leftOut: without(chosen, fewer) };
}

function clash(opened: readonly Finding[]): Failure {
  const keys = opened.slice(0, 3).map(({ key }) => sanitise(key));
  const more = opened.length > 3 ? ` and ${opened.length - 3} more` : '';
  return new Failure(
    `together these patches open ${keys.join(', ')}${more}: nothing was written; apply fewer of them`,
  );
}

function without(chosen: readonly Offer[], taken: readonly Offer[]): Offer[] {
  return chosen.filter((offer) => !taken.includes(offer));
}

/**
 * The workspace with these patches, planned as `generate` will, and the files as they will be. Where nothing is to be
 * written, the sessions of the plan it has stay where they can: that costs a fraction.
 */
async function finalPlan(
  workspace: Workspace,
  base: TrialBase,
  taken: readonly Offer[],
  flags: ChangeFlags,
  host: Host,
): Promise<Omit<Changes, 'leftOut'> & { readonly opened: readonly Finding[] }> {
  const { edits } = combine(taken);
  const trying = { tool: `cxplan ${host.version}`, seed: flags.seed, effort: 'quick' } as const;
  const tried = flags.dryRun
    ? await tryEdits(base, edits, trying, (one) => worsensNothing(base, one))
    : await plannedAnew(workspace, base, edits, flags, host);
  if (!tried) throw new Failure('these patches do not go together: apply them one at a time');
  const files = replacements(workspace.root, base, tried.files, edits);
  return { files, taken, after: tried, opened: openedBy(base.gaps, tried.gaps) };
}

async function plannedAnew(
  { root }: Workspace,
  base: TrialBase,
  edits: readonly Edit[],
  flags: ChangeFlags,
  host: Host,
): Promise<Omit<Trial, 'replanned'> | undefined> {
  const changed = await loadChanged(base, edits);
  if (!changed) return undefined;
  const previous = sameYear(
    changed.model,
    await readPlan(outputFolder(root, flags.out, host), host, changed.model),
  );
  const progress = await progressOn(host, flags.quiet);
  try {
    const planned = await planYear(changed.model, {
      tool: `cxplan ${host.version}`,
      inputs: changed.loaded.inputs,
      lasting: changed.loaded.lasting,
      seed: flags.seed,
      effort: flags.effort,
      asOf: base.plan.asOf,
      dated: base.plan.made.dated,
      previous,
      fresh: flags.fresh ?? false,
      onProgress: progress.tell,
      threads: await host.cores(),
    });
    return { ...changed, ...planned };
  } finally {
    await progress.end();
  }
}

/** Where something belongs is known from all files; what is replaced is the very text on the disk. */
function replacements(
  root: string,
  { loaded: { sources, read } }: TrialBase,
  files: ReadonlyMap<string, string>,
  edits: readonly Edit[],
): Replacement[] {
  try {
    const raw = rawTexts(root, files.keys(), sources);
    const isAsRead = [...raw].every(([path, text]) => text === sources.get(path));
    const texts = isAsRead ? files : new Editor(new Map([...sources, ...raw]), read).edit(edits);
    return [...texts].map(([path, text]) => ({ path, before: raw.get(path)!, after: text }));
  } catch (error) {
    if (error instanceof EditError) throw new Failure(error.message);
    throw error;
  }
}
