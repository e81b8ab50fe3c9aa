/** What another version of cxplan makes of a workspace and its plan: everything that would be other than it is. */
import { extname } from 'node:path';
import type { Finding } from '../../model/made/gaps.ts';
import type { Plan } from '../../model/made/plan.ts';
import { DISK } from '../../output/disk.ts';
import { readKnown } from '../../output/manifest.ts';
import { readOutput } from '../../output/read.ts';
import { previewOutputs } from '../../output/write.ts';
import { renderYear } from '../../pipeline.ts';
import { PUBLISHED } from '../../plan/published.ts';
import { formIn } from '../../render/csv.ts';
import type { RenderFormat } from '../../render/render.ts';
import { type News, newsOf } from '../../report/changes/news.ts';
import { type Violation, verifyPlan } from '../../verify/verify.ts';
import { gapsIn } from '../diff/gaps.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import { makeYear } from '../year.ts';

export interface Upgrade {
  /** `cxplan 0.1.0` */
  readonly from: string;
  readonly to: string;
  /** The workspace is not the one that was planned: what follows comes of that, too. */
  readonly edited: boolean;
  /** Constraints that the plan breaks as this version sees them. */
  readonly broken: readonly Violation[];
  /** Sessions, rituals, calendars and people. */
  readonly news: News;
  /** Findings of now that were none, and the other way round; undefined where those of before are lost. */
  readonly gaps: { readonly opened: readonly Finding[]; readonly closed: readonly Finding[] } | undefined;
  readonly score: { readonly before: number | null | undefined; readonly after: number | null };
  readonly files: Files;
}

export interface Files {
  readonly added: readonly string[];
  readonly changed: readonly string[];
  readonly removed: readonly string[];
  readonly unchanged: number;
}

/** Plans again as the plan was planned, and compares; writes nothing. */
export async function upgradeOf(
  workspace: Workspace,
  folder: string,
  out: string | undefined,
  before: Plan,
  host: Host,
): Promise<Upgrade> {
  const { model, loaded } = workspace;
  const { seed, effort, tool, inputs } = before.made;
  const flags = {
    seed,
    effort,
    quiet: true,
    maxMoves: Number.POSITIVE_INFINITY,
    ...(out !== undefined && { out }),
  };
  const { plan, gaps, previous } = await makeYear(workspace, flags, host);
  const old = gapsIn(readOutput(folder, 'gaps.json'), before);
  const news = newsOf(model, { plan: previous ?? before, gaps: old }, { plan, gaps }, loaded.locate);
  return {
    from: tool,
    to: `cxplan ${host.version}`,
    edited: inputs !== loaded.inputs,
    broken: verifyPlan(model, before),
    news,
    gaps: old && news.gaps,
    score: { before: old?.organisation.score, after: gaps.organisation.score },
    files: await filesOf(workspace, folder, news),
  };
}

/** Whether anything changes that somebody would notice in a calendar, a verdict or a score; files alone are no change. */
export function isChange({ broken, news, gaps, score }: Upgrade): boolean {
  const { sessions, rituals, leftOut } = news.diff;
  return (
    broken.length + sessions.length + rituals.length + leftOut.length > 0 ||
    (gaps !== undefined && gaps.opened.length + gaps.closed.length > 0) ||
    (score.before !== undefined && score.before !== score.after)
  );
}

/** The formats that stand in the folder, made anew. */
async function filesOf({ model }: Workspace, folder: string, { before, after }: News): Promise<Files> {
  const { manifest } = readKnown(DISK, folder);
  const formatOf = (path: string) => (path.startsWith('sheets/') ? 'sheets' : extname(path).slice(1));
  const only = new Set([...manifest.keys()].map(formatOf)) as Set<RenderFormat>;
  const year = { plan: after.plan, gaps: after.gaps!, previous: before.plan };
  const files = await renderYear(model, year, { only, csv: formIn(model.programme.locale) });
  const keep = (path: string) => path === PUBLISHED || /^(?:agreed|changes|people)\//.test(path);
  const { written, unchanged, removed } = previewOutputs(folder, files, { force: true, keep });
  return {
    added: written.filter((path) => !manifest.has(path)),
    changed: written.filter((path) => manifest.has(path)),
    removed,
    unchanged: unchanged.length,
  };
}
