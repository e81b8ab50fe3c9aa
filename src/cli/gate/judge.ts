/** The verdict on a workspace that could be planned: gaps against baseline and thresholds, the plan against the workspace. */

import { join } from 'node:path';
import { sayIn } from '../../calendar/say.ts';
import { inIdsOfNow } from '../../coverage/baseline-ids.ts';
import { idleWaivers } from '../../coverage/idle-waivers.ts';
import { partsOf } from '../../coverage/subject.ts';
import type { Result, Threshold, Verdict } from '../../diagnostics/verdict.ts';
import type { Gaps } from '../../model/made/gaps.ts';
import { type Assessment, assess } from '../assess.ts';
import { outputFolder } from '../folders.ts';
import type { Host } from '../host.ts';
import type { Workspace } from '../load.ts';
import type { YearFlags } from '../year.ts';
import { type BaselineFlags, type BaselineReport, readBaseline, tell, updateBaseline } from './baseline.ts';
import { againstPlan } from './committed.ts';
import { homeOf } from './invalid.ts';
import { prefixOf } from './prefix.ts';
import { fromDiagnostics, fromFinding, sortResults } from './results.ts';
import { gateRules } from './rules.ts';
import { belowThreshold, thresholdsOf } from './thresholds.ts';
import { trackedPeople } from './tracked.ts';

export interface JudgeFlags extends YearFlags, BaselineFlags {
  readonly plan?: boolean;
  readonly minCoverage?: number;
}

export interface GateJudgement {
  readonly verdict: Verdict;
  readonly gaps: Gaps;
  readonly thresholds: readonly Threshold[];
  readonly stale: boolean;
  /** Undefined without a baseline. */
  readonly compared: BaselineReport | undefined;
}

/** Judges; with `--update-baseline` what is found now becomes known, unless the plan itself does not hold. */
export async function judge(workspace: Workspace, flags: JudgeFlags, host: Host): Promise<GateJudgement> {
  const { root, model, loaded } = workspace;
  const say = sayIn(model.programme.locale);
  const baseline = readBaseline(root, flags, host);
  const assessed = await assess(workspace, flags, host);
  const { gaps } = assessed;
  const plan = flags.plan ? await planResults(workspace, assessed, flags, host) : [];
  const before = baseline?.gaps && inIdsOfNow(baseline.gaps, model);
  const update =
    flags.updateBaseline && baseline && plan.length === 0
      ? updateBaseline(baseline, before, gaps, say)
      : undefined;
  const known = update?.gaps ?? before;
  const compared = baseline && known ? tell(gaps, { ...baseline, gaps: known }, root, say) : undefined;
  const thresholds = thresholdsOf(model, gaps, flags.minCoverage);
  const results = [
    ...plan,
    ...belowThreshold(thresholds, loaded.locate, flags.minCoverage !== undefined, say),
    ...gapResults(workspace, gaps, compared),
    ...(compared?.results ?? []),
    ...(await trackedPeople(workspace)),
    ...fromDiagnostics(loaded.diagnostics),
  ];
  const verdict: Verdict = {
    version: host.version,
    title: model.programme.name,
    prefix: prefixOf(root, host),
    home: homeOf(loaded),
    ok: !results.some(
      ({ severity, status }) => severity === 'error' && (status === 'open' || status === 'new'),
    ),
    results: sortResults(results),
    rules: gateRules(flags.plan ?? false),
    off: gaps.off,
    coverage: coverageOf(gaps),
    thresholds,
    notes: [
      ...(assessed.stale ? ['Gaps and coverage are those of the plan that is out of date.'] : []),
      ...(update ? [update.note] : []),
      ...(compared?.notes ?? []),
      ...idleNotes(workspace, gaps),
    ],
  };
  return { verdict, gaps, thresholds, stale: assessed.stale !== undefined, compared };
}

function planResults({ root, model }: Workspace, { plan, stale }: Assessment, flags: JudgeFlags, host: Host) {
  const file = join(outputFolder(root, flags.out, host), 'plan.json');
  const tool = `cxplan ${host.version}`;
  return againstPlan({
    root,
    file,
    stale: stale !== undefined,
    model,
    plan,
    tool,
    today: host.today(),
  });
}

function gapResults(
  { loaded: { locate } }: Workspace,
  gaps: Gaps,
  compared: BaselineReport | undefined,
): Result[] {
  const open = compared ? compared.fresh : gaps.findings;
  return [
    ...open.map((finding) =>
      fromFinding(finding, compared && finding.severity !== 'info' ? 'new' : 'open', locate),
    ),
    ...(compared?.known ?? []).map((finding) => fromFinding(finding, 'known', locate)),
    ...gaps.waived.map((finding) => fromFinding(finding, 'waived', locate)),
  ];
}

function idleNotes({ model, loaded: { locate } }: Workspace, gaps: Gaps): string[] {
  return idleWaivers(model, gaps).map(({ rule, subject, owner, pointer }) => {
    const about = partsOf(subject).map((part) => subject[part]);
    const at = locate(pointer);
    const place = at ? ` (${at.file}:${at.line})` : '';
    return `${owner}’s waiver of ${[rule, ...about].join(', ')}${place} accepts nothing: there is no such gap. Take it out.`;
  });
}

function coverageOf({ organisation, departments, lowest }: Gaps): NonNullable<Verdict['coverage']> {
  const worst = lowest && departments.find(({ id }) => id === lowest.department);
  return {
    organisation: scoreOf(organisation),
    departments: departments.map(scoreOf),
    lowest: lowest && { name: worst?.name ?? lowest.department, score: lowest.score },
  };
}

function scoreOf({ name, people, score, seats }: Gaps['organisation']) {
  return { name, people, score, seats };
}
