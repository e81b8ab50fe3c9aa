/** `cxplan fix`: the smallest changes of the files that close findings, each tried by planning again; and applying them. */
import { type Say, sayIn } from '../../calendar/say.ts';
import { assessGaps } from '../../coverage/gaps.ts';
import { sanitise } from '../../diagnostics/sanitise.ts';
import { scoreWords } from '../../diagnostics/seats.ts';
import { type Offer, type Offers, offersFor } from '../../fix/offers.ts';
import type { TrialBase } from '../../fix/trial.ts';
import { replaceFiles } from '../../output/replace.ts';
import type { PlannedYear } from '../../pipeline.ts';
import { counted } from '../../wording/words.ts';
import { Editor } from '../../workspace/edit/edit.ts';
import { Failure } from '../failure.ts';
import { type Changes, changesOf } from '../fix/changes.ts';
import { discreet, paintedDiff, unifiedDiff } from '../fix/diff.ts';
import { listJson, listText } from '../fix/list.ts';
import { whileTrying } from '../fix/trying.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import { mustKnowRule } from '../known.ts';
import { loadValid, type Workspace } from '../load.ts';
import { printJson } from '../print.ts';
import { paintFor } from '../style.ts';
import { countFindings } from '../summary.ts';
import { makeYear, readPlan, type YearFlags } from '../year.ts';

export interface FixFlags extends YearFlags {
  /** `all`, or numbers of the list. */
  readonly apply?: string;
  readonly dryRun?: boolean;
  readonly rule?: string;
  readonly json?: boolean;
}

/** Lists; with `--apply`, or after asking on a terminal, writes. Exit code 0 when it did its job. */
export async function fix(target: string | undefined, flags: FixFlags, host: Host): Promise<number> {
  if (flags.rule !== undefined) await mustKnowRule(flags.rule);
  const workspace = await loadValid(target, host, flags);
  const base = await baseOf(workspace, flags, host);
  const found = await offersOf(base, flags, host);
  const chosen = await choose(workspace, found, flags, host);
  const changes = chosen.length > 0 ? await changesOf(workspace, base, chosen, flags, host) : undefined;
  if (changes && !flags.dryRun) replaceFiles(workspace.root, changes.files);
  await tell(workspace, found, changes, flags, host);
  return 0;
}

/** The committed plan while it is up to date, else the plan that would be made now. */
async function baseOf(workspace: Workspace, flags: FixFlags, host: Host): Promise<TrialBase> {
  const { loaded, model, root } = workspace;
  const committed = flags.fresh
    ? undefined
    : await readPlan(outputFolder(root, flags.out, host), host, model);
  const isFresh = committed?.made.inputs === loaded.inputs && flags.asOf === undefined;
  const planned: PlannedYear =
    committed && isFresh
      ? { plan: committed, gaps: assessGaps(model, committed) }
      : await makeYear(workspace, flags, host, true);
  return { ...planned, loaded, model, editor: new Editor(loaded.sources, loaded.read) };
}

async function offersOf(base: TrialBase, flags: FixFlags, host: Host): Promise<Offers> {
  const { rule } = flags;
  const findings = base.gaps.findings.filter((finding) => rule === undefined || finding.rule === rule);
  return whileTrying('trying patches', flags, host, (options, onProgress) =>
    // Whoever names a rule wants all of it tried.
    offersFor(
      base,
      findings,
      options,
      onProgress,
      rule === undefined ? undefined : { left: Number.POSITIVE_INFINITY },
    ),
  );
}

async function choose(
  { model }: Workspace,
  found: Offers,
  { apply, dryRun, json, quiet }: FixFlags,
  host: Host,
): Promise<readonly Offer[]> {
  const { offers } = found;
  if (apply !== undefined) return named(offers, apply);
  if (dryRun) return offers;
  if (json || offers.length === 0 || !(await host.terminal(0)) || !(await host.terminal(1))) return [];
  if (!quiet) host.out(`${listText(sayIn(model.programme.locale), found, await paintFor(host, 1))}\n`);
  const { askWhich } = await import('../fix/ask.ts');
  return askWhich(offers);
}

function named(offers: readonly Offer[], apply: string): Offer[] {
  if (apply === 'all') return [...offers];
  return [...new Set(apply.split(',').map((part) => part.trim()))].map((part) => {
    const offer = /^\d{1,4}$/.test(part) ? offers[Number(part) - 1] : undefined;
    if (offer) return offer;
    throw new Failure(
      offers.length === 0
        ? 'there is no patch to apply'
        : `--apply takes all, or numbers from 1 to ${offers.length} with commas; '${part}' is neither`,
    );
  });
}

async function tell(
  { loaded, model }: Workspace,
  found: Offers,
  changes: Changes | undefined,
  { json, quiet, dryRun, apply }: FixFlags,
  host: Host,
): Promise<void> {
  const { people } = model;
  const diff = changes && dryRun ? discreet(await unifiedDiff(changes.files), people) : undefined;
  if (json) {
    const made = changes && {
      dryRun: dryRun ?? false,
      applied: changes.taken.map((offer) => found.offers.indexOf(offer) + 1),
      leftOut: changes.leftOut.map((offer) => found.offers.indexOf(offer) + 1),
      files: changes.files.map(({ path }) => path),
      score: changes.after.gaps.organisation.score,
      findings: countFindings(changes.after.gaps),
      ...(diff !== undefined && { diff }),
    };
    printJson({ ...listJson(found, loaded.locate), ...(made && { changes: made }) }, host);
    return;
  }
  const paint = await paintFor(host, 1);
  const say = sayIn(model.programme.locale);
  const asked = !dryRun && apply === undefined && changes !== undefined;
  if (!quiet && !asked) host.out(listText(say, found, paint));
  if (diff !== undefined) host.out(`\n${paintedDiff(diff, paint)}`);
  if (!changes) return;
  if (quiet) return;
  host.out(
    `\n${verdict(say, changes, found, dryRun ?? false)
      .map(sanitise)
      .join('\n')}\n`,
  );
}

function verdict(
  say: Say,
  { files, taken, leftOut, after }: Changes,
  { offers }: Offers,
  dryRun: boolean,
): string[] {
  const { error, warn } = countFindings(after.gaps);
  const lines = [
    `${dryRun ? 'Would write' : 'Wrote'} ${counted(say, taken.length, 'patch', 'patches')} into ${files.map(({ path }) => path).join(', ')}.`,
  ];
  if (leftOut.length > 0) {
    const numbers = leftOut.map((offer) => offers.indexOf(offer) + 1).join(', ');
    lines.push(`Left out, because beside the others they are needless or open a gap: ${numbers}.`);
  }
  lines.push(
    `Planned again: ${scoreWords(say, after.gaps.organisation.score)} of 100, ${counted(say, error, 'error')}, ${counted(say, warn, 'warning')}.`,
  );
  if (!dryRun) lines.push('Next: cxplan generate');
  return lines;
}
